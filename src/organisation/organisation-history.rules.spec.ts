import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changeFrom, endOn, type Days } from './organisation-history.rules.js';

interface Fact extends Days {
  name: string;
  parent: string;
}

const LAST = 40;
const day = (number: number) => `2025-${number < 20 ? '01' : '02'}-${String((number % 20) + 1).padStart(2, '0')}`;
const days = Array.from({ length: LAST }, (_, number) => day(number));

/** Periods without gaps from day 5 on. */
const living = fc
  .array(fc.record({ length: fc.integer({ min: 1, max: 5 }), name: fc.nat(2), parent: fc.nat(2) }), { minLength: 1 })
  .map((steps) => {
    let at = 5;
    const periods = steps.slice(0, 5).map(({ length, name, parent }): Fact => {
      const validFrom = day(at);
      at += length;
      return { validFrom, validTo: day(at), name: `n${name}`, parent: `p${parent}` };
    });
    return periods.map((period, index) => (index === periods.length - 1 ? { ...period, validTo: null } : period));
  });

const at = (periods: Fact[], on: string) =>
  periods.filter((period) => period.validFrom <= on && (period.validTo === null || on < period.validTo));

function apply(periods: Fact[], { superseded, written }: { superseded: Fact[]; written: Fact[] }): Fact[] {
  return [...periods.filter((period) => !superseded.includes(period)), ...written];
}

describe('a fact that changes from a day on', () => {
  it('leaves every day before it and every other fact as they were, one period for each day', () => {
    fc.assert(
      fc.property(living, fc.nat(LAST - 1), fc.nat(2), (periods, number, name) => {
        const on = day(number);
        const rewriting = changeFrom(periods, on, { name: `n${name}` });
        expect(rewriting === null).toBe(at(periods, on).length === 0);
        if (rewriting === null) return;
        const after = apply(periods, rewriting);
        const old = at(periods, on)[0]?.name;
        let isReached = false;
        for (const one of days) {
          const [was, becomes] = [at(periods, one), at(after, one)];
          expect(becomes).toHaveLength(was.length);
          expect(becomes[0]?.parent).toBe(was[0]?.parent);
          isReached ||= one > on && was[0]?.name !== old;
          const isChanged = one >= on && !isReached;
          expect(becomes[0]?.name).toBe(isChanged ? `n${name}` : was[0]?.name);
        }
      }),
    );
  });
});

describe('a unit that ends on a day', () => {
  it('is as it was before that day, and is not from that day on', () => {
    fc.assert(
      fc.property(living, fc.nat(LAST - 1), (periods, number) => {
        const on = day(number);
        const rewriting = endOn(periods, on);
        expect(rewriting === null).toBe(on <= (periods[0]?.validFrom ?? ''));
        if (rewriting === null) return;
        const after = apply(periods, rewriting);
        for (const one of days) {
          const facts = (all: Fact[]) => at(all, one).map(({ name, parent }) => ({ name, parent }));
          expect(facts(after)).toEqual(one < on ? facts(periods) : []);
        }
      }),
    );
  });
});
