import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessWorld } from '../support/access/access-world.js';
import { RECIPES } from '../support/access/recipes.js';
import type { Call, Recipe } from '../support/access/rules.js';

/*
 * SQL, HTML, formulas, what is invisible and what no text can be, in every field of every operation of the OpenAPI
 * document: nothing breaks, nothing comes back as a page, and the register keeps no text that deceives its reader.
 * A new field is tried by itself, as the fields are those of the document.
 */

const HOSTILE = [
  `x'; DROP TABLE person; --`,
  `' OR '1'='1`,
  `<script>alert(1)</script>`,
  '=HYPERLINK("http://x.example")',
  `\u202e\u2066Nguyễn Thị Mận\u200b`.normalize('NFD'),
  '%_\\',
  'a\u0000b',
  '\ud800',
  '9'.repeat(5000),
];
/** What a person or a program must not be misled by where it stands in a text of the register. */
const DECEPTIVE = '[\u202a-\u202e\u2066-\u2069\u200b]';

interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}
interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const { paths, components } = JSON.parse(readFileSync(resolve('docs/openapi.json'), 'utf8')) as Document;
const OPERATIONS = Object.entries(paths).flatMap(([path, methods]) =>
  METHODS.filter((method) => method in methods).map((method): [string, Operation] => [
    `${method.toUpperCase()} ${path}`,
    methods[method] ?? {},
  ]),
);

type Way = (string | number)[];

/** Ways to every text in a body of this shape. */
function textsOf(schema: Schema, way: Way = [], depth = 0): Way[] {
  if (depth > 5) return [];
  const shape = schema.$ref ? (components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
  const inside = (part: Schema, ...step: Way) => textsOf(part, [...way, ...step], depth + 1);
  return [
    ...([shape.type].flat().includes('string') ? [way] : []),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])].flatMap((part) => inside(part)),
    ...Object.entries(shape.properties ?? {}).flatMap(([key, part]) => inside(part, key)),
    ...(shape.items ? inside(shape.items, 0) : []),
  ];
}

/** The same value with this word at the end of the way; what is missing on the way is made. */
function withWord(value: unknown, [step, ...rest]: Way, word: string): unknown {
  if (step === undefined) return word;
  if (typeof step === 'number') {
    const items = Array.isArray(value) ? (value as unknown[]) : [];
    return [withWord(items[0], rest, word), ...items.slice(1)];
  }
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return { ...fields, [step]: withWord(fields[step], rest, word) };
}

/** Each request with the word in one of its fields. */
function attacks(call: Call, { parameters = [], requestBody }: Operation, word: string): [string, Call][] {
  const schema = requestBody?.content['application/json']?.schema;
  return [
    ...parameters
      .filter(({ in: place }) => place !== 'header')
      .map(({ name, in: place }): [string, Call] => {
        const part = place === 'path' ? 'path' : 'query';
        return [name, { ...call, [part]: { ...call[part], [name]: word } }];
      }),
    ...(schema ? textsOf(schema) : []).map((way): [string, Call] => [
      way.join('.'),
      { ...call, body: withWord(call.body, way, word) },
    ]),
  ];
}

let world: AccessWorld;
beforeAll(async () => {
  world = await AccessWorld.build();
}, 60_000);
afterAll(() => world?.test.stop());

async function faultsOf(name: string, operation: Operation, recipe: Recipe): Promise<string[]> {
  const [method, pattern] = name.split(' ') as [Uppercase<(typeof METHODS)[number]>, string];
  const asker = 'administrator';
  const subject = world.subject(asker, (recipe.relations ?? ['own'])[0] ?? 'own');
  const call = recipe.call({ subject, own: world.subject(asker, 'own'), course: world.course });
  const client = await world.browser(asker);
  const faults: string[] = [];
  for (const word of HOSTILE) {
    for (const [field, { path, query, body }] of attacks(call, operation, word)) {
      if (recipe.forget) await world.test.database.dataSource.query(`DELETE FROM ${recipe.forget}`);
      const safe = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
      const address = pattern.replace(/\{(\w+)\}/g, (_, key: string) => safe(path?.[key] ?? ''));
      const asked = Object.entries(query ?? {}).map(([key, value]) => `${key}=${safe(value)}`);
      const answer = await client.send(method, [address, asked.join('&')].filter(Boolean).join('?'), body);
      const isPage = String(answer.headers['content-type'] ?? '').includes('html');
      if (answer.status >= 500 || isPage) {
        faults.push(`${field} = ${JSON.stringify(word.slice(0, 40))}: ${answer.status} ${answer.text.slice(0, 200)}`);
      }
    }
  }
  return faults;
}

describe('whatever is in a field', () => {
  it.each(OPERATIONS)(
    '%s answers it',
    async (name, operation) => {
      const faults: string[] = [];
      for (const recipe of RECIPES[name] ?? []) faults.push(...(await faultsOf(name, operation, recipe)));
      await world.tidy();
      expect(faults).toEqual([]);
    },
    60_000,
  );

  it('the register keeps nothing that deceives its reader, and all is composed', async () => {
    const { dataSource } = world.test.database;
    const columns = await dataSource.query<{ relation: string; name: string }[]>(
      `SELECT quote_ident(c.table_name) AS relation, quote_ident(c.column_name) AS name
         FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
          AND c.data_type IN ('text', 'character varying')`,
    );
    expect(columns.length).toBeGreaterThan(100);
    const found: string[] = [];
    for (const { relation, name } of columns) {
      const [row] = await dataSource.query<{ text: string }[]>(
        `SELECT ${name} AS text FROM ${relation} WHERE ${name} ~ $1 OR ${name} IS NOT NFC NORMALIZED LIMIT 1`,
        [DECEPTIVE],
      );
      if (row) found.push(`${relation}.${name}: ${JSON.stringify(row.text.slice(0, 80))}`);
    }
    expect(found).toEqual([]);
    const [{ people }] = await dataSource.query<[{ people: number }]>('SELECT count(*)::int AS people FROM person');
    expect(people).toBeGreaterThan(10);
  });
});
