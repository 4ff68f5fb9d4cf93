import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareOfOrder } from './ordering.rules.js';

const orders = fc
  .integer({ min: 2, max: 10 })
  .chain((length) =>
    fc.tuple(
      fc.shuffledSubarray([...Array(length).keys()], { minLength: length }),
      fc.shuffledSubarray([...Array(length).keys()], { minLength: length }),
    ),
  );

/** The longest run in the right order, by trying every choice of items. */
function longestByTrying(right: number[], given: number[]): number {
  let longest = 0;
  for (let mask = 0; mask < 2 ** given.length; mask += 1) {
    const places = given.filter((_, at) => mask & (1 << at)).map((item) => right.indexOf(item));
    if (places.every((place, at) => at === 0 || place > places[at - 1]!)) longest = Math.max(longest, places.length);
  }
  return longest;
}

describe('shareOfOrder', () => {
  it('is the longest run in the right order beyond the one item that every order has', () => {
    fc.assert(
      fc.property(orders, ([right, given]) => {
        const share = shareOfOrder(right, given);
        expect(share).toBeCloseTo((longestByTrying(right, given) - 1) / (right.length - 1), 12);
        expect(share === 1).toBe(given.join() === right.join());
      }),
    );
  });

  it('gives nothing for everything reversed', () => {
    fc.assert(fc.property(orders, ([right]) => expect(shareOfOrder(right, right.toReversed())).toBe(0)));
  });

  it('costs exactly one step to put one step in the wrong place', () => {
    fc.assert(
      fc.property(orders, fc.nat(), fc.nat(), ([right], from, to) => {
        const [at, place] = [from % right.length, to % right.length];
        fc.pre(at !== place);
        const given = right.toSpliced(at, 1).toSpliced(place, 0, right[at]!);
        expect(shareOfOrder(right, given)).toBeCloseTo(1 - 1 / (right.length - 1), 12);
      }),
    );
  });
});
