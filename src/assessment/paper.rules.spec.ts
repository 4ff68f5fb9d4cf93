import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawPaper, mulberry32, ordersOfBlanks, type PoolQuestion } from './paper.rules.js';

const about = { kind: 'single' as const, difficulty: 2, tags: [], citations: [] };
const pools: fc.Arbitrary<PoolQuestion[]> = fc
  .array(
    fc.record({ kind: fc.constantFrom('options', 'choices', 'items', 'none'), length: fc.integer({ min: 2, max: 6 }) }),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((shapes) =>
    shapes.map(({ kind, length }, index) => {
      const texts = Array.from({ length }, (_, at) => `lựa chọn ${at}`);
      return { ...about, id: `q${index}`, body: kind === 'none' ? {} : { [kind]: texts } };
    }),
  );
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const seedsOf = (length: number) => Array.from({ length }, (_, seed) => seed);

describe('drawPaper', () => {
  it('gives the same paper for the same seed', () => {
    fc.assert(
      fc.property(pools, seeds, fc.integer({ min: 1, max: 40 }), fc.boolean(), (pool, seed, draw, shuffleOptions) => {
        const paper = drawPaper(pool, { seed, draw, shuffleOptions });
        expect(drawPaper(pool, { seed, draw, shuffleOptions })).toEqual(paper);
      }),
    );
  });

  it('draws each question once, as many as asked for, with every option once', () => {
    fc.assert(
      fc.property(pools, seeds, fc.integer({ min: 1, max: 40 }), (pool, seed, draw) => {
        const paper = drawPaper(pool, { seed, draw, shuffleOptions: true });
        expect(paper.map(({ position }) => position)).toEqual(
          Array.from({ length: Math.min(draw, pool.length) }, (_, index) => index + 1),
        );
        expect(new Set(paper.map(({ questionVersionId }) => questionVersionId)).size).toBe(paper.length);
        for (const { questionVersionId, optionOrder } of paper) {
          const { options, choices, items } = pool.find(({ id }) => id === questionVersionId)!.body;
          const length = (options ?? choices ?? items ?? []).length;
          expect(optionOrder.toSorted()).toEqual(Array.from({ length }, (_, index) => index));
        }
      }),
    );
  });

  it('leaves options in their order when told so, but never the choices of a matching question', () => {
    const pool = [
      { ...about, id: 'single', body: { options: ['a', 'b', 'c', 'd'] } },
      { ...about, id: 'matching', body: { choices: ['a', 'b', 'c', 'd'] } },
    ];
    const orders = Array.from({ length: 50 }, (_, seed) => drawPaper(pool, { seed, draw: 2, shuffleOptions: false }));
    const ordersOf = (id: string) =>
      new Set(orders.map((paper) => String(paper.find((question) => question.questionVersionId === id)?.optionOrder)));
    expect(ordersOf('single')).toEqual(new Set(['0,1,2,3']));
    expect(ordersOf('matching').size).toBeGreaterThan(10);
  });

  it('never begins with the right order of an ordering', () => {
    const orders = fc
      .integer({ min: 2, max: 6 })
      .chain((length) => fc.shuffledSubarray([...Array(length).keys()], { minLength: length }));
    fc.assert(
      fc.property(orders, seeds, fc.boolean(), (rightOrder, seed, shuffleOptions) => {
        const pool = [{ ...about, id: 'o', body: { items: rightOrder.map(String) }, rightOrder }];
        const [question] = drawPaper(pool, { seed, draw: 1, shuffleOptions });
        expect(question!.optionOrder.toSorted()).toEqual(rightOrder.toSorted());
        expect(question!.optionOrder).not.toEqual(rightOrder);
      }),
    );
  });

  it('shuffles each list of a cloze by itself', () => {
    const blanks = [
      { kind: 'choice' as const, choices: ['a', 'b', 'c'] },
      { kind: 'short-answer' as const },
      { kind: 'choice' as const, choices: ['d', 'e'] },
    ];
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, shuffleOptions) => {
        const pool = [{ ...about, id: 'c', body: { blanks } }];
        const [question] = drawPaper(pool, { seed, draw: 1, shuffleOptions });
        const shown = ordersOfBlanks(blanks, question!.optionOrder);
        expect(shown.map((order) => order.toSorted())).toEqual([[0, 1, 2], [], [0, 1]]);
        if (!shuffleOptions) expect(shown).toEqual([[0, 1, 2], [], [0, 1]]);
      }),
    );
  });

  it('draws by a blueprint: each cell its number, the same seed the same paper', () => {
    const pool = Array.from({ length: 30 }, (_, index) => ({
      ...about,
      id: `q${index}`,
      body: {},
      kind: index % 3 === 0 ? ('ordering' as const) : ('single' as const),
      tags: index % 2 === 0 ? ['hoa-giai'] : ['dinh-cong'],
    }));
    const blueprint = [{ kind: 'ordering' as const, count: 2 }, { tag: 'hoa-giai', count: 5 }, { count: 1 }];
    fc.assert(
      fc.property(seeds, (seed) => {
        const given = { seed, draw: 8, blueprint, shuffleOptions: true };
        const paper = drawPaper(pool, given);
        expect(drawPaper(pool, given)).toEqual(paper);
        expect(new Set(paper.map(({ questionVersionId }) => questionVersionId)).size).toBe(8);
        const drawn = paper.map(({ questionVersionId }) => pool.find(({ id }) => id === questionVersionId)!);
        expect(drawn.filter(({ kind }) => kind === 'ordering').length).toBeGreaterThanOrEqual(2);
        expect(drawn.filter(({ tags }) => tags.includes('hoa-giai')).length).toBeGreaterThanOrEqual(5);
      }),
    );
    const papers = new Set(
      seedsOf(20).map((seed) => JSON.stringify(drawPaper(pool, { seed, draw: 8, blueprint, shuffleOptions: true }))),
    );
    expect(papers.size).toBe(20);
  });

  it('is fair: over many seeds every question is drawn about as often', () => {
    const pool = Array.from({ length: 20 }, (_, index) => ({ ...about, id: `q${index}`, body: {} }));
    const drawn = new Map<string, number>();
    for (let seed = 0; seed < 4_000; seed += 1) {
      for (const { questionVersionId: id } of drawPaper(pool, { seed, draw: 10, shuffleOptions: true })) {
        drawn.set(id, (drawn.get(id) ?? 0) + 1);
      }
    }
    // 2,000 expected, standard deviation 32.
    for (const times of drawn.values()) expect(Math.abs(times - 2_000)).toBeLessThan(160);
  });
});

describe('mulberry32', () => {
  it('gives the numbers that papers of the past were drawn with', () => {
    const random = mulberry32(42);
    expect([random(), random(), random()].map((number) => number.toFixed(9))).toEqual([
      '0.601103752',
      '0.448290559',
      '0.852465793',
    ]);
  });
});
