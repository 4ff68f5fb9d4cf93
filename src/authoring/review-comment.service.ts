import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { IdentityService } from '../identity/identity.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { NotFound } from '../platform/problems/problem.js';
import { ReviewComment } from './entities/review-comment.entity.js';
import { ReviewAccessService, type ReviewHead } from './review-access.service.js';
import { quoteOf } from './review-blocks.rules.js';
import { reviewRightsOf } from './review.policy.js';
import { NotToResolve, ParagraphUnknown, ReviewOutdated } from './review.problems.js';
import { COMMENTS_OF_DRAFT, LATEST_REVIEW } from './review.queries.js';
import { ReviewTextService, slugOfPath } from './review-text.service.js';

/** A remark on a paragraph, or an answer to one. */
export interface NewComment {
  /** Slug of the lesson. */
  lesson: string;
  /** Which paragraph of the review's revision, from 0; of an answer that of the thread. */
  paragraph: number;
  text: string;
  /** The first remark of the thread that is answered. */
  parentId?: string | undefined;
}

interface Remark {
  id: string;
  author: { id: string; fullName: string };
  text: string;
  createdAt: Date;
}

/** A remark with its answers. */
export interface Thread extends Remark {
  lesson: string;
  revisionId: string;
  /** Which paragraph of the revision that it was made on, from 0. */
  paragraph: number;
  /** The beginning of that paragraph then. */
  quote: string;
  resolvedAt: Date | null;
  resolvedBy: { id: string; fullName: string } | null;
  replies: Remark[];
  can: { resolve: boolean; reply: boolean };
}

type Row = Omit<ReviewComment, 'draft' | 'draftId' | 'revision' | 'author' | 'parent' | 'resolvedBy'>;

/** Remarks on a draft's submitted texts, in threads. They belong to the draft: what is submitted next keeps them. */
@Injectable()
export class ReviewCommentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: ReviewAccessService,
    private readonly texts: ReviewTextService,
    private readonly identity: IdentityService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Says something about a paragraph of the latest text, or answers; an answer opens a settled thread again.
   * @returns the remark's id
   * @throws Problem not-found, review-outdated, paragraph-unknown
   */
  async comment(actor: Actor, reviewId: string, given: NewComment): Promise<{ id: string }> {
    return this.dataSource.transaction(async (tx) => {
      const head = await this.access.get(tx, actor, reviewId);
      if (!reviewRightsOf(actor, head).comment) throw ReviewOutdated();
      const id = newId();
      await tx.insert(ReviewComment, {
        ...{
          id,
          draftId: head.draftId,
          revisionId: head.revisionId,
          authorId: actor.personId,
          text: given.text.trim(),
        },
        ...(await this.placeOf(tx, head, given)),
        ...{ createdAt: this.clock.now(), resolvedAt: null, resolvedById: null },
      });
      await this.outbox.enqueue(tx, 'authoring.tell-review-comment', { commentId: id });
      return { id };
    });
  }

  /**
   * Calls a thread settled; again changes nothing. For reviewers, and for who began it.
   * @throws Problem not-found, review-outdated, not-to-resolve
   */
  async resolve(actor: Actor, commentId: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const comment = await tx.findOneBy(ReviewComment, { id: commentId, parentId: IsNull() });
      if (!comment) throw NotFound();
      const [latest] = await tx.query<{ id: string }[]>(LATEST_REVIEW, [comment.draftId]);
      if (!latest) throw NotFound();
      const rights = reviewRightsOf(actor, await this.access.get(tx, actor, latest.id));
      if (!rights.comment) throw ReviewOutdated();
      if (!rights.resolve && comment.authorId !== actor.personId) throw NotToResolve();
      const settled = { resolvedAt: this.clock.now(), resolvedById: actor.personId };
      await tx.update(ReviewComment, { id: commentId, resolvedAt: IsNull() }, settled);
    });
  }

  /** Every thread of the review's draft, in the order in which they began. */
  async threads(executor: EntityManager, actor: Actor, head: ReviewHead): Promise<Thread[]> {
    const rows = await executor.query<Row[]>(COMMENTS_OF_DRAFT, [head.draftId]);
    const ids = rows.flatMap(({ authorId, resolvedById }) =>
      resolvedById === null ? [authorId] : [authorId, resolvedById],
    );
    const cards = await this.identity.personCards(executor, ids);
    const nameOf = (id: string) => ({ id, fullName: cards.get(id)?.fullName ?? '' });
    const remarkOf = ({ id, authorId, text, createdAt }: Row): Remark => ({
      id,
      author: nameOf(authorId),
      text,
      createdAt,
    });
    const rights = reviewRightsOf(actor, head);
    return rows
      .filter(({ parentId }) => parentId === null)
      .map((row) => ({
        ...remarkOf(row),
        ...{ lesson: slugOfPath(row.path), revisionId: row.revisionId, paragraph: row.paragraph, quote: row.quote },
        resolvedAt: row.resolvedAt,
        resolvedBy: row.resolvedById === null ? null : nameOf(row.resolvedById),
        replies: rows.filter(({ parentId }) => parentId === row.id).map(remarkOf),
        can: {
          resolve: row.resolvedAt === null && rights.comment && (rights.resolve || row.authorId === actor.personId),
          reply: rights.comment,
        },
      }));
  }

  private async placeOf(tx: EntityManager, head: ReviewHead, { lesson, paragraph, parentId }: NewComment) {
    if (parentId !== undefined) {
      const parent = await tx.findOneBy(ReviewComment, { id: parentId, draftId: head.draftId, parentId: IsNull() });
      if (!parent) throw NotFound();
      await tx.update(ReviewComment, { id: parentId }, { resolvedAt: null, resolvedById: null });
      return { path: parent.path, paragraph: parent.paragraph, quote: parent.quote, parentId };
    }
    const text = await this.texts.lesson(tx, head.revisionId, lesson);
    const block = text?.blocks[paragraph];
    if (!block) throw ParagraphUnknown();
    const path = await this.texts.pathOf(tx, head.revisionId, lesson);
    return { path, paragraph, quote: quoteOf(block), parentId: null };
  }
}
