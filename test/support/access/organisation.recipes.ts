import { uuidv7 } from 'uuidv7';
import type { RoleName } from '../../../src/platform/auth/actor.js';
import { byId, CHANGERS, OFFICERS_AND_AUDITOR, scoped, scopedList, signedIn, type Recipe } from './rules.js';

/** Acts on a unit: who may change it; to who may only read it, or not even that, it says so. */
const change = (why: string, body: object, roles: RoleName[] = CHANGERS): Recipe[] => [
  scoped({
    ...{ why, roles, callers: CHANGERS, allowed: [201, 403, 409, 422] },
    call: ({ subject }) => ({ path: { id: subject.unitId }, body }),
  }),
];

const PART = {
  ...{ code: 'PHAN-1', name: 'Phần một', tier: 'superior', kind: 'ldld-tinh', sector: 'state' },
  ...{ childIds: [], personIds: [], members: 0, workers: 0 },
};

/** Units and their tree. */
export const ORGANISATION: Record<string, Recipe[]> = {
  'GET /api/v1/organisation-kinds': [signedIn({ why: 'tiers and kinds are no secret', call: () => ({}) })],
  'GET /api/v1/organisations': [
    scopedList({
      ...{ why: 'units below the role', call: () => ({}), roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR },
      shows: ['child'],
    }),
    scoped({
      ...{ why: 'a page begins after a unit of the list', roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR },
      ...{ call: ({ subject }) => ({ query: { cursor: subject.unitId } }), hidden: [200] },
    }),
    scoped({
      ...{ why: 'units directly below one', roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR },
      ...{ call: ({ subject }) => ({ query: { parentId: subject.unitId } }), hidden: [200] },
    }),
    scopedList({
      ...{ why: 'the top of the tree', roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR },
      ...{ call: () => ({ query: { top: 'true', limit: '1' } }), shows: [] },
    }),
  ],
  'POST /api/v1/organisations': [
    scoped({
      ...{ why: 'a unit is founded below one in scope', roles: CHANGERS, callers: CHANGERS },
      ...{ allowed: [201, 409, 422], hidden: [404, 409, 422] },
      call: ({ subject }) => ({
        body: {
          ...{
            code: `M${subject.unitId.slice(-12).toUpperCase()}`,
            name: 'Đơn vị mới',
            tier: 'grassroots',
            kind: 'cdcs',
          },
          ...{ sector: 'non-state', parentId: subject.unitId, foundedOn: '2026-11-20' },
        },
      }),
    }),
  ],
  'GET /api/v1/organisations/{id}': [
    scoped({ why: 'a unit', call: byId('unitId'), roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR }),
  ],
  'GET /api/v1/organisations/{id}/history': [
    scoped({ why: 'its past', call: byId('unitId'), roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR }),
  ],
  'POST /api/v1/organisations/{id}/renaming': change('another name', { name: 'Tên khác', onDate: '2026-11-20' }),
  'POST /api/v1/organisations/{id}/move': change('another place', { parentId: uuidv7(), onDate: '2026-11-20' }),
  'POST /api/v1/organisations/{id}/abolition': change('its end', { onDate: '2026-11-20' }),
  'POST /api/v1/organisations/{id}/merger': [
    ...change('others come in', { unitIds: [uuidv7()], onDate: '2026-11-20' }),
    scoped({
      ...{ why: 'a unit outside the role looks unknown', roles: CHANGERS, callers: CHANGERS },
      ...{ allowed: [403, 422], hidden: [422], relations: ['ancestor', 'sibling', 'child', 'foreign'] },
      call: ({ subject, own }) => ({
        path: { id: own.unitId },
        body: { unitIds: [subject.unitId, uuidv7()], onDate: '2026-11-20' },
      }),
    }),
  ],
  'POST /api/v1/organisations/{id}/split': change('its parts', { ends: true, onDate: '2019-11-20', parts: [PART] }),
  'POST /api/v1/organisations/{id}/head-counts': change('a count', { onDate: '2026-11-20', members: 5, workers: 9 }),
};
