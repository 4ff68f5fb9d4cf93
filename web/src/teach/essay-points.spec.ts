import { describe, expect, it } from '@jest/globals';
import { pointsOf, sumOf } from './essay-points.js';

describe('typed points', () => {
  it.each([
    ['1,5', 1.5],
    [' 2.25 ', 2.25],
    ['0', 0],
    ['3', 3],
    ['3,25', null],
    ['0,33', null],
    ['-1', null],
    ['ba', null],
    ['', null],
    ['1e1', null],
  ])('%j of 3 are %j', (typed, points) => {
    expect(pointsOf(typed, 3)).toBe(points);
  });

  it('add up, what is not typed yet counting nothing', () => {
    expect(sumOf(['1,5', ''], [{ points: 3 }, { points: 1 }])).toBe(1.5);
  });
});
