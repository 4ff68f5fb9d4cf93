import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldInPlace } from '../platform/text/vietnamese.js';
import { marked, passage, plainText, wordsOf } from './search.rules.js';

const textOf = (typed: string, text: string): string =>
  marked(text, wordsOf(typed))
    .map((stretch) => (stretch.marked ? `[${stretch.text}]` : stretch.text))
    .join('');

describe('foldInPlace', () => {
  it.each([
    ['Đình công, “hợp pháp”?', 'dinh cong   hop phap  '],
    ['30.000.000 đồng', '30 000 000 dong'],
    ['Điều\u00A0188 😀 ß', 'dieu 188     '],
  ])('folds %s', (text, folded) => expect(foldInPlace(text)).toBe(folded));

  it('keeps every sign in its place, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldInPlace(text)).toHaveLength(text.length);
        expect(foldInPlace(text)).toMatch(/^[a-z0-9 ]*$/);
      }),
    );
  });
});

describe('wordsOf', () => {
  it.each([
    ['  Đình CÔNG ', ['dinh', 'cong']],
    ['Đ188', ['dieu', '188']],
    ['điều 188 blld', ['dieu', '188', 'blld']],
    ['145/2020/NĐ-CP', ['145', '2020', 'nd', 'cp']],
    ['%_\\', []],
    ['', []],
  ])('reads %j', (typed, words) => expect(wordsOf(typed)).toEqual(words));

  it('takes twelve words at most', () => expect(wordsOf('a '.repeat(90))).toHaveLength(12));
});

describe('plainText', () => {
  it('keeps words apart that stand in different blocks, and reads entities', () => {
    expect(plainText('<h2>Một</h2><ul><li>hai</li><li>b<b>a</b> &amp; b&#7889;n &lt;5</li></ul>')).toBe(
      'Một hai ba & bốn <5',
    );
  });
});

describe('marked', () => {
  it.each([
    ['dinh cong', 'Khi đình công, người đình và công ty', 'Khi [đình công], người đình và công ty'],
    ['cong dinh', 'Khi đình công', 'Khi [đình] [công]'],
    ['luo', 'Lương và tiền lương', '[Lương] và tiền [lương]'],
    ['an', 'quan an toàn', 'quan [an] toàn'],
    ['hoa giai', 'hoặc hoà và giải thích', 'hoặc [hoà] và [giải] thích'],
    ['dinh cong hop phap', 'Trường hợp đình công bất hợp pháp', 'Trường hợp [đình công] bất [hợp pháp]'],
    ['lay y kien dinh cong', 'Ý kiến, lấy ý kiến về đình công', '[Ý kiến], [lấy ý kiến] về [đình công]'],
    ['cong cong', 'công công công', '[công công] công'],
    ['zzz', 'Không có', 'Không có'],
  ])('marks %s in “%s”', (typed, text, shown) => expect(textOf(typed, text)).toBe(shown));

  it('loses no sign of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, typed) => {
        const stretches = marked(text, wordsOf(typed));
        expect(stretches.map((stretch) => stretch.text).join('')).toBe(text);
      }),
    );
  });
});

describe('passage', () => {
  it('leaves no broken word at an end that is not the text’s own', () => {
    const text = 'ờng hợp đình công bất h';
    expect(passage({ text, isStart: false, isEnd: false })).toBe('…hợp đình công bất…');
    expect(passage({ text, isStart: true, isEnd: true })).toBe(text);
    expect(passage({ text: 'dài', isStart: false, isEnd: false })).toBe('…');
  });
});
