import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OfficialDocument } from '../organisation/entities/official-document.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { InvalidRequest } from '../platform/problems/problem.js';
import { ReviewByAuthor } from './draft.problems.js';
import { ReviewAccessService, type ReviewHead } from './review-access.service.js';
import { decisionBarOf } from './review.policy.js';
import { DocumentKnownOtherwise } from './review.problems.js';
import { ReviewService } from './review.service.js';

/** The decision on paper: số, ngày (YYYY-MM-DD), người ký. */
export interface DecisionDocument {
  number: string;
  issuedOn: string;
  signer: string;
}

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
    private readonly clock: Clock,
  ) {}

  /**
   * Approves what was submitted, or asks for changes. Of several at once one decides and the others are told.
   * @throws Problem not-found, review-by-author, review-settled, invalid-request, document-known-otherwise
   */
  async decide(actor: Actor, reviewId: string, given: ReviewDecision): Promise<void> {
    const note = given.note?.trim() || null;
    const { decision, document } = given;
    this.check(decision, note, document);
    await this.dataSource.transaction(async (tx) => {
      const head = await this.access.get(tx, actor, reviewId);
      if (decisionBarOf(actor, head) !== null) throw ReviewByAuthor();
      const officialDocumentId = document ? await this.keep(tx, head, document) : null;
      await this.reviews.decide(tx, { reviewId, decision, actorId: actor.personId, note, officialDocumentId });
      await this.outbox.enqueue(tx, 'authoring.tell-review-decision', { reviewId });
    });
  }

  private check(decision: ReviewDecision['decision'], note: string | null, document?: DecisionDocument): void {
    const errors = [];
    if (decision === 'request-changes' && note === null) {
      const detail = { vi: 'Mời anh/chị ghi rõ cần sửa gì.', en: 'Please say what is to be changed.' };
      errors.push({ pointer: '/note', detail });
    }
    if (document && document.issuedOn > vietnamDate(this.clock.now())) {
      const detail = { vi: 'Ngày ký không thể sau hôm nay.', en: 'The day of signing cannot be after today.' };
      errors.push({ pointer: '/document/issuedOn', detail });
    }
    if (errors.length > 0) throw InvalidRequest(undefined, { errors });
  }

  /** One paper may decide on several courses: the same number and day is the same paper. */
  private async keep(tx: EntityManager, head: ReviewHead, document: DecisionDocument): Promise<string> {
    const { organisationId } = head;
    const [number, signedBy] = [document.number.trim(), document.signer.trim()];
    const paper = { organisationId, number, signedOn: document.issuedOn };
    const title = `Thông qua bài giảng: ${head.title.vi}`;
    const row = { id: newId(), ...paper, signedBy, title, fileKey: null };
    await tx.createQueryBuilder().insert().into(OfficialDocument).values(row).orIgnore().execute();
    const kept = await tx.findOneByOrFail(OfficialDocument, paper);
    if (kept.signedBy !== signedBy) throw DocumentKnownOtherwise();
    return kept.id;
  }
}
