import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { NotFound } from '../platform/problems/problem.js';
import { ArticleVersion } from './entities/article-version.entity.js';
import { LawArticle } from './entities/law-article.entity.js';
import { LawCitation } from './entities/law-citation.entity.js';
import { LawDocument, type LawConfidence } from './entities/law-document.entity.js';
import { LawSource } from './entities/law-source.entity.js';
import { CitationNotInForce } from './law.problems.js';
import {
  CITED_ARTICLES,
  CITED_BY,
  DOCUMENTS,
  SEARCH_ARTICLES,
  SEARCH_NEAR_HEADINGS,
  SET_LINKS,
  VERSIONS_IN_FORCE,
} from './law.queries.js';
import { isLawCode, parseLawQuery, snippet } from './law.rules.js';

export interface Citer {
  kind: LawCitation['citerKind'];
  id: string;
  /** The citer's title and link, so that law needs to know nothing above it. */
  title: string;
  link: string | null;
}

export interface CitedArticle {
  code: string;
  number: string;
  title: string;
  documentTitle: string;
}

export interface ArticleHit extends CitedArticle {
  documentCode: string;
  summary: string;
}

export interface DocumentSummary {
  code: string;
  number: string;
  title: string;
  status: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  articleCount: number;
}

export interface ArticlePage {
  article: LawArticle;
  document: LawDocument;
  versions: (Omit<ArticleVersion, 'sources'> & { current: boolean; sources: { code: string; text: string }[] })[];
  citedBy: { kind: string; title: string; link: string }[];
}

export { parseLawQuery } from './law.rules.js';
export type { LawConfidence };

interface VersionInForce {
  articleId: string;
  code: string;
  versionId: string;
}

const PAGE = 50;

/** The law library: documents, articles, dated versions, and who cites them. */
@Injectable()
export class LawService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  documents(): Promise<DocumentSummary[]> {
    return this.dataSource.query(DOCUMENTS);
  }

  /**
   * Articles by number ("Đ188") and words without diacritics, best first; with a typing error those whose title is near.
   * `cursor` is the answer's `nextCursor`.
   */
  async search(asked: {
    q: string;
    document?: string;
    cursor?: string;
  }): Promise<{ items: ArticleHit[]; nextCursor: string | null }> {
    const { number, words } = parseLawQuery(asked.q);
    if (asked.document !== undefined && !isLawCode(asked.document)) return { items: [], nextCursor: null };
    const offset = Math.min(Math.max(Number.parseInt(asked.cursor ?? '0', 10) || 0, 0), 100_000);
    const patterns = words.split(' ').map((word) => `%${word}%`);
    const document = asked.document ?? null;
    const values = [number, words, patterns, document, offset, PAGE + 1];
    let rows = await this.dataSource.query<ArticleHit[]>(SEARCH_ARTICLES, values);
    if (rows.length === 0 && offset === 0 && words !== '') {
      rows = await this.dataSource.query<ArticleHit[]>(SEARCH_NEAR_HEADINGS, [number, words, document, PAGE]);
    }
    return {
      items: rows.slice(0, PAGE).map((row) => ({ ...row, summary: snippet(row.summary) })),
      nextCursor: rows.length > PAGE ? String(offset + PAGE) : null,
    };
  }

  /**
   * One article with every version and its sources.
   * @throws Problem not-found
   */
  async article(code: string): Promise<ArticlePage> {
    const article = isLawCode(code) ? await this.dataSource.manager.findOneBy(LawArticle, { code }) : null;
    if (!article) throw NotFound();
    const [document, versions, sources, citedBy] = await Promise.all([
      this.dataSource.manager.findOneByOrFail(LawDocument, { id: article.documentId }),
      this.dataSource.manager.find(ArticleVersion, { where: { articleId: article.id }, order: { validFrom: 'DESC' } }),
      this.dataSource.manager.find(LawSource),
      this.dataSource.query<ArticlePage['citedBy']>(CITED_BY, [code]),
    ]);
    const textOf = new Map(sources.map((source) => [source.code, source.text]));
    const today = vietnamDate(this.clock.now());
    return {
      article,
      document,
      versions: versions.map((version) => ({
        ...version,
        current: version.validFrom <= today && (version.validTo === null || today < version.validTo),
        sources: version.sources.map((source) => ({ code: source, text: textOf.get(source) ?? '' })),
      })),
      citedBy,
    };
  }

  /**
   * Records that something cites articles, each in the version in force on `asOf`; replaces what it cited before, and
   * writes nothing when that is the same.
   * @throws Problem citation-not-in-force, naming every article that is unknown or not in force on that day
   */
  async cite(tx: EntityManager, citer: Citer, cited: { codes: string[]; asOf: string }): Promise<void> {
    const codes = [...new Set(cited.codes)];
    const found = await tx.query<VersionInForce[]>(VERSIONS_IN_FORCE, [codes, cited.asOf]);
    const missing = codes.filter((code) => !found.some((row) => row.code === code));
    if (missing.length > 0) throw CitationNotInForce({ codes: missing, asOf: cited.asOf });
    const { kind: citerKind, id: citerId, title, link } = citer;
    const wanted = found.map(({ articleId, versionId }) => ({ articleId, articleVersionId: versionId, title, link }));
    const before = await tx.findBy(LawCitation, { citerKind, citerId });
    const isSame = (a: (typeof wanted)[number], b: (typeof wanted)[number]) =>
      a.articleVersionId === b.articleVersionId && a.title === b.title && a.link === b.link;
    if (before.length === wanted.length && wanted.every((row) => before.some((known) => isSame(known, row)))) return;
    await tx.delete(LawCitation, { citerKind, citerId });
    if (wanted.length > 0) {
      await tx.insert(
        LawCitation,
        wanted.map((row) => ({ id: newId(), citerKind, citerId, ...row })),
      );
    }
  }

  /** Says where citers can be read from now on; null: no longer, though what they cite stays recorded. */
  async setLinks(tx: EntityManager, kind: Citer['kind'], links: { id: string; link: string | null }[]): Promise<void> {
    await tx.query(SET_LINKS, [kind, links.map(({ id }) => id), links.map(({ link }) => link)]);
  }

  /** The articles that each citer cites, by citer id. */
  async articlesOf(kind: LawCitation['citerKind'], citerIds: string[]): Promise<Map<string, CitedArticle[]>> {
    const rows = await this.dataSource.query<
      (CitedArticle & {
        citerId: string;
      })[]
    >(CITED_ARTICLES, [kind, citerIds]);
    const byCiter = new Map<string, CitedArticle[]>();
    for (const { citerId, ...article } of rows) byCiter.set(citerId, [...(byCiter.get(citerId) ?? []), article]);
    return byCiter;
  }

  /** Articles by code, for the citations of question versions. */
  async titlesOf(codes: string[]): Promise<Map<string, string>> {
    const articles = await this.dataSource.manager.find(LawArticle, {
      where: { code: In(codes) },
      relations: { document: true },
    });
    return new Map(articles.map((a) => [a.code, `Điều ${a.number} ${a.document.title}`]));
  }

  /** How every article and its document are called, in order to recognise them in a text. */
  articleNames(): Promise<{ code: string; number: string; document: { number: string; title: string } }[]> {
    return this.dataSource.manager.find(LawArticle, {
      select: { code: true, number: true, document: { number: true, title: true } },
      relations: { document: true },
    });
  }
}
