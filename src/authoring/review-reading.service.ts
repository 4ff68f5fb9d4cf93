import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { OfficialDocument } from '../organisation/entities/official-document.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { NotFound } from '../platform/problems/problem.js';
import { ReviewAccessService, type ReviewHead } from './review-access.service.js';
import { quoteOf, type Block } from './review-blocks.rules.js';
import { ReviewCommentService, type Thread } from './review-comment.service.js';
import { compareBlocks, followBlocks, type BlockDifference } from './review-difference.rules.js';
import { ReviewListService, type NamedPerson, type ReviewLine } from './review-list.service.js';
import { decisionBarOf, reviewRightsOf, type ReviewRights } from './review.policy.js';
import { AUTHORS_OF_REVIEW, PUBLISHED_BEFORE, SUBMITTED_BEFORE } from './review.queries.js';
import { ReviewTextService, type LessonHead } from './review-text.service.js';

export interface ReviewedLesson extends Omit<LessonHead, 'id'> {
  /** All threads on it, and those that nobody has settled. */
  threads: number;
  openThreads: number;
}

export interface ReviewView extends ReviewLine {
  summary: Bilingual;
  note: string | null;
  document: { number: string; issuedOn: string; signer: string } | null;
  contributors: NamedPerson[];
  modules: { slug: string; title: Bilingual; lessons: ReviewedLesson[] }[];
  /** Remarks on lessons that are no more. */
  lost: Thread[];
  can: ReviewRights & { reason: 'own-work' | null };
}

/** A thread with its paragraph in the text shown; null when that is gone. */
export type PlacedThread = Omit<Thread, 'paragraph'> & { paragraph: number | null };

export interface LessonView extends Omit<LessonHead, 'id'> {
  paragraphs: { index: number; html: string; quote: string }[];
  threads: PlacedThread[];
}

/** The revision that learners had, or the one that was submitted before. */
export type Against = 'published' | 'previous';

export interface DifferenceView {
  /** What is compared with, and when that was published or submitted; null when there is none. */
  against: { number: number; at: Date } | null;
  lessons: { slug: string; title: Bilingual; kind: BlockDifference['kind'] }[];
}

interface Earlier {
  revisionId: string;
  number: number;
  at: Date;
}

/** What reviewers and authors read of a review: its lessons in paragraphs with their threads, and what changed. */
@Injectable()
export class ReviewReadingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: ReviewAccessService,
    private readonly lists: ReviewListService,
    private readonly texts: ReviewTextService,
    private readonly comments: ReviewCommentService,
  ) {}

  /** @throws Problem not-found */
  async get(actor: Actor, id: string): Promise<ReviewView> {
    const { manager } = this.dataSource;
    const head = await this.access.get(manager, actor, id);
    const line = (await this.lists.lines(manager, [head])).get(id);
    if (!line) throw NotFound();
    const authors = await manager.query<{ personId: string }[]>(AUTHORS_OF_REVIEW, [id]);
    const outline = await this.texts.outline(manager, head.revisionId);
    const threads = await this.comments.threads(manager, actor, head);
    const slugs = new Set(outline.flatMap(({ lessons }) => lessons.map(({ slug }) => slug)));
    const modules = outline.map((skillModule) => ({
      ...skillModule,
      lessons: skillModule.lessons.map(({ slug, kind, title, minutes }) => {
        const own = threads.filter(({ lesson }) => lesson === slug);
        const openThreads = own.filter(({ resolvedAt }) => resolvedAt === null).length;
        return { slug, kind, title, minutes, threads: own.length, openThreads };
      }),
    }));
    return {
      ...line,
      ...{ summary: head.summary, note: head.note, document: await this.documentOf(manager, head), modules },
      contributors: await this.lists.names(
        manager,
        authors.map(({ personId }) => personId),
      ),
      lost: threads.filter(({ lesson }) => !slugs.has(lesson)),
      can: { ...reviewRightsOf(actor, head), reason: decisionBarOf(actor, head) },
    };
  }

  /**
   * A lesson as it was submitted, with the threads about it: each beside its paragraph, also when it began on another text.
   * @throws Problem not-found
   */
  async lesson(actor: Actor, id: string, slug: string): Promise<LessonView> {
    const { manager } = this.dataSource;
    const head = await this.access.get(manager, actor, id);
    const text = await this.texts.lesson(manager, head.revisionId, slug);
    if (!text) throw NotFound();
    const threads = (await this.comments.threads(manager, actor, head)).filter(({ lesson }) => lesson === slug);
    const places = new Map<string, (number | null)[]>();
    for (const revisionId of new Set(threads.map((thread) => thread.revisionId))) {
      if (revisionId === head.revisionId) continue;
      const earlier = await this.texts.lesson(manager, revisionId, slug);
      places.set(revisionId, earlier ? followBlocks(earlier.blocks, text.blocks) : []);
    }
    const { kind, title, minutes } = text.head;
    return {
      ...{ slug, kind, title, minutes },
      paragraphs: text.blocks.map((block, index) => ({ index, html: block.html, quote: quoteOf(block) })),
      threads: threads.map((thread) => {
        const followed = places.get(thread.revisionId);
        return { ...thread, paragraph: followed ? (followed[thread.paragraph] ?? null) : thread.paragraph };
      }),
    };
  }

  /**
   * Which lessons changed since the revision compared with, those that are gone last.
   * @throws Problem not-found
   */
  async difference(actor: Actor, id: string, against: Against): Promise<DifferenceView> {
    const { manager } = this.dataSource;
    const head = await this.access.get(manager, actor, id);
    const earlier = await this.earlier(manager, head, against);
    if (!earlier) return { against: null, lessons: [] };
    const [now, before] = await Promise.all([
      this.outline(manager, head.revisionId),
      this.outline(manager, earlier.revisionId),
    ]);
    const lessons: DifferenceView['lessons'] = [];
    for (const { slug, title } of now) {
      if (!before.some((lesson) => lesson.slug === slug)) lessons.push({ slug, title, kind: 'added' });
      else {
        const [from, to] = await this.both(manager, { earlier, head, slug });
        const isSame = from.length === to.length && from.every(({ html }, at) => html === to[at]?.html);
        lessons.push({ slug, title, kind: isSame ? 'same' : 'changed' });
      }
    }
    const gone = before.filter(({ slug }) => !now.some((lesson) => lesson.slug === slug));
    for (const { slug, title } of gone) lessons.push({ slug, title, kind: 'removed' });
    return { against: { number: earlier.number, at: earlier.at }, lessons };
  }

  /**
   * What changed in one lesson, paragraph by paragraph, in words.
   * @throws Problem not-found, also when there is nothing to compare with or neither has the lesson
   */
  async lessonDifference(
    actor: Actor,
    id: string,
    { slug, against }: { slug: string; against: Against },
  ): Promise<BlockDifference[]> {
    const { manager } = this.dataSource;
    const head = await this.access.get(manager, actor, id);
    const earlier = await this.earlier(manager, head, against);
    if (!earlier) throw NotFound();
    const [from, to] = await this.both(manager, { earlier, head, slug });
    if (from.length + to.length === 0) throw NotFound();
    return compareBlocks(from, to);
  }

  private async both(
    executor: EntityManager,
    { earlier, head, slug }: { earlier: Earlier; head: ReviewHead; slug: string },
  ): Promise<[Block[], Block[]]> {
    const from = await this.texts.lesson(executor, earlier.revisionId, slug);
    const to = await this.texts.lesson(executor, head.revisionId, slug);
    return [from?.blocks ?? [], to?.blocks ?? []];
  }

  private async outline(executor: EntityManager, revisionId: string): Promise<LessonHead[]> {
    return (await this.texts.outline(executor, revisionId)).flatMap(({ lessons }) => lessons);
  }

  private async earlier(executor: EntityManager, head: ReviewHead, against: Against): Promise<Earlier | null> {
    const sql = against === 'published' ? PUBLISHED_BEFORE : SUBMITTED_BEFORE;
    return (await executor.query<Earlier[]>(sql, [head.id]))[0] ?? null;
  }

  private async documentOf(
    executor: EntityManager,
    { officialDocumentId }: ReviewHead,
  ): Promise<ReviewView['document']> {
    if (officialDocumentId === null) return null;
    const { number, signedOn, signedBy } = await executor.findOneByOrFail(OfficialDocument, { id: officialDocumentId });
    return { number, issuedOn: signedOn, signer: signedBy };
  }
}
