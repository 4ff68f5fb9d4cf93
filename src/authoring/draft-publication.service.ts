import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CourseImportService } from '../catalogue/course-import.service.js';
import { CourseRevision } from '../catalogue/entities/course-revision.entity.js';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { QuestionImportService } from '../question-bank/question-import.service.js';
import { DraftStoreService } from './draft-store.service.js';
import { rightsOf } from './draft.policy.js';
import { DraftNotInState } from './draft.problems.js';
import { CourseDraft } from './entities/course-draft.entity.js';

const NOT_APPROVED = {
  vi: 'Chỉ công bố được bài đã được thông qua, bởi người thẩm định hoặc một người soạn bài đó.',
  en: 'Only an approved draft is published, by a reviewer or one of its authors.',
};

/** Gives approved drafts to the learners. */
@Injectable()
export class DraftPublicationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: DraftStoreService,
    private readonly courses: CourseImportService,
    private readonly questions: QuestionImportService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the approved revision the current one and closes the draft; nothing happens when that was done.
   * @throws Problem not-found, draft-not-in-state
   */
  async publish(actor: Actor, draftId: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const head = await this.store.lock(tx, actor, draftId);
      const [review] = await tx.query<{ id: string; revisionId: string }[]>(
        `SELECT id, revision_id AS "revisionId" FROM review WHERE draft_id = $1 AND state = 'approved'`,
        [draftId],
      );
      if (review && head.isClosed) return;
      if (!review || !rightsOf(actor, head).publish) throw DraftNotInState(NOT_APPROVED);
      const { revisionId } = review;
      const { asOf } = await tx.findOneByOrFail(CourseRevision, { id: revisionId });
      await this.questions.citeQuestions(tx, revisionId, asOf);
      await this.courses.publish(tx, { courseId: head.courseId, revisionId });
      await tx.update(CourseDraft, { id: draftId }, { closedAt: this.clock.now() });
      await this.audit.record(tx, {
        ...{
          action: 'authoring.publish-draft',
          actorId: actor.personId,
          subjectKind: 'course-draft',
          subjectId: draftId,
        },
        organisationId: head.organisationId,
        details: { courseId: head.courseId, revisionId, reviewId: review.id },
      });
    });
  }
}
