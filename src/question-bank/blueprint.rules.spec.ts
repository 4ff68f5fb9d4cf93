import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BlueprintCell } from './entities/blueprint.js';
import { fillBlueprint, type BlueprintQuestion } from './blueprint.rules.js';

const question: fc.Arbitrary<BlueprintQuestion> = fc.record({
  kind: fc.constantFrom('single', 'ordering', 'cloze'),
  difficulty: fc.constantFrom(1, 2, 3),
  tags: fc.subarray(['hoa-giai', 'dinh-cong']),
  citations: fc.subarray(['vn.blld.2019.d188']),
});
const cell: fc.Arbitrary<BlueprintCell> = fc.record(
  {
    tag: fc.constantFrom('hoa-giai', 'dinh-cong', 'vn.blld.2019.d188'),
    kind: fc.constantFrom('single', 'ordering'),
    difficulty: fc.constantFrom(1, 2, 3),
    count: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ['count'] },
);
const cells = fc.array(cell, { minLength: 1, maxLength: 4 });
const pool = fc.array(question, { maxLength: 8 });
const fits = ({ tag, kind, difficulty }: BlueprintCell, asked: BlueprintQuestion) =>
  (!tag || [...asked.tags, ...asked.citations].includes(tag)) &&
  (!kind || asked.kind === kind) &&
  (!difficulty || asked.difficulty === difficulty);

/** The most questions that any division of the pool gives, tried one by one. */
function mostFilled(wanted: BlueprintCell[], questions: BlueprintQuestion[]): number {
  const [first, ...rest] = questions;
  if (!first) return 0;
  const without = mostFilled(wanted, rest);
  return wanted.reduce((best, each, at) => {
    if (each.count === 0 || !fits(each, first)) return best;
    const left = wanted.with(at, { ...each, count: each.count - 1 });
    return Math.max(best, 1 + mostFilled(left, rest));
  }, without);
}

describe('fillBlueprint', () => {
  it('gives each cell only what fits it, nothing twice, and says what it lacks', () => {
    fc.assert(
      fc.property(cells, pool, (wanted, questions) => {
        const filled = fillBlueprint(wanted, questions);
        const given = filled.flatMap((each) => each.questions);
        expect(new Set(given).size).toBe(given.length);
        filled.forEach((each, at) => {
          expect(each.questions.length + each.lacking).toBe(wanted[at]!.count);
          expect(each.questions.every((asked) => fits(wanted[at]!, asked))).toBe(true);
        });
      }),
    );
  });

  it('lacks no question that another division would have found', () => {
    const few = fc.array(question, { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 3 }), few, (wanted, questions) => {
        const given = fillBlueprint(wanted, questions).flatMap((each) => each.questions).length;
        expect(given).toBe(mostFilled(wanted, questions));
      }),
      { numRuns: 300 },
    );
  });
});
