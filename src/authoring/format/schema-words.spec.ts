import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { fieldName } from './schema-names.js';
import type { SchemaName } from './schema-list.js';
import { Schemas } from './schemas.js';

/** Of what the studio can write. */
const STUDIO: SchemaName[] = ['course', 'module', 'lesson', 'quiz', 'questions', 'scenario'];

type Node = Record<string, unknown>;

let schemas: Schemas;

beforeAll(async () => {
  schemas = await Schemas.read(resolve('content'));
});

/** Paths of everything that a schema knows or requires, places in lists left out. */
function fieldsOf(root: Node): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (node: unknown, path: string[]): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const part of node) walk(part, path);
      return;
    }
    const { $ref, properties, required, ...rest } = node as Node;
    if (typeof $ref === 'string') {
      const key = `${$ref} ${path.join('.')}`;
      if (!seen.has(key)) {
        seen.add(key);
        walk((root['$defs'] as Node)[$ref.split('/').at(-1) ?? ''], path);
      }
    }
    for (const name of (required as string[] | undefined) ?? []) found.add([...path, name].join('.'));
    for (const [name, part] of Object.entries((properties as Node | undefined) ?? {})) {
      found.add([...path, name].join('.'));
      walk(part, [...path, name]);
    }
    for (const [key, part] of Object.entries(rest)) if (key !== '$defs') walk(part, path);
  };
  walk(root, []);
  return found;
}

describe('faults of content files in words', () => {
  it.each(STUDIO)('every field of %s has a name in both languages', async (schema) => {
    const text = await readFile(resolve('content/schemas', `${schema}.schema.json`), 'utf8');
    const fields = [...fieldsOf(JSON.parse(text) as Node)];
    expect(fields.length).toBeGreaterThan(2);
    const nameless = fields.filter((path) => fieldName(schema, path.split('.')) === null);
    expect(nameless).toEqual([]);
  });

  it.each(STUDIO)('an empty %s says sentence by sentence what is missing, without names of files', (schema) => {
    const faults = schemas.faultsOf(schema, schema === 'questions' ? [{}] : {});
    expect(faults.length).toBeGreaterThan(1);
    for (const { message } of faults) {
      expect(message.vi).toMatch(/^(Câu 1: chưa|Chưa) ghi \p{Ll}.*\.$/u);
      expect(message.en).toMatch(/^(Question 1: not|Not) filled in yet: [a-z].*\.$/);
    }
  });

  it.each<[SchemaName, object, string, string]>([
    ['course', { topics: [] }, 'Chưa ghi chủ đề của khoá học.', 'Not filled in yet: topics of the course.'],
    ['course', { title: { vi: ' ' } }, 'Chưa ghi tên khoá học.', 'Not filled in yet: title of the course.'],
    [
      ...(['course', { title: { vi: 'A', en: '' } }] as [SchemaName, object]),
      ...(['Chưa ghi tên khoá học bằng tiếng Anh.', 'Not filled in yet: title of the course in English.'] as const),
    ],
    [
      ...(['course', { estimatedMinutes: 0 }] as [SchemaName, object]),
      'Số phút để học hết khoá không được nhỏ hơn 1.',
      'Minutes to learn the whole course: must not be less than 1.',
    ],
    [
      ...(['course', { asOf: 'hôm nay' }] as [SchemaName, object]),
      'Ngày kiểm tra luật của khoá học phải là một ngày, ví dụ 2026-11-21.',
      'Day on which the law of the course was checked: must be a day, such as 2026-11-21.',
    ],
    [
      ...(['lesson', { kind: 'video', video: 'http://x' }] as [SchemaName, object]),
      'Địa chỉ video phải là địa chỉ bắt đầu bằng https://.',
      'Address of the video: must be an address that begins with https://.',
    ],
    [
      ...(['lesson', { minutes: 'năm' }] as [SchemaName, object]),
      'Số phút để đọc bài phải là số nguyên.',
      'Minutes to read the lesson: must be a whole number.',
    ],
    [
      'module',
      { summary: {} },
      'Chưa ghi giới thiệu ngắn của chuyên đề.',
      'Not filled in yet: short introduction to the module.',
    ],
  ])('%s %j', (schema, data, vi, en) => {
    expect(schemas.faultsOf(schema, data).map(({ message }) => message)).toContainEqual({ vi, en });
  });

  it('names a question by its number, and what it does not know as it stands in the file', () => {
    const [fault] = schemas.faultsOf('questions', [
      { kind: 'ordering', id: 'a', title: 'A', stem: 'A', items: ['x', 'y'] },
      { kind: 'ordering', id: 'b', title: 'B', stem: 'B', items: ['x'] },
    ]);
    expect(fault?.message.vi).toBe('Câu 2: các mục cần sắp xếp cần ít nhất 2 mục.');
    const odd = schemas.faultsOf('module', { title: { vi: 'A' }, summary: { vi: 'B' }, langue: 'vi' });
    expect(odd.map(({ message }) => message.vi)).toEqual(['Có mục lạ "langue".']);
  });
});
