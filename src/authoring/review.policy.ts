import { isWithin, scopeOf } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { DRAFT_REVIEWERS } from './draft.policy.js';
import type { ReviewState } from './entities/review.entity.js';

/** What decides what somebody may do about a review. */
export interface ReviewStanding {
  state: ReviewState;
  /** ltree path of the draft's unit today; null once it is abolished. */
  unitPath: string | null;
  /** The draft was published or given up. */
  isClosed: boolean;
  /** Wrote for the draft, or submitted it. */
  isContributor: boolean;
  /** Nothing of the draft was submitted since. */
  isLatest: boolean;
}

export interface ReviewRights {
  comment: boolean;
  resolve: boolean;
  decide: boolean;
}

type Grants = Pick<Actor, 'grants'>;

function isReviewer(actor: Grants, { unitPath }: ReviewStanding): boolean {
  return unitPath !== null && isWithin(unitPath, scopeOf(actor, DRAFT_REVIEWERS));
}

/**
 * What somebody who may know of the review may do. Who wrote for a draft judges it in no role: neither decides nor calls a
 * remark settled, but answers it.
 */
export function reviewRightsOf(actor: Grants, standing: ReviewStanding): ReviewRights {
  const { isClosed, isContributor, isLatest, state } = standing;
  const judges = isReviewer(actor, standing) && !isContributor;
  const isCurrent = isLatest && !isClosed;
  return { comment: isCurrent, resolve: isCurrent && judges, decide: judges && state === 'open' };
}

/** Why somebody may not decide what is open: for the sentence in place of the buttons. */
export function decisionBarOf(actor: Grants, standing: ReviewStanding): 'own-work' | null {
  const wouldDecide = standing.state === 'open' && isReviewer(actor, standing);
  return wouldDecide && standing.isContributor ? 'own-work' : null;
}
