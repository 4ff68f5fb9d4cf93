import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysWithout, seatAll, type Days, type Seat } from './office-succession.rules.js';

const day = (n: number) => `2025-01-${String(n).padStart(2, '0')}`;
const days = fc
  .tuple(fc.integer({ min: 1, max: 27 }), fc.option(fc.integer({ min: 1, max: 28 })))
  .filter(([from, to]) => to === null || from < to)
  .map(([from, to]): Days => ({ validFrom: day(from), validTo: to === null ? null : day(to) }));
const holds = ({ validFrom, validTo }: Days, at: string) => validFrom <= at && (validTo === null || at < validTo);
const EVERY = Array.from({ length: 31 }, (_, n) => day(n + 1));

describe('daysWithout', () => {
  it('leaves exactly the days that nothing took', () => {
    fc.assert(
      fc.property(days, fc.array(days, { maxLength: 4 }), (whole, taken) => {
        const left = daysWithout(whole, taken);
        for (const at of EVERY) {
          const isLeft = holds(whole, at) && !taken.some((one) => holds(one, at));
          expect(left.filter((piece) => holds(piece, at))).toHaveLength(isLeft ? 1 : 0);
        }
      }),
    );
  });
});

describe('seatAll', () => {
  const seat = fc.record({ personId: fc.constantFrom('a', 'b', 'c', 'd'), title: fc.nat({ max: 2 }), days });
  const toSeat = ({ personId, title, days }: { personId: string; title: number; days: Days }): Seat => ({
    ...{
      ...days,
      personId,
      titleCode: ['chu-tich', 'chu-nhiem-ubkt', 'uy-vien-bch'][title] ?? '',
      exclusive: title < 2,
    },
  });

  it('gives everybody an office on every day claimed, and no seat to two', () => {
    fc.assert(
      fc.property(fc.array(seat, { maxLength: 8 }), (given) => {
        const claims = given.map(toSeat);
        const seated = seatAll([], claims);
        const written = seated.flatMap(({ claim, titleCode, days }) =>
          days.map((piece) => ({ ...piece, personId: claim.personId, titleCode })),
        );
        for (const at of EVERY) {
          const held = written
            .filter((one) => holds(one, at))
            .map(({ personId, titleCode }) => `${personId} ${titleCode}`);
          expect(new Set(held).size).toBe(held.length);
          for (const title of ['chu-tich', 'chu-nhiem-ubkt']) {
            expect(held.filter((one) => one.endsWith(` ${title}`)).length).toBeLessThanOrEqual(1);
          }
          for (const claim of claims.filter((one) => holds(one, at))) {
            expect(held.some((one) => one.startsWith(claim.personId))).toBe(true);
          }
        }
      }),
    );
  });

  it('has no substitute for a title it does not know', () => {
    const term = { titleCode: 'doi-truong', exclusive: true, validFrom: day(1), validTo: null };
    expect(seatAll([{ ...term, personId: 'a' }], [{ ...term, personId: 'b' }])).toMatchObject([{ titleCode: null }]);
  });
});
