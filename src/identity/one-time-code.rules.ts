import { createHmac, randomInt } from 'node:crypto';
import type { Grant } from '../platform/auth/actor.js';
import { mayGrant } from './role-grant.policy.js';

/** Without 0 and O, 1, I and L: what is read from paper in a workshop is typed as it was meant. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 10;
const PREFIX_LENGTH = 3;
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** Time enough for a sheet of paper to reach a shift worker, days. */
const LIFE_DAYS = 14;

/** A new code: 31^10 possibilities, 49.5 bits. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** As printed and read aloud: `7KQ2M-XH4TB`. */
export function grouped(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

/** A typed code without its grouping, in capitals; null when it cannot be one. */
export function codeOf(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s.\-–—]/g, '')
    .toUpperCase();
  return CODE.test(code) ? code : null;
}

/**
 * What wrong guesses are counted by, beside the network: 29,791 prefixes with five guesses each per 15 minutes leave
 * 14 million guesses a day for the whole world, against 8·10¹⁴ codes.
 */
export function prefixOf(typed: string): string {
  return (codeOf(typed) ?? '').slice(0, PREFIX_LENGTH);
}

/** What is stored of a code. */
export function codeHash(secret: Buffer, code: string): Buffer {
  return createHmac('sha256', secret).update(code).digest();
}

export function codeEnd(now: Date): Date {
  return new Date(now.getTime() + LIFE_DAYS * 86_400_000);
}

/**
 * Whether an officer with `grants` may choose the way into an account that holds `role` on `path`. A code opens the
 * account with all its rights, so nobody issues one for rights that they could not grant.
 */
export function mayOpen(grants: readonly Grant[], other: Pick<Grant, 'role' | 'path'>): boolean {
  return other.role === 'learner' || mayGrant(grants, other);
}
