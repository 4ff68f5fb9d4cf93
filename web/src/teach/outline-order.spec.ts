import { describe, expect, test } from '@jest/globals';
import { lessonMoved, lessonStepped, moduleStepped } from './outline-order.js';

const order = [
  { slug: 'm1', lessons: ['a', 'b', 'c'] },
  { slug: 'm2', lessons: [] },
  { slug: 'm3', lessons: ['d'] },
];
const shown = (modules: typeof order | null): string | null =>
  modules && modules.map(({ slug, lessons }) => `${slug}:${lessons.join('')}`).join(' ');

describe('ordering', () => {
  test.each([
    ['a', 'c', 'm1:bca m2: m3:d'],
    ['c', 'a', 'm1:cab m2: m3:d'],
    ['a', 'd', 'm1:bc m2: m3:ad'],
    ['a', 'm2', 'm1:bc m2:a m3:d'],
    ['d', 'm1', 'm1:abcd m2: m3:'],
    ['a', 'a', 'm1:abc m2: m3:d'],
    ['a', 'nowhere', 'm1:abc m2: m3:d'],
  ])('%s dropped on %s', (slug, over, expected) => expect(shown(lessonMoved(order, slug, over))).toBe(expected));

  test.each([
    ['b', -1, 'm1:bac m2: m3:d'],
    ['b', 1, 'm1:acb m2: m3:d'],
    ['c', 1, 'm1:ab m2:c m3:d'],
    ['d', -1, 'm1:abc m2:d m3:'],
    ['a', -1, null],
    ['d', 1, null],
  ] as const)('lesson %s by %i', (slug, step, expected) =>
    expect(shown(lessonStepped(order, slug, step))).toBe(expected),
  );

  test.each([
    ['m1', 1, 'm2: m1:abc m3:d'],
    ['m3', -1, 'm1:abc m3:d m2:'],
    ['m1', -1, null],
    ['m3', 1, null],
  ] as const)('module %s by %i', (slug, step, expected) =>
    expect(shown(moduleStepped(order, slug, step))).toBe(expected),
  );
});
