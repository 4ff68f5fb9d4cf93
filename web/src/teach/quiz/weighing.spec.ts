import { describe, expect, it } from '@jest/globals';
import { missingGaps, withoutGap } from './gaps.js';
import { penaltyOf, weighed } from './weighing.js';

const options = (...percents: string[]) => percents.map((percent) => ({ percent }));
const percents = (all: { percent: string }[]) => all.map(({ percent }) => percent).join(' ');

describe('points of options', () => {
  it('are whole for the only right one, equal shares for several, and a wrong one costs what the rule says', () => {
    expect(percents(weighed(options('50', '0'), { several: false, penalty: 'share' }))).toBe('100 0');
    const several = (penalty: 'none' | 'share' | 'all') =>
      percents(weighed(options('1', '1', '1', '0'), { several: true, penalty }));
    expect(several('none')).toBe('33,33333 33,33333 33,33333 0');
    expect(several('share')).toBe('33,33333 33,33333 33,33333 -33,33333');
    expect(several('all')).toBe('33,33333 33,33333 33,33333 -100');
  });

  it('are known by their rule, and none where the author weighed by hand', () => {
    expect(penaltyOf(options('100', '0', '0'), false)).toBe('share');
    expect(penaltyOf(options('100', '50', '0'), false)).toBeNull();
    expect(penaltyOf(options('50', '50', '0'), true)).toBe('none');
    expect(penaltyOf(options('50', '50', '-50'), true)).toBe('share');
    expect(penaltyOf(options('50', '50', '-100'), true)).toBe('all');
    expect(penaltyOf(options('60', '40', '0'), true)).toBeNull();
    expect(penaltyOf(options('0', '0'), true)).toBe('share');
  });
});

describe('gaps of a cloze', () => {
  it('move up when one is taken away, and are missed where the text lacks them', () => {
    expect(withoutGap('Trong [[1]] ngày, do [[3]] ở [[2]].', 2)).toBe('Trong [[1]] ngày, do [[2]] ở ….');
    expect(missingGaps('Trong [[1]] ngày', 3)).toEqual([2, 3]);
  });
});
