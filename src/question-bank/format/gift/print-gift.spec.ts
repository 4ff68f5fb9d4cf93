import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SOURCE_FORMATS, type AnswerSource, type QuestionSource, type SourceText } from '../question-source.js';
import { parseGift } from './parse-gift.js';
import { printGift } from './print-gift.js';

/** What `parseGift` can give: NFC, trimmed, not empty, no control characters. */
const written = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc
      .array(fc.constantFrom(...'{}=~#:\\%[]*/-. \n', '50%', '[html]', '//', 'Đình công', '####', '::'), {
        maxLength: 8,
      })
      .map((parts) => parts.join('')),
  )
  .map((text) =>
    text
      .replace(/[^\P{Cc}\n]/gu, '')
      .normalize('NFC')
      .trim(),
  )
  .filter((text) => text !== '' && text.normalize('NFC') === text);
const withoutArrow = written.filter((text) => !text.includes('->'));

const formatted = (text: fc.Arbitrary<string>): fc.Arbitrary<SourceText> =>
  fc.record({ format: fc.constantFrom(...SOURCE_FORMATS), text });
const feedback = fc.option(formatted(written));
const percent = fc.constantFrom(100, 90, 50, 33.33333, 0, -12.5, -100);

/** One answer is worth 100. */
const withFullMarks = <T extends { percent: number }>(answers: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> =>
  fc
    .tuple(answers, fc.nat())
    .map(([all, nth]) => all.map((a, i) => (i === nth % all.length ? { ...a, percent: 100 } : a)));

const option = fc.record({ text: formatted(written), percent, feedback });
const several = fc
  .tuple(
    fc.constantFrom([50, 50], [33.33333, 33.33333, 33.33333], [60, 40], [25, 25, 25, 25]),
    fc.array(fc.constantFrom(0, -50, -100)),
  )
  .chain(([right, wrong]) =>
    fc.tuple(...[...right, ...wrong].map((worth) => option.map((o) => ({ ...o, percent: worth })))),
  );
type GiftAnswers = Exclude<AnswerSource, { kind: 'ordering' | 'cloze' | 'essay' }>;
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);

const answers: fc.Arbitrary<GiftAnswers> = fc.oneof(
  withFullMarks(fc.array(option, { minLength: 2, maxLength: 6 })).map((all) => ({
    kind: 'choice' as const,
    several: false,
    answers: all,
  })),
  several.map((all) => ({ kind: 'choice' as const, several: true, answers: all })),
  fc.record({
    kind: fc.constant('true-false' as const),
    correct: fc.boolean(),
    feedbackWrong: feedback,
    feedbackRight: feedback,
  }),
  withFullMarks(fc.array(fc.record({ text: withoutArrow, percent, feedback }), { minLength: 1, maxLength: 5 })).map(
    (all) => ({
      kind: 'short-answer' as const,
      answers: all,
    }),
  ),
  withFullMarks(
    fc.array(
      fc
        .oneof(
          fc.tuple(finite, finite).map(([a, b]) => ({ min: Math.min(a, b) + 0, max: Math.max(a, b) + 0 })),
          fc.integer().map((n) => ({ min: n, max: n })),
        )
        .chain((bounds) => fc.record({ percent, feedback }).map((worth) => ({ ...bounds, ...worth }))),
      { minLength: 1, maxLength: 5 },
    ),
  ).chain((some) =>
    fc.option(feedback).map((wrong) => ({
      kind: 'numeric' as const,
      answers:
        wrong === null
          ? some
          : [...some, { min: -Number.MAX_VALUE, max: Number.MAX_VALUE, percent: 0, feedback: wrong }],
    })),
  ),
  fc.record({
    kind: fc.constant('matching' as const),
    pairs: fc.array(fc.record({ prompt: formatted(withoutArrow), choice: written }), { minLength: 2, maxLength: 6 }),
  }),
);

const mark = fc.string({ unit: fc.constantFrom(...'abc-.0189đ]'), minLength: 1, maxLength: 20 });
const question: fc.Arbitrary<QuestionSource> = fc
  .tuple(
    fc.record({
      line: fc.constant(1),
      id: fc.option(mark),
      tags: fc.array(mark, { maxLength: 3 }),
      title: written,
      stem: formatted(written),
      generalFeedback: feedback,
    }),
    answers,
  )
  .map(([about, content]) => ({ ...about, ...content }));

const withoutLines = (questions: QuestionSource[]) => questions.map((each) => ({ ...each, line: 1 }));

describe('printGift', () => {
  it('loses nothing on the way there and back', () => {
    fc.assert(
      fc.property(fc.array(question, { maxLength: 5 }), (questions) => {
        const printed = printGift(questions);
        expect(printed.losses).toEqual([]);
        const { questions: parsed, faults } = parseGift(printed.text);
        expect(faults).toEqual([]);
        expect(withoutLines(parsed)).toEqual(questions);
      }),
      { numRuns: 1_000 },
    );
  });

  it('writes what a lecturer would write', () => {
    const source = [
      '// [id:tcld-001] [tag:vn.blld.2019.d188]',
      '::Hạn\\: bao nhiêu::[markdown]Trong bao **nhiêu** ngày? {#',
      '=%100%5#Đúng.',
      '=%0%7..9',
      '~#Sai.',
      '####Khoản 2 Điều 188.',
      '}',
      '',
    ].join('\n');
    expect(printGift(parseGift(source).questions).text).toBe(source);
  });

  it('says plainly that it has no form for ordering, several gaps and essays', () => {
    const [like] = parseGift('::a::Câu {T}').questions;
    if (!like) throw new Error('Not what was written');
    const plain = (text: string) => ({ format: 'plain' as const, text });
    const { text, losses } = printGift([
      { ...like, title: 'o', kind: 'ordering', items: [plain('một'), plain('hai')] },
      { ...like, title: 'c', kind: 'cloze', blanks: [] },
      { ...like, title: 'e', kind: 'essay', rubric: [], minimumWords: null, photo: false },
      like,
    ]);
    expect(parseGift(text).questions.map((each) => each.title)).toEqual(['a']);
    expect(losses.map(({ question, message }) => `${question.title}: ${message.en}`)).toEqual([
      'o: GIFT has no ordering questions.',
      'c: GIFT has no questions with several gaps.',
      'e: GIFT cannot hold the rubric of an essay.',
    ]);
  });

  it('says which questions GIFT cannot hold', () => {
    const [kept, lost] = parseGift('::a::Câu {T}\n\n// [id:x]\n::b::Câu {=đúng}').questions;
    if (kept?.kind !== 'true-false' || lost?.kind !== 'short-answer') throw new Error('Not what was written');
    const { text, losses } = printGift([
      kept,
      { ...lost, answers: [{ text: 'a -> b', percent: 100, feedback: null }] },
    ]);
    expect(parseGift(text).questions.map((each) => each.title)).toEqual(['a']);
    expect(losses).toEqual([
      {
        question: { id: 'x', title: 'b' },
        message: expect.objectContaining({ vi: expect.any(String) }),
      },
    ]);
  });
});
