import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { CourseRevision } from '../catalogue/entities/course-revision.entity.js';
import { NotificationService } from '../notification/notification.service.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { DRAFT_REVIEWERS } from './draft.policy.js';
import { ReviewComment } from './entities/review-comment.entity.js';
import { Review } from './entities/review.entity.js';
import { AUTHORS_OF_REVIEW, CONCERNED_BY_COMMENT, LATEST_REVIEW, REVIEW_TIDINGS } from './review.queries.js';

interface Due {
  kind: 'review-asked' | 'review-due' | 'review-late' | 'review-unjudged';
  /** Of the review. */
  id: string;
  personId: string;
  title: string;
}

const linkOf = (reviewId: string) => `/thong-qua/${reviewId}`;

/** Puts into the inboxes what reviewers and authors wait for. Every line is told once. */
@Injectable()
export class ReviewTidings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly notifications: NotificationService,
  ) {}

  /**
   * Tells reviewers what waits and, on its day, what is due; those who became reviewers meanwhile, too. Tells authors of
   * what is due, and of what nobody may judge.
   */
  async tellWaiting(): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const due = await tx.query<Due[]>(REVIEW_TIDINGS, [vietnamDate(this.clock.now()), DRAFT_REVIEWERS]);
      for (const { kind, id, personId, title } of due) {
        await this.notifications.tell(tx, {
          ...{ personId, kind, dedupeKey: `${kind}:${id}`, params: { title }, link: linkOf(id) },
        });
      }
    });
  }

  /** Tells the authors what was decided. */
  async tellDecision(reviewId: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const review = await tx.findOneBy(Review, { id: reviewId });
      if (!review?.decidedAt) return;
      const revision = await tx.findOneByOrFail(CourseRevision, { id: review.revisionId });
      const isApproved = review.state === 'approved';
      // Voided meanwhile, it is the authors' own doing and no news.
      if (!isApproved && review.state !== 'changes-requested') return;
      const authors = await tx.query<{ personId: string }[]>(AUTHORS_OF_REVIEW, [reviewId]);
      for (const { personId } of authors) {
        await this.notifications.tell(tx, {
          ...{ personId, dedupeKey: `review-decided:${reviewId}`, link: linkOf(reviewId) },
          ...{ kind: isApproved ? 'review-approved' : 'review-changes-requested', params: titleOf(revision.title) },
        });
      }
    });
  }

  /** Tells the authors and who else speaks in its thread of a remark. */
  async tellComment(commentId: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const comment = await tx.findOneBy(ReviewComment, { id: commentId });
      if (!comment) return;
      const [latest] = await tx.query<{ id: string }[]>(LATEST_REVIEW, [comment.draftId]);
      const revision = await tx.findOneByOrFail(CourseRevision, { id: comment.revisionId });
      const people = await tx.query<{ personId: string }[]>(CONCERNED_BY_COMMENT, [commentId]);
      for (const { personId } of people) {
        await this.notifications.tell(tx, {
          ...{ personId, dedupeKey: `review-comment:${commentId}`, kind: 'review-comment' },
          ...{ params: titleOf(revision.title), link: linkOf(latest?.id ?? '') },
        });
      }
    });
  }
}

const titleOf = (title: Bilingual) => ({ title: title.vi });
