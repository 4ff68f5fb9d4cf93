import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { withEntered, type EnteredChange, type ParsedVersion } from './amendment.rules.js';
import { AmendedArticle } from './entities/amended-article.entity.js';
import { ArticleVersion } from './entities/article-version.entity.js';
import { LawAmendment } from './entities/law-amendment.entity.js';
import { LawArticle } from './entities/law-article.entity.js';
import { LawCitation } from './entities/law-citation.entity.js';
import { LawDocument } from './entities/law-document.entity.js';
import { LawSource } from './entities/law-source.entity.js';
import { CitedVersionRemoved } from './law.problems.js';
import { ENTERED_CHANGES, VERSIONS_IN_FORCE } from './law.queries.js';
import { articleSearchText } from './law.rules.js';

export type { ParsedVersion };

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

/** A version of the files that an officer's entry for the same article and day overrules. */
export interface KeptEntry {
  code: string;
  day: string;
}

export interface LawImportResult {
  /** How many rows were written. */
  written: number;
  /** Where officers' entries stood against the files. */
  kept: KeptEntry[];
}

export interface ParsedLaw {
  sources: { code: string; text: string }[];
  documents: ParsedDocument[];
}

type VersionRow = ParsedVersion & { id: string; articleId: string };

const CHUNK = 200;

/** Brings the law library to what the files say. Ids of documents, articles and versions stay, so citations stay. */
/** A change in a library that stood before: to be announced to those who cite the article. */
interface FoundChange {
  articleId: string;
  effectiveOn: string;
  versionId: string | null;
  amendedBy: string;
}

@Injectable()
export class LawImportService {
  constructor(private readonly clock: Clock) {}

  /**
   * Writes what differs and nothing else. Articles that the files no longer name stay, because citations point to them;
   * what officers entered stays, too, and is named where the files say something else. A new version of an article that was
   * known before becomes an amendment, announced by the clock.
   * @throws Problem cited-version-removed, when a version that something cites is no longer in the files
   */
  async importLaw(tx: EntityManager, law: ParsedLaw): Promise<LawImportResult> {
    let written = await this.writeChanged(tx, LawSource, await tx.find(LawSource), law.sources);
    const documents = await tx.find(LawDocument);
    const idOf = new Map(documents.map((document) => [document.code, document.id]));
    const kept: KeptEntry[] = [];
    for (const { articles, ...about } of law.documents) {
      const former = documents.find(({ code }) => code === about.code);
      const document = {
        id: idOf.get(about.code) ?? newId(),
        ...about,
        ...(await replacedByOfficer(tx, former, about)),
      };
      written += await this.writeChanged(tx, LawDocument, documents, [document]);
      const entered = await withOfficers(tx, articles);
      written += await this.importArticles(tx, document, entered.articles);
      kept.push(...entered.kept);
    }
    return { written, kept };
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
    const found: FoundChange[] = [];
    let moved = 0;
    for (const [index, { code, versions }] of articles.entries()) {
      const articleId = rows[index]?.id ?? '';
      const versionsBefore = before.filter((version) => version.articleId === articleId);
      const plan = planVersions(versionsBefore, articleId, versions);
      found.push(...changesOf(versionsBefore, articleId, versions, plan));
      await this.removeVersions(tx, code, plan.gone);
      await this.moveVersions(tx, plan.changed);
      fresh.push(...plan.fresh);
      moved += plan.gone.length + plan.changed.length;
    }
    for (let at = 0; at < fresh.length; at += CHUNK) await tx.insert(ArticleVersion, fresh.slice(at, at + CHUNK));
    await this.recordFound(tx, document.id, found);
    return written + moved + fresh.length;
  }

  /** One amendment for all articles of a document that change on one day. */
  private async recordFound(tx: EntityManager, documentId: string, found: FoundChange[]): Promise<void> {
    const known = await tx.findBy(AmendedArticle, { articleId: In(found.map(({ articleId }) => articleId)) });
    const isKnown = (change: FoundChange) =>
      known.some((row) => row.articleId === change.articleId && row.effectiveOn === change.effectiveOn);
    const unknown = found.filter((change) => !isKnown(change));
    for (const kind of ['amended', 'replaced'] as const) {
      const ofKind = unknown.filter(({ versionId }) => (versionId === null) === (kind === 'replaced'));
      for (const effectiveOn of new Set(ofKind.map((change) => change.effectiveOn))) {
        const changes = ofKind.filter((change) => change.effectiveOn === effectiveOn);
        const id = newId();
        const amendedBy = [...new Set(changes.map((change) => change.amendedBy))].filter(Boolean).join('; ');
        await tx.insert(LawAmendment, {
          ...{ id, kind, documentId, replacedById: null, effectiveOn, amendedBy, recordedById: null, reason: null },
          ...{ recordedAt: this.clock.now(), announcedAt: null },
        });
        const rows = changes.map(({ articleId, versionId }) => ({ articleId, versionId, effectiveOn, successors: [] }));
        await tx.insert(
          AmendedArticle,
          rows.map((row) => ({ amendmentId: id, ...row })),
        );
      }
    }
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
    const amended = await tx.find(AmendedArticle, { where: { versionId: In(ids) }, relations: { amendment: true } });
    if (amended.some(({ amendment }) => amendment.announcedAt !== null)) throw CitedVersionRemoved({ code });
    for (const { amendmentId, articleId } of amended) {
      await tx.delete(AmendedArticle, { amendmentId, articleId });
      if (!(await tx.existsBy(AmendedArticle, { amendmentId }))) await tx.delete(LawAmendment, { id: amendmentId });
    }
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

/** What the files newly say about an article known before: later wordings, and the end of the last one. */
function changesOf(
  known: ArticleVersion[],
  articleId: string,
  versions: ParsedVersion[],
  { fresh }: { fresh: VersionRow[] },
): FoundChange[] {
  const latest = known.reduce<ArticleVersion | null>((a, b) => (a && a.validFrom > b.validFrom ? a : b), null);
  if (!latest) return [];
  const later = fresh.filter(({ validFrom }) => validFrom > latest.validFrom);
  if (later.length > 0) {
    return later.map(({ id, validFrom, amended }) => ({
      ...{ articleId, effectiveOn: validFrom, versionId: id, amendedBy: amended ?? '' },
    }));
  }
  const end = versions.at(-1)?.validTo ?? null;
  if (latest.validTo !== null || end === null) return [];
  return [{ articleId, effectiveOn: end, versionId: null, amendedBy: '' }];
}

/** The articles of the files with what officers entered about them. */
async function withOfficers(
  tx: EntityManager,
  articles: ParsedArticle[],
): Promise<{ articles: ParsedArticle[]; kept: KeptEntry[] }> {
  const rows = await tx.findBy(LawArticle, { code: In(articles.map(({ code }) => code)) });
  const entered = await tx.query<(EnteredChange & { articleId: string })[]>(ENTERED_CHANGES, [
    rows.map(({ id }) => id),
  ]);
  if (entered.length === 0) return { articles, kept: [] };
  const kept: KeptEntry[] = [];
  const merged = articles.map((article) => {
    const id = rows.find(({ code }) => code === article.code)?.id;
    const changes = entered.filter(({ articleId }) => articleId === id);
    if (changes.length === 0) return article;
    const { versions, kept: days } = withEntered(article.versions, changes);
    kept.push(...days.map((day) => ({ code: article.code, day })));
    return { ...article, versions };
  });
  return { articles: merged, kept };
}

/** Files that know no end of a document do not bring back one that an officer recorded as replaced. */
async function replacedByOfficer(
  tx: EntityManager,
  known: LawDocument | undefined,
  about: Omit<LawDocument, 'id'>,
): Promise<Partial<LawDocument>> {
  if (!known || known.effectiveTo === null || about.effectiveTo !== null) return {};
  const entered = { documentId: known.id, replacedById: Not(IsNull()), recordedById: Not(IsNull()) };
  if (!(await tx.existsBy(LawAmendment, entered))) return {};
  const { effectiveTo, status, remarks } = known;
  return { effectiveTo, status, remarks: { ...about.remarks, replacedBy: remarks.replacedBy } };
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
