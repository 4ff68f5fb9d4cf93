import type { ErrorObject } from 'ajv';
import type { Text } from '../../platform/problems/problem.js';
import { fieldName } from './schema-names.js';
import type { SchemaName } from './schema-list.js';

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const TYPES: Record<string, readonly [string, string]> = {
  string: ['chữ', 'text'],
  integer: ['số nguyên', 'a whole number'],
  number: ['số', 'a number'],
  boolean: ['có hoặc không (true, false)', 'yes or no (true, false)'],
  array: ['danh sách', 'a list'],
  object: ['nhóm mục con', 'a group of fields'],
  null: ['để trống', 'left empty'],
};

/** What a pattern or format asks for, by a sign of it. */
const SHAPES: readonly [sign: RegExp, vi: string, en: string][] = [
  [/^date$|\\d\{4\}/, 'phải là một ngày, ví dụ 2026-11-21', 'must be a day, such as 2026-11-21'],
  [/^uri$|https/, 'phải là địa chỉ bắt đầu bằng https://', 'must be an address that begins with https://'],
  [/^\^vn/, 'có điều luật ghi chưa đúng mã', 'holds an article whose code is not right'],
  [/gift/, 'ghi chưa đúng tên tệp câu hỏi', 'does not name a file of questions'],
  [/a-z0-9/, 'chỉ gồm chữ thường không dấu, số và gạch nối', 'has only small letters, digits and hyphens'],
];

interface Limits {
  limit?: number;
  type?: string | string[];
  allowedValues?: unknown[];
  allowedValue?: unknown;
  pattern?: string;
  format?: string;
}

type Words = readonly [vi: string, en: string];

function ofType({ type = '' }: Limits): Words {
  const names = [type].flat().map((name) => TYPES[name] ?? ([name, name] as const));
  return [`phải là ${names.map(([vi]) => vi).join(' hoặc ')}`, `must be ${names.map(([, en]) => en).join(' or ')}`];
}

function ofShape({ pattern, format }: Limits): Words {
  const sign = pattern ?? format ?? '';
  const [, vi, en] = SHAPES.find(([known]) => known.test(sign)) ?? [
    null,
    'viết chưa đúng dạng',
    'has not the right form',
  ];
  return [vi, en];
}

const oneOf = ({ allowedValues = [] }: Limits): Words => [
  `phải là một trong: ${allowedValues.join(', ')}`,
  `must be one of: ${allowedValues.join(', ')}`,
];

/** What is wrong with a field, to stand after its name. */
const WRONG: Record<string, (limits: Limits) => Words> = {
  type: ofType,
  enum: oneOf,
  const: ({ allowedValue }) => [`phải là ${String(allowedValue)}`, `must be ${String(allowedValue)}`],
  pattern: ofShape,
  format: ofShape,
  minItems: ({ limit }) => [`cần ít nhất ${limit} mục`, `needs at least ${limit}`],
  maxLength: ({ limit }) => [`dài hơn ${limit} ký tự`, `is longer than ${limit} characters`],
  oneOf: () => ['viết chưa đúng cách', 'is not written in one of the ways allowed'],
  uniqueItems: () => ['có mục bị lặp', 'has something twice'],
  minimum: ({ limit }) => [`không được nhỏ hơn ${limit}`, `must not be less than ${limit}`],
  maximum: ({ limit }) => [`không được lớn hơn ${limit}`, `must not be more than ${limit}`],
  'false schema': () => ['không ghi ở đây', 'does not belong here'],
};

/** An empty text or list is one that nobody has filled in yet. */
function isEmpty({ keyword, params }: ErrorObject): boolean {
  const { limit, pattern } = params as Limits;
  const asksForOne = ['minItems', 'minLength', 'minProperties'].includes(keyword) && limit === 1;
  return keyword === 'required' || asksForOne || (keyword === 'pattern' && pattern === '\\S');
}

/**
 * A departure from a schema as a sentence that names the field as the screen does: “Chưa ghi chủ đề của khoá học.” Null
 * for fields without a name there.
 * @param path from the root of the data to the value
 */
export function sentenceOf(schema: SchemaName, path: (string | number)[], error: ErrorObject): Text | null {
  const params = error.params as Limits & { missingProperty?: string };
  const field = params.missingProperty === undefined ? path : [...path, params.missingProperty];
  const name = fieldName(schema, field);
  if (!name) return null;
  const [first] = path;
  const isQuestion = schema === 'questions' && typeof first === 'number';
  const place: Words = isQuestion ? [`Câu ${first + 1}: `, `Question ${first + 1}: `] : ['', ''];
  const said = (vi: string, en: string): Text => ({
    vi: place[0] + (isQuestion ? vi : capital(vi)),
    en: place[1] + (isQuestion ? en : capital(en)),
  });
  if (isEmpty(error)) return said(`chưa ghi ${name[0]}.`, `not filled in yet: ${name[1]}.`);
  const wrong = WRONG[error.keyword];
  if (!wrong) return null;
  const [vi, en] = wrong(params);
  return said(`${name[0]} ${vi}.`, `${name[1]}: ${en}.`);
}
