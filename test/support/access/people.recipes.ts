import type { RoleName } from '../../../src/platform/auth/actor.js';
import type { Relation } from './access-world.js';
import {
  byId,
  CHANGERS,
  OFFICERS,
  OFFICERS_AND_AUDITOR,
  ofOrganisation,
  OTHERS,
  OWN_LIST,
  scoped,
  scopedList,
  signedIn,
  type Recipe,
} from './rules.js';

/** Those who read people of the units they answer for; they do not answer for themselves, who hold no office. */
const READING = { roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR, relations: OTHERS };
const CHANGING = { roles: CHANGERS, callers: CHANGERS, relations: OTHERS };

/** For requests that name the own unit beside the subject. */
const NOT_OWN: Relation[] = ['ancestor', 'sibling', 'child', 'foreign'];

const ERASERS: RoleName[] = ['federation-officer', 'administrator'];
const GRANTING = { roles: OFFICERS, callers: OFFICERS, relations: OTHERS };
/** Of the test's clock. */
const TODAY = '2026-11-21';

const OFFICE = { titleCode: 'to-truong', validFrom: '2026-11-20' };

/** People, their offices and what they may do. */
export const PEOPLE: Record<string, Recipe[]> = {
  'GET /api/v1/people': [
    scopedList({
      ...{ why: 'people in the units below', call: () => ({}), roles: OFFICERS_AND_AUDITOR },
      callers: OFFICERS_AND_AUDITOR,
    }),
    scoped({ why: 'of one unit', call: ({ subject }) => ({ query: { organisationId: subject.unitId } }), ...READING }),
    scoped({
      ...{ why: 'a search finds only those in scope', ...READING, relations: ['self'], shows: ['own', 'child'] },
      ...{ hidden: [200], call: () => ({ query: { q: 'mark' } }) },
    }),
    scoped({
      ...{ why: 'on another day, too', ...READING, relations: ['self'], hidden: [200] },
      call: () => ({ query: { asOf: '2026-02-01', titleCode: 'uy-vien-bch' } }),
    }),
    scoped({
      ...{ why: 'a page begins after a person of the list', ...READING, hidden: [200] },
      call: ({ subject }) => ({ query: { cursor: subject.personId } }),
    }),
  ],
  'POST /api/v1/people': [
    scoped({
      ...{ why: 'a person enters a unit in scope', ...CHANGING, allowed: [201, 409] },
      call: ({ subject }) => ({
        body: { fullName: 'Người mới', birthDate: '1990-01-01', office: { organisationId: subject.unitId, ...OFFICE } },
      }),
    }),
  ],
  'GET /api/v1/people/{id}': [scoped({ why: 'a person in office', call: byId('personId'), ...READING })],
  'PATCH /api/v1/people/{id}': [
    scoped({
      ...{ why: 'their record is corrected', ...CHANGING },
      call: ({ subject }) => ({ path: { id: subject.personId }, body: { gender: 'female' } }),
    }),
  ],
  'POST /api/v1/people/{id}/unmasking': [
    scoped({
      ...{ why: 'a look with a reason', roles: OFFICERS, callers: OFFICERS, relations: OTHERS, allowed: [201] },
      call: ({ subject }) => ({ path: { id: subject.personId }, body: { reason: 'Gọi báo lịch học' } }),
    }),
  ],
  'GET /api/v1/office-titles': [signedIn({ why: 'the catalogue of offices', call: () => ({}) })],
  'GET /api/v1/organisations/{id}/offices': [
    scoped({ why: 'who holds which office', call: byId('unitId'), ...READING }),
    scoped({
      ...{ why: 'a page begins after a term of the unit', ...READING },
      call: ({ subject }) => ({ path: { id: subject.unitId }, query: { cursor: subject.officeTermId } }),
    }),
  ],
  'POST /api/v1/organisations/{id}/offices': [
    scoped({
      ...{ why: 'an office in a unit in scope', ...CHANGING, allowed: [201, 409] },
      call: ({ subject, own }) => ({ path: { id: subject.unitId }, body: { personId: own.personId, ...OFFICE } }),
    }),
    scoped({
      ...{ why: 'for a person in scope', ...CHANGING, allowed: [201, 409], relations: NOT_OWN },
      call: ({ subject, own }) => ({ path: { id: own.unitId }, body: { personId: subject.personId, ...OFFICE } }),
    }),
  ],
  'POST /api/v1/office-terms/{id}/end': [
    scoped({
      ...{ why: 'an office in a unit in scope ends', ...CHANGING, allowed: [422] },
      // Before it began: whoever may know the term is told so, and the next asker finds it as it was.
      call: ({ subject }) => ({ path: { id: subject.officeTermId }, body: { onDate: '2025-12-31' } }),
    }),
  ],
  'GET /api/v1/role-grants': [
    scopedList({
      ...{ why: 'roles in the units below', call: () => ({}), roles: OFFICERS_AND_AUDITOR },
      callers: OFFICERS_AND_AUDITOR,
    }),
    scoped({ why: 'of one unit', call: ofOrganisation, ...READING }),
    scoped({
      ...{ why: 'of one person', ...READING, hidden: [200] },
      call: ({ subject }) => ({ query: { personId: subject.personId } }),
    }),
  ],
  'POST /api/v1/role-grants': [
    scoped({
      ...{ why: 'a role on a unit in scope', ...GRANTING, allowed: [201, 409] },
      call: ({ subject, own }) => ({
        body: { personId: own.personId, role: 'lecturer', organisationId: subject.unitId, validFrom: TODAY },
      }),
    }),
    scoped({
      ...{ why: 'to a person in scope', ...GRANTING, relations: NOT_OWN, allowed: [201, 409] },
      call: ({ subject, own }) => ({
        body: { personId: subject.personId, role: 'lecturer', organisationId: own.unitId, validFrom: TODAY },
      }),
    }),
    scoped({
      ...{ why: 'never a stronger one', ...GRANTING, allowed: [201, 403, 409] },
      call: ({ subject, own }) => ({
        body: { personId: own.personId, role: 'auditor', organisationId: subject.unitId, validFrom: TODAY },
      }),
    }),
  ],
  'POST /api/v1/role-grants/{id}/revocation': [
    scoped({
      why: 'a role on a unit in scope',
      call: ({ subject }) => ({ path: { id: subject.roleGrantId }, body: {} }),
      ...GRANTING,
      allowed: [204],
    }),
  ],
  'POST /api/v1/people/{id}/erasure': [
    scoped({
      ...{ why: 'not while they hold an office', roles: ERASERS, callers: ERASERS, relations: OTHERS, allowed: [409] },
      call: ({ subject }) => ({ path: { id: subject.personId }, body: { reason: 'Theo yêu cầu của người đó' } }),
    }),
  ],
  'POST /api/v1/correction-requests': [
    signedIn({
      ...{ why: 'about my own data', allowed: [201, 409] },
      call: () => ({ body: { field: 'other', note: 'Sai đơn vị' } }),
    }),
  ],
  'GET /api/v1/own-correction-requests': [signedIn({ why: OWN_LIST, call: () => ({}) })],
  'GET /api/v1/correction-requests': [
    scopedList({ why: 'what people below ask for', call: () => ({}), roles: CHANGERS, callers: CHANGERS }),
    scoped({
      ...{ why: 'a page begins after a request of the list', ...CHANGING, hidden: [200] },
      call: ({ subject }) => ({ query: { cursor: subject.correctionRequestId } }),
    }),
  ],
  'POST /api/v1/correction-requests/{id}/decision': [
    scoped({
      ...{ why: 'a request of somebody in scope; a rejection says why', ...CHANGING, allowed: [422] },
      call: ({ subject }) => ({ path: { id: subject.correctionRequestId }, body: { decision: 'reject' } }),
    }),
  ],
};
