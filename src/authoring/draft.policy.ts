import type { Actor, RoleName } from '../platform/auth/actor.js';
import { isWithin, scopeOf } from '../organisation/organisation.service.js';
import type { ReviewState } from './entities/review.entity.js';

/** Who reads drafts of their units; the permission `draft.read` names the same. */
export const DRAFT_READERS: RoleName[] = ['lecturer', 'reviewer', 'school-officer'];
export const DRAFT_WRITERS: RoleName[] = ['lecturer'];
export const DRAFT_REVIEWERS: RoleName[] = ['reviewer', 'school-officer'];

export type DraftState = 'editing' | 'submitted' | 'changes-requested' | 'approved' | 'published' | 'abandoned';

/** What decides what somebody may do to a draft. */
export interface DraftStanding {
  /** ltree path of the draft's unit today; null once it is abolished. */
  unitPath: string | null;
  isClosed: boolean;
  /** Of the latest review; null when it was never submitted. */
  review: ReviewState | null;
  isContributor: boolean;
}

export interface DraftRights {
  edit: boolean;
  submit: boolean;
  withdraw: boolean;
  publish: boolean;
  review: boolean;
  /** Give it up for good. */
  abandon: boolean;
}

type Grants = Pick<Actor, 'grants'>;

function holds(actor: Grants, roles: RoleName[], { unitPath }: DraftStanding): boolean {
  return unitPath !== null && isWithin(unitPath, scopeOf(actor, roles));
}

/** A draft closes when its approved text is published, which leaves the review approved, or when it is given up. */
export function stateOf({ isClosed, review }: Pick<DraftStanding, 'isClosed' | 'review'>): DraftState {
  if (isClosed) return review === 'approved' ? 'published' : 'abandoned';
  if (review === 'open') return 'submitted';
  return review === 'approved' || review === 'changes-requested' ? review : 'editing';
}

/** What an actor may do; whoever wrote for a draft judges it in no role. */
export function rightsOf(actor: Grants, standing: DraftStanding): DraftRights {
  const isWriter = holds(actor, DRAFT_WRITERS, standing);
  const isReviewer = holds(actor, DRAFT_REVIEWERS, standing);
  const state = stateOf(standing);
  const isOpen = !standing.isClosed;
  return {
    edit: isOpen && isWriter,
    submit: isWriter && (state === 'editing' || state === 'changes-requested'),
    withdraw: isWriter && (state === 'submitted' || state === 'approved'),
    publish: state === 'approved' && (isReviewer || (isWriter && standing.isContributor)),
    review: state === 'submitted' && isReviewer && !standing.isContributor,
    abandon: isOpen && isWriter,
  };
}
