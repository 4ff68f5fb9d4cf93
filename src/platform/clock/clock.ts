/** The only source of the current time. Tests replace it; nothing else calls `new Date()` without an argument. */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Asia/Ho_Chi_Minh has been seven hours ahead of UTC, winter and summer, since 13 June 1975. */
const AHEAD_MS = 7 * 3_600_000;

/** The calendar day of an instant since 1975 in Asia/Ho_Chi_Minh, as YYYY-MM-DD. Asked on every request. */
export function vietnamDate(instant: Date): string {
  return new Date(instant.getTime() + AHEAD_MS).toISOString().slice(0, 10);
}
