import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RECIPES } from '../support/access/recipes.js';
import type { Call, Recipe } from '../support/access/rules.js';
import {
  AccessWorld,
  ASKERS,
  markOf,
  RELATIONS,
  unknownTwin,
  type Asker,
  type Relation,
  type Subject,
} from '../support/access/access-world.js';
import type { Answer, HttpClient } from '../support/http-client.js';

/*
 * Who may see what, whoever asks and whatever it is about: every operation of the OpenAPI document, every role, and
 * every place in the tree. An operation that has no recipe fails, so a new endpoint can not be forgotten here.
 */

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const { paths } = JSON.parse(readFileSync(resolve('docs/openapi.json'), 'utf8')) as { paths: Record<string, object> };
const OPERATIONS = Object.entries(paths).flatMap(([path, methods]) =>
  METHODS.filter((method) => method in methods).map((method) => `${method.toUpperCase()} ${path}`),
);

let world: AccessWorld;
/** Which relation an id belongs to; ids of the askers and of their unit are nobody's secret. */
const relationOf = new Map<string, Relation>();

beforeAll(async () => {
  world = await AccessWorld.build();
  for (const [relation, subject] of world.subjects) {
    const ids = Object.entries(subject).filter(([key]) => !(relation === 'own' && key === 'unitId'));
    for (const [key, id] of ids as [string, string][]) if (key !== 'questionId') relationOf.set(id, relation);
  }
}, 60_000);
afterAll(() => world?.test.stop());

it('knows a rule for every operation of the document, and no other (else see test/support/access/*.recipes.ts)', () => {
  expect(OPERATIONS.length).toBeGreaterThan(40);
  expect(Object.keys(RECIPES).sort()).toEqual([...OPERATIONS].sort());
});

describe.each(OPERATIONS)('%s', (operation) => {
  it.each(ASKERS)('asked by %s', async (asker) => {
    const faults: string[] = [];
    const recipes = RECIPES[operation] ?? [];
    expect(recipes).not.toEqual([]);
    for (const recipe of recipes) {
      const client = await world.browser(asker);
      for (const relation of recipe.relations ?? RELATIONS) {
        const found = await trial({ client, operation, recipe, asker, relation });
        faults.push(...found.map((fault) => `${recipe.why}: ${relation}: ${fault}`));
      }
    }
    await world.tidy();
    expect(faults).toEqual([]);
  });
});

interface Trial {
  client: HttpClient;
  operation: string;
  recipe: Recipe;
  asker: Asker;
  relation: Relation;
}

/** One request, and when its subject is none of the asker's business, the same about something that does not exist. */
async function trial(given: Trial): Promise<string[]> {
  const { recipe, asker, relation } = given;
  const subject = world.subject(asker, relation);
  const answer = await send(given, subject);
  const faults: string[] = [];
  const isKnown = recipe.knows(asker, relation);
  const statuses = isKnown ? recipe.allowed : recipe.refused(asker);
  if (!statuses.includes(answer.status)) {
    faults.push(`answered ${answer.status} instead of ${statuses.join('/')}: ${answer.text.slice(0, 300)}`);
  }
  const visible = [...recipe.sees(asker), ...(recipe.discloses ? [relation] : [])];
  faults.push(...leaks(answer, visible).map((leak) => `leaks ${leak}`));
  const shown = (recipe.shows ?? []).filter((seen) => isKnown && visible.includes(seen));
  const absent = shown.filter((seen) => !answer.text.includes(markOf(seen)) && idsIn(answer, [seen]).length === 0);
  faults.push(...absent.map((seen) => `does not show ${seen}`));
  if (isKnown || relation === 'self') return faults;
  const unknown = await send(given, unknownTwin(subject));
  const [told, expected] = [plain(answer, subject), plain(unknown, unknownTwin(subject))];
  if (told !== expected) faults.push(`differs from an unknown id:\n  ${told}\n  ${expected}`);
  return faults;
}

async function send({ client, operation, recipe }: Trial, subject: Subject): Promise<Answer & { sent: string }> {
  if (recipe.forget) await world.test.database.dataSource.query(`DELETE FROM ${recipe.forget}`);
  const call: Call = recipe.call({ subject, own: world.subject('anonymous', 'own'), course: world.course });
  const [method, pattern] = operation.split(' ') as [Uppercase<(typeof METHODS)[number]>, string];
  const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(call.path?.[name] ?? ''));
  const query = new URLSearchParams(call.query).toString();
  const answer = await client.send(method, query ? `${path}?${query}` : path, call.body, call.headers);
  return { ...answer, sent: `${path} ${query} ${JSON.stringify(call.body)}` };
}

/** Marks and ids of relations that the asker may not see. An id that the request itself named tells nothing. */
function leaks(answer: Answer & { sent: string }, visible: Relation[]): string[] {
  const hidden = RELATIONS.filter((relation) => relation !== 'self' && !visible.includes(relation));
  const text = answer.text + JSON.stringify(answer.headers);
  const names = hidden.filter((relation) => text.includes(markOf(relation))).map(markOf);
  return [...names, ...idsIn(answer, hidden).filter((id) => !answer.sent.includes(id))];
}

function idsIn(answer: Answer, relations: Relation[]): string[] {
  return [...new Set(answer.text.match(UUID) ?? [])].filter((id) => {
    const relation = relationOf.get(id);
    return relation !== undefined && relations.includes(relation);
  });
}

/** An answer without what differs from request to request, and without the ids that the request named. */
function plain(answer: Answer & { sent: string }, subject: Subject): string {
  const named = Object.entries(subject) as [string, string][];
  const own = (answer.sent.match(UUID) ?? []).map((id, index): [string, string] => [`sent-${index}`, id]);
  const text = [...named, ...own].reduce((known, [key, id]) => known.replaceAll(id, `<${key}>`), answer.text);
  return `${answer.status} ${text.replace(/"traceId":"[^"]*"/g, '')}`;
}
