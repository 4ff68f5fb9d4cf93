/** Days on which something is so: half-open, YYYY-MM-DD; `validTo` null for as long as nobody says otherwise. */
export interface Days {
  validFrom: string;
  validTo: string | null;
}

/** Somebody holding a title in the unit that takes others in. */
export interface Seat extends Days {
  personId: string;
  titleCode: string;
  exclusive: boolean;
}

/** Somebody of another unit who comes with a title. */
export type Claim<T> = Seat & T;

/**
 * What is held instead when the one seat of a title is taken: of two chairs one goes on as vice-chair until the unit
 * decides otherwise. Nobody loses their office by a merger.
 */
export const INSTEAD_OF: Readonly<Record<string, string>> = {
  'chu-tich': 'pho-chu-tich',
  'chu-nhiem-ubkt': 'uy-ban-kiem-tra',
};

const FOREVER = '9999-12-31';
const end = (days: Days) => days.validTo ?? FOREVER;
const overlap = (one: Days, other: Days) => one.validFrom < end(other) && other.validFrom < end(one);

/** What is left of some days without those taken already, in order of time. */
export function daysWithout(days: Days, taken: readonly Days[]): Days[] {
  let left = [days];
  for (const one of taken) {
    left = left.flatMap((piece) => {
      if (!overlap(piece, one)) return [piece];
      const before = piece.validFrom < one.validFrom ? [{ ...piece, validTo: one.validFrom }] : [];
      const after =
        one.validTo !== null && one.validTo < end(piece) ? [{ validFrom: one.validTo, validTo: piece.validTo }] : [];
      return [...before.map(({ validFrom, validTo }) => ({ validFrom, validTo })), ...after];
    });
  }
  return left.sort((a, b) => a.validFrom.localeCompare(b.validFrom));
}

/**
 * Seats those who come, first come first seated: who holds an exclusive title keeps it, later ones hold what INSTEAD_OF
 * says; the same person with the same title twice holds it once.
 * @param seats those of the unit that takes them in
 * @param claims in the order in which they are served
 * @returns the terms to write; null in place of a title that has no substitute
 */
export function seatAll<T>(
  seats: readonly Seat[],
  claims: readonly Claim<T>[],
): { claim: Claim<T>; titleCode: string | null; days: Days[] }[] {
  const taken = [...seats];
  return claims.map((claim) => {
    const isTaken =
      claim.exclusive &&
      taken.some(
        (seat) => seat.titleCode === claim.titleCode && seat.personId !== claim.personId && overlap(seat, claim),
      );
    const titleCode = isTaken ? (INSTEAD_OF[claim.titleCode] ?? null) : claim.titleCode;
    if (titleCode === null) return { claim, titleCode, days: [] };
    const { personId, validFrom, validTo } = claim;
    const own = taken.filter((seat) => seat.titleCode === titleCode && seat.personId === personId);
    const days = daysWithout({ validFrom, validTo }, own);
    taken.push(...days.map((piece) => ({ ...piece, personId, titleCode, exclusive: claim.exclusive && !isTaken })));
    return { claim, titleCode, days };
  });
}
