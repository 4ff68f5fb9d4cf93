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

const vietnamDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day of an instant in Asia/Ho_Chi_Minh, as YYYY-MM-DD. */
export function vietnamDate(instant: Date): string {
  return vietnamDay.format(instant);
}
