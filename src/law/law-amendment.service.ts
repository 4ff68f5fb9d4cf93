import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { NotAllowed } from '../platform/auth/auth.problems.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { NotFound } from '../platform/problems/problem.js';
import { AmendedArticle } from './entities/amended-article.entity.js';
import { ArticleVersion } from './entities/article-version.entity.js';
import { LawAmendment } from './entities/law-amendment.entity.js';
import { LawArticle } from './entities/law-article.entity.js';
import { LawDocument } from './entities/law-document.entity.js';
import { LawSource } from './entities/law-source.entity.js';
import { ArticleAmended } from './law.events.js';
import { mayAmend } from './law.policy.js';
import { AmendmentDayInvalid, AmendmentDiffers, MappingUnknown } from './law.problems.js';
import { ANNOUNCE_DUE } from './law.queries.js';
import { articleSearchText, isLawCode } from './law.rules.js';

/** What every record of a change carries. */
interface Record {
  /** First day of the new law, YYYY-MM-DD; may lie ahead. */
  effectiveOn: string;
  /** The amending document as people name it. */
  amendedBy: string;
  /** Where the new wording was read. */
  source: string;
  /** Why, for the audit. */
  reason: string;
}

export interface NewWording extends Record {
  summary: string;
}

export interface Replacement extends Record {
  /** Code of the document that takes the place. */
  byCode: string;
  /** Which articles took the place of which; articles that are not named end without a successor. */
  mapping: { from: string; to: string[] }[];
}

export interface Recorded {
  id: string;
  /** False: the same was recorded before. */
  created: boolean;
}

/** Officers record how the law moves; on its day an amendment is announced to all who cite it. */
@Injectable()
export class LawAmendmentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
  ) {}

  /** Whether the actor may record changes of the law at all. */
  mayBeMadeBy(actor: Actor): boolean {
    return mayAmend(actor);
  }

  /**
   * A new wording of an article from a day on. Recorded twice it is one.
   * @throws Problem not-allowed, not-found, amendment-differs, amendment-day-invalid
   */
  async amend(actor: Actor, code: string, wording: NewWording): Promise<Recorded> {
    if (!mayAmend(actor)) throw NotAllowed();
    return this.dataSource.transaction(async (tx) => {
      const article = await lockedArticle(tx, code);
      const { effectiveOn: day, summary } = wording;
      const versions = await tx.find(ArticleVersion, { where: { articleId: article.id }, order: { validFrom: 'ASC' } });
      const known = await tx.findOneBy(AmendedArticle, { articleId: article.id, effectiveOn: day });
      const same = versions.find((version) => version.validFrom === day);
      if (known || same) {
        if (known?.versionId && same?.summary === summary) return { id: known.amendmentId, created: false };
        throw AmendmentDiffers({ codes: [code], day });
      }
      const former = versions.find((version) => covers(version, day));
      if (!former) throw AmendmentDayInvalid({ codes: [code], day });
      const amendment = await this.enter(tx, actor, { ...wording, kind: 'amended', document: article.document });
      await tx.insert(LawSource, { code: amendment, text: wording.source });
      await tx.update(ArticleVersion, { id: former.id }, { validTo: day });
      const versionId = newId();
      await tx.insert(ArticleVersion, {
        ...{ id: versionId, articleId: article.id, validFrom: day, validTo: former.validTo, summary },
        ...{ amended: wording.amendedBy, note: null, confidence: 'source', sources: [amendment] },
      });
      await tx.insert(AmendedArticle, {
        ...{ amendmentId: amendment, articleId: article.id, effectiveOn: day, versionId, successors: [] },
      });
      if (former.validTo === null) {
        await tx.update(LawArticle, { id: article.id }, { searchText: articleSearchText({ ...article, summary }) });
      }
      await this.announce(tx);
      return { id: amendment, created: true };
    });
  }

  /**
   * A document gave way to another: all its articles end on the day. Recorded twice it is one.
   * @throws Problem not-allowed, not-found, mapping-unknown, amendment-differs, amendment-day-invalid
   */
  async replace(actor: Actor, code: string, replacement: Replacement): Promise<Recorded> {
    if (!mayAmend(actor)) throw NotAllowed();
    return this.dataSource.transaction(async (tx) => {
      const { effectiveOn: day, byCode } = replacement;
      const document = await documentOf(tx, code);
      const by = await documentOf(tx, byCode);
      const successorsOf = await this.checkedMapping(tx, replacement, { documentId: document.id, byId: by.id });
      const versions = await endingVersions(tx, document.id, day);
      const known = await tx.findBy(AmendedArticle, {
        effectiveOn: day,
        article: { documentId: document.id },
      });
      if (known.length > 0) return sameReplacement(tx, { known, by, day, successorsOf });
      if (versions.length === 0) throw AmendmentDayInvalid({ codes: [code], day });
      const amendment = await this.enter(tx, actor, { ...replacement, kind: 'replaced', document, by });
      await tx.update(ArticleVersion, { id: In(versions.map(({ id }) => id)) }, { validTo: day });
      await tx.insert(
        AmendedArticle,
        versions.map(({ articleId, article }) => ({
          ...{ amendmentId: amendment, articleId, effectiveOn: day, versionId: null },
          successors: successorsOf.get(article.code) ?? [],
        })),
      );
      const remarks = { ...document.remarks, replacedBy: by.number };
      await tx.update(LawDocument, { id: document.id }, { effectiveTo: day, remarks });
      await this.announce(tx);
      return { id: amendment, created: true };
    });
  }

  /** Announces what is in force by now and was not announced; harmless when repeated or run at once. */
  async announceDue(): Promise<void> {
    await this.dataSource.transaction((tx) => this.announce(tx));
  }

  private async announce(tx: EntityManager): Promise<void> {
    const now = this.clock.now();
    const [due] = await tx.query<[{ id: string }[], number]>(ANNOUNCE_DUE, [vietnamDate(now), now]);
    for (const { id } of due) await this.outbox.publish(tx, ArticleAmended, { amendmentId: id });
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    act: Record & { kind: LawAmendment['kind']; document: LawDocument; by?: LawDocument },
  ): Promise<string> {
    const { kind, document, by, effectiveOn, amendedBy, source, reason } = act;
    const id = newId();
    await tx.insert(LawAmendment, {
      ...{ id, kind, documentId: document.id, replacedById: by?.id ?? null, effectiveOn, amendedBy, reason },
      ...{ recordedById: actor.personId, recordedAt: this.clock.now(), announcedAt: null },
    });
    await this.audit.record(tx, {
      action: 'law.record-amendment',
      actorId: actor.personId,
      subjectKind: 'law-amendment',
      subjectId: id,
      details: { kind, document: document.code, by: by?.code ?? null, effectiveOn, amendedBy, source },
      reason,
    });
    return id;
  }

  private async checkedMapping(
    tx: EntityManager,
    { mapping }: Replacement,
    { documentId, byId }: { documentId: string; byId: string },
  ): Promise<Map<string, string[]>> {
    const articles = await tx.findBy(LawArticle, { documentId: In([documentId, byId]) });
    const placeOf = new Map(articles.map((article) => [article.code, article.documentId]));
    const unknown = [
      ...mapping.map(({ from }) => from).filter((from) => placeOf.get(from) !== documentId),
      ...mapping.flatMap(({ to }) => to).filter((to) => placeOf.get(to) !== byId),
    ];
    if (unknown.length > 0) throw MappingUnknown({ codes: [...new Set(unknown)] });
    const successors = new Map<string, string[]>();
    for (const { from, to } of mapping) successors.set(from, [...new Set([...(successors.get(from) ?? []), ...to])]);
    return successors;
  }
}

const covers = ({ validFrom, validTo }: ArticleVersion, day: string): boolean =>
  validFrom < day && (validTo === null || validTo > day);

/** Locked, so that of two officers who record at once the second finds the first's. @throws Problem not-found */
async function lockedArticle(tx: EntityManager, code: string): Promise<LawArticle> {
  if (!isLawCode(code)) throw NotFound();
  await tx.query('SELECT 1 FROM law_article WHERE code = $1 FOR UPDATE', [code]);
  const article = await tx.findOne(LawArticle, { where: { code }, relations: { document: true } });
  if (!article) throw NotFound();
  return article;
}

/** @throws Problem not-found */
async function documentOf(tx: EntityManager, code: string): Promise<LawDocument> {
  if (!isLawCode(code)) throw NotFound();
  await tx.query('SELECT 1 FROM law_document WHERE code = $1 FOR UPDATE', [code]);
  const document = await tx.findOneBy(LawDocument, { code });
  if (!document) throw NotFound();
  return document;
}

/** The wordings that a replacement on this day ends. @throws Problem amendment-day-invalid when one begins later */
async function endingVersions(tx: EntityManager, documentId: string, day: string): Promise<ArticleVersion[]> {
  const versions = await tx.find(ArticleVersion, { where: { article: { documentId } }, relations: { article: true } });
  const later = versions.filter(({ validFrom }) => validFrom >= day);
  if (later.length > 0) throw AmendmentDayInvalid({ codes: later.map(({ article }) => article.code), day });
  return versions.filter((version) => covers(version, day));
}

/** @throws Problem amendment-differs */
async function sameReplacement(
  tx: EntityManager,
  wanted: { known: AmendedArticle[]; by: LawDocument; day: string; successorsOf: Map<string, string[]> },
): Promise<Recorded> {
  const { known, by, day, successorsOf } = wanted;
  const ids = [...new Set(known.map(({ amendmentId }) => amendmentId))];
  const amendments = await tx.findBy(LawAmendment, { id: In(ids) });
  const articles = await tx.findBy(LawArticle, { id: In(known.map(({ articleId }) => articleId)) });
  const codeOf = new Map(articles.map(({ id, code }) => [id, code]));
  const differing = known.flatMap(({ articleId, versionId, successors }) => {
    const code = codeOf.get(articleId) ?? '';
    const isSame =
      versionId === null && [...successors].sort().join() === [...(successorsOf.get(code) ?? [])].sort().join();
    return isSame ? [] : [code];
  });
  const [id] = ids;
  if (id === undefined || ids.length > 1 || amendments[0]?.replacedById !== by.id || differing.length > 0) {
    throw AmendmentDiffers({ codes: differing.length > 0 ? differing : [by.code], day });
  }
  return { id, created: false };
}
