import { uuidv7 } from 'uuidv7';
import type { RoleName } from '../../src/platform/auth/actor.js';
import type { Asker, Relation, Subject } from './access-world.js';
import { PRACTICE, type QuizCourse } from './quiz-course.js';

/** One request about a subject. `[method, address]` stand in the recipe's key. */
export interface Call {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
}

/** What a request is made from: its subject, the subject of the asker's own unit, and the course that all take. */
export interface Place {
  subject: Subject;
  own: Subject;
  course: QuizCourse;
}

/** A rule for one way of calling an operation. */
export interface Recipe {
  /** The rule in words. */
  why: string;
  call: (place: Place) => Call;
  /** Relations to try; all unless given. */
  relations?: Relation[];
  /** Whether this asker may know of what stands in this relation; else the answer must be that for an unknown id. */
  knows: (asker: Asker, relation: Relation) => boolean;
  /** Statuses of who knows, and of who does not. */
  allowed: number[];
  refused: (asker: Asker) => number[];
  /** Names and ids that may appear in any of the asker's answers. */
  sees: (asker: Asker) => Relation[];
  /** What the answer must show to an asker who sees it: an empty list leaks nothing and proves nothing. */
  shows?: Relation[];
  /** The answer may tell about the subject that the request names. */
  discloses?: boolean;
  /** Counters of failures to forget before each request. */
  forget?: 'sign_in_throttle' | 'check_in_throttle';
}

/** A role on a unit reaches the unit and what is below it. */
const IN_SCOPE: Relation[] = ['own', 'child'];
const OFFICERS: RoleName[] = ['school-officer', 'unit-officer', 'federation-officer', 'administrator'];
const OFFICERS_AND_AUDITOR: RoleName[] = [...OFFICERS, 'auditor'];
const AUDIT_READERS: RoleName[] = ['auditor', 'unit-officer', 'federation-officer', 'administrator'];
const CHANGERS: RoleName[] = ['unit-officer', 'federation-officer', 'administrator'];
const CLASS_OPENERS: RoleName[] = ['school-officer', 'federation-officer', 'administrator'];

const isOneOf = (roles: readonly RoleName[], asker: Asker) => roles.some((role) => role === asker);
const unlessAnonymous = (statuses: number[]) => (asker: Asker) => (asker === 'anonymous' ? [401] : statuses);

type Given = Pick<Recipe, 'why' | 'call'> & Partial<Recipe>;

/** Whoever is signed in gets the same, and nothing in it belongs to a person or unit of the world. */
function signedIn(given: Given): Recipe {
  return {
    relations: ['self'],
    knows: (asker) => asker !== 'anonymous',
    allowed: [200],
    refused: unlessAnonymous([]),
    sees: () => [],
    ...given,
  };
}

/** Only the person themselves: to officers, too, it is as if it were not there. */
function ownOnly(given: Given): Recipe {
  return {
    knows: (asker, relation) => asker !== 'anonymous' && relation === 'self',
    allowed: [200],
    refused: unlessAnonymous([404]),
    sees: () => [],
    ...given,
  };
}

/**
 * These roles, within their subtree. `selfToo`: those who are themselves concerned; `callers`: roles that hold the
 * permission, when not everybody does.
 */
function scoped(
  given: Given & { roles: RoleName[]; selfToo?: RoleName[] | 'all'; callers?: RoleName[]; hidden?: number[] },
): Recipe {
  const { roles, selfToo = [], callers, hidden = [404], ...recipe } = given;
  const mayCall = (asker: Asker) => callers === undefined || isOneOf(callers, asker);
  return {
    knows: (asker, relation) => {
      if (asker === 'anonymous') return false;
      if (relation === 'self') return selfToo === 'all' || isOneOf([...selfToo, ...roles], asker);
      return isOneOf(roles, asker) && IN_SCOPE.includes(relation);
    },
    allowed: [200],
    refused: (asker) => (asker === 'anonymous' ? [401] : mayCall(asker) ? hidden : [403]),
    sees: (asker) => (isOneOf(roles, asker) ? IN_SCOPE : []),
    ...recipe,
  };
}

/** A list of what these roles answer for; with `callers`, others are refused, else they get an empty list. */
function scopedList(given: Given & { roles: RoleName[]; callers?: RoleName[] }): Recipe {
  return scoped({ relations: ['self'], hidden: [200], shows: IN_SCOPE, ...given });
}

const CONTENT = 'learning material and law are for everybody with an account';
const OWN_LIST = 'lists what belongs to who asks, without naming anybody';
const LEARNING = 'what somebody learns and answers is theirs alone';
const ANSWER = { response: { kind: 'single', chosen: 0 } };

/** A device's report of every kind about a subject; each must be refused as one about nothing. */
function reports({ subject, course }: Place): Call {
  const at = { occurredAt: '2026-11-21T02:00:00Z', deviceId: 'phone' };
  const { attemptId, enrolmentId, questionId, sessionId } = subject;
  const items = [
    { kind: 'answer', payload: { attemptId, questionId, ...ANSWER } },
    { kind: 'submit-attempt', payload: { attemptId } },
    { kind: 'progress', payload: { enrolmentId, lessonId: course.lessonIds[0], done: true, position: 1 } },
    {
      kind: 'heartbeat',
      payload: { classSessionId: sessionId, from: '2026-11-21T01:58:00Z', to: '2026-11-21T01:59:00Z' },
    },
    { kind: 'check-in', payload: { classSessionId: sessionId, sixDigits: 'không' } },
  ];
  return { body: { items: items.map((item) => ({ id: uuidv7(), ...at, ...item })) } };
}

const byId = (field: keyof Subject) => (place: Place) => ({ path: { id: place.subject[field] } });
const ofOrganisation = ({ subject }: Place) => ({ query: { organisationId: subject.unitId } });
const NEW_SESSION = {
  title: 'Buổi 1',
  mode: 'online',
  startsAt: '2026-12-01T02:00:00Z',
  endsAt: '2026-12-01T04:00:00Z',
};

/** Acts on a unit: who may change it; to who may only read it, or not even that, it says so. */
const change = (why: string, body: object, roles: RoleName[] = CHANGERS): Recipe[] => [
  scoped({
    ...{ why, roles, callers: CHANGERS, allowed: [201, 403, 409, 422] },
    call: ({ subject }) => ({ path: { id: subject.unitId }, body }),
  }),
];

/** Every operation of the OpenAPI document, with the rules it must keep. One that is missing here fails the build. */
export const RECIPES: Record<string, Recipe[]> = {
  'GET /api/v1/organisations': [
    scopedList({
      ...{ why: 'units below the role', call: () => ({}), roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR },
      shows: ['child'],
    }),
    scoped({
      ...{ why: 'a page begins after a unit of the list', roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR },
      ...{ call: ({ subject }) => ({ query: { cursor: subject.unitId } }), hidden: [200] },
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
  'POST /api/v1/organisations/{id}/head-counts': change('a count', { onDate: '2026-11-20', members: 5, workers: 9 }),
  'GET /api/v1/personal-data': [signedIn({ why: 'everything of my own', call: () => ({}) })],
  'POST /api/v1/session': [
    {
      ...{ why: 'nobody learns whether a name has an account', knows: () => false, allowed: [], sees: () => [] },
      ...{ refused: () => [401], forget: 'sign_in_throttle' },
      call: ({ subject }) => ({ body: { name: subject.login, password: 'không phải' } }),
    },
  ],
  'GET /api/v1/session': [signedIn({ why: 'who I am', call: () => ({}) })],
  'PATCH /api/v1/session': [signedIn({ why: 'my own language', call: () => ({ body: { locale: 'vi' } }) })],
  'DELETE /api/v1/session': [signedIn({ why: 'my own sign-out', call: () => ({}), allowed: [204] })],
  'GET /api/v1/notifications': [
    signedIn({ why: OWN_LIST, call: () => ({}) }),
    ownOnly({
      ...{ why: 'a page begins after a line of my own', refused: unlessAnonymous([200]) },
      call: ({ subject }) => ({ query: { cursor: subject.notificationId } }),
    }),
  ],
  'POST /api/v1/notifications/{id}/read': [
    ownOnly({ why: 'my own inbox', call: byId('notificationId'), allowed: [204] }),
  ],
  'GET /api/v1/law/documents': [signedIn({ why: CONTENT, call: () => ({}) })],
  'GET /api/v1/law/articles': [signedIn({ why: CONTENT, call: () => ({ query: { q: 'MARK' } }) })],
  'GET /api/v1/law/articles/{code}': [
    signedIn({ why: CONTENT, call: () => ({ path: { code: 'vn.blld.2019.d188' } }), allowed: [200, 404] }),
  ],
  'GET /api/v1/courses': [signedIn({ why: CONTENT, call: () => ({}) })],
  'GET /api/v1/courses/{slug}': [signedIn({ why: CONTENT, call: ({ course }) => ({ path: { slug: course.slug } }) })],
  'GET /api/v1/lessons/{id}': [
    signedIn({ why: CONTENT, call: ({ course }) => ({ path: { id: course.lessonIds[0]! } }) }),
  ],
  'GET /api/v1/quizzes': [
    signedIn({ why: CONTENT, call: ({ course }) => ({ query: { lessonId: course.lessonIds[2]! } }) }),
  ],
  'GET /api/v1/quizzes/{id}': [signedIn({ why: CONTENT, call: ({ course }) => ({ path: { id: course.practiceId } }) })],
  'POST /api/v1/enrolments': [
    signedIn({
      why: 'I enrol myself',
      call: ({ course }) => ({ body: { courseSlug: course.slug } }),
      allowed: [200, 201],
    }),
  ],
  'GET /api/v1/enrolments': [signedIn({ why: OWN_LIST, call: () => ({}) })],
  'GET /api/v1/enrolments/{id}': [ownOnly({ why: LEARNING, call: byId('enrolmentId') })],
  'PUT /api/v1/enrolments/{id}/lessons/{lessonId}/progress': [
    ownOnly({
      why: LEARNING,
      call: ({ subject, course }) => ({
        path: { id: subject.enrolmentId, lessonId: course.lessonIds[0]! },
        body: { done: true, position: 1 },
      }),
    }),
  ],
  'POST /api/v1/quizzes/{id}/attempts': [
    ownOnly({
      ...{ why: LEARNING, allowed: [200, 201] },
      call: ({ subject, course }) => ({ path: { id: course.practiceId }, body: { enrolmentId: subject.enrolmentId } }),
    }),
  ],
  'GET /api/v1/quiz-attempts/{id}': [ownOnly({ why: LEARNING, call: byId('attemptId') })],
  'PUT /api/v1/quiz-attempts/{id}/responses/{questionId}': [
    ownOnly({
      ...{ why: LEARNING, allowed: [200, 400, 422] },
      call: ({ subject }) => ({ path: { id: subject.attemptId, questionId: subject.questionId }, body: ANSWER }),
    }),
  ],
  'POST /api/v1/quiz-attempts/{id}/submission': [ownOnly({ why: LEARNING, call: byId('attemptId') })],
  'GET /api/v1/quiz-attempts/{id}/result': [ownOnly({ why: LEARNING, call: byId('attemptId') })],
  'GET /api/v1/enrolments/{id}/quiz-attempts': [
    ownOnly({ why: LEARNING, call: byId('enrolmentId') }),
    ownOnly({
      why: `${PRACTICE} alone`,
      call: ({ subject, course }) => ({ path: { id: subject.enrolmentId }, query: { quizId: course.practiceId } }),
    }),
  ],
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
  ],
  'GET /api/v1/classes/{id}': [
    scoped({ why: 'a closed class', call: byId('classId'), roles: OFFICERS_AND_AUDITOR, selfToo: 'all' }),
  ],
  'POST /api/v1/classes/{id}/registrations': [
    scoped({
      ...{ why: 'nobody learns of a closed class by registering', roles: OFFICERS_AND_AUDITOR, selfToo: 'all' },
      ...{ call: ({ subject }) => ({ ...byId('classId')({ subject } as Place), body: {} }), allowed: [200, 201, 409] },
    }),
    // A class takes people of any unit, so who runs one may name anybody whose id they hold: not tried across classes.
    scoped({
      ...{ why: 'others are registered by who runs the class', roles: OFFICERS, selfToo: ['lecturer'] },
      call: ({ subject }) => ({ path: { id: subject.classId }, body: { personId: subject.personId } }),
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
  'GET /api/v1/certificates': [signedIn({ why: OWN_LIST, call: () => ({}) })],
  'GET /api/v1/certificates/{id}': [
    scoped({
      why: 'its holder and its register',
      call: byId('certificateId'),
      roles: OFFICERS_AND_AUDITOR,
      selfToo: 'all',
    }),
  ],
  'GET /api/v1/certificates/{id}/pdf': [
    scoped({
      ...{ why: 'as the certificate; it is not drawn here', roles: OFFICERS_AND_AUDITOR, selfToo: 'all' },
      ...{ call: byId('certificateId'), allowed: [409] },
    }),
  ],
  'GET /api/v1/certificate-register': [
    scopedList({
      ...{ why: 'registers of the units below the role', call: () => ({}) },
      ...{ roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR },
    }),
    scoped({
      ...{ why: 'of one unit', call: ofOrganisation, roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR },
    }),
    scoped({
      ...{ why: 'a page begins anywhere', roles: OFFICERS_AND_AUDITOR, callers: OFFICERS_AND_AUDITOR, hidden: [200] },
      call: ({ subject }) => ({ query: { cursor: subject.certificateId } }),
    }),
  ],
  'GET /api/v1/verification/{code}': [
    {
      ...{ why: 'anybody who is shown a certificate may check it', knows: () => true, allowed: [200], discloses: true },
      ...{ refused: () => [], sees: () => [] },
      call: ({ subject }) => ({ path: { code: subject.verificationCode } }),
    },
  ],
  'POST /api/v1/sync': [
    ownOnly({ why: LEARNING, call: reports, refused: unlessAnonymous([200]), forget: 'check_in_throttle' }),
  ],
  'GET /api/v1/audit-entries': [
    scopedList({ why: 'acts in the units below', call: () => ({}), roles: AUDIT_READERS, callers: AUDIT_READERS }),
    scoped({ why: 'of one unit', call: ofOrganisation, roles: AUDIT_READERS, callers: AUDIT_READERS }),
    scoped({
      ...{ why: 'of one subject', roles: AUDIT_READERS, callers: AUDIT_READERS, hidden: [200] },
      call: ({ subject }) => ({ query: { subjectId: subject.sessionId } }),
    }),
    scoped({
      ...{ why: 'a page begins after an act of the list', roles: AUDIT_READERS, callers: AUDIT_READERS, hidden: [200] },
      call: ({ subject }) => ({ query: { cursor: subject.auditEntryId } }),
    }),
  ],
};
