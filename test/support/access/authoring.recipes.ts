import { AUTHORS, OTHERS, scoped, scopedList, signedIn, unlessAnonymous, type Place, type Recipe } from './rules.js';

const WRITERS: Recipe['relations'] = OTHERS;
const WRITE = { roles: ['lecturer' as const], callers: ['lecturer' as const], relations: WRITERS };
const READ = { roles: AUTHORS, callers: AUTHORS, relations: OTHERS };

const of =
  (path: Record<string, string> = {}, body?: object) =>
  ({ subject }: Place) => ({ path: { id: subject.draftId, ...path }, ...(body ? { body } : {}) });

const write = (why: string, allowed: number[], call: Recipe['call']): Recipe[] => [
  scoped({ ...WRITE, why, allowed, call }),
];

/** A file is sent as itself, and JSON is none: refused before anybody asks who sends it. */
const upload = (call: Recipe['call']): Recipe[] => [
  scoped({
    ...{ ...WRITE, why: 'a file is sent as itself, and JSON is none', relations: ['self'], allowed: [415] },
    ...{ refused: () => [415], call },
  }),
];

const TEXT = { baseVersion: 0, saveId: '0198f000-0000-7000-8000-000000000001', markdown: 'Chữ' };

const QUESTION = {
  ...{ kind: 'true-false', line: 0, id: null, tags: [], title: 'Câu', stem: { format: 'plain', text: 'Đúng?' } },
  ...{ generalFeedback: null, correct: true, feedbackWrong: null, feedbackRight: null },
};
const QUIZ = of({ slug: 'luyen' });
const QUIZ_AS_GIFT: Recipe['call'] = (place) => ({ ...QUIZ(place), query: { format: 'gift' } });

/** Questions are those of the courses for which a unit answers; the course that all take came with the release: the top unit's. */
const QUESTIONS: Pick<Recipe, 'relations' | 'knows' | 'allowed' | 'refused' | 'sees'> = {
  relations: ['self'],
  knows: (asker) => AUTHORS.some((role) => role === asker),
  allowed: [200],
  refused: unlessAnonymous([403]),
  sees: () => [],
};

/** Drafts of the units that a role writes or judges for. */
export const AUTHORING: Record<string, Recipe[]> = {
  'GET /api/v1/drafts': [
    scopedList({ why: 'drafts of the units below the role', roles: AUTHORS, callers: AUTHORS, call: () => ({}) }),
  ],
  // The law moved under no course of the world: law-alert.service.spec says whose courses are told of.
  'GET /api/v1/law-alerts': [
    scopedList({
      why: 'courses one may write at',
      roles: ['lecturer'],
      callers: ['lecturer'],
      shows: [],
      call: () => ({}),
    }),
  ],
  'POST /api/v1/drafts': write('for a unit one writes for', [201], ({ subject }) => ({
    body: { title: 'Khoá mới', slug: `moi-${subject.unitId.slice(-12)}`, organisationId: subject.unitId },
  })),
  'POST /api/v1/drafts/archive': upload(() => ({ body: {} })),
  'GET /api/v1/drafts/{id}': [scoped({ ...READ, why: 'a draft', call: of() })],
  'GET /api/v1/drafts/{id}/archive': [scoped({ ...READ, why: 'its files', call: of() })],
  'PATCH /api/v1/drafts/{id}': write('facts as they were before others changed them', [409], of({}, { version: 0 })),
  'POST /api/v1/drafts/{id}/modules': write('a module more', [201], of({}, { title: 'Thêm' })),
  'PATCH /api/v1/drafts/{id}/modules/{slug}': write(
    'its title',
    [204],
    of({ slug: 'phan' }, { title: { vi: 'Phần khác' } }),
  ),
  'DELETE /api/v1/drafts/{id}/modules/{slug}': write('a module less', [204], of({ slug: 'phan-bo' })),
  'PUT /api/v1/drafts/{id}/order': write('an order that leaves something out', [409], of({}, { modules: [] })),
  'POST /api/v1/drafts/{id}/modules/{slug}/lessons': write(
    'a lesson more',
    [201],
    of({ slug: 'phan' }, { kind: 'reading', title: 'Bài thêm' }),
  ),
  'GET /api/v1/drafts/{id}/lessons/{slug}': [scoped({ ...READ, why: 'a text', call: of({ slug: 'bai' }) })],
  'PUT /api/v1/drafts/{id}/lessons/{slug}': write('a text over a newer one', [409], of({ slug: 'bai' }, TEXT)),
  'DELETE /api/v1/drafts/{id}/lessons/{slug}': write('a lesson less', [204], of({ slug: 'bai-bo' })),
  'GET /api/v1/drafts/{id}/lessons/{slug}/quiz': [scoped({ ...READ, why: 'a quiz with its keys', call: QUIZ })],
  'PUT /api/v1/drafts/{id}/lessons/{slug}/quiz': write(
    'a quiz over a newer one',
    [409],
    of({ slug: 'luyen' }, { baseVersion: 0, saveId: TEXT.saveId }),
  ),
  'POST /api/v1/drafts/{id}/lessons/{slug}/quiz/preview': [
    scoped({ ...READ, why: 'how a question will look', call: of({ slug: 'luyen' }, { question: QUESTION }) }),
  ],
  'POST /api/v1/drafts/{id}/lessons/{slug}/quiz/blueprint': [
    scoped({
      ...{ ...READ, why: 'what its questions give', call: of({ slug: 'luyen' }, { blueprint: [{ count: 1 }] }) },
    }),
  ],
  'POST /api/v1/drafts/{id}/lessons/{slug}/quiz/import': upload(({ subject }) => ({
    ...{ path: { id: subject.draftId, slug: 'luyen' }, query: { mode: 'add', dryRun: 'true' }, body: {} },
  })),
  'GET /api/v1/drafts/{id}/lessons/{slug}/quiz/export': [
    scoped({ ...READ, why: 'its questions as a file', call: QUIZ_AS_GIFT }),
  ],
  'GET /api/v1/drafts/{id}/lessons/{slug}/quiz/losses': [
    scoped({ ...READ, why: 'what a file of them loses', call: QUIZ_AS_GIFT }),
  ],
  'POST /api/v1/drafts/{id}/preview': [
    scoped({ ...READ, why: 'how it will look', call: of({}, { markdown: '**đậm**' }) }),
  ],
  'POST /api/v1/drafts/{id}/images': upload(of({}, {})),
  'POST /api/v1/drafts/{id}/attachments': upload(({ subject }) => ({
    ...{ path: { id: subject.draftId }, query: { name: 'mau.pdf' }, body: {} },
  })),
  'POST /api/v1/drafts/{id}/lessons/import': upload(of({}, {})),
  'GET /api/v1/questions': [
    { ...QUESTIONS, why: 'questions of the desks of a role, which here have none', call: () => ({ query: {} }) },
  ],
  'GET /api/v1/questions/filters': [{ ...QUESTIONS, why: 'by what they are told apart', call: () => ({}) }],
  'GET /api/v1/questions/{id}': [
    {
      ...{ ...QUESTIONS, why: "a question of another unit's course is not there", allowed: [404] },
      call: ({ subject }) => ({ path: { id: subject.questionId } }),
    },
  ],
  'POST /api/v1/drafts/{id}/submit': write('with faults left', [422], of()),
  'POST /api/v1/drafts/{id}/withdraw': write('what was not submitted', [409], of()),
  'POST /api/v1/drafts/{id}/abandon': write('no draft more', [204, 409], of({}, {})),
  'POST /api/v1/drafts/{id}/publish': [scoped({ ...READ, why: 'what nobody approved', allowed: [409], call: of() })],
  'GET /api/v1/attachments/{hash}/{name}': [
    signedIn({
      ...{ why: 'attachments need no session, only their name', knows: () => true, allowed: [404] },
      call: () => ({ path: { hash: '0'.repeat(64), name: 'mau.pdf' } }),
    }),
  ],
  'GET /api/v1/images/{hash}': [
    signedIn({
      ...{ why: 'images of lessons need no session, only their name', knows: () => true, allowed: [404] },
      call: () => ({ path: { hash: '0'.repeat(64) } }),
    }),
  ],
};
