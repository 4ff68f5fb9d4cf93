/** The days on which something was so: half-open, YYYY-MM-DD; `validTo` null for as long as nobody says otherwise. */
export interface Days {
  validFrom: string;
  validTo: string | null;
}

/** What a change does to the living periods of one unit: some are superseded, others written. */
export interface Rewriting<T> {
  superseded: T[];
  written: T[];
}

const holds = (period: Days, day: string) =>
  period.validFrom <= day && (period.validTo === null || day < period.validTo);

/**
 * A fact becomes another from `day` on. The period of that day is written anew in its two halves; the periods after it
 * take the change too, until the next change of the same fact: a rename recorded late does not undo a later one.
 * @param living the periods of one unit in order of time, without gaps
 * @returns null when the unit did not exist that day; nothing to do when it was so already
 */
export function changeFrom<T extends Days>(living: readonly T[], day: string, change: Partial<T>): Rewriting<T> | null {
  const first = living.findIndex((period) => holds(period, day));
  const old = living[first];
  if (old === undefined) return null;
  const facts = Object.keys(change) as (keyof T)[];
  if (facts.every((fact) => old[fact] === change[fact])) return { superseded: [], written: [] };
  const later = living.slice(first + 1);
  const next = later.findIndex((period) => facts.some((fact) => period[fact] !== old[fact]));
  const following = next < 0 ? later : later.slice(0, next);
  return {
    superseded: [old, ...following],
    written: [
      ...(old.validFrom < day ? [{ ...old, validTo: day }] : []),
      { ...old, ...change, validFrom: day },
      ...following.map((period) => ({ ...period, ...change })),
    ],
  };
}

/**
 * A unit ends on `day`, its first day of not existing; what was planned for later is void.
 * @returns null when it did not exist that day, or would never have existed
 */
export function endOn<T extends Days>(living: readonly T[], day: string): Rewriting<T> | null {
  const at = living.findIndex((period) => holds(period, day));
  const old = living[at];
  if (old === undefined || (at === 0 && old.validFrom === day)) return null;
  return {
    superseded: living.slice(at),
    written: old.validFrom < day ? [{ ...old, validTo: day }] : [],
  };
}

/**
 * From `day` on, wherever one value stands in a fact, another one does: what was planned for other units stays planned.
 * @param living the periods of one unit in order of time
 */
export function replaceFrom<T extends Days, K extends keyof T>(
  living: readonly T[],
  day: string,
  { fact, from, to }: { fact: K; from: T[K]; to: T[K] },
): Rewriting<T> {
  const superseded = living.filter(
    (period) => period[fact] === from && (period.validTo === null || period.validTo > day),
  );
  const written = superseded.flatMap((old) => {
    const change = { ...old, [fact]: to };
    return old.validFrom < day
      ? [
          { ...old, validTo: day },
          { ...change, validFrom: day },
        ]
      : [change];
  });
  return { superseded, written };
}
