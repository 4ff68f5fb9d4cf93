import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { CourseRevision } from '../catalogue/entities/course-revision.entity.js';
import { RoleHoldersService } from '../identity/role-holders.service.js';
import { NotificationService } from '../notification/notification.service.js';
import { Clock } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { fillBlueprint, type BlueprintQuestion } from './blueprint.rules.js';
import type { BlueprintCell } from './entities/blueprint.js';
import { LEFT_OUT, RECONCILE_QUESTION_FLAGS, TOUCHED_QUIZZES } from './question-flag.queries.js';

/** A quiz that has fewer questions left than it draws. */
export interface ShortQuiz {
  id: string;
  title: Bilingual;
  draw: number;
  courseId: string;
  courseTitle: Bilingual;
  /** How many of its questions may still be drawn; with a blueprint, how many places of a paper can be filled. */
  left: number;
  /** The cells of its blueprint that lack questions, and how many each still gets; empty without a blueprint. */
  cells: (BlueprintCell & { left: number })[];
}

type TouchedQuiz = Omit<ShortQuiz, 'cells'> & {
  blueprint: BlueprintCell[] | null;
  /** What may still be drawn; null without a blueprint, or when nothing may. */
  questions: BlueprintQuestion[] | null;
};

/** Marks exactly the questions of live quizzes that were written against a wording since amended. */
@Injectable()
export class QuestionFlagService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly holders: RoleHoldersService,
    private readonly notifications: NotificationService,
  ) {}

  /** Flags what an amendment touches, and tells reviewers and officers of quizzes that fall short. Done again it changes nothing. */
  async flag(amendmentId: string): Promise<void> {
    await this.reconcile(amendmentId, null);
    await this.warn(amendmentId);
  }

  /** After a revision was published: closes what it settled, flags what it left or brought back. */
  async settle(revisionId: string): Promise<void> {
    const revision = await this.dataSource.manager.findOneBy(CourseRevision, { id: revisionId });
    if (!revision) return;
    await this.reconcile(null, revision.courseId);
  }

  /** Those of a pool that new attempts may draw, in the pool's order. */
  async drawable(pool: string[]): Promise<string[]> {
    const rows = await namedQuery<{ id: string }>(this.dataSource, 'question-bank.left-out', LEFT_OUT, [pool]);
    if (rows.length === 0) return pool;
    const leftOut = new Set(rows.map(({ id }) => id));
    return pool.filter((id) => !leftOut.has(id));
  }

  /** Live quizzes that an amendment leaves fewer questions than they draw, in all or in a cell of their blueprint. */
  async shortQuizzes(amendmentId: string): Promise<ShortQuiz[]> {
    const touched = await this.dataSource.query<TouchedQuiz[]>(TOUCHED_QUIZZES, [amendmentId]);
    return touched.map(afterFilling).filter(({ left, draw }) => left < draw);
  }

  private async warn(amendmentId: string): Promise<void> {
    const quizzes = await this.shortQuizzes(amendmentId);
    if (quizzes.length === 0) return;
    await this.dataSource.transaction(async (tx) => {
      const people = await this.holders.of(tx, ['reviewer', 'school-officer', 'federation-officer']);
      for (const { id, title, draw, left } of quizzes) {
        for (const personId of people) {
          await this.notifications.tell(tx, {
            ...{ personId, dedupeKey: `quiz-short:${amendmentId}:${id}`, kind: 'quiz-short' },
            ...{ params: { quiz: title.vi, left, draw }, link: `/phap-luat/tac-dong/${amendmentId}` },
          });
        }
      }
    });
  }

  /** One at a time: a flag set by somebody who had not yet seen a publication must not outlive the one who settles it. */
  private async reconcile(amendmentId: string | null, courseId: string | null): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('union-skills:question-flags'))`);
      await tx.query(RECONCILE_QUESTION_FLAGS, [amendmentId, courseId, this.clock.now()]);
    });
  }
}

function afterFilling({ blueprint, questions, ...quiz }: TouchedQuiz): ShortQuiz {
  if (blueprint === null) return { ...quiz, cells: [] };
  const filled = fillBlueprint(blueprint, questions ?? []);
  const cells = blueprint.map((cell, at) => ({ ...cell, left: filled[at]?.questions.length ?? 0 }));
  return {
    ...quiz,
    left: cells.reduce((sum, { left }) => sum + left, 0),
    cells: cells.filter(({ left, count }) => left < count),
  };
}
