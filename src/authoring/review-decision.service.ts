import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OfficialDocumentService, type DecisionDocument } from '../organisation/official-document.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { InvalidRequest } from '../platform/problems/problem.js';
import { ReviewByAuthor } from './draft.problems.js';
import { ReviewAccessService, type ReviewHead } from './review-access.service.js';
import { decisionBarOf } from './review.policy.js';
import { ReviewService } from './review.service.js';

export interface ReviewDecision {
  decision: 'approve' | 'request-changes';
  /** The reviewer's words to the authors; needed for changes. */
  note?: string | undefined;
  document?: DecisionDocument | undefined;
}

/** The decision on a submitted text: by one reviewer, once, and by nobody who wrote for it. */
@Injectable()
export class ReviewDecisionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: ReviewAccessService,
    private readonly reviews: ReviewService,
    private readonly outbox: Outbox,
    private readonly documents: OfficialDocumentService,
  ) {}

  /**
   * Approves what was submitted, or asks for changes. Of several at once one decides and the others are told.
   * @throws Problem not-found, review-by-author, review-settled, invalid-request, document-known-otherwise
   */
  async decide(actor: Actor, reviewId: string, given: ReviewDecision): Promise<void> {
    const note = given.note?.trim() || null;
    const { decision, document } = given;
    this.check(decision, note);
    await this.dataSource.transaction(async (tx) => {
      const head = await this.access.get(tx, actor, reviewId);
      if (decisionBarOf(actor, head) !== null) throw ReviewByAuthor();
      const officialDocumentId = document ? await this.keep(tx, head, document) : null;
      await this.reviews.decide(tx, { reviewId, decision, actorId: actor.personId, note, officialDocumentId });
      await this.outbox.enqueue(tx, 'authoring.tell-review-decision', { reviewId });
    });
  }

  private check(decision: ReviewDecision['decision'], note: string | null): void {
    if (decision !== 'request-changes' || note !== null) return;
    const detail = { vi: 'Mời anh/chị ghi rõ cần sửa gì.', en: 'Please say what is to be changed.' };
    throw InvalidRequest(undefined, { errors: [{ pointer: '/note', detail }] });
  }

  private keep(tx: EntityManager, { organisationId, title }: ReviewHead, document: DecisionDocument): Promise<string> {
    return this.documents.keep(tx, { organisationId, document, title: `Thông qua bài giảng: ${title.vi}` });
  }
}
