import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { IdentityService } from '../identity/identity.service.js';
import { NotificationService } from '../notification/notification.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { NotFound } from '../platform/problems/problem.js';
import { cleanWords } from '../platform/text/vietnamese.js';
import type { QuestionBody } from '../question-bank/entities/question-body.js';
import { EssaysNotAllGraded, RubricPointsInvalid } from './assessment.problems.js';
import { percentOf, totalPoints } from './assessment.rules.js';
import { EssayGrade } from './entities/essay-grade.entity.js';
import { EssayPhoto } from './entities/essay-photo.entity.js';
import { ESSAYS_OF, FINISH_GRADING, POINTS_OF, QUEUE, WAITING_ATTEMPT } from './essay.queries.js';
import { GRADERS, fitsRubric, shareOfRubric } from './essay.rules.js';

const PAGE = 50;

/** An attempt that waits for a lecturer. */
export interface WaitingAttempt {
  attemptId: string;
  personId: string;
  learner: string;
  courseTitle: Bilingual;
  quizTitle: Bilingual;
  number: number;
  awaitingSince: Date;
}

/** An essay to grade, with its question. */
export interface WaitingEssay {
  questionId: string;
  position: number;
  body: QuestionBody;
  /** The author's remark on the question, as sanitised HTML. */
  general: string | null;
  text: string;
  /** Photographed pages of an answer on paper, in their order. */
  photos: EssayPhoto[];
}

/** Points for each criterion of one essay, and a word to the learner. */
export interface GivenGrade {
  questionId: string;
  points: number[];
  comment: string;
}

type EssayRow = Omit<WaitingEssay, 'photos'>;

type WaitingRow = WaitingAttempt & {
  enrolmentId: string;
  quizId: string;
  quizSlug: string;
  passPercent: number;
  maxPoints: number;
  organisationId: string | null;
};

/**
 * The essays of learners whom the actor answers for as a lecturer or school officer. One's own are not among them: who
 * wrote an essay does not grade it, whatever their roles (a trigger says so, too).
 */
@Injectable()
export class EssayGradingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly identity: IdentityService,
    private readonly enrolments: EnrolmentService,
    private readonly notifications: NotificationService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** What waits, oldest first, 50 at a time; `cursor` is the `nextCursor` of the page before. */
  async queue(actor: Actor, cursor?: string): Promise<{ items: WaitingAttempt[]; nextCursor: string | null }> {
    const values = [...this.visibleTo(actor), cursor ?? null, PAGE + 1];
    const rows = await this.dataSource.query<WaitingAttempt[]>(QUEUE, values);
    const items = rows.slice(0, PAGE);
    return { items, nextCursor: rows.length > PAGE ? (items.at(-1)?.attemptId ?? null) : null };
  }

  /** @throws Problem not-found, also for one's own attempt and one that waits for nothing */
  async get(actor: Actor, attemptId: string): Promise<{ attempt: WaitingAttempt; essays: WaitingEssay[] }> {
    const attempt = await this.load(this.dataSource.manager, actor, attemptId);
    const essays = await this.dataSource.query<EssayRow[]>(ESSAYS_OF, [attemptId]);
    const photos = await this.dataSource.manager.find(EssayPhoto, { where: { attemptId }, order: { position: 'ASC' } });
    const photosOf = (id: string) => photos.filter(({ questionVersionId }) => questionVersionId === id);
    return { attempt, essays: essays.map((essay) => ({ ...essay, photos: photosOf(essay.questionId) })) };
  }

  /** Whether the attempt waits for somebody like the actor. */
  async mayGrade(actor: Actor, attemptId: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(WAITING_ATTEMPT, [...this.visibleTo(actor), attemptId]);
    return rows.length > 0;
  }

  /**
   * Grades all essays of an attempt: then the result stands, counts for the course, and is told to the learner.
   * @throws Problem not-found (also for one's own attempt, and when another was first), essays-not-all-graded,
   *   rubric-points-invalid
   */
  async grade(actor: Actor, attemptId: string, given: GivenGrade[]): Promise<{ percent: number; passed: boolean }> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM quiz_attempt WHERE id = $1 FOR NO KEY UPDATE', [attemptId]);
      const attempt = await this.load(tx, actor, attemptId);
      const essays = await tx.query<EssayRow[]>(ESSAYS_OF, [attemptId]);
      await this.writeGrades(tx, { attemptId, graderId: actor.personId, essays }, given);
      const result = await this.finish(tx, attempt);
      const { enrolmentId, quizSlug, organisationId } = attempt;
      await this.enrolments.recordResult(tx, {
        ...{ enrolmentId, kind: 'quiz', subjectKey: quizSlug, percent: result.percent },
      });
      await this.audit.record(tx, {
        ...{ action: 'assessment.grade-essays', actorId: actor.personId, subjectKind: 'quiz-attempt' },
        ...{ subjectId: attemptId, organisationId, details: { points: given.map(({ points }) => points) } },
      });
      await this.tell(tx, attempt);
      return result;
    });
  }

  private async writeGrades(
    tx: EntityManager,
    { attemptId, graderId, essays }: { attemptId: string; graderId: string; essays: EssayRow[] },
    given: GivenGrade[],
  ): Promise<void> {
    const grades = new Map(given.map((grade) => [grade.questionId, grade]));
    if (given.length !== essays.length || !essays.every(({ questionId }) => grades.has(questionId))) {
      throw EssaysNotAllGraded({ count: essays.length });
    }
    for (const [index, { questionId, body }] of essays.entries()) {
      const { points = [], comment = '' } = grades.get(questionId) ?? {};
      if (!fitsRubric(body.rubric ?? [], points)) throw RubricPointsInvalid({ number: index + 1 });
      const gradedAt = this.clock.now();
      const grade = {
        attemptId,
        questionVersionId: questionId,
        graderId,
        points,
        comment: cleanWords(comment),
        gradedAt,
      };
      await tx.insert(EssayGrade, grade);
      await tx.query('UPDATE quiz_response SET points = $3 WHERE attempt_id = $1 AND question_version_id = $2', [
        ...[attemptId, questionId, shareOfRubric(body.rubric ?? [], points)],
      ]);
    }
  }

  private async finish(tx: EntityManager, attempt: WaitingRow): Promise<{ percent: number; passed: boolean }> {
    const rows = await tx.query<{ points: number }[]>(POINTS_OF, [attempt.attemptId]);
    const points = totalPoints(rows.map((row) => row.points));
    const percent = percentOf(points, attempt.maxPoints);
    const passed = percent >= attempt.passPercent;
    await tx.query(FINISH_GRADING, [attempt.attemptId, this.clock.now(), points, passed]);
    return { percent, passed };
  }

  private async tell(tx: EntityManager, { attemptId, personId, quizTitle }: WaitingRow): Promise<void> {
    await this.notifications.tell(tx, {
      ...{ personId, dedupeKey: `essays-graded:${attemptId}`, kind: 'essays-graded' },
      ...{ params: { quiz: quizTitle.vi }, link: `/ket-qua/${attemptId}` },
    });
  }

  private async load(executor: EntityManager, actor: Actor, attemptId: string): Promise<WaitingRow> {
    const values = [...this.visibleTo(actor), attemptId];
    const [attempt] = await executor.query<WaitingRow[]>(WAITING_ATTEMPT, values);
    if (!attempt) throw NotFound();
    return attempt;
  }

  private visibleTo(actor: Actor): [string, string[], string] {
    return [vietnamDate(this.clock.now()), this.identity.scopeOf(actor, GRADERS), actor.personId];
  }
}
