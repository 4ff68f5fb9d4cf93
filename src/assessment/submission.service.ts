import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { Clock } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { Outbox } from '../platform/jobs/outbox.js';
import type { Quiz } from '../question-bank/entities/quiz.entity.js';
import { QuestionBankService, type GradedQuestion } from '../question-bank/question-bank.service.js';
import { EXPIRED_ATTEMPTS, GRADE_ATTEMPT, RETIRED } from './assessment.queries.js';
import { MOVE_ENROLMENT, closesAt, gradeResponse, isClosed, percentOf, totalPoints } from './assessment.rules.js';
import { AttemptReaderService, questionIdsOf, type Attempt } from './attempt-reader.service.js';

const BATCH = 200;

/** An attempt as it was when read, with what is needed to grade it. */
export interface Sheet {
  personId: string;
  attempt: Attempt;
  quiz: Quiz;
  questions: GradedQuestion[];
}

type GradedAttempt = Attempt & { points: number; passed: boolean; gradedAt: Date };

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
    private readonly attempts: AttemptReaderService,
    private readonly questionBank: QuestionBankService,
    private readonly enrolments: EnrolmentService,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Ends a person's attempt: submitted before the deadline and its grace, closed afterwards. One that is graded already
   * stays as it is.
   * @returns the graded attempt
   * @throws Problem not-found, also for another person's attempt
   */
  async end(personId: string, attemptId: string): Promise<Attempt> {
    const sheet = await this.sheetOf(personId, attemptId);
    if (sheet.attempt.state === 'graded') return sheet.attempt;
    return this.dataSource.transaction((tx) => this.grade(tx, sheet));
  }

  /**
   * Reads what grading needs. Done before the transaction: one that waits for a second connection can starve the pool.
   * @throws Problem not-found, also for another person's attempt
   */
  async sheetOf(personId: string, attemptId: string): Promise<Sheet> {
    const attempt = await this.attempts.get(personId, attemptId);
    const [quiz, questions] = await Promise.all([
      this.questionBank.quiz(attempt.quizId),
      this.questionBank.forGrading(questionIdsOf(attempt)),
    ]);
    return { personId, attempt, quiz, questions };
  }

  /**
   * Grades what is saved and reports the percent to the enrolment, once. Two or three statements; two more when an answer
   * came in since the sheet was read. After the deadline and its grace the attempt counts as closed, not as submitted.
   * @returns the graded attempt
   */
  async grade(tx: EntityManager, sheet: Sheet): Promise<Attempt> {
    if (sheet.attempt.state === 'graded') return sheet.attempt;
    const graded = await this.write(tx, sheet);
    if (graded) return graded;
    // The attempt is locked by now: what is read from here on stays as it is.
    const attempt = await this.attempts.get(sheet.personId, sheet.attempt.id, tx);
    if (attempt.state === 'graded') return attempt;
    const regraded = await this.write(tx, { ...sheet, attempt });
    if (!regraded) throw new Error(`Attempt ${attempt.id} changed under its lock`);
    return regraded;
  }

  /** @returns null when the attempt was graded or answered since it was read */
  private async write(tx: EntityManager, sheet: Sheet): Promise<Attempt | null> {
    const { quiz } = sheet;
    const graded = this.gradedForm(sheet);
    const { id, enrolmentId, deadlineAt, gradedAt, points, passed, answers } = graded;
    const isLate = isClosed(closesAt(deadlineAt, quiz.graceSeconds), gradedAt);
    const written = await namedQuery(tx, 'assessment.grade-attempt', GRADE_ATTEMPT, [
      id,
      isLate ? null : gradedAt,
      gradedAt,
      points,
      passed,
      questionIdsOf(graded),
      answers.map(({ response }) => (response === null ? null : JSON.stringify(response))),
      answers.map((answer) => answer.points),
    ]);
    if (written.length === 0) return null;
    const percent = percentOf(points, graded.maxPoints);
    await this.enrolments.recordResult(tx, { enrolmentId, kind: 'quiz', subjectKey: quiz.slug, percent });
    // Nobody is moved to a new revision in the middle of an attempt: it is made up for now.
    const retired = await namedQuery(tx, 'assessment.is-retired', RETIRED, [quiz.revisionId]);
    if (retired.length > 0) await this.outbox.enqueue(tx, MOVE_ENROLMENT, { enrolmentId });
    return graded;
  }

  private gradedForm({ attempt, quiz, questions }: Sheet): GradedAttempt {
    const byId = new Map(questions.map((question) => [question.id, question]));
    const answers = attempt.answers.map((answer) => {
      const question = byId.get(answer.questionVersionId);
      return { ...answer, points: question ? gradeResponse(question, answer.response) : 0 };
    });
    const points = totalPoints(answers.map((answer) => answer.points));
    const passed = percentOf(points, attempt.maxPoints) >= quiz.passPercent;
    const passedOnce = attempt.passedOnce || passed;
    return { ...attempt, state: 'graded', answers, points, passed, passedOnce, gradedAt: this.clock.now() };
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
