import { createHash, randomBytes } from 'node:crypto';
import type { Actor, RoleName } from '../platform/auth/actor.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const TOKEN = /^[\w-]{43}$/;

/** A session token: 256 random bits in base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a cookie's value has the form of a token at all; anything else is not worth a query. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** What is stored of a session token: who reads the table cannot sign in with it. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A session lives this long after it was last used. */
export const SESSION_DAYS = 90;

/** When a session used at `now` will end. */
export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * DAY_MS);
}

/** Whether using a session at `now` has to be written down: at most once an hour, so that reading does not write. */
export function isStale(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= HOUR_MS;
}

const TEACHERS: RoleName[] = ['lecturer', 'reviewer'];
const MANAGERS: RoleName[] = ['school-officer', 'unit-officer', 'federation-officer', 'administrator', 'auditor'];

/** Which audiences' parts of the application an actor is offered. What they may do there each service decides. */
export function audiencesOf(actor: Pick<Actor, 'grants'>): { teach: boolean; manage: boolean } {
  const holds = (roles: RoleName[]) => actor.grants.some((grant) => roles.includes(grant.role));
  return { teach: holds(TEACHERS), manage: holds(MANAGERS) };
}
