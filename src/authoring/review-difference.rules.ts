import { diffArrays } from 'diff';
import { wordsOf, type Block } from './review-blocks.rules.js';

/** Words that stand in both texts, only in the later one, or only in the earlier one. */
export interface WordRun {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** A paragraph in both texts or in one of them. `changed` with nothing but `same` words: only its looks changed. */
export interface BlockDifference {
  kind: 'same' | 'changed' | 'added' | 'removed';
  words: WordRun[];
}

/** A paragraph's place in the earlier and in the later text; null where it is missing. */
export interface BlockPair {
  before: number | null;
  after: number | null;
}

/** Steps after which a comparison gives up and calls all of it new: keeps the time of any two texts within a second. */
const MOST_EDITS = 600;
/** Of the words of two paragraphs this share is common, or they are two paragraphs. */
const ALIKE = 0.4;
/** Pairs of paragraphs between two common ones that are looked at; beyond, only those in the same place. */
const MOST_PAIRS = 10_000;

/** What two texts have in common in their order, as runs of equal length, and what each has for itself in between. */
function runsOf<T>(before: readonly T[], after: readonly T[]): { kind: WordRun['kind']; count: number }[] {
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [from, to] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const middle = diffArrays([...from], [...to], { maxEditLength: MOST_EDITS })?.map(({ added, removed, count }) => ({
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    count,
  })) ?? [
    { kind: 'removed' as const, count: from.length },
    { kind: 'added' as const, count: to.length },
  ];
  const ends = [{ kind: 'same' as const, count: head }, ...middle, { kind: 'same' as const, count: tail }];
  return ends.filter(({ count }) => count > 0);
}

const bagOf = (words: string) => words.toLowerCase().split(/\s+/).filter(Boolean).sort();

/** The share of words that two paragraphs have in common, from 0 to 1. */
function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 0;
  let [at, by, common] = [0, 0, 0];
  while (at < one.length && by < other.length) {
    const [left = '', right = ''] = [one[at], other[by]];
    if (left === right) common += 1;
    if (left <= right) at += 1;
    if (left >= right) by += 1;
  }
  return (2 * common) / (one.length + other.length);
}

/** Pairs of paragraphs that were reworded, in order, for the greatest likeness in all. */
function rewordings(before: readonly string[], after: readonly string[]): [number, number][] {
  const [left, right] = [before.map(bagOf), after.map(bagOf)];
  const like = (row: number, column: number) => {
    const share = likeness(left[row] ?? [], right[column] ?? []);
    return share >= ALIKE ? share : 0;
  };
  if (left.length * right.length > MOST_PAIRS) {
    const both = Math.min(left.length, right.length);
    return Array.from({ length: both }, (_, at): [number, number] => [at, at]).filter(([at]) => like(at, at) > 0);
  }
  const width = right.length + 1;
  const best = new Float64Array((left.length + 1) * width);
  const shares = new Float64Array(best.length);
  const value = (row: number, column: number) => best[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const share = like(row, column);
      shares[row * width + column] = share;
      const apart = Math.max(value(row + 1, column), value(row, column + 1));
      best[row * width + column] = share > 0 ? Math.max(apart, share + value(row + 1, column + 1)) : apart;
    }
  }
  const pairs: [number, number][] = [];
  for (let [row, column] = [0, 0]; row < left.length && column < right.length;) {
    const share = shares[row * width + column] ?? 0;
    if (share > 0 && value(row, column) === share + value(row + 1, column + 1)) {
      pairs.push([row, column]);
      [row, column] = [row + 1, column + 1];
    } else if (value(row, column) === value(row + 1, column)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** Which paragraph became which, in the order of reading; what was left out stands before what took its place. */
export function pairBlocks(before: readonly Block[], after: readonly Block[]): BlockPair[] {
  const pairs: BlockPair[] = [];
  const runs = runsOf(
    before.map(({ html }) => html),
    after.map(({ html }) => html),
  );
  let [from, to] = [0, 0];
  for (let at = 0; at < runs.length;) {
    if (runs[at]?.kind === 'same') {
      for (let step = runs[at]?.count ?? 0; step > 0; step -= 1) pairs.push({ before: from++, after: to++ });
      at += 1;
      continue;
    }
    const ends = [from, to] as const;
    for (; at < runs.length && runs[at]?.kind !== 'same'; at += 1) {
      if (runs[at]?.kind === 'removed') from += runs[at]?.count ?? 0;
      else to += runs[at]?.count ?? 0;
    }
    const wordsIn = (blocks: readonly Block[], start: number, end: number) =>
      blocks.slice(start, end).map(({ words }) => words);
    const reworded = rewordings(wordsIn(before, ends[0], from), wordsIn(after, ends[1], to));
    let [row, column] = ends;
    for (const [left, right] of [
      ...reworded.map(([l, r]) => [ends[0] + l, ends[1] + r] as const),
      [from, to] as const,
    ]) {
      while (row < left) pairs.push({ before: row++, after: null });
      while (column < right) pairs.push({ before: null, after: column++ });
      if (left < from && right < to) pairs.push({ before: row++, after: column++ });
    }
  }
  return pairs;
}

const PIECE = /\S+\s*/g;

/** What changed from one wording to another. Spaces and line ends do not count; they are those of the later one. */
export function compareWords(before: string, after: string): WordRun[] {
  const [left, right] = [before.match(PIECE) ?? [], after.match(PIECE) ?? []];
  const bare = (pieces: readonly string[]) => pieces.map((piece) => piece.trimEnd());
  let [from, to] = [0, 0];
  return runsOf(bare(left), bare(right)).map(({ kind, count }) => {
    const pieces = kind === 'removed' ? left.slice(from, from + count) : right.slice(to, to + count);
    if (kind !== 'added') from += count;
    if (kind !== 'removed') to += count;
    return { kind, text: pieces.join('') };
  });
}

/** What changed from one text to the next, paragraph by paragraph, in words. Texts of 100 kB take less than a second. */
export function compareBlocks(before: readonly Block[], after: readonly Block[]): BlockDifference[] {
  return pairBlocks(before, after).map((pair): BlockDifference => {
    const earlier = pair.before === null ? undefined : before[pair.before];
    const later = pair.after === null ? undefined : after[pair.after];
    if (!earlier) return { kind: 'added', words: [{ kind: 'added', text: later?.words ?? '' }] };
    if (!later) return { kind: 'removed', words: [{ kind: 'removed', text: earlier.words }] };
    if (earlier.html === later.html) return { kind: 'same', words: [{ kind: 'same', text: later.words }] };
    if (earlier.words !== later.words) return { kind: 'changed', words: compareWords(earlier.words, later.words) };
    const withAddresses = (block: Block) => wordsOf(block.html, { addresses: true });
    const words = compareWords(withAddresses(earlier), withAddresses(later));
    const isOfLooks = words.every(({ kind }) => kind === 'same');
    return { kind: 'changed', words: isOfLooks ? [{ kind: 'same', text: later.words }] : words };
  });
}

/**
 * Where each paragraph of a text is in a later one: in its order, reworded, or moved; null when it is gone. Two
 * paragraphs never become one.
 */
export function followBlocks(before: readonly Block[], after: readonly Block[]): (number | null)[] {
  const places = new Array<number | null>(before.length).fill(null);
  const free = new Set(after.keys());
  for (const pair of pairBlocks(before, after)) {
    if (pair.before === null || pair.after === null) continue;
    places[pair.before] = pair.after;
    free.delete(pair.after);
  }
  const moved = new Map<string, number[]>();
  for (const at of free) {
    const words = after[at]?.words ?? '';
    moved.set(words, [...(moved.get(words) ?? []), at]);
  }
  return places.map((place, at) => {
    if (place !== null) return place;
    const candidates = moved.get(before[at]?.words ?? '') ?? [];
    const nearest = candidates.toSorted((one, other) => Math.abs(one - at) - Math.abs(other - at))[0];
    if (nearest === undefined) return null;
    moved.set(
      before[at]?.words ?? '',
      candidates.filter((candidate) => candidate !== nearest),
    );
    return nearest;
  });
}
