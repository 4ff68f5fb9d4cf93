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
import { isEssayToRead } from './essay.rules.js';

const BATCH = 200;

/** An attempt as it was when read, with what is needed to grade it. */
export interface Sheet {
  personId: string;
  attempt: Attempt;
  quiz: Quiz;
  questions: GradedQuestion[];
}

/** An attempt that has ended: graded, or with essays that a lecturer has to grade. */
type EndedAttempt = Attempt &
  ({ state: 'graded'; points: number; passed: boolean; gradedAt: Date } | { state: 'awaiting-grading' });

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
   * Ends a person's attempt: submitted before the deadline and its grace, closed afterwards. One that has ended already
   * stays as it is.
   * @returns the attempt: graded, or waiting for a lecturer to grade its essays
   * @throws Problem not-found, also for another person's attempt
   */
  async end(personId: string, attemptId: string): Promise<Attempt> {
    const sheet = await this.sheetOf(personId, attemptId);
    if (sheet.attempt.state !== 'in-progress') return sheet.attempt;
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
   * Grades what is saved, all but essays, and without essays reports the percent to the enrolment, once. Two or three statements; two more when an answer
   * came in since the sheet was read. After the deadline and its grace the attempt counts as closed, not as submitted.
   * @returns the ended attempt
   */
  async grade(tx: EntityManager, sheet: Sheet): Promise<Attempt> {
    if (sheet.attempt.state !== 'in-progress') return sheet.attempt;
    const graded = await this.write(tx, sheet);
    if (graded) return graded;
    // The attempt is locked by now: what is read from here on stays as it is.
    const attempt = await this.attempts.get(sheet.personId, sheet.attempt.id, tx);
    if (attempt.state !== 'in-progress') return attempt;
    const regraded = await this.write(tx, { ...sheet, attempt });
    if (!regraded) throw new Error(`Attempt ${attempt.id} changed under its lock`);
    return regraded;
  }

  /** @returns null when the attempt was graded or answered since it was read */
  private async write(tx: EntityManager, sheet: Sheet): Promise<Attempt | null> {
    const { quiz } = sheet;
    const now = this.clock.now();
    const ended = endedForm(sheet, now);
    const { id, enrolmentId, deadlineAt, answers } = ended;
    const isLate = isClosed(closesAt(deadlineAt, quiz.graceSeconds), now);
    const written = await namedQuery(tx, 'assessment.grade-attempt', GRADE_ATTEMPT, [
      id,
      isLate ? null : now,
      ended.gradedAt,
      ended.points,
      ended.passed,
      questionIdsOf(ended),
      answers.map(({ response }) => (response === null ? null : JSON.stringify(response))),
      answers.map((answer) => answer.points),
      ended.state === 'graded' ? null : now,
      answers.map(({ photos }) => photos),
    ]);
    if (written.length === 0) return null;
    if (ended.state === 'graded') {
      const percent = percentOf(ended.points, ended.maxPoints);
      await this.enrolments.recordResult(tx, { enrolmentId, kind: 'quiz', subjectKey: quiz.slug, percent });
    }
    // Nobody is moved to a new revision in the middle of an attempt: it is made up for now.
    const retired = await namedQuery(tx, 'assessment.is-retired', RETIRED, [quiz.revisionId]);
    if (retired.length > 0) await this.outbox.enqueue(tx, MOVE_ENROLMENT, { enrolmentId });
    return ended;
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

/** Graded at `now`; or waiting for a lecturer when an essay was answered, whose points are then null. */
function endedForm({ attempt, quiz, questions }: Sheet, now: Date): EndedAttempt {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const answers = attempt.answers.map((answer) => {
    const question = byId.get(answer.questionVersionId);
    if (isEssayToRead(answer)) return { ...answer, points: null };
    return { ...answer, points: question ? gradeResponse(question, answer.response) : 0 };
  });
  if (answers.some((answer) => answer.points === null)) return { ...attempt, state: 'awaiting-grading', answers };
  const points = totalPoints(answers.map((answer) => answer.points ?? 0));
  const passed = percentOf(points, attempt.maxPoints) >= quiz.passPercent;
  const passedOnce = attempt.passedOnce || passed;
  return { ...attempt, state: 'graded', answers, points, passed, passedOnce, gradedAt: now };
}
