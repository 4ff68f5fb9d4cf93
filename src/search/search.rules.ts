import { parseLawQuery } from '../law/law.service.js';
import { foldInPlace } from '../platform/text/vietnamese.js';

/** A stretch of text; `marked` where it is what was asked for. */
export interface Stretch {
  text: string;
  marked: boolean;
}

const MAX_WORDS = 12;

/** The folded words of what somebody typed, at most twelve. An article's number is written out: "Đ188" asks for "dieu 188". */
export function wordsOf(typed: string): string[] {
  const { number, words } = parseLawQuery(typed);
  const folded = foldInPlace(number === null ? words : `dieu ${number} ${words}`);
  return folded
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
}

const BLOCK_END = /<\/?(?:p|h[1-6]|li|ul|ol|tr|td|th|table|div|aside|blockquote|pre|br|hr)\b[^>]*>/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of sanitised HTML, in NFC and with single spaces. */
export function plainText(html: string): string {
  const text = html
    .replace(BLOCK_END, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d{1,6});/g, (_match, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
  return tidy(text);
}

/** NFC, single spaces, nothing that PostgreSQL would not store. */
export function tidy(text: string): string {
  return text.normalize('NFC').replaceAll('\0', '').replace(/\s+/g, ' ').trim();
}

/** Damerau–Levenshtein distance (neighbours may be swapped), or more than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

export interface KnownWord {
  word: string;
  entries: number;
}

/**
 * Words that may have been meant, nearest and most frequent first: at most six. The word itself comes first when it is
 * known; the last word of a text may still be being typed, so there the beginning of a known word is enough.
 */
export function nearWords(typed: string, known: readonly KnownWord[], isLast: boolean): string[] {
  const isKnown = known.some(({ word }) => word === typed || (isLast && word.startsWith(typed)));
  if (/\d/.test(typed)) return [typed];
  const limit = typed.length <= 2 ? 0 : typed.length <= 6 || isKnown ? 1 : 2;
  const near = known
    .map((candidate) => ({ ...candidate, away: distance(typed, candidate.word, limit) }))
    .filter(({ word, away }) => away <= limit && word !== typed)
    .sort((a, b) => a.away - b.away || b.entries - a.entries)
    .map(({ word }) => word);
  return [...(isKnown ? [typed] : []), ...near].slice(0, 6);
}

/**
 * The nearest word in each place, then the same with another word in one place: first where the rarest word stands,
 * because a typing error that makes a word makes a rare one ("gái" for "giải").
 */
export function readings(near: readonly string[][], known: readonly KnownWord[], limit: number): string[][] {
  if (near.some((words) => words.length === 0)) return [];
  const entriesOf = new Map(known.map(({ word, entries }) => [word, entries]));
  const nearest = near.map((words) => words[0] ?? '');
  const others = nearest
    .map((word, place) => ({ place, entries: entriesOf.get(word) ?? 0 }))
    .sort((a, b) => a.entries - b.entries)
    .flatMap(({ place }) => (near[place] ?? []).slice(1).map((word) => nearest.with(place, word)));
  return [nearest, ...others].slice(0, limit);
}

/** Where the words stand in a folded text, in order: the phrase where it occurs, else each word by itself. */
function placesOf(folded: string, words: readonly string[]): [number, number][] {
  const find = (wanted: string, isLast: boolean) =>
    [...` ${folded} `.matchAll(new RegExp(` (${wanted}${isLast ? '[a-z0-9]*' : ''})(?= )`, 'g'))].map(
      (match): [number, number] => [match.index, match.index + (match[1]?.length ?? 0)],
    );
  const phrase = find(words.join(' '), true);
  if (phrase.length > 0 || words.length < 2) return phrase;
  return words.flatMap((word, place) => find(word, place === words.length - 1)).sort((a, b) => a[0] - b[0]);
}

/** A text with what was asked for marked in it. */
export function marked(text: string, words: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const [from, to] of placesOf(foldInPlace(text), words)) {
    if (from < at) continue;
    if (from > at) stretches.push({ text: text.slice(at, from), marked: false });
    stretches.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), marked: false });
  return stretches;
}

/** A piece cut out of a longer text, without the broken words at its ends. */
export function passage(piece: { text: string; isStart: boolean; isEnd: boolean }): string {
  const { isStart, isEnd } = piece;
  let { text } = piece;
  if (!isStart) text = `…${text.slice(text.indexOf(' ') + 1)}`;
  if (!isEnd) text = `${text.slice(0, Math.max(text.lastIndexOf(' '), 0))}…`;
  return text;
}
