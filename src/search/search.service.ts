import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { mayCall } from '../platform/auth/permissions.js';
import { namedQuery } from '../platform/database/sql.js';
import type { SearchKind } from './entities/search-entry.entity.js';
import { FIND, FIND_MOST, KNOWN_PAIRS, KNOWN_WORDS } from './search.queries.js';
import { marked, passage, wordsOf, type Stretch } from './search.rules.js';
import {
  guessesOf,
  neighbours,
  readingsOf,
  type Guess,
  type KnownPair,
  type KnownWord,
  type Reading,
} from './spelling.rules.js';

export interface SearchHit {
  kind: SearchKind;
  id: string;
  title: Stretch[];
  /** Course or document. */
  context: string;
  /** The words where they stand, or the beginning of the text. */
  passage: Stretch[];
  link: string;
}

export interface SearchAnswer {
  items: SearchHit[];
  /** Nothing holds the words as they were typed, or only apart: the first hold words near them, or most of them. */
  isApproximate: boolean;
  nextCursor: string | null;
}

interface Row {
  id: string;
  kind: SearchKind;
  title: string;
  context: string;
  link: string;
  /** 0–6, the best first. */
  rank: number;
  text: string;
  isStart: boolean;
  isEnd: boolean;
}

const PAGE = 20;
const LAST_OFFSET = 10_000;
/** Ways of reading a text with typing errors that are tried. */
const READINGS = 8;
/** The worst rank of what holds the words side by side. */
const PHRASE = 4;
/** How much likelier another reading must be before it stands above what only holds the typed words here and there. */
const LIKELIER = 0.8;
/** A text without one of its words is another question when it has only two. */
const MOST_OF = 3;

/** Finds lessons, law and, for those who write them, questions: without diacritics and with typing errors. */
@Injectable()
export class SearchService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * What holds all the words, best first, 20 at a time; when there is nothing, what holds words near them, or most of
   * them. Kinds that the actor may not search are left out, also of the words that typing errors are compared with.
   * @param asked.cursor the answer's `nextCursor`
   */
  async find(actor: Actor, asked: { q: string; kinds?: SearchKind[]; cursor?: string }): Promise<SearchAnswer> {
    const words = wordsOf(asked.q);
    const kinds = (asked.kinds ?? ['lesson', 'law', 'question']).filter(
      (kind) => kind !== 'question' || mayCall(actor, 'question.read'),
    );
    if (words.length === 0 || kinds.length === 0) return { items: [], isApproximate: false, nextCursor: null };
    const offset = Math.min(Math.max(Number.parseInt(asked.cursor ?? '0', 10) || 0, 0), LAST_OFFSET);
    const rows = await this.findAll(kinds, words, offset);
    if (rows.length === 0 && offset === 0) return this.findNear(kinds, words);
    if (rows.length > PAGE)
      return { items: hitsOf(rows, words), isApproximate: false, nextCursor: String(offset + PAGE) };
    const isScattered = offset === 0 && words.length > 1 && rows.every(({ rank }) => rank > PHRASE);
    const meant = isScattered ? await this.findMeant(kinds, words) : [];
    return { items: unique([...meant, ...hitsOf(rows, words)]), isApproximate: meant.length > 0, nextCursor: null };
  }

  private findAll(kinds: SearchKind[], words: string[], offset = 0): Promise<Row[]> {
    return namedQuery<Row>(this.dataSource, 'search.find', FIND, [
      kinds,
      ...phraseAndAnchor(words),
      bounded(words),
      offset,
      PAGE + 1,
    ]);
  }

  /** One page: whoever needs more of what is only near asks in other words. */
  private async findNear(kinds: SearchKind[], words: string[]): Promise<SearchAnswer> {
    const guesses = await this.guess(kinds, words);
    const answer = (rows: Row[], meant: string[]): SearchAnswer => {
      return { items: hitsOf(rows, meant), isApproximate: rows.length > 0, nextCursor: null };
    };
    const readings = await this.read(kinds, guesses);
    const typed = words.join(' ');
    const reading = await this.findPhrase(
      kinds,
      readings.map((each) => each.words).filter((meant) => meant.join(' ') !== typed),
    );
    if (reading) return answer(reading.rows, reading.meant);
    const best = readings[0]?.words ?? guesses.flatMap((each) => each[0]?.words ?? []);
    const enough = Math.max(2, Math.ceil((words.length * 2) / 3));
    if (words.length < MOST_OF || best.length < enough) return answer([], best);
    const values = [kinds, ...phraseAndAnchor(best), bounded(best), enough, PAGE];
    return answer(await namedQuery<Row>(this.dataSource, 'search.find-most', FIND_MOST, values), best);
  }

  /** What holds a much likelier reading side by side, while the words as typed only occur here and there. */
  private async findMeant(kinds: SearchKind[], words: string[]): Promise<SearchHit[]> {
    const guesses = await this.guess(kinds, words);
    const asTyped = words.map((word): Guess[] => [{ words: [word], cost: 0 }]);
    const [typed] = await this.read(
      kinds,
      guesses.map((place, nth) => place.filter((guess) => guess.words.join(' ') === words[nth])),
    );
    const limit = (typed ?? (await this.read(kinds, asTyped))[0])?.cost ?? 0;
    const likelier = (await this.read(kinds, guesses)).filter(({ cost }) => cost <= limit - LIKELIER);
    const reading = await this.findPhrase(
      kinds,
      likelier.map((each) => each.words),
    );
    return reading && (reading.rows[0]?.rank ?? 0) <= PHRASE ? hitsOf(reading.rows, reading.meant) : [];
  }

  /** What each word may have meant. */
  private async guess(kinds: SearchKind[], words: string[]): Promise<Guess[][]> {
    const rows = await namedQuery<KnownWord>(this.dataSource, 'search.known-words', KNOWN_WORDS, [kinds]);
    const known = new Map(rows.map(({ word, entries }) => [word, entries]));
    return words.map((word, place) => guessesOf(word, known, place === words.length - 1));
  }

  /** What the whole text may have meant, likeliest first. */
  private async read(kinds: SearchKind[], guesses: Guess[][]): Promise<Reading[]> {
    const { words, nexts } = neighbours(guesses);
    const pairs = await namedQuery<KnownPair>(this.dataSource, 'search.known-pairs', KNOWN_PAIRS, [
      ...[kinds, words, nexts],
    ]);
    return readingsOf(guesses, pairs, READINGS);
  }

  /** The first reading that occurs as a phrase, or else the first of which all words occur. */
  private async findPhrase(kinds: SearchKind[], all: string[][]): Promise<{ rows: Row[]; meant: string[] } | null> {
    let scattered: { rows: Row[]; meant: string[] } | null = null;
    for (const meant of all) {
      const rows = await this.findAll(kinds, meant);
      const [best] = rows;
      if (best && best.rank <= PHRASE) return { rows, meant };
      if (best) scattered ??= { rows, meant };
    }
    return scattered;
  }
}

/** Whole words, but the last: it may still be being typed. */
const bounded = (words: string[]): string[] =>
  words.map((word, place) => (place === words.length - 1 ? ` ${word}` : ` ${word} `));

function phraseAndAnchor(words: string[]): [string, string] {
  const longest = [...words].sort((a, b) => b.length - a.length)[0] ?? '';
  return [` ${words.join(' ')}`, ` ${longest}`];
}

function hitsOf(rows: Row[], words: string[]): SearchHit[] {
  return rows.slice(0, PAGE).map(({ id, kind, title, context, link, rank: _rank, ...piece }) => ({
    ...{ id, kind, context, link },
    title: marked(title, words),
    passage: marked(passage(piece), words),
  }));
}

/** Each hit once, where it stands first. */
const unique = (hits: SearchHit[]): SearchHit[] =>
  hits.filter((hit, place) => hits.findIndex(({ id }) => id === hit.id) === place);
