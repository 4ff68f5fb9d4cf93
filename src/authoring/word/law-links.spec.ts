import { describe, expect, it } from '@jest/globals';
import { lawResolver, linkLaw } from './law-links.js';

const LABOUR = { number: '45/2019/QH14', title: 'Bộ luật Lao động' };
const SAFETY = { number: '84/2015/QH13', title: 'Luật An toàn, vệ sinh lao động' };
const INSURANCE = { number: '41/2024/QH15', title: 'Luật Bảo hiểm xã hội' };
const UNIONS = { number: '50/2024/QH15', title: 'Luật Công đoàn' };
const FINES = { number: '283/2026/NĐ-CP', title: 'Nghị định xử phạt vi phạm hành chính' };

const resolve = lawResolver([
  { code: 'vn.blld.2019.d188', number: '188', document: LABOUR },
  { code: 'vn.blld.2019.d8a', number: '8a', document: LABOUR },
  { code: 'vn.atvsld.2015.d5', number: '5', document: SAFETY },
  { code: 'vn.bhxh.2024.d28', number: '28', document: INSURANCE },
  { code: 'vn.lcd.2024.d5', number: '5', document: UNIONS },
  { code: 'vn.nd283.2026.d15', number: '15', document: FINES },
]);
const linked = (text: string) => linkLaw(text, resolve);

describe('articles named in a text', () => {
  it.each([
    ['Xem Điều 188 Bộ luật Lao động.', 'Xem [Điều 188 Bộ luật Lao động](law:vn.blld.2019.d188).'],
    [
      'điều 188 của Bộ luật lao động năm 2019 quy định',
      '[điều 188 của Bộ luật lao động năm 2019](law:vn.blld.2019.d188) quy định',
    ],
    ['khoản 2 Điều 188 BLLĐ', '[khoản 2 Điều 188 BLLĐ](law:vn.blld.2019.d188)'],
    [
      '(điểm a khoản 1 Điều 8a, Bộ luật Lao động)',
      '([điểm a khoản 1 Điều 8a, Bộ luật Lao động](law:vn.blld.2019.d8a))',
    ],
    ['Điều 5 Luật An toàn, vệ sinh lao động, và', '[Điều 5 Luật An toàn, vệ sinh lao động](law:vn.atvsld.2015.d5), và'],
    ['**Điều 15 Nghị định số 283/2026/NĐ-CP**', '**[Điều 15 Nghị định số 283/2026/NĐ-CP](law:vn.nd283.2026.d15)**'],
    [
      'Điều 28 Luật BHXH; Điều 5 Luật Công đoàn và',
      '[Điều 28 Luật BHXH](law:vn.bhxh.2024.d28); [Điều 5 Luật Công đoàn](law:vn.lcd.2024.d5) và',
    ],
  ])('%s', (text, expected) => {
    expect(linked(text).markdown).toBe(expected);
  });

  it.each([
    'Điều 188 Bộ luật Lao động năm 2012',
    'Điều 188 Bộ luật Lao động (sửa đổi)',
    'Điều 5 Luật Công đoàn Trung Quốc',
    'Điều 999 Bộ luật Lao động',
    'Điều 15 Nghị định 12/2022/NĐ-CP',
    'Điều 15 Nghị định này',
  ])('does not guess: %s', (text) => {
    const { markdown, links, unclear } = linked(`## Mục\n\n${text}`);
    expect(markdown).toBe(`## Mục\n\n${text}`);
    expect(links).toEqual([]);
    expect(unclear).toEqual([{ text: expect.stringMatching(/^Điều \d+ \S+/), where: 'Mục' }]);
  });

  it('leaves headings, links, code and numbers alone', () => {
    const text = [
      '## Điều 188 Bộ luật Lao động',
      '[Điều 188 Bộ luật Lao động](law:vn.blld.2019.d188) `Điều 188 Bộ luật Lao động`',
      '```\nĐiều 188 Bộ luật Lao động\n```',
      'Điều 188 và nhiều điều 5 người nói. Bộ luật Lao động.',
    ].join('\n\n');
    expect(linked(text)).toEqual({ markdown: text, links: [], unclear: [] });
  });

  it('reports each link with the heading above it', () => {
    expect(linked('## Luật nói gì\n\n- Điều 188 Bộ luật Lao động').links).toEqual([
      { text: 'Điều 188 Bộ luật Lao động', code: 'vn.blld.2019.d188', where: 'Luật nói gì' },
    ]);
  });

  it('tells documents of one name apart only by year or number', () => {
    const two = lawResolver([
      { code: 'old', number: '5', document: { number: '12/2012/QH13', title: 'Luật Công đoàn' } },
      { code: 'new', number: '5', document: UNIONS },
    ]);
    expect(two('5', 'Luật Công đoàn')).toBeNull();
    expect(two('5', 'Luật Công đoàn năm 2024')).toBe('new');
    expect(two('5', 'Luật Công đoàn 2012')).toBe('old');
  });

  it('is quick on a long text full of articles', () => {
    const text = 'Điều 188 Bộ luật Lao động sửa đổi bổ sung nhiều lần qua các năm và còn nữa '.repeat(10_000);
    const started = performance.now();
    expect(linked(text).links).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
