import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CourseRevision } from '../catalogue/entities/course-revision.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { NotFound } from '../platform/problems/problem.js';
import { ContentRulesService } from './content-rules.service.js';
import { CourseWritingService } from './course-writing.service.js';
import { DraftStoreService, type DraftHead } from './draft-store.service.js';
import { rightsOf, type DraftRights } from './draft.policy.js';
import { DraftHasFaults, DraftNotInState, DraftUnchanged } from './draft.problems.js';
import { CourseDraft } from './entities/course-draft.entity.js';
import { ReviewService } from './review.service.js';

const STEP: Record<'submit' | 'withdraw', { vi: string; en: string }> = {
  submit: { vi: 'Bài đang chờ thẩm định hoặc đã được thông qua.', en: 'It is under review, or approved already.' },
  withdraw: { vi: 'Bài chưa được gửi đi.', en: 'It was not submitted.' },
};

/** Hands drafts to the reviewers and takes them back. */
@Injectable()
export class DraftSubmissionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: DraftStoreService,
    private readonly reviews: ReviewService,
    private readonly rules: ContentRulesService,
    private readonly writing: CourseWritingService,
  ) {}

  /**
   * Writes the draft's files as a revision, which is what will be judged and published, and opens its review.
   * @throws Problem not-found, draft-not-in-state, draft-has-faults (each with file and line), draft-unchanged
   */
  async submit(actor: Actor, draftId: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const head = await this.lock(tx, actor, { draftId, step: 'submit' });
      const folder = await this.rules.folderOf(head.slug, await this.store.bytes(tx, draftId));
      const files = await this.writing.read(tx, folder);
      if (!files || folder.faults.length > 0) {
        const faults = folder.faults.map(({ file, ...fault }) => ({
          path: file.slice(folder.path.length + 1),
          ...fault,
        }));
        throw DraftHasFaults({ count: faults.length }, { members: { faults } });
      }
      const { contentHash } = files.course;
      const isPublished = { courseId: head.courseId, contentHash, state: 'published' as const };
      if (await tx.existsBy(CourseRevision, isPublished)) throw DraftUnchanged();
      const { revisionId } = await this.writing.write(tx, { folder, files, origin: 'desk' });
      const draft = await tx.findOneByOrFail(CourseDraft, { id: draftId });
      await this.reviews.open(tx, { draft, revisionId, actorId: actor.personId });
    });
  }

  /** Takes a draft back from the reviewers, also when it is approved. @throws Problem not-found, draft-not-in-state */
  async withdraw(actor: Actor, draftId: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await this.lock(tx, actor, { draftId, step: 'withdraw' });
      const draft = await tx.findOneByOrFail(CourseDraft, { id: draftId });
      await this.reviews.end(tx, { draft, actorId: actor.personId, as: 'withdrawn' });
    });
  }

  private async lock(
    tx: EntityManager,
    actor: Actor,
    { draftId, step }: { draftId: string; step: keyof typeof STEP & keyof DraftRights },
  ): Promise<DraftHead> {
    const head = await this.store.lock(tx, actor, draftId);
    if (!rightsOf(actor, { ...head, isClosed: false, review: null }).edit) throw NotFound();
    if (!rightsOf(actor, head)[step]) throw DraftNotInState(STEP[step]);
    return head;
  }
}
