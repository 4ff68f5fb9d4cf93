import { Clock } from '../../src/platform/clock/clock.js';

/** A clock that stands still until told otherwise. */
export class FakeClock extends Clock {
  private instant: number;

  constructor(start: string | Date = '2026-11-21T02:00:00Z') {
    super();
    this.instant = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: string | Date): void {
    this.instant = new Date(instant).getTime();
  }

  advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }): void {
    this.instant += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
}
