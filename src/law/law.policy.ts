import type { Actor } from '../platform/auth/actor.js';

/** The library is the whole confederation's, so a reviewer records in it only from the top of the tree. */
export function mayAmend({ grants }: Pick<Actor, 'grants'>): boolean {
  return grants.some(
    ({ role, path }) =>
      role === 'federation-officer' || role === 'administrator' || (role === 'reviewer' && !path.includes('.')),
  );
}
