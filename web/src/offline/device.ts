import { recall, remember } from './small-values.js';
import { newId } from './uuid.js';

const DEVICE_KEY = 'us.device';
const CLOCK_KEY = 'us.clock';
/** Below the precision of such a measurement nothing is gained, and time should not jump. */
const WORTH_CORRECTING_MS = 2_000;

let device: string | null = null;
let offset = Number(recall(CLOCK_KEY) ?? 0);

/** This browser, for the server's attendance evidence. Says nothing about the person and outlives signing out. */
export function deviceId(): string {
  device ??= recall(DEVICE_KEY);
  if (device === null) {
    device = newId();
    remember(DEVICE_KEY, device);
  }
  return device;
}

/**
 * Learns how far this device's clock is from the server's.
 * @param serverTime ISO instant out of an answer
 * @param sentAt when the request left, by this device, in ms
 */
export function learnServerTime(serverTime: string, sentAt: number): void {
  const measured = Date.parse(serverTime) - (sentAt + Date.now()) / 2;
  if (!Number.isFinite(measured) || Math.abs(measured - offset) < WORTH_CORRECTING_MS) return;
  offset = Math.round(measured);
  remember(CLOCK_KEY, String(offset));
}

/** Now, in ms, by the server's clock as far as this device knows it: many phones are minutes off. */
export function deviceNow(): number {
  return Date.now() + offset;
}
