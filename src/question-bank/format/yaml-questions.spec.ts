import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { conversionFaultOf, toParsedQuestion } from './question-conversion.js';
import { SOURCE_FORMATS, type AnswerSource, type QuestionSource } from './question-source.js';
import { printYamlQuestions, readYamlQuestion, type WrittenQuestion } from './yaml-questions.js';

const fits = new Ajv2020({ strict: true }).compile(
  JSON.parse(readFileSync(resolve('content/schemas/questions.schema.json'), 'utf8')) as object,
);

const line = fc
  .string({ unit: fc.constantFrom(...'ab đ:-#{}[]&*!|>\'"%@`,?01=~'), minLength: 1, maxLength: 30 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const written = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const text = fc.record({ format: fc.constantFrom(...SOURCE_FORMATS), text: written });
const worth = { percent: fc.constantFrom(100, 50, 0, -50, 33.33333), feedback: fc.option(text) };
const options = fc.array(fc.record({ text, ...worth }), { minLength: 1, maxLength: 4 });
const weight = fc.constantFrom(1, 2, 0.5);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const blank = fc.oneof(
  fc.record({ weight, kind: fc.constant('choice' as const), answers: options }),
  fc.record({
    weight,
    kind: fc.constant('short-answer' as const),
    caseSensitive: fc.boolean(),
    answers: fc.array(fc.record({ text: line, ...worth }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    weight,
    kind: fc.constant('numeric' as const),
    answers: fc.array(fc.record({ min: number, max: number, ...worth }), { minLength: 1, maxLength: 3 }),
  }),
);
const short = fc.array(fc.record({ text: line, ...worth }), { minLength: 1, maxLength: 3 });
const numbers = fc.array(fc.record({ min: number, max: number, ...worth }), { minLength: 1, maxLength: 3 });
const parts: fc.Arbitrary<AnswerSource> = fc.oneof(
  fc.record({ kind: fc.constant('choice' as const), several: fc.boolean(), answers: options }),
  fc.record({
    kind: fc.constant('true-false' as const),
    correct: fc.boolean(),
    feedbackWrong: fc.option(text),
    feedbackRight: fc.option(text),
  }),
  fc
    .tuple(short, fc.boolean())
    .map(([answers, exact]) => ({ kind: 'short-answer' as const, answers, ...(exact && { caseSensitive: true }) })),
  fc
    .tuple(numbers, fc.option(line))
    .map(([answers, unit]) => ({ kind: 'numeric' as const, answers, ...(unit !== null && { unit }) })),
  fc.record({
    kind: fc.constant('matching' as const),
    pairs: fc.array(fc.record({ prompt: text, choice: line }), { minLength: 2, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('ordering' as const), items: fc.array(text, { minLength: 2, maxLength: 6 }) }),
  fc.record({ kind: fc.constant('cloze' as const), blanks: fc.array(blank, { minLength: 1, maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('essay' as const),
    rubric: fc.array(fc.record({ criterion: text, points: fc.integer({ min: 1, max: 10 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    minimumWords: fc.option(fc.integer({ min: 1, max: 500 })),
    photo: fc.boolean(),
  }),
);
const question: fc.Arbitrary<QuestionSource> = fc
  .tuple(
    fc.record({
      line: fc.constant(1),
      id: fc.stringMatching(/^[a-z0-9-]{1,20}$/),
      tags: fc.array(fc.constantFrom('vn.blld.2019.d188', 'difficulty:2', 'tinh-huong'), { maxLength: 3 }),
      title: line,
      stem: text,
      generalFeedback: fc.option(text),
    }),
    parts,
  )
  .map(([about, content]) => ({ ...about, ...content }));

describe('a questions.yaml', () => {
  it('loses nothing on the way there and back, and fits its schema', () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 4 }), (questions) => {
        const data = parse(printYamlQuestions(questions)) as WrittenQuestion[];
        expect(fits(data)).toBe(true);
        expect(data.map((each) => readYamlQuestion(each, 1))).toEqual(questions);
      }),
      { numRuns: 300 },
    );
  });
});

const about = {
  line: 1,
  id: 'x',
  tags: ['vn.blld.2019.d188', 'difficulty:3', 'hoa-giai'],
  title: 'Câu',
  generalFeedback: null,
};
const plain = (words: string) => ({ format: 'markdown' as const, text: words });
const right = (words: string) => ({ text: plain(words), percent: 100, feedback: null });
const wrong = (words: string) => ({ text: plain(words), percent: 0, feedback: plain(`Không phải ${words}.`) });

describe('the conversion of an ordering', () => {
  it('stores the items by their letters and the right order in the key', () => {
    const items = ['Nộp đơn', 'Hoà giải', 'Toà án'].map(plain);
    const parsed = toParsedQuestion({ ...about, stem: plain('Xếp'), kind: 'ordering', items });
    expect(parsed.body.items).toEqual(['Hoà giải', 'Nộp đơn', 'Toà án']);
    expect(parsed.answerKey).toEqual({ kind: 'ordering', order: [1, 0, 2], general: null });
    expect(parsed).toMatchObject({ difficulty: 3, tags: ['hoa-giai'], citations: ['vn.blld.2019.d188'] });
  });

  it.each([[['một']], [['một', '**một**']], [['một', ' ']], [Array.from({ length: 11 }, String)]])(
    'refuses %j',
    (items) => {
      const source: QuestionSource = { ...about, stem: plain('Xếp'), kind: 'ordering', items: items.map(plain) };
      expect(conversionFaultOf(source)).not.toBeNull();
    },
  );
});

describe('the conversion of a cloze', () => {
  const choice = { weight: 2, kind: 'choice' as const, answers: [right('05 & 06'), wrong('07')] };
  const typed = {
    weight: 1,
    kind: 'short-answer' as const,
    caseSensitive: false,
    answers: [{ text: 'hoà giải viên', percent: 100, feedback: null }],
  };
  const cloze = (stem: string, blanks: (typeof choice | typeof typed)[]): QuestionSource => ({
    ...about,
    stem: plain(stem),
    kind: 'cloze',
    blanks,
  });

  it('puts an element where a gap is, never into a tag', () => {
    const text = '[[2]] có <b>[[1]]</b> ngày <img src="https://vi.du/a.png" alt="[[1]]">';
    const source = { ...cloze('', [choice, typed]), stem: { format: 'html' as const, text } };
    const { body, answerKey } = toParsedQuestion(source);
    expect(body.stem).toContain('<span data-blank="2">(2) ……</span> có <strong><span data-blank="1">(1) ……</span>');
    expect(body.stem).toContain('alt="[[1]]"');
    expect(body.blanks).toEqual([{ kind: 'choice', choices: ['05 & 06', '07'] }, { kind: 'short-answer' }]);
    expect(answerKey).toMatchObject({
      blanks: [{ weight: 2, weights: [1, 0], feedback: [null, 'Không phải 07.'] }, {}],
    });
  });

  it.each([
    ['a gap that is missing', cloze('[[1]]', [choice, typed])],
    ['a gap that stands twice', cloze('[[1]] [[2]] [[2]]', [choice, typed])],
    ['a gap without a key', cloze('[[1]] [[2]] [[3]]', [choice, typed])],
    ['a gap inside a tag only', cloze('[xem](https://vi.du "[[1]]")', [choice])],
    ['no weight', cloze('[[1]]', [{ ...choice, weight: 0 }])],
    ['no right answer', cloze('[[1]]', [{ ...choice, answers: [wrong('1'), wrong('2')] }])],
    ['two equal choices', cloze('[[1]]', [{ ...choice, answers: [right('1'), wrong('**1**')] }])],
    ['the wildcard', cloze('[[1]]', [{ ...typed, answers: [{ text: '*viên', percent: 100, feedback: null }] }])],
    ['no gap at all', cloze('Không có', [])],
  ])('refuses %s', (_, source) => {
    expect(conversionFaultOf(source)).not.toBeNull();
  });

  it('takes what is right', () => {
    expect(conversionFaultOf(cloze('[[1]] [[2]]', [choice, typed]))).toBeNull();
  });
});

describe('the conversion of an essay', () => {
  const essay = { ...about, stem: plain('Viết'), kind: 'essay' as const, minimumWords: 100, photo: true };
  const rubric = [{ criterion: plain('Đủ bước'), points: 2 }];

  it('shows the rubric to the learner', () => {
    expect(toParsedQuestion({ ...essay, rubric })).toMatchObject({
      body: { rubric: [{ criterion: 'Đủ bước', points: 2 }], minimumWords: 100, photo: true },
      answerKey: { kind: 'essay', general: null },
    });
  });

  it.each([
    { ...essay, rubric: [] },
    { ...essay, rubric: [{ criterion: plain('Đủ'), points: 0 }] },
    { ...essay, rubric, minimumWords: 0 },
    { ...essay, rubric, minimumWords: 3_000 },
  ])('refuses one without criteria, points or a length that can be written', (source) => {
    expect(conversionFaultOf(source)).not.toBeNull();
    expect(conversionFaultOf({ ...essay, rubric })).toBeNull();
  });
});
