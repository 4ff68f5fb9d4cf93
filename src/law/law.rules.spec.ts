import { describe, expect, it } from '@jest/globals';
import { articleSearchText, isLawCode, parseLawQuery, snippet } from './law.rules.js';

describe('parseLawQuery', () => {
  it.each([
    ['Đ188', { number: '188', words: '' }],
    ['điều 188', { number: '188', words: '' }],
    ['Điều 188 Bộ luật Lao động', { number: '188', words: 'bo luat lao dong' }],
    ['188', { number: '188', words: '' }],
    ['hoà giải viên', { number: null, words: 'hoa giai vien' }],
    ['đình công 2026', { number: null, words: 'dinh cong 2026' }],
    ['', { number: null, words: '' }],
    ['điều 188 blld', { number: '188', words: 'blld' }],
    ['Đ.188', { number: '188', words: '' }],
    ['Điều 8a', { number: '8a', words: '' }],
    ['khoản 2 Điều 188', { number: '188', words: '' }],
    ['điểm a khoản 1 điều 188 BLLĐ', { number: '188', words: 'blld' }],
    ['Bộ luật Lao động điều 188', { number: '188', words: 'bo luat lao dong' }],
    ['30 ngày', { number: null, words: '30 ngay' }],
    ['145/2020/NĐ-CP', { number: null, words: '145/2020/nd-cp' }],
    ['ĐÌNH  CÔNG', { number: null, words: 'dinh cong' }],
    ['100%_\\ \u0000"; DROP', { number: null, words: '100 drop' }],
  ])('reads %j', (typed, query) => {
    expect(parseLawQuery(typed)).toEqual(query);
  });
});

describe('snippet', () => {
  it('cuts a long summary at a word', () => {
    const cut = snippet('một hai '.repeat(60));
    expect(cut.length).toBeLessThanOrEqual(181);
    expect(cut.endsWith('…')).toBe(true);
    expect(cut.slice(0, -1).trimEnd()).toMatch(/(một|hai)$/);
  });
});

describe('articleSearchText', () => {
  it('finds an article by its words, its number, and every name of its document', () => {
    const text = articleSearchText({
      number: '188',
      title: 'Trình tự, thủ tục hoà giải',
      summary: 'Hoà giải viên',
      document: { code: 'vn.blld.2019', number: '45/2019/QH14', title: 'Bộ luật Lao động' },
    });
    for (const part of ['dieu 188', 'thu tuc hoa giai', 'bo luat lao dong', '45/2019/qh14', 'blld', 'hoa giai vien'])
      expect(text).toContain(part);
  });
});

describe('isLawCode', () => {
  it.each(['vn.blld.2019', 'vn.blld.2019.d188'])('takes %s', (code) => expect(isLawCode(code)).toBe(true));
  it.each(['', 'vn', 'VN.blld', 'vn..d1', '\u0000', 'vn.blld/../x', `vn.${'a'.repeat(200)}`])('refuses %j', (code) =>
    expect(isLawCode(code)).toBe(false),
  );
});
