import { deviceNow } from '../offline/device.js';

/** As the server takes them: the confederation is of 1929, a day beyond 2099 is a slip of the hand. */
const DAY = /^(19|20)\d{2}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;
const VIET_NAM_MS = 7 * 3_600_000;

/** The day in Viet Nam, YYYY-MM-DD. */
export const dayOf = (instantMs: number): string => new Date(instantMs + VIET_NAM_MS).toISOString().slice(0, 10);

export const today = (): string => dayOf(deviceNow());

export const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

/** A day out of an address: undefined for today and for what is no day. */
export const dayAsked = (text: string | null): string | undefined =>
  text !== null && isDay(text) && text !== today() ? text : undefined;

/** Whole days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The day before: the last one of a half-open period. */
export const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);

/** The day after: the first on which something that lasts a day may end. */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
