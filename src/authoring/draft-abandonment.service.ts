import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { DraftStoreService } from './draft-store.service.js';
import { CourseDraft } from './entities/course-draft.entity.js';
import { ReviewService } from './review.service.js';

/**
 * Gives drafts up. The files stay where they are, as history: nobody can change them, and no list shows them. What was
 * published of the course stays as it is, and another draft may begin.
 */
@Injectable()
export class DraftAbandonmentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: DraftStoreService,
    private readonly reviews: ReviewService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Closes a draft that the actor may write. A review that is open or approved is withdrawn.
   * @throws Problem not-found, also for those who may only read; draft-closed
   */
  async abandon(actor: Actor, draftId: string, reason?: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const head = await this.store.lockForEdit(tx, actor, draftId);
      const draft = await tx.findOneByOrFail(CourseDraft, { id: draftId });
      await this.reviews.end(tx, { draft, actorId: actor.personId, as: 'withdrawn' });
      await tx.update(CourseDraft, { id: draftId }, { closedAt: this.clock.now() });
      await this.audit.record(tx, {
        ...{ action: 'authoring.abandon-draft', actorId: actor.personId, subjectKind: 'course-draft' },
        ...{ subjectId: draftId, organisationId: head.organisationId, details: { courseId: head.courseId } },
        ...(reason === undefined ? {} : { reason }),
      });
    });
  }
}
