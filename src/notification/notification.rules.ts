import { createHmac, timingSafeEqual } from 'node:crypto';

/** Asia/Ho_Chi_Minh, all year round. */
const AHEAD_MS = 7 * 3_600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Nobody's telephone rings from 21:00 to 06:00. */
const QUIET_FROM_HOUR = 21;
const QUIET_UNTIL_HOUR = 6;
/** A digest is read before work and gathers what came before this hour. */
const DIGEST_HOUR = 7;

const localMidnight = (instant: Date): number =>
  Math.floor((instant.getTime() + AHEAD_MS) / DAY_MS) * DAY_MS - AHEAD_MS;

const localHour = (instant: Date): number => (instant.getTime() - localMidnight(instant)) / HOUR_MS;

/** When the quiet hours that this instant lies in are over; null outside of them. */
export function quietUntil(instant: Date): Date | null {
  const hour = localHour(instant);
  if (hour >= QUIET_UNTIL_HOUR && hour < QUIET_FROM_HOUR) return null;
  const day = hour < QUIET_UNTIL_HOUR ? 0 : DAY_MS;
  return new Date(localMidnight(instant) + day + QUIET_UNTIL_HOUR * HOUR_MS);
}

/** What today's digest reaches up to; null while it is too early, or so late that it would disturb. */
export function digestCutoff(instant: Date): Date | null {
  const hour = localHour(instant);
  if (hour < DIGEST_HOUR || hour >= QUIET_FROM_HOUR) return null;
  return new Date(localMidnight(instant) + DIGEST_HOUR * HOUR_MS);
}

/** Long enough for slow mail servers. */
const CODE_LIFE_MS = DAY_MS;
/** 5 codes of 5 tries a day against 10⁶ possibilities: who does not own the mailbox gets in once in a century. */
export const CODE_TRIES = 5;
export const CODES_A_DAY = 5;

/** The six digits that prove a mailbox: the same whenever they are asked for, so a repeated job sends the same mail. */
export function contactCode(secret: Buffer, contactId: string, askedAt: Date): string {
  const digest = createHmac('sha256', secret).update(`${contactId}:${askedAt.toISOString()}`).digest();
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

export function isContactCode(typed: string, right: string): boolean {
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  return digits.length === right.length && timingSafeEqual(Buffer.from(digits), Buffer.from(right));
}

export function isCodeAlive(askedAt: Date, now: Date): boolean {
  return now.getTime() < askedAt.getTime() + CODE_LIFE_MS;
}

/** A mail server that is down for a weekend is waited for; after that the inbox has to do. */
const GIVE_UP_AFTER_MS = 2 * DAY_MS;
const LATER_MS = HOUR_MS;

/** When to try once more after the queue's own tries (about a quarter of an hour of them); null when it is time to stop. */
export function nextTry(queuedAt: Date, now: Date): Date | null {
  return now.getTime() - queuedAt.getTime() >= GIVE_UP_AFTER_MS ? null : new Date(now.getTime() + LATER_MS);
}

/** An address as stored: the domain in lower case, as it is the same in any; the part before @ belongs to its server. */
export function mailAddressOf(typed: string): string {
  const address = typed.trim().normalize('NFC');
  const at = address.lastIndexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
}
