import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { FieldFault } from '../../platform/problems/problem.js';
import { SOURCE_FORMATS } from './question-source.js';

type Schema = Record<string, unknown>;

const LONGEST = 20_000;
const object = (properties: Record<string, Schema>, optional: string[] = []): Schema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});
const list = (items: Schema, least = 1): Schema => ({ type: 'array', minItems: least, maxItems: 100, items });
const word = (maxLength: number): Schema => ({ type: 'string', minLength: 1, maxLength });
const nothing: Schema = { type: 'null' };
const orNull = (schema: Schema): Schema => ({ oneOf: [schema, nothing] });

const text = object({ format: { type: 'string', enum: SOURCE_FORMATS }, text: { type: 'string', maxLength: LONGEST } });
const worth = { percent: { type: 'number', minimum: -100, maximum: 100 }, feedback: orNull(text) };
const options = list(object({ text, ...worth }));
const words = list(object({ text: word(1000), ...worth }));
const numbers = list(object({ min: { type: 'number' }, max: { type: 'number' }, ...worth }));
const is = (kind: string): Schema => ({ type: 'string', enum: [kind] });
const flag: Schema = { type: 'boolean' };

const weight: Schema = { type: 'number', exclusiveMinimum: 0, maximum: 100 };
const blank: Schema = {
  oneOf: [
    object({ weight, kind: is('choice'), answers: options }),
    object({ weight, kind: is('short-answer'), answers: words, caseSensitive: flag }),
    object({ weight, kind: is('numeric'), answers: numbers }),
  ],
};

const about = {
  line: { type: 'integer', minimum: 0 },
  id: orNull({ type: 'string', pattern: '^[^\\s\\\\]{1,100}$' }),
  tags: {
    type: 'array',
    maxItems: 50,
    items: { type: 'string', pattern: '^[^\\s\\\\]([^\\n\\\\]{0,98}[^\\s\\\\])?$' },
  },
  title: word(300),
  stem: text,
  generalFeedback: orNull(text),
};

/** A question as source, in JSON (OpenAPI 3.1 and JSON Schema 2020-12): the same for requests, answers and their check. */
export const QUESTION_SCHEMA: Schema = {
  oneOf: [
    object({ ...about, kind: is('choice'), several: flag, answers: options }),
    object({
      ...about,
      kind: is('true-false'),
      correct: flag,
      feedbackWrong: orNull(text),
      feedbackRight: orNull(text),
    }),
    object({ ...about, kind: is('short-answer'), answers: words, caseSensitive: flag }, ['caseSensitive']),
    object({ ...about, kind: is('numeric'), answers: numbers, unit: word(50) }, ['unit']),
    object({ ...about, kind: is('matching'), pairs: list(object({ prompt: text, choice: word(1000) })) }),
    object({ ...about, kind: is('ordering'), items: list(text) }),
    object({ ...about, kind: is('cloze'), blanks: list(blank) }),
    object({
      ...about,
      kind: is('essay'),
      rubric: list(object({ criterion: text, points: { type: 'number', exclusiveMinimum: 0, maximum: 100 } })),
      minimumWords: orNull({ type: 'integer', minimum: 1, maximum: 2000 }),
      photo: flag,
    }),
  ],
};

const KIND = 'kind';
const validators = new Map(
  (QUESTION_SCHEMA['oneOf'] as { properties: Record<string, { enum?: string[] }> }[]).map((schema) => [
    schema.properties[KIND]?.enum?.[0] ?? '',
    new Ajv2020({ allErrors: false }).compile(schema),
  ]),
);

/** What keeps JSON from being questions; pointers begin at the list. Empty: it is a `QuestionSource[]`. */
export function shapeFaultsOf(questions: readonly unknown[]): FieldFault[] {
  return questions.flatMap((question, index) => {
    const kind = typeof question === 'object' && question !== null && KIND in question ? question.kind : undefined;
    const validate = typeof kind === 'string' ? validators.get(kind) : undefined;
    if (!validate) return [fault(`/${index}/${KIND}`, 'kind')];
    if (validate(question)) return [];
    return (validate.errors ?? [])
      .slice(0, 1)
      .map((error: ErrorObject) => fault(`/${index}${error.instancePath}`, error.message ?? ''));
  });
}

function fault(pointer: string, reason: string): FieldFault {
  return {
    pointer,
    detail: { vi: `Câu hỏi chưa đúng mẫu (${reason}).`, en: `The question does not have the right form (${reason}).` },
  };
}
