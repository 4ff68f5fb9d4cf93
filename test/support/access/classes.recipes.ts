import type { Relation } from './access-world.js';
import {
  byId,
  CLASS_OPENERS,
  OFFICERS,
  OFFICERS_AND_AUDITOR,
  OTHERS,
  OWN_LIST,
  scoped,
  scopedList,
  signedIn,
  type Call,
  type Place,
  type Recipe,
} from './rules.js';

const NEW_SESSION = {
  title: 'Buổi 1',
  mode: 'online',
  startsAt: '2026-12-01T02:00:00Z',
  endsAt: '2026-12-01T04:00:00Z',
};

/** For requests that name the own unit beside the subject. */
const NOT_OWN: Relation[] = ['ancestor', 'sibling', 'child', 'foreign'];

/** A class of the asker's own unit. */
const newClass = ({ own, course }: Place, part: { lecturerIds?: string[]; hostId?: string }): Call => ({
  body: {
    ...{ name: 'Lớp mới', courseSlug: course.slug, organiserId: own.unitId, capacity: 5, sessions: [NEW_SESSION] },
    ...part,
  },
});

/** Classes, sessions and attendance. */
export const CLASSES: Record<string, Recipe[]> = {
  'GET /api/v1/classes': [
    signedIn({ why: 'classes one may register for are open to all, those that are closed are not', call: () => ({}) }),
    signedIn({ why: 'classes that I teach', call: () => ({ query: { as: 'lecturer' } }) }),
    scopedList({
      ...{ why: 'classes of the units below the role', roles: OFFICERS_AND_AUDITOR },
      call: () => ({ query: { as: 'officer' } }),
    }),
  ],
  'POST /api/v1/classes': [
    scoped({
      ...{ why: 'a unit outside the role looks unknown', roles: CLASS_OPENERS, callers: CLASS_OPENERS },
      ...{ allowed: [201], hidden: [422] },
      call: ({ subject, course }) => ({
        body: {
          ...{ name: 'Lớp mới', courseSlug: course.slug, organiserId: subject.unitId, capacity: 5 },
          sessions: [NEW_SESSION],
        },
      }),
    }),
    scoped({
      ...{ why: 'a lecturer outside the role looks unknown', roles: CLASS_OPENERS, callers: CLASS_OPENERS },
      ...{ relations: OTHERS, allowed: [201], hidden: [422] },
      call: (place) => newClass(place, { lecturerIds: [place.subject.personId] }),
    }),
    scoped({
      ...{ why: 'a host outside the role looks unknown', roles: CLASS_OPENERS, callers: CLASS_OPENERS },
      ...{ relations: OTHERS, allowed: [201], hidden: [422] },
      call: (place) => newClass(place, { hostId: place.subject.unitId }),
    }),
  ],
  'GET /api/v1/classes/lecturers': [
    scoped({
      ...{ why: 'lecturers for a unit that one opens classes for', roles: CLASS_OPENERS, callers: CLASS_OPENERS },
      ...{ relations: OTHERS, sees: () => [] },
      call: ({ subject, course }) => ({
        query: { courseSlug: course.slug, organiserId: subject.unitId, from: '2026-12-01', to: '2026-12-01', q: 'zz' },
      }),
    }),
  ],
  'GET /api/v1/classes/{id}': [
    scoped({ why: 'a closed class', call: byId('classId'), roles: OFFICERS_AND_AUDITOR, selfToo: 'all' }),
  ],
  'POST /api/v1/classes/{id}/registrations': [
    scoped({
      ...{ why: 'nobody learns of a closed class by registering', roles: OFFICERS_AND_AUDITOR, selfToo: 'all' },
      ...{ call: ({ subject }) => ({ ...byId('classId')({ subject } as Place), body: {} }), allowed: [200, 201, 409] },
    }),
    scoped({
      ...{ why: 'others are registered by who runs the class', roles: OFFICERS, selfToo: ['lecturer'] },
      call: ({ subject }) => ({ path: { id: subject.classId }, body: { personId: subject.personId } }),
      allowed: [200, 201, 409],
    }),
    scoped({
      ...{ why: 'somebody for whom one does not answer has no seat to get', roles: OFFICERS, relations: NOT_OWN },
      call: ({ subject, own }) => ({ path: { id: own.classId }, body: { personId: subject.personId } }),
      allowed: [200, 201, 409],
    }),
  ],
  'GET /api/v1/classes/{id}/roster': [
    scoped({
      ...{ why: 'who runs or audits the class', call: byId('classId'), roles: OFFICERS_AND_AUDITOR },
      ...{ selfToo: ['lecturer'], callers: [...OFFICERS_AND_AUDITOR, 'lecturer'] },
    }),
  ],
  'GET /api/v1/class-sessions/{id}/code': [
    scoped({
      ...{ why: 'who runs the class', call: byId('sessionId'), roles: OFFICERS },
      ...{ selfToo: ['lecturer'], callers: [...OFFICERS, 'lecturer'] },
    }),
  ],
  'POST /api/v1/class-sessions/{id}/marks': [
    scoped({
      ...{ why: 'who runs the class', roles: OFFICERS, selfToo: ['lecturer'], callers: [...OFFICERS, 'lecturer'] },
      call: ({ subject }) => ({
        path: { id: subject.sessionId },
        body: { personId: subject.personId, mark: 'excused', reason: 'nghỉ phép' },
      }),
    }),
    scoped({
      ...{ why: 'somebody without a seat looks like nobody', roles: [], callers: [...OFFICERS, 'lecturer'] },
      ...{ relations: ['ancestor', 'sibling', 'child', 'foreign'], hidden: [404, 409], sees: () => [] },
      call: ({ subject, own }) => ({
        path: { id: own.sessionId },
        body: { personId: subject.personId, mark: 'excused', reason: 'nghỉ phép' },
      }),
    }),
  ],
  'GET /api/v1/schedule': [signedIn({ why: OWN_LIST, call: () => ({}) })],
  'POST /api/v1/check-ins': [
    signedIn({
      ...{ why: 'digits open sessions of my own only', allowed: [422], forget: 'check_in_throttle' },
      call: () => ({ body: { sixDigits: 'không' } }),
    }),
  ],
};
