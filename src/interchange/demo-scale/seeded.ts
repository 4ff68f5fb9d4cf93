import { createHash } from 'node:crypto';

/** A list to choose from, each entry with how often it comes up. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/**
 * Chance that comes out the same for the same seed and purpose (sfc32). Each purpose has numbers of its own: one more
 * draw for the people does not change the classes.
 */
export class Seeded {
  private readonly state: Uint32Array;

  constructor(
    private readonly seed: number,
    private readonly purpose: string,
  ) {
    const bytes = digest(`${seed}:${purpose}`);
    this.state = Uint32Array.from([0, 4, 8, 12], (at) => bytes.readUInt32LE(at));
  }

  /** Numbers of their own for something else. */
  for(purpose: string): Seeded {
    return new Seeded(this.seed, purpose);
  }

  /** 0 ≤ share < 1 */
  share(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.state;
    const sum = (a + b + d) >>> 0;
    this.state.set([b ^ (b >>> 9), c + (c << 3), ((c << 21) | (c >>> 11)) + sum, d + 1]);
    return sum / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.share() < probability;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1));
  }

  /** About 1 on the average, seldom more than four times that: sizes of enterprises are so distributed. */
  size(): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.share())) * Math.cos(2 * Math.PI * this.share());
    return Math.exp(0.9 * normal - 0.4);
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[Math.floor(this.share() * list.length)];
    if (picked === undefined) throw new Error(`Nothing to pick from (${this.purpose})`);
    return picked;
  }

  weighted<T>(list: Weighted<T>): T {
    let left = this.share() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of list) if ((left -= weight) < 0) return value;
    return this.pick(list)[0];
  }

  shuffled<T>(list: readonly T[]): T[] {
    const shuffled = [...list];
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = this.between(0, last);
      [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
    }
    return shuffled;
  }

  /** 32 bytes known by what they are for. */
  bytes(what: string): Buffer {
    return digest(`${this.seed}:${this.purpose}:${what}`);
  }

  /** A UUIDv7 known by what it is for; lists by id are lists by the instant it was made in. */
  id(what: string | number, madeAt: Date): string {
    const time = madeAt.getTime().toString(16).padStart(12, '0');
    const hash = digest(`${this.seed}:${this.purpose}:${what}`).toString('hex');
    const variant = (8 + (parseInt(hash.charAt(0), 16) % 4)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(1, 4)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

const DAY_MS = 86_400_000;
/** Vietnam is seven hours ahead of UTC. */
const AHEAD_MS = 7 * 3_600_000;

/** A day (YYYY-MM-DD) so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The instant so many minutes after midnight of a day in Vietnam. */
export function at(day: string, minutes: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - AHEAD_MS + minutes * 60_000);
}

export function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
