import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitText } from './text-fit.js';

// A typewriter: every letter is 0.6 of its size wide.
const typewriter = (text: string, size: number) => [...text].length * size * 0.6;

const word = fc.stringMatching(/^[a-zđơưẫỡỹ]{1,14}$/u);
const text = fc.array(word, { minLength: 1, maxLength: 24 }).map((words) => words.join(' '));
const SIZES = [36, 30, 24, 18, 13];

describe('fitting a text into a box', () => {
  it('never overflows the width, the number of lines or loses a word', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 120, max: 700 }),
        fc.integer({ min: 1, max: 3 }),
        (name, maxWidth, maxLines) => {
          const fitted = fitText(name, { maxWidth, sizes: SIZES, maxLines }, typewriter);
          expect(fitted.lines.length).toBeLessThanOrEqual(maxLines);
          for (const line of fitted.lines) expect(typewriter(line, fitted.size)).toBeLessThanOrEqual(maxWidth + 0.001);
          expect(fitted.lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
        },
      ),
    );
  });

  it('keeps the wanted size while it fits, in one line', () => {
    expect(fitText('Lê Ỷ', { maxWidth: 640, sizes: SIZES, maxLines: 2 }, typewriter)).toEqual({
      lines: ['Lê Ỷ'],
      size: 36,
    });
  });

  it('prefers a slightly smaller single line to two', () => {
    const name = 'Nguyễn Thị Hồng Nhung Anh Đào'; // 626 pt at 36, 522 at 30
    expect(fitText(name, { maxWidth: 560, sizes: SIZES, maxLines: 2 }, typewriter)).toEqual({
      lines: [name],
      size: 30,
    });
  });

  it('balances two lines', () => {
    const name = 'Công Tằng Tôn Nữ Hoàng Nguyễn Thị Phương Thảo Ngọc Quỳnh';
    const { lines, size } = fitText(name, { maxWidth: 640, sizes: SIZES, maxLines: 2 }, typewriter);
    expect(size).toBeGreaterThanOrEqual(30);
    expect(lines).toEqual(['Công Tằng Tôn Nữ Hoàng Nguyễn', 'Thị Phương Thảo Ngọc Quỳnh']);
  });

  it('breaks a word that no line can hold rather than cut it off', () => {
    const name = 'n'.repeat(120);
    const { lines, size } = fitText(name, { maxWidth: 300, sizes: SIZES, maxLines: 2 }, typewriter);
    expect(lines.join('')).toBe(name);
    for (const line of lines) expect(typewriter(line, size)).toBeLessThanOrEqual(300);
  });
});
