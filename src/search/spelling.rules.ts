/** A word of the corpus and in how many entries it occurs. */
export interface KnownWord {
  word: string;
  entries: number;
}

/** Two words that stand side by side in the corpus, and how often. */
export interface KnownPair {
  word: string;
  next: string;
  occurrences: number;
}

/** What a typed word may have meant: one word, or two that were typed as one. The cost grows with the error. */
export interface Guess {
  words: string[];
  cost: number;
}

/** A whole text as it may have been meant. */
export interface Reading {
  words: string[];
  cost: number;
}

const MOST_GUESSES = 10;
/** Texts half read that are followed further; bounds the work for twelve words to 12 × 24 × 10 sums. */
const BEAM = 24;
/** A reading this much worse than the best one is another question. */
const FAR = 3;

/** Costs, on one scale with each other: set by trying misspelt questions, see test/search-spelling.spec.ts. */
const COST = { telex: 0.5, sound: 1, slip: 1.5, replaced: 2, split: 1.5, completed: 0.3, unseen: 3 };

/** Written differently and spoken alike, here or there in the country. */
const INITIALS = [
  ['ch', 'tr'],
  ['s', 'x'],
  ['d', 'gi'],
  ['d', 'r'],
  ['gi', 'r'],
  ['l', 'n'],
  ['ng', 'ngh'],
  ['g', 'gh'],
  ['c', 'k'],
  ['v', 'd'],
] as const;
const FINALS = [
  ['n', 'ng'],
  ['n', 'nh'],
  ['t', 'c'],
  ['i', 'y'],
] as const;

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

/** Keys of Telex or VNI that arrived as letters: "ddinhf" and "d9inh2" are "đình". */
export function withoutToneKeys(typed: string): string {
  return typed
    .replace(/(?<=[a-z])\d/g, '')
    .replace(/([aeo])\1/g, '$1')
    .replace(/^dd|(?<=^d[a-z]*)d$/, (keys) => (keys === 'dd' ? 'd' : ''))
    .replace(/(?<=[uoa])w/g, '')
    .replace(/w/g, 'u')
    .replace(/(?<=[aeiouy][a-z]*)[sfrxjz]/g, '')
    .replace(/([aeo])\1/g, '$1');
}

/** Words that sound like this one to somebody. */
export function alike(word: string): string[] {
  const swapped = (pairs: readonly (readonly [string, string])[], swap: (from: string, to: string) => string[]) =>
    pairs.flatMap(([a, b]) => [...swap(a, b), ...swap(b, a)]);
  return [
    ...swapped(INITIALS, (from, to) => (word.startsWith(from) ? [to + word.slice(from.length)] : [])),
    ...swapped(FINALS, (from, to) => (word.endsWith(from) ? [word.slice(0, -from.length) + to] : [])),
  ].filter((other) => other !== word);
}

/** A letter too many, too few, or two swapped happen more easily than another letter. */
function costOf(typed: string, word: string, away: number): number {
  const isReplaced = away === 1 && typed.length === word.length && [...typed].sort().join() !== [...word].sort().join();
  const isOtherStart = typed[0] !== word[0] && typed[1] !== word[0];
  return away * (isReplaced ? COST.replaced : COST.slip) + (isOtherStart ? 0.5 : 0);
}

/** Rare words are meant less often: 1 for what occurs nowhere, 0.1 for what is everywhere. */
const rarity = (entries: number): number => 1 / (1 + Math.log2(1 + entries));

/**
 * Words that may have been meant, the likeliest first, at most ten: none when nothing is near. The last word of a text may
 * still be being typed, so there the beginning of a known word is enough.
 */
export function guessesOf(typed: string, known: ReadonlyMap<string, number>, isLast: boolean): Guess[] {
  if (/^\d+$/.test(typed)) return [{ words: [typed], cost: 0 }];
  const costs = new Map<string, number>();
  const offer = (words: string, cost: number) => {
    const entries = Math.min(...words.split(' ').map((word) => known.get(word) ?? 0));
    const whole = cost + rarity(entries);
    if (whole < (costs.get(words) ?? Infinity)) costs.set(words, whole);
  };
  const isKnown = known.has(typed) || typed.length === 1;
  if (isKnown) offer(typed, 0);
  const keyed = withoutToneKeys(typed);
  if (keyed !== typed && known.has(keyed)) offer(keyed, COST.telex);
  for (const word of alike(typed)) if (known.has(word)) offer(word, COST.sound);
  const limit = typed.length <= 5 || isKnown ? 1 : 2;
  for (const word of /\d/.test(typed) ? [] : known.keys()) {
    if (isLast && word.startsWith(typed)) offer(word, COST.completed);
    const away = distance(typed, word, limit);
    if (away > 0 && away <= limit) offer(word, costOf(typed, word, away));
  }
  if (!isKnown) for (const words of splits(typed, known)) offer(words, COST.split);
  return [...costs]
    .map(([words, cost]) => ({ words: words.split(' '), cost }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_GUESSES);
}

/** Two known words typed as one. */
function splits(typed: string, known: ReadonlyMap<string, number>): string[] {
  return Array.from({ length: Math.max(0, typed.length - 3) }, (_, nth) => nth + 2).flatMap((at) => {
    const [first, second] = [typed.slice(0, at), typed.slice(at)];
    return known.has(first) && known.has(second) ? [`${first} ${second}`] : [];
  });
}

/** Every word that may stand before another in what was meant, and every one that may follow. */
export function neighbours(guesses: readonly Guess[][]): { words: string[]; nexts: string[] } {
  const all = guesses.map((place) => place.map(({ words }) => words));
  const inner = all.flat().filter((words) => words.length > 1);
  const words = [...all.slice(0, -1).flat(), ...inner.map((pair) => pair.slice(0, 1))].flatMap((each) =>
    each.slice(-1),
  );
  const nexts = [...all.slice(1).flat(), ...inner.map((pair) => pair.slice(1))].flatMap((each) => each.slice(0, 1));
  return { words: [...new Set(words)], nexts: [...new Set(nexts)] };
}

/**
 * The likeliest readings, best first: little changed, and words that stand side by side in the corpus. A typing error that
 * makes another word ("gái" for "giải") is seen by its neighbours ("hoà").
 * @returns none when nothing is near to one of the words
 */
export function readingsOf(guesses: readonly Guess[][], pairs: readonly KnownPair[], limit: number): Reading[] {
  const seen = new Map(pairs.map(({ word, next, occurrences }) => [`${word} ${next}`, occurrences]));
  const link = (word: string, next: string) => {
    const occurrences = seen.get(`${word} ${next}`) ?? 0;
    return occurrences === 0 ? COST.unseen : rarity(occurrences);
  };
  let begun: Reading[] = [{ words: [], cost: 0 }];
  for (const place of guesses) {
    begun = begun
      .flatMap((reading) =>
        place.map(({ words, cost }) => {
          const whole = [...reading.words, ...words];
          const from = Math.max(reading.words.length, 1);
          const links = whole.slice(from).map((next, index) => link(whole[from + index - 1] ?? '', next));
          return { words: whole, cost: links.reduce((sum, each) => sum + each, reading.cost + cost) };
        }),
      )
      .sort((a, b) => a.cost - b.cost)
      .slice(0, BEAM);
  }
  const best = begun[0]?.cost ?? 0;
  return begun.filter(({ cost }) => cost <= best + FAR).slice(0, limit);
}
