import type { RevisionOrigin, RevisionState } from './entities/course-revision.entity.js';

/**
 * Where a revision may go from each state. What comes with a release counts as approved; what was written at the desk is
 * submitted and approved by a review first. The trigger `keep_revision_states` holds the same table, as a spec checks.
 */
export const REVISION_STEPS: Record<RevisionOrigin, Record<RevisionState, readonly RevisionState[]>> = {
  release: {
    draft: ['approved'],
    submitted: [],
    approved: ['published', 'withdrawn'],
    published: ['retired'],
    retired: ['published'],
    withdrawn: [],
  },
  desk: {
    draft: ['submitted'],
    submitted: ['approved', 'withdrawn'],
    approved: ['published', 'withdrawn'],
    published: ['retired'],
    retired: ['published'],
    withdrawn: [],
  },
};

/** Whether a revision of this origin may go from one state to another. */
export function isRevisionStep(origin: RevisionOrigin, from: RevisionState, to: RevisionState): boolean {
  return REVISION_STEPS[origin][from].includes(to);
}
