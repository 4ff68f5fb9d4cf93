import { describe, expect, it } from '@jest/globals';
import { readMapping } from './article-mapping.js';

const CODES = { from: 'vn.nd12.2022', to: 'vn.nd283.2026' };

describe('readMapping', () => {
  it.each([
    ['8: 7, 9', [{ from: 'vn.nd12.2022.d8', to: ['vn.nd283.2026.d7', 'vn.nd283.2026.d9'] }]],
    ['Điều 8 → Điều 7', [{ from: 'vn.nd12.2022.d8', to: ['vn.nd283.2026.d7'] }]],
    ['8a\t7A 9', [{ from: 'vn.nd12.2022.d8a', to: ['vn.nd283.2026.d7a', 'vn.nd283.2026.d9'] }]],
    ['10:', [{ from: 'vn.nd12.2022.d10', to: [] }]],
    ['\n  \n', []],
  ])('reads %j', (text, expected) => expect(readMapping(text, CODES)).toEqual(expected));

  it.each(['tám: 7', '8 7', '8: bảy', '; DROP TABLE'])('names the line %j that it cannot read', (line) => {
    expect(readMapping(`9: 8\n${line}`, CODES)).toBe(line.replaceAll(/điều/gi, '').trim());
  });
});
