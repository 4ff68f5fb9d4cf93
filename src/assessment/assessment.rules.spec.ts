import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnswerKey, BlankKey, QuestionResponse } from '../question-bank/entities/question-body.js';
import {
  closesAt,
  foldAnswer,
  gradeResponse,
  isClosed,
  percentOf,
  totalPoints,
  type GradableQuestion,
} from './assessment.rules.js';

const grade = (answerKey: AnswerKey, response: QuestionResponse | null, unit?: string) =>
  gradeResponse({ answerKey, body: unit === undefined ? {} : { unit } }, response);

/** A question, a response of its shape, the response that is all right, and how to reorder both. */
interface Case {
  question: GradableQuestion;
  response: QuestionResponse;
  right: QuestionResponse;
  empty: QuestionResponse | null;
}

const general = null;
type ChoiceKey = Extract<AnswerKey, { weights: number[] }>;
const indexes = (length: number) => fc.subarray(Array.from({ length }, (_, index) => index));

const single: fc.Arbitrary<Case> = fc
  .integer({ min: 2, max: 6 })
  .chain((length) =>
    fc.record({
      weights: fc.array(fc.constantFrom<number[]>(-1, -0.5, 0, 0.5), { minLength: length, maxLength: length }),
      best: fc.nat(length - 1),
      option: fc.nat(length - 1),
    }),
  )
  .map(({ weights, best, option }) => ({
    question: { answerKey: { kind: 'single', weights: weights.with(best, 1), feedback: [], general }, body: {} },
    response: { kind: 'single', option },
    right: { kind: 'single', option: best },
    empty: null,
  }));

const multiple: fc.Arbitrary<Case> = fc
  .record({ right: fc.integer({ min: 1, max: 5 }), wrong: fc.nat(4), decimals: fc.constantFrom(3, 5, 9) })
  .chain(({ right, wrong, decimals }) => {
    const share = Math.round((1 / right) * 10 ** decimals) / 10 ** decimals;
    const weights = [...Array<number>(right).fill(share), ...Array<number>(wrong).fill(-share)];
    return fc.record({
      weights: fc.shuffledSubarray(weights, { minLength: weights.length }),
      options: indexes(weights.length),
    });
  })
  .map(({ weights, options }) => ({
    question: { answerKey: { kind: 'multiple', weights, feedback: [], general }, body: {} },
    response: { kind: 'multiple', options },
    right: { kind: 'multiple', options: weights.flatMap((weight, index) => (weight > 0 ? [index] : [])) },
    empty: { kind: 'multiple', options: [] },
  }));

const matching: fc.Arbitrary<Case> = fc
  .integer({ min: 1, max: 6 })
  .chain((length) =>
    fc.record({
      pairs: fc.array(fc.nat(7), { minLength: length, maxLength: length }),
      choices: fc.array(fc.option(fc.nat(7)), { minLength: length, maxLength: length }),
    }),
  )
  .map(({ pairs, choices }) => ({
    question: { answerKey: { kind: 'matching', pairs, general }, body: {} },
    response: { kind: 'matching', choices },
    right: { kind: 'matching', choices: pairs },
    empty: { kind: 'matching', choices: pairs.map(() => null) },
  }));

const trueFalse: fc.Arbitrary<Case> = fc.tuple(fc.boolean(), fc.boolean()).map(([correct, value]) => ({
  question: { answerKey: { kind: 'true-false', correct, feedbackWrong: null, feedbackRight: null, general }, body: {} },
  response: { kind: 'true-false', value },
  right: { kind: 'true-false', value: correct },
  empty: null,
}));

const shortAnswer: fc.Arbitrary<Case> = fc
  .record({
    text: fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== ''),
    typed: fc.string(),
  })
  .map(({ text, typed }) => ({
    question: {
      answerKey: {
        kind: 'short-answer',
        answers: [{ text, percent: 100, feedback: null }],
        caseSensitive: false,
        general,
      },
      body: {},
    },
    response: { kind: 'short-answer', text: typed },
    right: { kind: 'short-answer', text },
    empty: { kind: 'short-answer', text: '' },
  }));

const numeric: fc.Arbitrary<Case> = fc
  .record({ at: fc.integer({ min: -1e6, max: 1e6 }), width: fc.nat(100), typed: fc.string() })
  .map(({ at, width, typed }) => ({
    question: {
      answerKey: { kind: 'numeric', answers: [{ min: at, max: at + width, percent: 100, feedback: null }], general },
      body: {},
    },
    response: { kind: 'numeric', text: typed },
    right: { kind: 'numeric', text: String(at) },
    empty: { kind: 'numeric', text: '' },
  }));

const ordering: fc.Arbitrary<Case> = fc
  .integer({ min: 2, max: 8 })
  .chain((length) => {
    const order = fc.shuffledSubarray([...Array(length).keys()], { minLength: length });
    return fc.record({ right: order, given: order });
  })
  .map(({ right, given }) => ({
    question: { answerKey: { kind: 'ordering', order: right, general }, body: {} },
    response: { kind: 'ordering', order: given },
    right: { kind: 'ordering', order: right },
    empty: null,
  }));

const gap = fc
  .oneof(choiceGap(), shortAnswer, numeric)
  .chain((made) => fc.record({ made: fc.constant(made), weight: fc.integer({ min: 1, max: 5 }) }));
const cloze: fc.Arbitrary<Case> = fc.array(gap, { minLength: 1, maxLength: 4 }).map((gaps) => ({
  question: {
    answerKey: {
      kind: 'cloze',
      blanks: gaps.map(({ made, weight }) => ({ ...made.question.answerKey, weight }) as BlankKey),
      general,
    },
    body: {},
  },
  response: { kind: 'cloze', blanks: gaps.map(({ made }) => valueOf(made.response)) },
  right: { kind: 'cloze', blanks: gaps.map(({ made }) => valueOf(made.right)) },
  empty: { kind: 'cloze', blanks: gaps.map(() => null) },
}));

function choiceGap(): fc.Arbitrary<Case> {
  return single.map(({ question, ...rest }) => {
    const key = question.answerKey as ChoiceKey;
    return { ...rest, question: { ...question, answerKey: { ...key, kind: 'choice' } as unknown as AnswerKey } };
  });
}

function valueOf(response: QuestionResponse): number | string | null {
  if (response.kind === 'single') return response.option;
  return 'text' in response ? response.text : null;
}

const cases = fc.oneof(single, multiple, matching, trueFalse, shortAnswer, numeric, ordering, cloze);

describe('gradeResponse', () => {
  it('gives between 0 and 1, all of it for all right, nothing for nothing', () => {
    fc.assert(
      fc.property(cases, ({ question, response, right, empty }) => {
        const points = gradeResponse(question, response);
        expect(points >= 0 && points <= 1).toBe(true);
        expect(gradeResponse(question, right)).toBe(1);
        expect(gradeResponse(question, null)).toBe(0);
        expect(gradeResponse(question, empty)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the options, nor on that of the choosing', () => {
    const reordered = multiple.chain((given) => {
      const { weights } = given.question.answerKey as ChoiceKey;
      const order = fc.shuffledSubarray([...weights.keys()], { minLength: weights.length });
      return fc.tuple(fc.constant(given), fc.constant(weights), order);
    });
    fc.assert(
      fc.property(reordered, ([{ question, response }, weights, order]) => {
        const chosen = (response as Extract<QuestionResponse, { kind: 'multiple' }>).options;
        const options = chosen.map((index) => order.indexOf(index)).reverse();
        const key: AnswerKey = { kind: 'multiple', weights: order.map((at) => weights[at]!), feedback: [], general };
        expect(grade(key, { kind: 'multiple', options })).toBe(gradeResponse(question, response));
      }),
    );
  });

  it('gives nothing for a response of another kind', () => {
    fc.assert(
      fc.property(cases, cases, ({ question }, { right }) => {
        fc.pre(question.answerKey.kind !== right.kind);
        expect(gradeResponse(question, right)).toBe(0);
      }),
    );
  });

  it('adds weights as Moodle does: wrong choices cost, below nothing there is nothing', () => {
    const key: AnswerKey = { kind: 'multiple', weights: [0.5, -0.5, 0.5, -0.5], feedback: [], general };
    const points = (...options: number[]) => grade(key, { kind: 'multiple', options });
    expect([points(0), points(0, 2), points(0, 1), points(0, 1, 2), points(1, 3), points(0, 1, 2, 3)]).toEqual([
      0.5, 1, 0, 0.5, 0, 0,
    ]);
    const thirds: AnswerKey = { kind: 'multiple', weights: [0.33333, 0.33333, 0.33333], feedback: [], general };
    expect(grade(thirds, { kind: 'multiple', options: [0, 1, 2] })).toBe(1);
    expect(grade(thirds, { kind: 'multiple', options: [0] })).toBe(0.333333);
  });

  it('weighs the gaps of a cloze; a wrong choice costs nothing elsewhere', () => {
    const key: AnswerKey = {
      kind: 'cloze',
      blanks: [
        { weight: 2, kind: 'choice', weights: [-1, 1, 0.5], feedback: [] },
        {
          weight: 1,
          kind: 'short-answer',
          answers: [{ text: 'hoà giải viên', percent: 100, feedback: null }],
          caseSensitive: false,
        },
        { weight: 1, kind: 'numeric', answers: [{ min: 5, max: 5, percent: 100, feedback: null }] },
      ],
      general,
    };
    const points = (...blanks: (number | string | null)[]) => grade(key, { kind: 'cloze', blanks });
    expect([points(1, 'Hòa giải viên', '5'), points(1, null, null), points(2, '', '05'), points(0, 'x', '5')]).toEqual([
      1, 0.5, 0.5, 0.25,
    ]);
    expect(points('1', 5, 1)).toBe(0);
  });

  it('takes the best answer of the key that a text matches', () => {
    const answers = [
      { text: 'hoà giải viên', percent: 50, feedback: null },
      { text: 'Hoà giải viên lao động', percent: 100, feedback: null },
    ];
    const key: AnswerKey = { kind: 'short-answer', answers, caseSensitive: false, general };
    const points = (text: string) => grade(key, { kind: 'short-answer', text });
    expect(points('  HOÀ giải   viên\tlao động ')).toBe(1);
    expect(points('hòa giải viên lao động'.normalize('NFD'))).toBe(1);
    expect(points('hoà giải viên')).toBe(0.5);
    expect(points('hoa giai vien lao dong')).toBe(0);
    expect(grade({ ...key, caseSensitive: true }, { kind: 'short-answer', text: 'hoà giải viên lao động' })).toBe(0);
  });

  it('takes a number in either way of writing, with or without its unit', () => {
    const key: AnswerKey = {
      kind: 'numeric',
      answers: [
        { min: 1234.4, max: 1234.6, percent: 100, feedback: null },
        { min: 1200, max: 1300, percent: 25, feedback: null },
      ],
      general,
    };
    const points = (text: string, unit?: string) => grade(key, { kind: 'numeric', text }, unit);
    expect(['1.234,5', '1,234.5', '1234,5', '1234.5'].map((text) => points(text))).toEqual([1, 1, 1, 1]);
    expect([points('1.234'), points('1234,5 giờ', 'giờ'), points('1234,5 giờ'), points('khoảng 1234,5')]).toEqual([
      0.25, 1, 0, 0,
    ]);
    const narrow: AnswerKey = {
      kind: 'numeric',
      answers: [{ min: 0.1 + 0.2, max: 0.1 + 0.2, percent: 100, feedback: null }],
      general,
    };
    expect(grade(narrow, { kind: 'numeric', text: '0,3' })).toBe(1);
  });
});

describe('foldAnswer', () => {
  it('keeps diacritics apart, and joins the two places of a tone', () => {
    expect(foldAnswer('quyền', false)).not.toBe(foldAnswer('quyên', false));
    for (const [old, modern] of [
      ['hòa', 'hoà'],
      ['Thủy', 'thuỷ'],
      ['xóe', 'xoé'],
      ['QÚY', 'quý'],
    ]) {
      expect(foldAnswer(old!, false)).toBe(foldAnswer(modern!, false));
    }
    expect(foldAnswer('của', false)).toBe('của');
  });
});

describe('the percent of a paper', () => {
  it('reaches 70 with thirds of points, and does not reach it a hair below', () => {
    expect(percentOf(totalPoints([1, 1, 1, 1, 1, 1, 0.333333, 0.333333, 0.333333, 0]), 10)).toBe(70);
    expect(percentOf(6.9996, 10)).toBe(69.99);
    expect([percentOf(7, 10), percentOf(2, 3), percentOf(0, 10), percentOf(10, 10), percentOf(0, 0)]).toEqual([
      70, 66.66, 0, 100, 0,
    ]);
  });

  it('grows with points and stays between 0 and 100', () => {
    const points = fc.integer({ min: 0, max: 100_000 }).map((units) => units / 10_000);
    fc.assert(
      fc.property(points, points, (a, b) => {
        const [less, more] = [percentOf(Math.min(a, b), 10), percentOf(Math.max(a, b), 10)];
        expect(less >= 0 && less <= more && more <= 100).toBe(true);
      }),
    );
  });
});

describe('the deadline', () => {
  it('includes the last instant of its grace', () => {
    const closing = closesAt(new Date('2026-11-21T02:20:00Z'), 30);
    expect(isClosed(closing, new Date('2026-11-21T02:20:30.000Z'))).toBe(false);
    expect(isClosed(closing, new Date('2026-11-21T02:20:30.001Z'))).toBe(true);
    expect(isClosed(closesAt(null, 30), new Date('2126-01-01T00:00:00Z'))).toBe(false);
  });
});
