import type { Actor, RoleName } from '../platform/auth/actor.js';

export const READERS: RoleName[] = ['auditor', 'school-officer', 'unit-officer', 'federation-officer', 'administrator'];
const CHANGERS: RoleName[] = ['unit-officer', 'federation-officer', 'administrator'];

type Grants = Pick<Actor, 'grants'>;
/** Ids from the root of the tree to the unit itself. */
type Chain = readonly string[];

/** The units on which an actor holds one of these roles. */
export function unitsOf(actor: Grants, roles: readonly RoleName[]): string[] {
  return [...new Set(actor.grants.filter(({ role }) => roles.includes(role)).map((grant) => grant.organisationId))];
}

function covers(actor: Grants, roles: readonly RoleName[], chain: Chain): boolean {
  const units = unitsOf(actor, roles);
  return chain.some((id) => units.includes(id));
}

/** May know the unit. Asked of its place on the day that is read and of its place today. */
export function maySee(actor: Grants, chain: Chain): boolean {
  return covers(actor, READERS, chain);
}

/** May rename the unit, record its head counts and found units below it. */
export function mayChange(actor: Grants, chain: Chain): boolean {
  return covers(actor, CHANGERS, chain);
}

/** May move or abolish the unit. Nobody but an administrator ends or moves the unit whose officer they are. */
export function mayReplace(actor: Grants, chain: Chain): boolean {
  return covers(actor, CHANGERS, chain.slice(0, -1)) || covers(actor, ['administrator'], chain);
}
