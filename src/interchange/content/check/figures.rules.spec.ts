import { describe, expect, it } from '@jest/globals';
import { figuresIn, keyOf, vouchedFigures } from './figures.rules.js';

const keys = (text: string) => figuresIn(text).map(keyOf);

describe('figures of a text', () => {
  it('reads deadlines, amounts and shares in the unit they share', () => {
    expect(keys('trong 05 ngày làm việc')).toEqual(['5 ngày làm việc']);
    expect(keys('thời hiệu 06, 09 tháng và 01 năm')).toEqual(['6 tháng', '9 tháng', '1 năm']);
    expect(keys('phạt 20–40 triệu đồng')).toEqual(['20000000 đồng', '40000000 đồng']);
    expect(keys('đến 37,5 triệu, tức 37.500.000 đồng')).toEqual(['37500000 đồng', '37500000 đồng']);
    expect(keys('trên 50% người lao động')).toEqual(['50 %']);
  });

  it('reads no figure out of dates, document numbers or articles', () => {
    expect(keys('ngày 10/9/2026, theo Nghị định 145/2020/NĐ-CP và Điều 63')).toEqual([]);
    expect(keys('từ 01/7/2025 người lao động')).toEqual([]);
    expect(keys('tháng 5 năm nay')).toEqual([]);
  });

  it('tells working days from days', () => {
    const vouched = vouchedFigures('Ban trọng tài lập trong 07 ngày làm việc; quyết định trong 30 ngày.');
    expect(vouched.has('7 ngày làm việc')).toBe(true);
    expect(vouched.has('30 ngày')).toBe(true);
    expect(vouched.has('30 ngày làm việc')).toBe(false);
  });
});
