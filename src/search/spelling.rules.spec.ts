import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alike, distance, guessesOf, neighbours, readingsOf, withoutToneKeys, type Guess } from './spelling.rules.js';

const KNOWN = new Map([
  ...([
    ['dinh', 90],
    ['dong', 40],
    ['duong', 70],
    ['thuong', 20],
    ['cong', 95],
    ['hoa', 60],
  ] as const),
  ...([
    ['giai', 80],
    ['gai', 3],
    ['hai', 30],
    ['vien', 50],
    ['luong', 60],
    ['tranh', 40],
    ['chap', 40],
  ] as const),
]);
const PAIRS = [
  { word: 'hoa', next: 'giai', occurrences: 80 },
  { word: 'giai', next: 'vien', occurrences: 40 },
  { word: 'dinh', next: 'cong', occurrences: 60 },
  { word: 'tranh', next: 'chap', occurrences: 40 },
];
const words = (typed: string, isLast = false) => guessesOf(typed, KNOWN, isLast).map((guess) => guess.words.join(' '));
const read = (typed: string) => {
  const places = typed.split(' ');
  const guesses = places.map((word, nth) => guessesOf(word, KNOWN, nth === places.length - 1));
  return readingsOf(guesses, PAIRS, 8).map((reading) => reading.words.join(' '));
};

describe('distance', () => {
  it.each([
    ['dinh', 'dinh', 0],
    ['dnih', 'dinh', 1],
    ['din', 'dinh', 1],
    ['dingh', 'dinh', 1],
    ['cong', 'dinh', 3],
  ])('of %s and %s', (a, b, expected) => expect(distance(a, b, 2)).toBe(Math.min(expected, 3)));
});

describe('withoutToneKeys', () => {
  it.each([
    ['ddinhf', 'dinh'],
    ['dinhfd', 'dinh'],
    ['coong', 'cong'],
    ['tieenf', 'tien'],
    ['tieefn', 'tien'],
    ['luwowng', 'luong'],
    ['lwowng', 'luong'],
    ['thuwowngf', 'thuong'],
    ['hoaf', 'hoa'],
    ['d9inh2', 'dinh'],
    ['nghiepj', 'nghiep'],
    ['truong', 'truong'],
    ['xuat', 'xuat'],
    ['sa', 'sa'],
  ])('reads %s as %s', (typed, word) => expect(withoutToneKeys(typed)).toBe(word));
});

describe('alike', () => {
  it('knows how words are confused in speech', () => {
    expect(alike('chanh')).toContain('tranh');
    expect(alike('danh')).toEqual(expect.arrayContaining(['gianh', 'ranh']));
    expect(alike('luong')).toContain('nuong');
    expect(alike('ki')).toContain('ky');
  });
});

describe('guessesOf', () => {
  it('takes a known word as it is before all others, and the last one also when it begins one', () => {
    expect(words('dong').slice(0, 2)).toEqual(['dong', 'duong']);
    expect(words('thu', true)).toEqual(['thuong']);
    expect(words('thu')).toEqual([]);
  });

  it('offers what needs the least change first', () => {
    expect(words('dogn')[0]).toBe('dong');
    expect(words('dinhf')[0]).toBe('dinh');
    expect(words('chanh')[0]).toBe('tranh');
    expect(words('dinhcong')[0]).toBe('dinh cong');
  });

  it('leaves numbers alone, knows nothing near a word far from all, and offers ten at most', () => {
    expect(words('2026')).toEqual(['2026']);
    expect(words('xyzxyz')).toEqual([]);
    const many = new Map(Array.from({ length: 40 }, (_, n) => [`tha${String.fromCodePoint(97 + (n % 26))}${n}`, 1]));
    expect(guessesOf('tha', many, true)).toHaveLength(10);
  });
});

describe('readingsOf', () => {
  it('takes the words that stand side by side for those that were typed', () => {
    expect(read('hoa gai')[0]).toBe('hoa giai');
    expect(read('hoa gai vien')[0]).toBe('hoa giai vien');
    expect(read('dinh dong')[0]).toBe('dinh cong');
    expect(read('chanh chap')[0]).toBe('tranh chap');
    expect(read('dinhcong')[0]).toBe('dinh cong');
  });

  it('leaves what is right as it is', () => {
    expect(read('hoa giai vien')[0]).toBe('hoa giai vien');
    expect(read('dinh cong')[0]).toBe('dinh cong');
  });

  it('has none when nothing is near one of the words', () => expect(read('hoa xyzxyz')).toEqual([]));

  it('is bounded, whatever is typed', () => {
    const word = fc.string({ unit: fc.constantFrom(...'adginoh'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (typed) => {
        expect(read(typed.join(' ')).length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

describe('neighbours', () => {
  it('are the words that may touch', () => {
    const place = (...all: string[]): Guess[] => all.map((each) => ({ words: each.split(' '), cost: 0 }));
    expect(neighbours([place('a', 'b'), place('c', 'd e'), place('f')])).toEqual({
      words: ['a', 'b', 'c', 'e', 'd'],
      nexts: ['c', 'd', 'f', 'e'],
    });
  });
});
