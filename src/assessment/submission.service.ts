import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { Clock } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { NotFound } from '../platform/problems/problem.js';
import type { QuestionResponse } from '../question-bank/entities/question-body.js';
import type { Quiz } from '../question-bank/entities/quiz.entity.js';
import { QuestionBankService, type GradedQuestion } from '../question-bank/question-bank.service.js';
import { EXPIRED_ATTEMPTS, GRADE_ATTEMPT, LOCK_ATTEMPT, PAPER, RESPONSES } from './assessment.queries.js';
import { closesAt, gradeResponse, isClosed, percentOf, totalPoints } from './assessment.rules.js';

const BATCH = 200;

/** What grading an attempt needs to know beforehand; none of it ever changes. */
export interface Paper {
  attemptId: string;
  quiz: Quiz;
  questions: GradedQuestion[];
}

interface LockedAttempt {
  state: 'in-progress' | 'graded';
  enrolmentId: string;
  deadlineAt: Date | null;
  maxPoints: number;
}

interface ExpiredAttempt {
  id: string;
  personId: string;
  deadlineAt: Date;
}

/** Ends attempts: by the learner, or by the deadline. Grades, and tells the enrolment. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly questionBank: QuestionBankService,
    private readonly enrolments: EnrolmentService,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends a person's attempt: submitted before the deadline and its grace, closed afterwards. One that is graded already
   * stays as it is.
   * @throws Problem not-found, also for another person's attempt
   */
  async end(personId: string, attemptId: string): Promise<void> {
    const paper = await this.paperOf(personId, attemptId);
    await this.dataSource.transaction((tx) => this.grade(tx, paper));
  }

  /**
   * Quiz and questions of a person's attempt. Read before the transaction: one that waits for a second connection can
   * starve the pool.
   * @throws Problem not-found
   */
  async paperOf(personId: string, attemptId: string): Promise<Paper> {
    const values = [attemptId, personId];
    const rows = await namedQuery<{ quizId: string; questionIds: string[] }>(
      this.dataSource,
      'assessment.paper',
      PAPER,
      values,
    );
    const [row] = rows;
    if (!row) throw NotFound();
    const [quiz, questions] = await Promise.all([
      this.questionBank.quiz(row.quizId),
      this.questionBank.forGrading(row.questionIds),
    ]);
    return { attemptId, quiz, questions };
  }

  /**
   * Grades what is saved and reports the percent to the enrolment, once: under the attempt's lock, so that each answer is
   * either graded or refused. After the deadline and its grace the attempt counts as closed, not as submitted.
   */
  async grade(tx: EntityManager, { attemptId, quiz, questions }: Paper): Promise<void> {
    const [attempt] = await namedQuery<LockedAttempt>(tx, 'assessment.lock-attempt', LOCK_ATTEMPT, [attemptId]);
    if (attempt?.state !== 'in-progress') return;
    // A statement of its own: it sees what was committed while the lock was waited for.
    const rows = await namedQuery<{ questionVersionId: string; response: QuestionResponse | null }>(
      tx,
      'assessment.responses',
      RESPONSES,
      [attemptId],
    );
    const responses = new Map(rows.map((row) => [row.questionVersionId, row.response]));
    const points = questions.map((question) => gradeResponse(question, responses.get(question.id) ?? null));
    const total = totalPoints(points);
    const percent = percentOf(total, attempt.maxPoints);
    const now = this.clock.now();
    const isLate = isClosed(closesAt(attempt.deadlineAt, quiz.graceSeconds), now);
    await namedQuery(tx, 'assessment.grade-attempt', GRADE_ATTEMPT, [
      attemptId,
      isLate ? null : now,
      now,
      total,
      percent >= quiz.passPercent,
      questions.map(({ id }) => id),
      points,
    ]);
    const { enrolmentId } = attempt;
    await this.enrolments.recordResult(tx, { enrolmentId, kind: 'quiz', subjectKey: quiz.slug, percent });
  }

  /** Grades every attempt whose deadline and grace are over. One that fails does not keep the others open. */
  async closeExpired(): Promise<void> {
    const failures: unknown[] = [];
    let last: ExpiredAttempt | undefined;
    do {
      const values = [this.clock.now(), last?.deadlineAt ?? null, last?.id ?? null, BATCH];
      const batch = await namedQuery<ExpiredAttempt>(this.dataSource, 'assessment.expired', EXPIRED_ATTEMPTS, values);
      for (const { id, personId } of batch) {
        await this.end(personId, id).catch((error: unknown) => failures.push(error));
      }
      last = batch.length === BATCH ? batch.at(-1) : undefined;
    } while (last);
    if (failures.length > 0) throw failures[0];
  }
}
