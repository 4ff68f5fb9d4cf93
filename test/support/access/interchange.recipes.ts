import { byId, CHANGERS, IN_SCOPE, OTHERS, scoped, scopedList, type Recipe } from './rules.js';
import type { Asker, Relation } from './access-world.js';

const isImporter = (asker: Asker) => CHANGERS.some((role) => role === asker);

/** A file that an officer sent: theirs alone, also before officers above and below. */
const ownFile = (given: Pick<Recipe, 'why' | 'call'> & Partial<Recipe>): Recipe => ({
  knows: (asker: Asker, relation: Relation) => isImporter(asker) && relation === 'self',
  refused: (asker: Asker) => (asker === 'anonymous' ? [401] : isImporter(asker) ? [404] : [403]),
  allowed: [200],
  sees: () => [],
  ...given,
});

const act = (why: string, allowed: number[], body: object = {}): Recipe[] => [
  ownFile({ why, allowed, call: ({ subject }) => ({ path: { id: subject.importId }, body }) }),
];

/** Register files in and out. */
export const INTERCHANGE: Record<string, Recipe[]> = {
  'POST /api/v1/imports': [
    ownFile({
      ...{ why: 'a file is sent as itself, and JSON is none', relations: ['self'], allowed: [415] },
      ...{ refused: () => [415], call: () => ({ query: { kind: 'people', fileName: 'x.csv' }, body: {} }) },
    }),
  ],
  'GET /api/v1/imports': [
    ownFile({ why: 'my own files', relations: ['self'], call: () => ({}) }),
    ownFile({
      ...{ why: 'a page begins after any id', relations: OTHERS, knows: isImporter },
      call: ({ subject }) => ({ query: { cursor: subject.importId } }),
    }),
  ],
  'GET /api/v1/imports/{id}': [ownFile({ why: 'a file', call: byId('importId') })],
  'GET /api/v1/imports/{id}/rows': [ownFile({ why: 'its rows', call: byId('importId') })],
  'GET /api/v1/imports/{id}/report': [ownFile({ why: 'its report', call: byId('importId'), allowed: [409] })],
  'POST /api/v1/imports/{id}/decisions': act('an answer', [422], { decisions: [{ row: 2, choice: 'new-person' }] }),
  'POST /api/v1/imports/{id}/application': act('writing it down', [409]),
  'POST /api/v1/imports/{id}/cancellation': act('putting it aside', [201]),
  'GET /api/v1/import-templates/{kind}': [
    ownFile({
      ...{ why: 'an empty sheet', relations: ['self'] },
      call: () => ({ path: { kind: 'people' }, query: { format: 'csv' } }),
    }),
  ],
  'POST /api/v1/exports': [
    scopedList({
      ...{ why: 'people of the units below the role', roles: CHANGERS, callers: CHANGERS, allowed: [201] },
      ...{ shows: IN_SCOPE, call: () => ({ body: { kind: 'people', format: 'csv' } }) },
    }),
    scopedList({
      ...{ why: 'units below the role', roles: CHANGERS, callers: CHANGERS, allowed: [201], shows: [] },
      call: () => ({ body: { kind: 'units', format: 'csv' } }),
    }),
    scoped({
      ...{ why: 'of one unit', roles: CHANGERS, callers: CHANGERS, allowed: [201] },
      call: ({ subject }) => ({ body: { kind: 'people', format: 'csv', organisationId: subject.unitId } }),
    }),
  ],
};
