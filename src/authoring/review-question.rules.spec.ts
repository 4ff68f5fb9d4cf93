import { describe, expect, it } from '@jest/globals';
import { blocksOf, wordsOf } from './review-blocks.rules.js';
import { questionHtml } from './review-question.rules.js';
import { storyHtml } from './review-story.rules.js';

const words = (question: Parameters<typeof questionHtml>[0]) => wordsOf(questionHtml(question)).split('\n');

describe('a question for who judges it', () => {
  it('is one paragraph and names the right answers, their feedback and why', () => {
    const question = {
      body: { stem: '<p>Đi đường nào?</p>', options: ['Hoà giải', 'Toà án', 'Một nửa'] },
      answerKey: {
        kind: 'single' as const,
        ...{ weights: [1, 0, 0.5], feedback: [null, 'Chưa tới bước này.', null], general: 'Điều 188.' },
      },
      difficulty: 2,
    };
    expect(blocksOf(questionHtml(question))).toHaveLength(1);
    expect(words(question)).toEqual([
      'Đi đường nào?',
      '• ✓ Hoà giải',
      '• ✗ Toà án – Chưa tới bước này.',
      '• ✓ (50 %) Một nửa',
      'Điều 188.',
      'Độ khó: 2/3',
    ]);
  });

  it('of each other kind shows its key', () => {
    const common = { general: null };
    const ask = (body: object, answerKey: object) =>
      words({ body: { stem: 'Hỏi?', ...body }, answerKey: { ...common, ...answerKey } as never, difficulty: 1 }).slice(
        1,
        -1,
      );
    expect(ask({}, { kind: 'true-false', correct: false, feedbackWrong: null, feedbackRight: 'Phải.' })).toEqual([
      '• ✓ Sai – Phải.',
    ]);
    const typed = [{ text: 'a < b', percent: 100, feedback: null }];
    expect(ask({}, { kind: 'short-answer', answers: typed, caseSensitive: false })).toEqual(['• ✓ a < b']);
    const range = [{ min: 4.5, max: 5.5, percent: 100, feedback: null }];
    expect(ask({ unit: 'ngày' }, { kind: 'numeric', answers: range })).toEqual(['• ✓ 4,5 – 5,5 ngày']);
    expect(ask({ prompts: ['Toà'], choices: ['6', '1 năm'] }, { kind: 'matching', pairs: [1] })).toEqual([
      '• Toà → 1 năm',
    ]);
    expect(ask({ items: ['hai', 'một'] }, { kind: 'ordering', order: [1, 0] })).toEqual(['• một', '• hai']);
    const blank = { kind: 'choice', weight: 1, weights: [0, 1], feedback: [null, null] };
    expect(ask({ blanks: [{ kind: 'choice', choices: ['x', 'y'] }] }, { kind: 'cloze', blanks: [blank] })).toEqual([
      '(1)',
      '• ✗ x',
      '• ✓ y',
    ]);
    expect(ask({ rubric: [{ criterion: 'Đủ ý', points: 2.5 }] }, { kind: 'essay' })).toEqual(['• Đủ ý (2,5)']);
  });
});

describe('a story for who judges it', () => {
  it('is read part by part, choices included, without tags', () => {
    const story = JSON.stringify({
      inkVersion: 21,
      root: [
        ['^Mở đầu & <b>', '\n', { '#f': 1 }],
        'done',
        {
          gap: [
            '^Chị đến ',
            '^phòng họp.',
            '\n',
            'ev',
            'str',
            '^Nói thẳng',
            '/str',
            '/ev',
            '#',
            '^diem: 2',
            '/#',
            { 'c-0': ['^Chị nói.', '\n', null] },
          ],
        },
      ],
    });
    expect(blocksOf(storyHtml(story)).map((block) => block.words)).toEqual([
      'Mở đầu & <b>',
      'Chị đến phòng họp.\nNói thẳng\nChị nói.',
    ]);
    expect(storyHtml('{}')).toBe('');
  });
});
