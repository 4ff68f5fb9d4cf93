import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Text } from '../../platform/problems/problem.js';
import { SCHEMA_NAMES, type SchemaName } from './schema-list.js';
import { sentenceOf } from './schema-words.js';

/** One departure from a schema. */
export interface SchemaFault {
  /** From the root of the data to the value. */
  path: (string | number)[];
  /** The key that is not allowed in the value at `path`, when that is the fault. */
  key?: string;
  message: Text;
}

/** The JSON Schemas of content/schemas: the same files serve editors, CI and the importer. */
export class Schemas {
  private readonly validators = new Map<SchemaName, ValidateFunction>();

  private constructor(private readonly texts: Map<SchemaName, string>) {}

  static async read(root: string): Promise<Schemas> {
    const files = await Promise.all(
      SCHEMA_NAMES.map((name) => readFile(join(root, 'schemas', `${name}.schema.json`), 'utf8')),
    );
    return new Schemas(new Map(SCHEMA_NAMES.map((name, index) => [name, files[index] ?? ''])));
  }

  /** All texts, to tell whether any schema changed. */
  text(): string {
    return [...this.texts.values()].join('\n');
  }

  /** Every departure of the data from a schema; empty when it fits. */
  faultsOf(name: SchemaName, data: unknown): SchemaFault[] {
    const validate = this.validator(name);
    if (validate(data)) return [];
    // `if` only repeats what the branch it led to has said.
    return (validate.errors ?? []).filter((error) => error.keyword !== 'if').map((error) => faultOf(name, error));
  }

  /** Compiled when first needed: compiling takes longer than a start with unchanged content may. */
  private validator(name: SchemaName): ValidateFunction {
    const known = this.validators.get(name);
    if (known) return known;
    const ajv = new Ajv2020({ allErrors: true, strict: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(this.texts.get(name) ?? '') as object);
    this.validators.set(name, validate);
    return validate;
  }
}

function faultOf(schema: SchemaName, error: ErrorObject): SchemaFault {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const { additionalProperty } = error.params as { additionalProperty?: string };
  const sentence = sentenceOf(schema, path, error);
  if (sentence) return { path, message: sentence };
  const place = path.join('.');
  const { vi, en } = messageOf(error);
  return {
    path,
    ...(additionalProperty === undefined ? {} : { key: additionalProperty }),
    message: { vi: place ? `Mục ${place}: ${vi}` : `${capital(vi)}`, en: place ? `${place}: ${en}` : capital(en) },
  };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const TYPES: Record<string, string> = {
  string: 'chữ (đặt trong dấu nháy nếu là số hoặc ngày)',
  integer: 'số nguyên',
  number: 'số',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'nhóm mục con',
  null: 'null',
};

function messageOf({ keyword, params, message }: ErrorObject): Text {
  const given = params as Record<string, unknown>;
  const said = (name: string) => {
    const value = given[name];
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  const vi: Record<string, () => string> = {
    required: () => `thiếu mục "${said('missingProperty')}".`,
    additionalProperties: () => `có mục lạ "${said('additionalProperty')}".`,
    type: () => `phải là ${TYPES[said('type')] ?? said('type')}.`,
    enum: () => `phải là một trong: ${(given['allowedValues'] as unknown[]).join(', ')}.`,
    const: () => `phải là ${said('allowedValue')}.`,
    pattern: () => `không đúng dạng ${said('pattern')}.`,
    format: () => `không đúng dạng ${said('format')}.`,
    minLength: () => 'không được để trống.',
    minItems: () => `cần ít nhất ${said('limit')} phần tử.`,
    oneOf: () => 'cần đúng một trong các cách viết được phép.',
    minProperties: () => `cần ít nhất ${said('limit')} mục con.`,
    uniqueItems: () => 'có phần tử bị lặp.',
    minimum: () => `không được nhỏ hơn ${said('limit')}.`,
    maximum: () => `không được lớn hơn ${said('limit')}.`,
    'false schema': () => 'không được có ở đây.',
  };
  const detail = keyword === 'additionalProperties' ? ` "${said('additionalProperty')}"` : '';
  const allowed = keyword === 'enum' ? `: ${(given['allowedValues'] as unknown[]).join(', ')}` : '';
  return { vi: vi[keyword]?.() ?? 'chưa đúng.', en: `${message ?? 'is not valid'}${detail}${allowed}.` };
}
