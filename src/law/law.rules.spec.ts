import { describe, expect, it } from '@jest/globals';
import { parseLawQuery, snippet } from './law.rules.js';

describe('parseLawQuery', () => {
  it.each([
    ['Đ188', { number: '188', words: '' }],
    ['điều 188', { number: '188', words: '' }],
    ['Điều 188 Bộ luật Lao động', { number: '188', words: 'bo luat lao dong' }],
    ['188', { number: '188', words: '' }],
    ['hoà giải viên', { number: null, words: 'hoa giai vien' }],
    ['đình công 2026', { number: null, words: 'dinh cong 2026' }],
    ['', { number: null, words: '' }],
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
