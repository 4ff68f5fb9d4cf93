import type { RoleName } from '../../../src/platform/auth/actor.js';
import {
  AUTHORS,
  CLASS_OPENERS,
  OFFICERS_AND_AUDITOR,
  OTHERS,
  OWN_LIST,
  scoped,
  scopedList,
  signedIn,
  type Place,
  type Recipe,
} from './rules.js';

const JUDGES: RoleName[] = ['reviewer', 'school-officer'];
/** Lecturers may ask, and know of what they wrote themselves. */
const READ = { roles: JUDGES, callers: AUTHORS, relations: OTHERS };

const of =
  (rest: { path?: Record<string, string>; query?: Record<string, string>; body?: object } = {}) =>
  ({ subject }: Place) => ({ ...rest, path: { id: subject.reviewId, ...rest.path } });

/** What was submitted in the units that a role judges for. */
export const REVIEWS: Record<string, Recipe[]> = {
  'GET /api/v1/reviews': [
    scopedList({ why: 'what waits in the units below the role', roles: JUDGES, callers: AUTHORS, call: () => ({}) }),
  ],
  'GET /api/v1/reviews/{id}': [scoped({ ...READ, why: 'a review', call: of() })],
  'GET /api/v1/reviews/{id}/lessons/{slug}': [
    scoped({ ...READ, why: 'its text, with remarks', call: of({ path: { slug: 'bai' } }) }),
  ],
  'GET /api/v1/reviews/{id}/diff': [
    scoped({ ...READ, why: 'what changed', call: of({ query: { against: 'previous' } }) }),
  ],
  'GET /api/v1/reviews/{id}/diff/{slug}': [
    scoped({
      ...{ ...READ, why: 'nothing was submitted before', allowed: [404] },
      call: of({ path: { slug: 'bai' }, query: { against: 'previous' } }),
    }),
  ],
  'POST /api/v1/reviews/{id}/comments': [
    scoped({
      ...{ ...READ, why: 'who may know of it speaks', allowed: [201] },
      call: of({ body: { lesson: 'bai', paragraph: 0, text: 'Góp ý' } }),
    }),
  ],
  'POST /api/v1/review-comments/{id}/resolve': [
    scoped({
      ...{ ...READ, why: 'who judges settles', allowed: [204] },
      call: ({ subject }) => ({ path: { id: subject.commentId } }),
    }),
  ],
  'POST /api/v1/reviews/{id}/decision': [
    scoped({
      ...{ ...READ, callers: JUDGES, why: 'one decides, the others are told', allowed: [204, 409] },
      call: of({ body: { decision: 'request-changes', note: 'Sửa' } }),
    }),
  ],
  'GET /api/v1/teaching-authorisations': [
    scoped({
      ...{
        why: 'nothing is told of people of other units',
        roles: OFFICERS_AND_AUDITOR,
        callers: OFFICERS_AND_AUDITOR,
      },
      ...{ relations: OTHERS, hidden: [200], sees: () => [] },
      call: ({ subject }) => ({ query: { personId: subject.personId } }),
    }),
  ],
  'GET /api/v1/teaching-authorisations/own': [signedIn({ why: OWN_LIST, call: () => ({}) })],
  'POST /api/v1/teaching-authorisations': [
    scoped({
      ...{ why: 'for units and people one answers for', roles: CLASS_OPENERS, callers: CLASS_OPENERS },
      ...{ relations: OTHERS, allowed: [422] },
      call: ({ subject }) => ({
        body: {
          ...{ personId: subject.personId, organisationId: subject.unitId, topic: 'khong-co' },
          ...{ validFrom: '2026-11-01', lawAsOf: '2026-11-01' },
        },
      }),
    }),
  ],
  'POST /api/v1/teaching-authorisations/{id}/end': [
    scoped({
      ...{ why: 'for units one answers for', roles: CLASS_OPENERS, callers: CLASS_OPENERS, relations: OTHERS },
      allowed: [204],
      call: ({ subject }) => ({ path: { id: subject.authorisationId }, body: { on: '2026-12-01' } }),
    }),
  ],
};
