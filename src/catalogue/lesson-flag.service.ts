import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { CourseRevision } from './entities/course-revision.entity.js';
import { LAW_CHANGES, RECONCILE_LESSON_FLAGS } from './lesson-flag.queries.js';

/** An article that took the place of one that ended. */
export interface SuccessorArticle {
  code: string;
  number: string;
  title: string;
  documentTitle: string;
  summary: string;
}

/** What a lesson was written against, and what the law says now. */
export interface LawChange {
  lessonId: string;
  amendmentId: string;
  code: string;
  number: string;
  title: string;
  documentTitle: string;
  /** First day of the new law, YYYY-MM-DD. */
  effectiveOn: string;
  amendedBy: string;
  oldSummary: string;
  /** Null when the article ended; then `successors` may say what took its place. */
  newSummary: string | null;
  successors: SuccessorArticle[];
  /** The course is still being rewritten; false: its current revision has the new law. */
  isUpdating: boolean;
}

/** Marks exactly the lessons and scenarios of current revisions that were written against a wording since amended. */
@Injectable()
export class LessonFlagService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Flags what an amendment touches. Done again it changes nothing. */
  async flag(amendmentId: string): Promise<void> {
    await this.reconcile(amendmentId, null);
  }

  /** After a revision was published: closes what it settled, flags what it left or brought back. */
  async settle(revisionId: string): Promise<void> {
    const revision = await this.dataSource.manager.findOneBy(CourseRevision, { id: revisionId });
    if (!revision) return;
    await this.reconcile(null, revision.courseId);
  }

  /** What the law changed about the lessons of a revision, oldest change first. */
  async changesOf(revisionId: string): Promise<LawChange[]> {
    return this.dataSource.query(LAW_CHANGES, [revisionId]);
  }

  /** One at a time: a flag set by somebody who had not yet seen a publication must not outlive the one who settles it. */
  private async reconcile(amendmentId: string | null, courseId: string | null): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('union-skills:lesson-flags'))`);
      await tx.query(RECONCILE_LESSON_FLAGS, [amendmentId, courseId, this.clock.now()]);
    });
  }
}
