import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { newId } from '../platform/ids/new-id.js';
import { ArticleVersion } from './entities/article-version.entity.js';
import { LawArticle } from './entities/law-article.entity.js';
import { LawCitation } from './entities/law-citation.entity.js';
import { LawDocument, type LawConfidence } from './entities/law-document.entity.js';
import { LawSource } from './entities/law-source.entity.js';
import { CitedVersionRemoved } from './law.problems.js';
import { VERSIONS_IN_FORCE } from './law.queries.js';
import { articleSearchText } from './law.rules.js';

export interface ParsedVersion {
  validFrom: string;
  validTo: string | null;
  summary: string;
  amended: string | null;
  note: string | null;
  confidence: LawConfidence;
  sources: string[];
}

export interface ParsedArticle {
  code: string;
  number: string;
  title: string;
  chapter: string | null;
  seeAlso: string[];
  /** Oldest first, never overlapping. */
  versions: ParsedVersion[];
}

export interface ParsedDocument extends Omit<LawDocument, 'id'> {
  articles: ParsedArticle[];
}

export interface ParsedLaw {
  sources: { code: string; text: string }[];
  documents: ParsedDocument[];
}

type VersionRow = ParsedVersion & { id: string; articleId: string };

const CHUNK = 200;

/** Brings the law library to what the files say. Ids of documents, articles and versions stay, so citations stay. */
@Injectable()
export class LawImportService {
  /**
   * Writes what differs and nothing else. Articles that the files no longer name stay, because citations point to them.
   * @returns how many rows were written
   * @throws Problem cited-version-removed, when a version that something cites is no longer in the files
   */
  async importLaw(tx: EntityManager, law: ParsedLaw): Promise<number> {
    let written = await this.writeChanged(tx, LawSource, await tx.find(LawSource), law.sources);
    const documents = await tx.find(LawDocument);
    const idOf = new Map(documents.map((document) => [document.code, document.id]));
    for (const { articles, ...about } of law.documents) {
      const document = { id: idOf.get(about.code) ?? newId(), ...about };
      written += await this.writeChanged(tx, LawDocument, documents, [document]);
      written += await this.importArticles(tx, document, articles);
    }
    return written;
  }

  /** Which of the codes are unknown or not in force on a day: for checks before writing. */
  async notInForce(executor: EntityManager, codes: string[], asOf: string): Promise<string[]> {
    const found = await executor.query<{ code: string }[]>(VERSIONS_IN_FORCE, [codes, asOf]);
    const known = new Set(found.map((row) => row.code));
    return codes.filter((code) => !known.has(code));
  }

  private async importArticles(tx: EntityManager, document: LawDocument, articles: ParsedArticle[]): Promise<number> {
    const known = await tx.findBy(LawArticle, { documentId: document.id });
    const idOf = new Map(known.map((article) => [article.code, article.id]));
    const rows = articles.map(({ versions, ...article }, index) => ({
      ...article,
      id: idOf.get(article.code) ?? newId(),
      documentId: document.id,
      position: index + 1,
      searchText: articleSearchText({ ...article, summary: versions.at(-1)?.summary ?? '', document }),
    }));
    const written = await this.writeChanged(tx, LawArticle, known, rows);
    const before = await tx.findBy(ArticleVersion, { articleId: In(rows.map((row) => row.id)) });
    const fresh: VersionRow[] = [];
    let moved = 0;
    for (const [index, { code, versions }] of articles.entries()) {
      const articleId = rows[index]?.id ?? '';
      const versionsBefore = before.filter((version) => version.articleId === articleId);
      const plan = planVersions(versionsBefore, articleId, versions);
      await this.removeVersions(tx, code, plan.gone);
      await this.moveVersions(tx, plan.changed);
      fresh.push(...plan.fresh);
      moved += plan.gone.length + plan.changed.length;
    }
    for (let at = 0; at < fresh.length; at += CHUNK) await tx.insert(ArticleVersion, fresh.slice(at, at + CHUNK));
    return written + moved + fresh.length;
  }

  /** Periods of one article must not overlap at any moment, so rows that may change places are parked in antiquity. */
  private async moveVersions(tx: EntityManager, changed: VersionRow[]): Promise<void> {
    if (changed.length > 1) {
      for (const [index, { id }] of changed.entries()) {
        const day = (offset: number) => new Date(Date.UTC(1000, 0, 1 + index + offset)).toISOString().slice(0, 10);
        await tx.update(ArticleVersion, { id }, { validFrom: day(0), validTo: day(1) });
      }
    }
    for (const { id, ...row } of changed) await tx.update(ArticleVersion, { id }, row);
  }

  private async removeVersions(tx: EntityManager, code: string, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    if (await tx.existsBy(LawCitation, { articleVersionId: In(ids) })) throw CitedVersionRemoved({ code });
    await tx.delete(ArticleVersion, ids);
  }

  private async writeChanged<T extends ObjectLiteral>(
    tx: EntityManager,
    entity: EntityTarget<T>,
    known: T[],
    wanted: ObjectLiteral[],
  ): Promise<number> {
    const changed = changedRows(known, wanted);
    for (let at = 0; at < changed.length; at += CHUNK)
      await tx.upsert(entity, changed.slice(at, at + CHUNK) as never, ['code']);
    return changed.length;
  }
}

/**
 * A version is known by its article and first day. A first day that the files correct keeps its row: versions that match
 * nothing are paired in order of time.
 */
function planVersions(
  known: ArticleVersion[],
  articleId: string,
  versions: ParsedVersion[],
): { gone: string[]; changed: VersionRow[]; fresh: VersionRow[] } {
  const days = new Set(versions.map((version) => version.validFrom));
  const byDay = new Map(known.map((version) => [version.validFrom, version.id]));
  const unmatched = known
    .filter((version) => !days.has(version.validFrom))
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom))
    .map((version) => version.id);
  const rows = versions.map((version) => {
    const id = byDay.get(version.validFrom) ?? unmatched.shift() ?? newId();
    return { id, articleId, ...version };
  });
  const ids = new Set(known.map((version) => version.id));
  const differing = changedRows(known, rows);
  return {
    gone: unmatched,
    changed: differing.filter((row) => ids.has(row.id)),
    fresh: differing.filter((row) => !ids.has(row.id)),
  };
}

/** Rows that are not among the known ones as they are; a row is known by its id, a source by its code. */
function changedRows<T extends ObjectLiteral>(known: ObjectLiteral[], wanted: T[]): T[] {
  const keyOf = (row: ObjectLiteral): unknown => row['id'] ?? row['code'];
  const byKey = new Map(known.map((row) => [keyOf(row), row]));
  return wanted.filter((row) => {
    const before = byKey.get(keyOf(row));
    return !before || !Object.entries(row).every(([name, value]) => isSame(before[name], value));
  });
}

/** As JSON: what is undefined here is absent there. */
function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(plain(a), plain(b));
}

function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (JSON.parse(JSON.stringify(value)) as unknown) : value;
}
