import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readNumeral } from './numeral.rules.js';

describe('readNumeral', () => {
  it.each([
    ['30', [30]],
    ['1.234,5', [1234.5]],
    ['1,234.5', [1234.5]],
    ['1234.5', [1234.5]],
    ['1234,5', [1234.5]],
    // Two readers, two numbers: both count.
    ['1.234', [1234, 1.234]],
    ['1,234', [1.234, 1234]],
    ['4.200.000', [4_200_000]],
    ['4,200,000', [4_200_000]],
    ['4 200 000', [4_200_000]],
    ['4\u00a0200\u00a0000,75', [4_200_000.75]],
    ['0.125', [0.125]],
    [',5', [0.5]],
    ['-12,5', [-12.5]],
    ['−12', [-12]],
    ['+7', [7]],
    ['１２', [12]],
    ['  06 ', [6]],
    ['1.23.456', []],
    ['12 34', []],
    ['1,2,3', []],
    ['1e3', []],
    ['0x10', []],
    ['Infinity', []],
    ['ba mươi', []],
    ['', []],
    ['-', []],
    [',', []],
  ])('%j means %j', (text, numbers) => {
    expect(readNumeral(text)).toEqual(numbers);
  });

  it('leaves the unit out when it is the one shown', () => {
    expect(readNumeral('30 ngày', 'ngày')).toEqual([30]);
    expect(readNumeral('30%', '%')).toEqual([30]);
    expect(readNumeral('30 Ngày'.normalize('NFD'), 'ngày')).toEqual([30]);
    expect(readNumeral('30 giờ', 'ngày')).toEqual([]);
    expect(readNumeral('ngày', 'ngày')).toEqual([]);
  });

  it('reads back every number as Vietnamese and as English papers print it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (hundredths) => {
        const number = hundredths / 100;
        for (const locale of ['vi-VN', 'en-US']) {
          expect(readNumeral(new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(number))).toContain(
            number || 0,
          );
        }
      }),
    );
  });

  it('takes any text in time that grows with its length only', () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => readNumeral(text).every(Number.isFinite)));
    expect(readNumeral(`${'1'.repeat(250)}.${'1'.repeat(249)}x`)).toEqual([]);
  });
});
