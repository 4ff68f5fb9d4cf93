import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LETTERS, sampleBook } from '../../../../test/support/handbook.js';
import { pdfPages } from '../../../../test/support/pdf-text.js';
import { runsOf } from '../lesson-document.js';
import { draw } from './book-template.js';
import { columnWidths } from './table-setter.js';

const squeezed = (text: string) => text.replace(/[\s\u00a0]+/g, '');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');

describe.each(['a4', 'a5'] as const)('handbook as PDF, %s', (paper) => {
  it('holds every word of every lesson, with its marks, as text', async () => {
    const book = sampleBook();
    const text = squeezed(pdfPages(await draw({ book, paper })).join(''));
    expect(text).toContain(squeezed(LETTERS));
    expect(text).not.toContain('\ufffd');
    for (const { blocks } of book.modules.flatMap(({ lessons }) => lessons)) {
      for (const run of runsOf(blocks)) {
        for (const word of run.text.split(/\s+/)) expect(text).toContain(word);
      }
    }
  });

  it('keeps words apart where lines break', async () => {
    const pages = pdfPages(await draw({ book: sampleBook(), paper })).join('');
    expect(pages).toContain('Có, nếu quá 05 ngày < 10 ngày & "còn" hạn.');
  });

  it('has contents whose page numbers are those of the pages, and an index of articles', async () => {
    const book = sampleBook({ lessons: 12 });
    const pages = pdfPages(await draw({ book, paper }));
    const contents = pages.filter((page) => page.startsWith('Mục lục')).join('');
    for (const { number, title } of book.modules.flatMap(({ lessons }) => lessons)) {
      const at = pages.findIndex(
        (page) => page.includes(`Bài ${number} · `) && page.includes(title.split(' ')[0] ?? ''),
      );
      expect(at).toBeGreaterThan(0);
      expect(contents).toContain(`${number} ${title} ${at + 1}`);
    }
    const index = pages.filter((page) => page.startsWith('Tra cứu điều luật')).join('');
    expect(index).toMatch(/Điều 8a\. .*Điều 36\. .*Điều 188\. /s);
    expect(index).toMatch(/Điều 36\. Tên điều 36 & hơn\. *Bài 1\.1, tr\. \d+; *Bài 2\.1, tr\. \d+/);
    // The printed number is the one that the reader's screen shows.
    pages.forEach((page, i) => {
      if (page.startsWith('Chuyên đề 1. ')) expect(page).toContain(`đình công${i + 1}`);
    });
  });

  it('is tagged, in Vietnamese, with bookmarks and its fonts embedded', async () => {
    const text = (await draw({ book: sampleBook(), paper })).toString('latin1');
    expect(text).toContain(paper === 'a4' ? '/MediaBox [0 0 595.28 841.89]' : '/MediaBox [0 0 419.53 595.28]');
    expect(text).toContain('/Lang (vi-VN)');
    expect(text).toContain('/Marked true');
    expect(text).toContain('/PageMode /UseOutlines');
    const bookmarks = ['Mục lục', 'Chuyên đề 2. Đình công', '2.1. Khi nào <hợp pháp>?', 'Các bảng thời hạn'];
    for (const title of bookmarks) expect(text).toContain(utf16(title).replaceAll('\\', '\\\\').slice(0, 12));
    for (const tag of ['H1', 'H2', 'H3', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'TOC', 'TOCI', 'Link']) {
      expect(text).toContain(`/S /${tag}\n`);
    }
    expect(text).not.toContain('/Helvetica');
    expect(text.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(4);
  });

  it('is the same bytes for the same book', async () => {
    const [one, two] = [await draw({ book: sampleBook(), paper }), await draw({ book: sampleBook(), paper })];
    expect(one.equals(two)).toBe(true);
  });

  it('breaks what fits on no line and no page: a word, a row', async () => {
    const book = sampleBook();
    const [lesson] = book.modules[0]?.lessons ?? [];
    const word = 'đ'.repeat(400);
    const row = [[{ text: Array.from({ length: 3000 }, (_, i) => `từ${i}`).join(' ') }], [{ text: word }]];
    lesson?.blocks.push({ kind: 'table', head: [[{ text: 'Một' }], [{ text: 'Hai' }]], rows: [row] });
    const text = squeezed(pdfPages(await draw({ book, paper })).join(''));
    expect(text).toContain('từ2999');
    expect(text.match(/đđđ/g)?.length).toBeGreaterThan(100);
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    await draw({ book: sampleBook({ lessons: 8 }), paper }, (share) => told.push(share));
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.every((share) => share > 0 && share < 1)).toBe(true);
  });
});

describe('columns of a table', () => {
  const wish = fc
    .tuple(fc.double({ min: 5, max: 200, noNaN: true }), fc.double({ min: 0, max: 900, noNaN: true }))
    .map(([least, more]) => ({ least, most: least + more }));

  it('fill the width, and each holds its widest word when all can', () => {
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 6 }), (wishes) => {
        const widths = columnWidths(wishes, 360);
        expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(360, 4);
        if (wishes.reduce((sum, { least }) => sum + least, 0) > 360) return;
        widths.forEach((width, i) => expect(width).toBeGreaterThanOrEqual((wishes[i]?.least ?? 0) - 1e-6));
      }),
    );
  });
});
