import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { foldInPlace } from '../platform/text/vietnamese.js';
import { SearchEntry, type SearchKind } from './entities/search-entry.entity.js';
import { SearchPair } from './entities/search-pair.entity.js';
import { SearchWord } from './entities/search-word.entity.js';
import {
  CHANGED_ARTICLES,
  COUNT_PAIRS,
  COUNT_WORDS,
  FORGET_RETIRED,
  SOURCES_OF_REVISIONS,
  UNKNOWN_REVISIONS,
} from './search.queries.js';
import { plainText, tidy } from './search.rules.js';

interface Source {
  id: string;
  kind: SearchKind;
  revisionId: string;
  title: string;
  context: string;
  link: string;
  html: string;
  /** Words by which it is found, too, and which it does not show. */
  more: string;
}

interface Article {
  id: string;
  code: string;
  number: string;
  title: string;
  documentTitle: string;
  documentNumber: string;
  documentCode: string;
  weight: number;
  summary: string;
  sourceHash: string;
}

const CHUNK = 200;
/** Signs of a document's title that fill two lines of a phone: its number would not be seen behind more. */
const LONG_TITLE = 60;

/** Keeps what can be found in step with what is published. */
@Injectable()
export class SearchIndexService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Brings the entries to the current revisions and the law of today: to be called after content was published. Writes
   * nothing when nothing changed. Whatever is missed meanwhile is not found; nothing retired is ever found.
   * @returns how many entries were written or forgotten
   */
  async bringUpToDate(): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('union-skills:search'))`);
      const [, forgotten] = await tx.query<[unknown, number]>(FORGET_RETIRED);
      const revisions = await tx.query<{ id: string }[]>(UNKNOWN_REVISIONS);
      const sources = await tx.query<Source[]>(SOURCES_OF_REVISIONS, [revisions.map(({ id }) => id)]);
      const articles = await tx.query<Article[]>(CHANGED_ARTICLES);
      const entries = [...sources.map(entryOf), ...articles.map(entryOfArticle)];
      for (let at = 0; at < entries.length; at += CHUNK) {
        await tx.upsert(SearchEntry, entries.slice(at, at + CHUNK), ['id']);
      }
      if (entries.length + forgotten > 0) await this.countWords(tx);
      return entries.length + forgotten;
    });
  }

  private async countWords(tx: EntityManager): Promise<void> {
    await tx.createQueryBuilder().delete().from(SearchWord).execute();
    await tx.query(COUNT_WORDS);
    await tx.createQueryBuilder().delete().from(SearchPair).execute();
    await tx.query(COUNT_PAIRS);
  }
}

function entryOf({ html, more, ...source }: Source): SearchEntry {
  return entry({ ...source, body: plainText(html), weight: 0 }, more);
}

function entryOfArticle({ sourceHash, ...article }: Article): SearchEntry {
  const { id, code, documentCode, documentTitle, documentNumber, weight, summary } = article;
  const title = `Điều ${article.number}. ${article.title}`;
  const context =
    documentTitle.length > LONG_TITLE ? `${documentNumber}: ${documentTitle}` : `${documentTitle} (${documentNumber})`;
  const about = { id, kind: 'law' as const, revisionId: null, title, context, link: `/phap-luat/${code}`, weight };
  return { ...entry({ ...about, body: tidy(summary) }, `${context} ${documentCode}`), sourceHash };
}

function entry(
  { title: given, ...about }: Omit<SearchEntry, 'titleText' | 'searchText' | 'sourceHash'>,
  more: string,
): SearchEntry {
  const title = tidy(given);
  const titleText = ` ${foldInPlace(title)} `;
  const searchText = `${titleText}${foldInPlace(about.body)} ${foldInPlace(tidy(more))} `;
  const sourceHash = createHash('md5').update(searchText).digest('hex');
  return { ...about, title, titleText, searchText, sourceHash };
}
