import { isWithin } from '../organisation/organisation.service.js';
import type { Grant, RoleName } from '../platform/auth/actor.js';

/** Who grants and revokes roles, and issues codes: those who answer for the people of their units. */
export const GRANTERS: RoleName[] = ['school-officer', 'unit-officer', 'federation-officer', 'administrator'];

/**
 * How strong roles are. Lecturers and reviewers act on what they are given; officers of a school or a unit act on their
 * people; federation officers on the units below; an auditor ranks with them, because a unit does not choose who inspects
 * it; an administrator may do everything. Roles of one rank differ in what they may do, so neither holds the other.
 */
const RANK: Record<RoleName, number> = {
  learner: 0,
  lecturer: 1,
  reviewer: 1,
  'school-officer': 2,
  'unit-officer': 2,
  auditor: 3,
  'federation-officer': 3,
  administrator: 4,
};

/** Whether a role is the other one or a stronger one. */
export function isAtLeast(own: RoleName, other: RoleName): boolean {
  return own === other || RANK[own] > RANK[other];
}

/**
 * Whether somebody with `grants` may give or take `role` on the unit at `path`: one of their own grants as an officer is
 * at least as strong, on that unit or above it. So nobody hands on what they do not hold, in however many steps.
 */
export function mayGrant(grants: readonly Grant[], { role, path }: Pick<Grant, 'role' | 'path'>): boolean {
  return grants.some((own) => GRANTERS.includes(own.role) && isAtLeast(own.role, role) && isWithin(path, [own.path]));
}
