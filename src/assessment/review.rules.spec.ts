import { describe, expect, it } from '@jest/globals';
import type { AnswerKey } from '../question-bank/entities/question-body.js';
import { feedbackOn, mayReview, shownKey } from './review.rules.js';

describe('mayReview', () => {
  it.each([
    ['after-submission', 'in-progress', false, false],
    ['after-submission', 'in-progress', true, false],
    ['after-submission', 'graded', false, true],
    ['after-pass', 'graded', false, false],
    ['after-pass', 'graded', true, true],
    ['after-pass', 'in-progress', true, false],
  ] as const)('%s, %s, passed %s: %s', (review, state, passedOnce, allowed) => {
    expect(mayReview(review, { state, passedOnce })).toBe(allowed);
  });
});

describe('what the review shows', () => {
  const choices = { weights: [0.5, -0.5, 0.5], feedback: ['một', 'hai', null], general: null };
  const multiple: AnswerKey = { kind: 'multiple', ...choices };
  const numeric: AnswerKey = {
    kind: 'numeric',
    answers: [
      { min: 29.5, max: 30.5, percent: 100, feedback: 'đúng' },
      { min: 0, max: 60, percent: 0, feedback: 'gần đúng' },
    ],
    general: null,
  };
  const text: AnswerKey = {
    kind: 'short-answer',
    answers: [
      { text: 'hoà giải viên', percent: 100, feedback: null },
      { text: 'toà án', percent: 0, feedback: 'Toà án không phải bước đầu' },
    ],
    caseSensitive: false,
    general: null,
  };

  it('names what is right in every kind', () => {
    expect(shownKey(multiple)).toEqual({ options: [0, 2] });
    expect(shownKey({ kind: 'single', weights: [0, 0.5, 1], feedback: [], general: null })).toEqual({ options: [2] });
    expect(shownKey(numeric)).toEqual({ texts: ['29,5 – 30,5'] });
    expect(shownKey({ ...numeric, answers: [{ min: 1234.5, max: 1234.5, percent: 100, feedback: null }] })).toEqual({
      texts: ['1234,5'],
    });
    expect(shownKey(text)).toEqual({ texts: ['hoà giải viên'] });
    expect(shownKey({ kind: 'matching', pairs: [2, 0], general: null })).toEqual({ choices: [2, 0] });
    const truth = { correct: false, feedbackWrong: 'w', feedbackRight: 'r', general: null };
    expect(shownKey({ kind: 'true-false', ...truth })).toEqual({ value: false });
  });

  it('gives the remarks on what was answered, and on nothing else', () => {
    expect(feedbackOn(multiple, { kind: 'multiple', options: [1, 2] })).toEqual(['hai']);
    expect(feedbackOn(multiple, null)).toEqual([]);
    expect(feedbackOn(numeric, { kind: 'numeric', text: '45 ngày' }, 'ngày')).toEqual(['gần đúng']);
    expect(feedbackOn(numeric, { kind: 'numeric', text: '30' })).toEqual(['đúng', 'gần đúng']);
    expect(feedbackOn(text, { kind: 'short-answer', text: 'Tòa án' })).toEqual(['Toà án không phải bước đầu']);
    const truth: AnswerKey = {
      kind: 'true-false',
      correct: false,
      feedbackWrong: 'w',
      feedbackRight: 'r',
      general: null,
    };
    expect(feedbackOn(truth, { kind: 'true-false', value: true })).toEqual(['w']);
    expect(feedbackOn(truth, { kind: 'true-false', value: false })).toEqual(['r']);
  });
});
