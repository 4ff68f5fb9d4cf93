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

/**
 * Where the words stand in a folded text, in order: the phrase where it occurs, else two or more of its words side by side,
 * else each word by itself: "công" alone is everywhere.
 */
function placesOf(folded: string, words: readonly string[]): [number, number][] {
  const find = (wanted: string, isLast: boolean) =>
    [...` ${folded} `.matchAll(new RegExp(` (${wanted}${isLast ? '[a-z0-9]*' : ''})(?= )`, 'g'))].map(
      (match): [number, number] => [match.index, match.index + (match[1]?.length ?? 0)],
    );
  const phrase = find(words.join(' '), true);
  if (phrase.length > 0 || words.length < 2) return phrase;
  const each = words.flatMap((word, place) => find(word, place === words.length - 1)).sort((a, b) => a[0] - b[0]);
  const runs = words.slice(1).flatMap((word, place) => find(`${words[place]} ${word}`, place + 2 === words.length));
  return runs.length > 0 ? joined(runs.sort((a, b) => a[0] - b[0])) : each;
}

/** Stretches of which some overlap, as fewer that do not. */
function joined(stretches: [number, number][]): [number, number][] {
  const whole: [number, number][] = [];
  for (const [from, to] of stretches) {
    const last = whole.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
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
