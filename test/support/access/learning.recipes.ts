import { uuidv7 } from 'uuidv7';
import type { RoleName } from '../../../src/platform/auth/actor.js';
import { PRACTICE } from '../quiz-course.js';
import {
  AUTHORS,
  byId,
  OWN_LIST,
  ownOnly,
  signedIn,
  unlessAnonymous,
  type Call,
  type Place,
  type Recipe,
} from './rules.js';

const CONTENT = 'learning material and law are for everybody with an account';
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

const GRADERS: RoleName[] = ['lecturer', 'school-officer'];

/** A photo of an answer, by an id that only its owner's telephone knows; the world's questions take none. */
function photo({ allowed, why, sends }: Pick<Recipe, 'allowed' | 'why'> & { sends?: object }): Recipe {
  return ownOnly({
    ...{ why, allowed },
    call: ({ subject: { attemptId, questionId } }) => ({
      path: { id: attemptId, questionId, photoId: '0190a3c2-7e00-7000-8000-000000000001' },
      ...sends,
    }),
  });
}

const NO_PICTURE = { body: 'không phải ảnh', headers: { 'content-type': 'application/octet-stream' } };

/** An attempt that waits for nothing looks to lecturers as if it were not there, in their units as elsewhere. */
function essay({ call }: Pick<Recipe, 'call'>): Recipe {
  return {
    why: 'lecturers see of attempts only the essays that wait for them',
    call,
    knows: () => false,
    allowed: [404],
    refused: (asker) => (asker === 'anonymous' ? [401] : [GRADERS.some((role) => role === asker) ? 404 : 403]),
    sees: () => [],
  };
}

const LAW_CHANGE = { effectiveOn: '2026-07-01', amendedBy: '113/2025/QH15', source: 'Công báo', reason: 'thử quyền' };

/** Changes of the law are recorded by officers of federations, and by reviewers of the top unit, which no asker here is. */
function amending(what: string, path: Record<string, string>, body: unknown): Recipe {
  return {
    why: `officers of federations record changes of the law; here ${what}`,
    call: () => ({ path, body }),
    relations: ['self'],
    knows: (asker) => asker === 'federation-officer' || asker === 'administrator',
    allowed: [404],
    refused: unlessAnonymous([403]),
    sees: () => [],
  };
}

/** What changes of the law set in motion names no learner. */
function lawDesk(given: Pick<Recipe, 'call'> & Partial<Recipe>): Recipe {
  const readers = [...AUTHORS, 'federation-officer', 'administrator'];
  return {
    why: 'authors and officers see what a change of the law touches',
    relations: ['self'],
    knows: (asker) => readers.some((role) => role === asker),
    allowed: [200],
    refused: unlessAnonymous([403]),
    sees: () => [],
    ...given,
  };
}

/** Courses, law, and what somebody learns and answers. */
export const LEARNING_RECIPES: Record<string, Recipe[]> = {
  'GET /api/v1/essays-to-grade': [
    {
      ...signedIn({ why: 'essays of learners in the units of a lecturer; here none waits', call: () => ({}) }),
      knows: (asker) => GRADERS.some((role) => role === asker),
      refused: unlessAnonymous([403]),
    },
  ],
  'GET /api/v1/essays-to-grade/{id}': [essay({ call: byId('attemptId') })],
  'POST /api/v1/essays-to-grade/{id}/grade': [
    essay({
      call: (place) => ({
        ...byId('attemptId')(place),
        body: { essays: [{ questionId: place.subject.questionId, points: [1], comment: '' }] },
      }),
    }),
  ],
  'GET /api/v1/law/documents': [signedIn({ why: CONTENT, call: () => ({}) })],
  'GET /api/v1/law/articles': [signedIn({ why: CONTENT, call: () => ({ query: { q: 'MARK' } }) })],
  'GET /api/v1/law/articles/{code}': [
    signedIn({ why: CONTENT, call: () => ({ path: { code: 'vn.blld.2019.d188' } }), allowed: [200, 404] }),
  ],
  'GET /api/v1/law/articles/{code}/impact': [
    {
      why: 'questions are for those who write them',
      call: () => ({ path: { code: 'vn.blld.2019.d188' } }),
      relations: ['self'],
      knows: (asker) => AUTHORS.some((role) => role === asker),
      allowed: [200, 404],
      refused: unlessAnonymous([403]),
      sees: () => [],
    },
  ],
  'POST /api/v1/law/articles/{code}/versions': [
    amending(
      'an article that the library does not hold',
      { code: 'vn.blld.2019.d188' },
      {
        ...{ summary: 'Nội dung mới của điều luật.', ...LAW_CHANGE },
      },
    ),
  ],
  'POST /api/v1/law/documents/{code}/replacement': [
    amending(
      'a document that the library does not hold',
      { code: 'vn.nd12.2022' },
      {
        ...{ byCode: 'vn.nd283.2026', mapping: [], ...LAW_CHANGE },
      },
    ),
  ],
  'GET /api/v1/law/amendments': [lawDesk({ call: () => ({}) })],
  'GET /api/v1/law/amendments/{id}': [
    lawDesk({ call: ({ subject }) => ({ path: { id: subject.certificateId } }), allowed: [404] }),
  ],
  'GET /api/v1/search': [
    signedIn({ why: CONTENT, call: () => ({ query: { q: 'MARK' } }) }),
    signedIn({
      why: 'questions are left out, not refused, for those who do not write them',
      call: () => ({ query: { q: 'hoà giải', kinds: 'question' } }),
    }),
  ],
  'GET /api/v1/courses': [signedIn({ why: CONTENT, call: () => ({}) })],
  'GET /api/v1/courses/{slug}': [signedIn({ why: CONTENT, call: ({ course }) => ({ path: { slug: course.slug } }) })],
  'GET /api/v1/courses/{slug}/law-changes': [
    signedIn({ why: CONTENT, call: ({ course }) => ({ path: { slug: course.slug } }) }),
  ],
  'GET /api/v1/courses/{slug}/handbooks': [
    signedIn({ why: CONTENT, call: ({ course }) => ({ path: { slug: course.slug } }) }),
  ],
  'POST /api/v1/courses/{slug}/handbooks': [
    signedIn({
      why: CONTENT,
      call: ({ course }) => ({ path: { slug: course.slug }, body: { format: 'epub' } }),
      allowed: [201],
    }),
  ],
  'GET /api/v1/handbooks/{id}': [
    signedIn({ why: CONTENT, call: ({ course }) => ({ path: { id: course.handbookId } }) }),
  ],
  'GET /api/v1/handbooks/{id}/file': [
    signedIn({
      why: 'a book that was asked for but is not made yet is known, and not there',
      call: ({ course }) => ({ path: { id: course.handbookId } }),
      allowed: [409],
    }),
  ],
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
  'PUT /api/v1/quiz-attempts/{id}/questions/{questionId}/photos/{photoId}': [
    // Some of the world's attempts are submitted.
    photo({ why: LEARNING, allowed: [409, 422], sends: NO_PICTURE }),
  ],
  'DELETE /api/v1/quiz-attempts/{id}/questions/{questionId}/photos/{photoId}': [
    photo({ why: LEARNING, allowed: [204, 409] }),
  ],
  'GET /api/v1/quiz-attempts/{id}/questions/{questionId}/photos/{photoId}': [
    photo({
      why: 'seen by who wrote the essay and, while it waits, who may grade it; here nobody sent one',
      allowed: [404],
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
  'POST /api/v1/sync': [
    ownOnly({ why: LEARNING, call: reports, refused: unlessAnonymous([200]), forget: 'check_in_throttle' }),
  ],
};
