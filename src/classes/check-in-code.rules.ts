import { createHmac, timingSafeEqual } from 'node:crypto';

/** A code is shown for this long; the projector draws a new one at each boundary. */
export const SLOT_SECONDS = 20;

/** Live check-ins may come from a clock one slot ahead, or be two slots slow (scan, open the page, press the button). */
const SLOTS_BEHIND = 2;
const SLOTS_AHEAD = 1;

const MAC_BYTES = 12;
const TOKEN_BYTES = 16 + 4 + MAC_BYTES;
const TOKEN_FORM = /^[A-Za-z0-9_-]{43}$/;

/** What a scanned token claims; only `isGenuine` says whether a session's secret made it. */
export interface CheckInToken {
  sessionId: string;
  slot: number;
  mac: Buffer;
}

/** Number of the 20-second slot an instant lies in, counted from 1970. */
export function slotOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000 / SLOT_SECONDS);
}

/** The first instant of a slot. */
export function slotStart(slot: number): Date {
  return new Date(slot * SLOT_SECONDS * 1000);
}

/** Whether a code of `slot` is fresh to a server that sees it at `seenAt`. */
export function isFresh(slot: number, seenAt: Date): boolean {
  const now = slotOf(seenAt);
  return slot >= now - SLOTS_BEHIND && slot <= now + SLOTS_AHEAD;
}

/** Whether a device says that it captured the code while it was shown (or one slot off: clocks differ). */
export function isCapturedInSlot(slot: number, occurredAt: Date): boolean {
  return Math.abs(slotOf(occurredAt) - slot) <= 1;
}

/** The slots whose six digits a person may be typing at `seenAt`. */
export function freshSlots(seenAt: Date): number[] {
  const now = slotOf(seenAt);
  return Array.from({ length: SLOTS_BEHIND + SLOTS_AHEAD + 1 }, (_, i) => now + SLOTS_AHEAD - i);
}

/** The slots that fit a device's own word about when the six digits were on the screen. */
export function slotsAround(occurredAt: Date): number[] {
  const slot = slotOf(occurredAt);
  return [slot, slot - 1, slot + 1];
}

function slotBytes(slot: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(slot);
  return bytes;
}

function sessionBytes(sessionId: string): Buffer {
  return Buffer.from(sessionId.replaceAll('-', ''), 'hex');
}

function tokenMac(secret: Buffer, sessionId: string, slot: number): Buffer {
  const mac = createHmac('sha256', secret)
    .update('qr')
    .update(sessionBytes(sessionId))
    .update(slotBytes(slot))
    .digest();
  return mac.subarray(0, MAC_BYTES);
}

/** The content of the QR code: base64url(session id | slot | HMAC-SHA256, first 12 bytes); 43 characters. */
export function makeToken(secret: Buffer, sessionId: string, slot: number): string {
  return Buffer.concat([sessionBytes(sessionId), slotBytes(slot), tokenMac(secret, sessionId, slot)]).toString(
    'base64url',
  );
}

/** The parts of a token, or null when it has not the form of one. */
export function readToken(token: string): CheckInToken | null {
  if (!TOKEN_FORM.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  // The last character carries spare bits; two spellings of one token would be two tokens.
  if (bytes.length !== TOKEN_BYTES || bytes.toString('base64url') !== token) return null;
  const hex = bytes.subarray(0, 16).toString('hex');
  const sessionId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { sessionId, slot: bytes.readUInt32BE(16), mac: bytes.subarray(20) };
}

/** Whether the session's secret made the token; compared in constant time. */
export function isGenuine(token: CheckInToken, secret: Buffer): boolean {
  return timingSafeEqual(token.mac, tokenMac(secret, token.sessionId, token.slot));
}

/** The six digits shown under the QR code: dynamic truncation of RFC 4226 §5.3 over HMAC-SHA256. */
export function sixDigitsOf(secret: Buffer, slot: number): string {
  const mac = createHmac('sha256', secret).update('code').update(slotBytes(slot)).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

/** What a person typed as six ASCII digits, or null; spaces, dashes and full-width digits are forgiven. */
export function readSixDigits(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s.-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** The slot among `slots` that shows these digits, or null. Every slot is compared, each in constant time. */
export function slotOfSixDigits(secret: Buffer, digits: string, slots: number[]): number | null {
  const typed = Buffer.from(digits, 'ascii');
  let found: number | null = null;
  for (const slot of slots) {
    const shown = Buffer.from(sixDigitsOf(secret, slot), 'ascii');
    if (shown.length === typed.length && timingSafeEqual(shown, typed) && found === null) found = slot;
  }
  return found;
}
