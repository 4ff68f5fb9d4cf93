import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { CourseRevision, type RevisionState } from '../catalogue/entities/course-revision.entity.js';
import { isRevisionStep } from '../catalogue/revision-state.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { NotFound } from '../platform/problems/problem.js';
import { CourseDraft } from './entities/course-draft.entity.js';
import { DraftContributor } from './entities/draft-contributor.entity.js';
import { Review, type ReviewState } from './entities/review.entity.js';
import { ReviewByAuthor, ReviewSettled } from './draft.problems.js';

/** How long a reviewer may take. */
const DAYS_TO_DECIDE = 7;
const DAY_MS = 86_400_000;

/** The revision's state that goes with each state of its review. */
const REVISION_OF: Record<ReviewState, RevisionState> = {
  open: 'submitted',
  approved: 'approved',
  'changes-requested': 'withdrawn',
  voided: 'withdrawn',
  withdrawn: 'withdrawn',
};

export interface Decision {
  reviewId: string;
  decision: 'approve' | 'request-changes';
  actorId: string;
  note: string | null;
  officialDocumentId: string | null;
}

/**
 * The steps of a review and of the revision under it, always together. Every method runs in the caller's transaction and
 * locks the draft first, as those who edit do.
 */
@Injectable()
export class ReviewService {
  constructor(
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The latest review of a draft; null when it was never submitted. */
  latest(executor: EntityManager, draftId: string): Promise<Review | null> {
    return executor.findOne(Review, { where: { draftId }, order: { submittedAt: 'DESC', id: 'DESC' } });
  }

  /** Puts a revision that was written from the draft before the reviewers. */
  async open(
    tx: EntityManager,
    { draft, revisionId, actorId }: { draft: CourseDraft; revisionId: string; actorId: string },
  ): Promise<Review> {
    const now = this.clock.now();
    const id = newId();
    await tx.insert(Review, {
      ...{ id, draftId: draft.id, revisionId, submittedById: actorId, submittedAt: now, state: 'open' },
      dueOn: vietnamDate(new Date(now.getTime() + DAYS_TO_DECIDE * DAY_MS)),
      ...{ decidedById: null, decidedAt: null, note: null, officialDocumentId: null },
    });
    await this.moveRevision(tx, revisionId, 'submitted');
    await this.record(tx, { action: 'authoring.submit-draft', actorId, reviewId: id, draft });
    return tx.findOneByOrFail(Review, { id });
  }

  /**
   * Approves an open review or asks for changes.
   * @throws Problem not-found, review-settled, review-by-author
   */
  async decide(tx: EntityManager, given: Decision): Promise<Review> {
    const { draft, review } = await this.lock(tx, given.reviewId);
    if (review.state !== 'open') throw ReviewSettled();
    const { actorId, note, officialDocumentId } = given;
    const wrote = await tx.existsBy(DraftContributor, { draftId: draft.id, personId: actorId });
    if (wrote || review.submittedById === actorId) throw ReviewByAuthor();
    const state = given.decision === 'approve' ? 'approved' : 'changes-requested';
    const facts = { decidedById: actorId, decidedAt: this.clock.now(), note, officialDocumentId };
    await this.settle(tx, review, { state, ...facts });
    const action = given.decision === 'approve' ? 'authoring.approve-draft' : 'authoring.request-changes';
    await this.record(tx, { action, actorId, reviewId: review.id, draft });
    return tx.findOneByOrFail(Review, { id: review.id });
  }

  /** Ends what was open or approved, because a file was edited or an author took it back. @returns whether there was any */
  async end(
    tx: EntityManager,
    { draft, actorId, as }: { draft: CourseDraft; actorId: string; as: 'voided' | 'withdrawn' },
  ): Promise<boolean> {
    const review = await tx.findOneBy(Review, { draftId: draft.id, state: In(['open', 'approved']) });
    if (!review) return false;
    await this.settle(tx, review, { state: as });
    const action = as === 'voided' ? 'authoring.void-review' : 'authoring.withdraw-draft';
    await this.record(tx, { action, actorId, reviewId: review.id, draft });
    return true;
  }

  private async lock(tx: EntityManager, reviewId: string): Promise<{ draft: CourseDraft; review: Review }> {
    const found = await tx.findOneBy(Review, { id: reviewId });
    if (!found) throw NotFound();
    const draft = await tx.findOneOrFail(CourseDraft, {
      where: { id: found.draftId },
      lock: { mode: 'for_no_key_update' },
    });
    return { draft, review: await tx.findOneByOrFail(Review, { id: reviewId }) };
  }

  private async settle(
    tx: EntityManager,
    { id, revisionId }: Review,
    change: Pick<Review, 'state'> & Partial<Review>,
  ): Promise<void> {
    await tx.update(Review, { id }, change);
    await this.moveRevision(tx, revisionId, REVISION_OF[change.state]);
  }

  private async moveRevision(tx: EntityManager, id: string, state: RevisionState): Promise<void> {
    const revision = await tx.findOneByOrFail(CourseRevision, { id });
    if (!isRevisionStep(revision.origin, revision.state, state)) throw ReviewSettled();
    await tx.update(CourseRevision, { id }, { state });
  }

  private record(
    tx: EntityManager,
    { action, actorId, reviewId, draft }: { action: string; actorId: string; reviewId: string; draft: CourseDraft },
  ): Promise<void> {
    return this.audit.record(tx, {
      ...{ action, actorId, subjectKind: 'review', subjectId: reviewId, organisationId: draft.organisationId },
      details: { draftId: draft.id, courseId: draft.courseId },
    });
  }
}
