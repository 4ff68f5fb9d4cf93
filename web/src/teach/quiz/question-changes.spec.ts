import { describe, expect, it } from '@jest/globals';
import type { Question } from '../../api/draft-quizzes.js';
import { changed, keyOf } from './question-changes.js';

const question = (id: string, words = id): Question => ({
  ...{ line: 1, id, tags: [], title: words, stem: { format: 'markdown', text: words }, generalFeedback: null },
  ...{ kind: 'true-false', correct: true, feedbackRight: null, feedbackWrong: null },
});
const LIST = ['a', 'b', 'c'].map((id) => question(id));
const [A, B, C] = LIST as [Question, Question, Question];
const codes = (result: ReturnType<typeof changed>) =>
  'questions' in result ? result.questions.map(keyOf).join() : result;

describe('a change of the questions', () => {
  it('is made in the list as it is now, whatever others did to other questions', () => {
    const better = question('b', 'Rõ hơn');
    const now = [C, { ...B, line: 7 }, question('d')];
    expect(changed(now, { act: 'put', key: 'b', seen: B, question: better })).toEqual({
      questions: [C, better, question('d')],
    });
    const copy = { ...question('x'), id: null };
    expect(changed(LIST, { act: 'put', key: null, seen: null, question: copy, after: 'a' })).toEqual({
      questions: [A, copy, B, C],
    });
    expect(codes(changed(LIST, { act: 'put', key: null, seen: null, question: copy }))).toBe('a,b,c,#4');
    expect(codes(changed(LIST, { act: 'remove', key: 'b', seen: B }))).toBe('a,c');
    expect(codes(changed(LIST, { act: 'move', key: 'b', by: -1 }))).toBe('b,a,c');
    expect(codes(changed(LIST, { act: 'move', key: 'c', by: 1 }))).toBe('a,b,c');
  });

  it('is none where somebody else changed the same question, or took it away', () => {
    const theirs = question('b', 'Bản kia');
    const mine = { act: 'put' as const, key: 'b', seen: B, question: question('b', 'Bản này') };
    expect(changed([A, theirs], mine)).toEqual({ clash: theirs });
    expect(changed([A], mine)).toEqual({ clash: null });
    expect(changed([A, theirs], { act: 'remove', key: 'b', seen: B })).toEqual({ clash: theirs });
  });

  it('made twice is made once', () => {
    const better = question('b', 'Rõ hơn');
    expect(codes(changed([A, better], { act: 'put', key: 'b', seen: B, question: better }))).toBe('a,b');
    expect(codes(changed([A, C], { act: 'remove', key: 'b', seen: B }))).toBe('a,c');
  });
});
