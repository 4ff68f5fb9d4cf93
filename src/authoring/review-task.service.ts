import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CourseRevision } from '../catalogue/entities/course-revision.entity.js';
import { RoleHoldersService } from '../identity/role-holders.service.js';
import { NotificationService } from '../notification/notification.service.js';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { CLOSE_TASKS, COURSES_WITH_TASKS, GAPS, OPEN_TASKS } from './review-task.queries.js';

interface Gap {
  amendmentId: string;
  code: string;
  courseId: string;
  authorId: string | null;
}

interface OpenTask {
  amendmentId: string;
  courseId: string;
  title: CourseRevision['title'];
  authors: string[];
}

/** Asks authors to look at a course again because the law moved, and notices when they have. */
@Injectable()
export class ReviewTaskService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly holders: RoleHoldersService,
    private readonly notifications: NotificationService,
  ) {}

  /** Opens tasks for the courses that an amendment touches. Done again it changes nothing. */
  async open(amendmentId: string): Promise<void> {
    await this.reconcile(amendmentId, null);
  }

  /** After a revision was published: tasks that it settles are done. */
  async settle(revisionId: string): Promise<void> {
    const revision = await this.dataSource.manager.findOneBy(CourseRevision, { id: revisionId });
    if (revision) await this.reconcile(null, revision.courseId);
  }

  /** One at a time, so that a task opened by somebody who had not yet seen a publication is closed by the next. */
  private async reconcile(amendmentId: string | null, courseId: string | null): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('union-skills:review-tasks'))`);
      const gaps = await tx.query<Gap[]>(GAPS, [amendmentId, courseId]);
      const [amendments, courses] = [gaps.map((gap) => gap.amendmentId), gaps.map((gap) => gap.courseId)];
      const codes = gaps.map(({ code }) => code);
      const now = this.clock.now();
      await tx.query(CLOSE_TASKS, [amendmentId, courseId, now, amendments, courses, codes]);
      const ids = gaps.map(() => newId());
      await tx.query(OPEN_TASKS, [now, ids, amendments, courses, codes, gaps.map(({ authorId }) => authorId)]);
      await this.tell(tx, await tx.query<OpenTask[]>(COURSES_WITH_TASKS, [amendmentId, courseId]));
    });
  }

  /** Once for each course and amendment: those who wrote at it at the desk, else everybody who reviews courses. */
  private async tell(tx: EntityManager, tasks: OpenTask[]): Promise<void> {
    if (tasks.length === 0) return;
    const reviewers = await this.holders.of(tx, ['reviewer', 'school-officer']);
    await this.notifications.tellAll(
      tx,
      tasks.flatMap(({ amendmentId, courseId, title, authors }) =>
        (authors.length > 0 ? authors : reviewers).map((personId) => ({
          ...{ personId, dedupeKey: `law-review-task:${amendmentId}:${courseId}`, kind: 'law-review-task' },
          ...{ params: { course: title.vi }, link: `/phap-luat/tac-dong/${amendmentId}` },
        })),
      ),
    );
  }
}
