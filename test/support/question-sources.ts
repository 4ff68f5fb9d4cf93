import fc from 'fast-check';
import { answerFaultsOf } from '../../src/question-bank/format/answer-rules.js';
import {
  SOURCE_FORMATS,
  type AnswerSource,
  type ClozeBlankSource,
  type QuestionSource,
  type SourceText,
} from '../../src/question-bank/format/question-source.js';

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
const about = fc.record({
  line: fc.constant(1),
  id: fc.option(mark),
  tags: fc.uniqueArray(mark, { maxLength: 3 }),
  title: written,
  stem: formatted(written),
  generalFeedback: feedback,
});

/** Questions that GIFT holds whole. */
export const giftQuestion: fc.Arbitrary<QuestionSource> = fc
  .tuple(about, answers)
  .map(([about, content]) => ({ ...about, ...content }));

/** Parts that not every format holds: a stem of their own for the gaps of a cloze. */
type Rest = AnswerSource & { stem?: SourceText };

const gap: fc.Arbitrary<ClozeBlankSource> = fc
  .tuple(
    fc.constantFrom(1, 2, 5, 0.5),
    fc.constantFrom('choice' as const, 'short-answer' as const, 'numeric' as const),
    withFullMarks(fc.array(fc.record({ text: formatted(written), percent, feedback }), { minLength: 2, maxLength: 4 })),
    fc.boolean(),
  )
  .map(([weight, kind, options, caseSensitive]) => {
    if (kind === 'choice') return { weight, kind, answers: options };
    if (kind === 'short-answer') {
      return {
        weight,
        kind,
        caseSensitive,
        answers: options.map(({ text, ...worth }) => ({ text: text.text, ...worth })),
      };
    }
    const numbers = options.map(({ percent, feedback }, index) => ({
      min: index,
      max: index + 0.5,
      percent,
      feedback,
    }));
    return { weight, kind, answers: numbers };
  });

const rest: fc.Arbitrary<Rest> = fc.oneof(
  fc.array(formatted(written), { minLength: 2, maxLength: 10 }).map((items): Rest => ({ kind: 'ordering', items })),
  fc.tuple(fc.array(gap, { minLength: 1, maxLength: 4 }), formatted(written)).map(([blanks, stem]): Rest => {
    const text = [stem.text, ...blanks.map((_, index) => `[[${index + 1}]]`)].join(' ');
    // Most lecturers write all texts of a question alike.
    const like = (each: SourceText) => ({ ...each, format: stem.format });
    const alike = blanks.map((blank): ClozeBlankSource => {
      const told = <T extends { feedback: SourceText | null }>(a: T) => ({
        ...a,
        feedback: a.feedback && like(a.feedback),
      });
      if (blank.kind === 'short-answer') return { ...blank, answers: blank.answers.map(told) };
      if (blank.kind === 'numeric') return { ...blank, answers: blank.answers.map(told) };
      return { ...blank, answers: blank.answers.map((a) => told({ ...a, text: like(a.text) })) };
    });
    return { kind: 'cloze', blanks: alike, stem: { ...stem, text } };
  }),
  fc
    .record({
      rubric: fc.array(fc.record({ criterion: formatted(written), points: fc.constantFrom(1, 2.5, 10) }), {
        minLength: 1,
        maxLength: 4,
      }),
      minimumWords: fc.option(fc.integer({ min: 1, max: 2000 })),
      photo: fc.boolean(),
    })
    .map((essay): Rest => ({ kind: 'essay', ...essay })),
  fc
    .record({ text: written, unit: written, value: fc.integer(), percent: fc.constantFrom(100) })
    .map(({ unit, value }): Rest => {
      return { kind: 'numeric', unit, answers: [{ min: value, max: value, percent: 100, feedback: null }] };
    }),
  written.map((text): Rest => {
    return { kind: 'short-answer', caseSensitive: true, answers: [{ text, percent: 100, feedback: null }] };
  }),
  fc.tuple(option, option).map(([a, b]): Rest => {
    return {
      kind: 'choice',
      several: true,
      answers: [
        { ...a, percent: 100 },
        { ...b, percent: 0 },
      ],
    };
  }),
);

/** Questions of every kind, sound but not such that every format holds them whole. */
export const anyQuestion: fc.Arbitrary<QuestionSource> = fc
  .oneof(
    giftQuestion,
    fc.tuple(about, rest).map(([about, content]): QuestionSource => ({ ...about, ...content })),
  )
  .filter((question) => answerFaultsOf(question).length === 0);

/** Questions as they are compared after a journey through a file. */
export function withoutLines(questions: QuestionSource[]): QuestionSource[] {
  return questions.map((each) => ({ ...each, line: 1 }));
}
