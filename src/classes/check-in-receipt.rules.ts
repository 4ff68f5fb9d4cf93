import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long after scanning a person may take to sign in and still be on time. */
const RECEIPT_VALID_MS = 30 * 60_000;
const RECEIPT_FORM = /^([0-9a-z]{1,11})\.([A-Za-z0-9_-]{43})$/;

/** That this browser showed this token to the server at this time. */
export interface Scan {
  token: string;
  /** The browser's own random name, from its cookie: a receipt sent to somebody else is worth nothing. */
  device: string;
}

function macOf(key: Buffer, { token, device }: Scan, seenAt: string): Buffer {
  // Lengths first, so that no two different scans are the same text.
  return createHmac('sha256', key).update(`${token.length}.${token}.${device.length}.${device}.${seenAt}`).digest();
}

/** A stateless receipt: the time of the scan, and a MAC that binds it to token and browser. Nothing is stored. */
export function makeReceipt(key: Buffer, scan: Scan, seenAt: Date): string {
  const time = seenAt.getTime().toString(36);
  return `${time}.${macOf(key, scan, time).toString('base64url')}`;
}

/** When the server saw the scan, or null when the receipt is not ours, not for this scan, or older than 30 minutes. */
export function readReceipt(key: Buffer, scan: Scan, receipt: string, now: Date): Date | null {
  const [, time, mac] = RECEIPT_FORM.exec(receipt) ?? [];
  if (time === undefined || mac === undefined) return null;
  if (!timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(key, scan, time))) return null;
  const seenAt = new Date(Number.parseInt(time, 36));
  const age = now.getTime() - seenAt.getTime();
  return age >= 0 && age <= RECEIPT_VALID_MS ? seenAt : null;
}
