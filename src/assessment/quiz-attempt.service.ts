import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { newId } from '../platform/ids/new-id.js';
import { NotFound } from '../platform/problems/problem.js';
import type { QuestionResponse } from '../question-bank/entities/question-body.js';
import type { Quiz } from '../question-bank/entities/quiz.entity.js';
import {
  QuestionBankService,
  type GradedQuestion,
  type LearnerQuestion,
} from '../question-bank/question-bank.service.js';
import { AttemptNotSubmitted, AttemptsUsedUp } from './assessment.problems.js';
import { ATTEMPT, ATTEMPTS_OF_ENROLMENT, START_ATTEMPT, TRIES } from './assessment.queries.js';
import { closesAt, isClosed } from './assessment.rules.js';
import type { QuizAttempt } from './entities/quiz-attempt.entity.js';
import { drawPaper, type PaperQuestion } from './paper.rules.js';
import { mayReview } from './review.rules.js';
import { SubmissionService } from './submission.service.js';

const MAX_SEED = 2 ** 31;
/** A start that meets a parallel one looks again; each time another attempt came into being. */
const START_TRIES = 3;

type AttemptHead = Pick<
  QuizAttempt,
  | 'id'
  | 'quizId'
  | 'enrolmentId'
  | 'number'
  | 'state'
  | 'startedAt'
  | 'deadlineAt'
  | 'gradedAt'
  | 'points'
  | 'maxPoints'
  | 'passed'
>;

/** One question of the paper with what was answered. */
export interface Answer extends PaperQuestion {
  response: QuestionResponse | null;
  answeredAt: Date | null;
  /** 0–1 once graded. Part of the review. */
  points: number | null;
}

interface Attempt extends AttemptHead {
  answers: Answer[];
  /** Tries at the quiz so far, this one included. */
  tries: number;
  /** Whether any of them passed. */
  passedOnce: boolean;
}

/** A paper as the learner may see it at any time: `LearnerQuestion` has no field for the key. */
export interface AttemptView {
  attempt: Attempt;
  quiz: Quiz;
  questions: Map<string, LearnerQuestion>;
  serverTime: Date;
  /** Whether answers are still taken. */
  isOpen: boolean;
}

/** A graded attempt; `reviewed` only when the quiz's review rule allows key and feedback to be seen. */
export interface ResultView {
  attempt: Attempt;
  quiz: Quiz;
  /** Null: as many as one likes. */
  attemptsLeft: number | null;
  reviewed: { questions: Map<string, GradedQuestion>; articleTitles: Map<string, string> } | null;
}

export type AttemptSummary = Omit<AttemptHead, 'enrolmentId' | 'gradedAt'>;

type AnswerRow = Omit<Answer, 'answeredAt'> & { answeredAt: string | null };

@Injectable()
export class QuizAttemptService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly questionBank: QuestionBankService,
    private readonly submissions: SubmissionService,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts an attempt, or goes on with the one in progress.
   * @throws Problem not-found (also when the quiz belongs to another revision than the enrolment), attempts-used-up
   */
  async start(
    actor: Actor,
    { quizId, enrolmentId }: { quizId: string; enrolmentId: string },
  ): Promise<{ view: AttemptView; created: boolean }> {
    const quiz = await this.questionBank.quiz(quizId);
    for (let turn = 0; turn < START_TRIES; turn += 1) {
      const values = [enrolmentId, actor.personId, quiz.id];
      const [tries] = await namedQuery<{ revisionId: string; lastNumber: number; openId: string | null }>(
        this.dataSource,
        'assessment.tries',
        TRIES,
        values,
      );
      if (tries?.revisionId !== quiz.revisionId) throw NotFound();
      if (tries.openId !== null) {
        const view = await this.get(actor, tries.openId);
        if (view.attempt.state === 'in-progress') return { view, created: false };
        continue;
      }
      if (quiz.maxAttempts > 0 && tries.lastNumber >= quiz.maxAttempts) {
        throw AttemptsUsedUp({ maximum: quiz.maxAttempts });
      }
      const view = await this.create(actor, quiz, { enrolmentId, number: tries.lastNumber + 1 });
      if (view) return { view, created: true };
    }
    throw new Error(`Quiz ${quizId} of enrolment ${enrolmentId}: started ${START_TRIES} times at once`);
  }

  /** @returns null when a parallel start was first */
  private async create(
    actor: Actor,
    quiz: Quiz,
    { enrolmentId, number }: { enrolmentId: string; number: number },
  ): Promise<AttemptView | null> {
    const pool = await this.questionBank.forLearner(await this.questionBank.pool(quiz.id));
    const seed = randomInt(MAX_SEED);
    const paper = drawPaper(pool, { seed, draw: quiz.draw, shuffleOptions: quiz.shuffleOptions });
    const startedAt = this.clock.now();
    const limit = quiz.timeLimitSeconds;
    const head = {
      id: newId(),
      quizId: quiz.id,
      enrolmentId,
      number,
      startedAt,
      deadlineAt: limit === null ? null : new Date(startedAt.getTime() + limit * 1000),
    };
    const written = await namedQuery(this.dataSource, 'assessment.start-attempt', START_ATTEMPT, [
      head.id,
      quiz.id,
      enrolmentId,
      actor.personId,
      number,
      seed,
      startedAt,
      head.deadlineAt,
      paper.map(({ questionVersionId }) => questionVersionId),
      paper.map(({ optionOrder }) => `{${optionOrder.join(',')}}`),
    ]);
    if (written.length === 0) return null;
    const answers = paper.map((question) => ({ ...question, response: null, answeredAt: null, points: null }));
    const open = { state: 'in-progress' as const, gradedAt: null, points: null, passed: null, passedOnce: false };
    return this.viewOf({ ...head, ...open, maxPoints: paper.length, answers, tries: number });
  }

  /**
   * An attempt as the learner sees it; one whose time is over is graded first. That is no effect of reading: the deadline
   * decided it, and the sweep does the same within seconds.
   * @throws Problem not-found, also for another person's attempt
   */
  async get(actor: Actor, id: string): Promise<AttemptView> {
    return this.viewOf(await this.load(actor, id));
  }

  /** The actor's tries of an enrolment in the order made. @throws Problem not-found */
  async list(actor: Actor, enrolmentId: string, quizId: string | undefined): Promise<AttemptSummary[]> {
    const values = [enrolmentId, actor.personId, quizId ?? null];
    type Row = AttemptSummary | Record<keyof AttemptSummary, null>;
    const read = () => namedQuery<Row>(this.dataSource, 'assessment.attempts', ATTEMPTS_OF_ENROLMENT, values);
    let rows = await read();
    if (rows.length === 0) throw NotFound();
    const attempts = () => rows.filter((row): row is AttemptSummary => row.id !== null);
    const now = this.clock.now();
    const overdue = attempts().filter(({ state, deadlineAt }) => state === 'in-progress' && isClosed(deadlineAt, now));
    for (const { id } of overdue) await this.get(actor, id);
    if (overdue.length > 0) rows = await read();
    return attempts();
  }

  /**
   * Submits, and answers the result; again and again the same one.
   * @throws Problem not-found, also for another person's attempt
   */
  async submit(actor: Actor, id: string): Promise<ResultView> {
    await this.submissions.end(actor.personId, id);
    return this.result(actor, id);
  }

  /**
   * The result of a graded attempt, with key and feedback when the quiz's review rule allows it.
   * @throws Problem not-found, also for another person's attempt; attempt-not-submitted
   */
  async result(actor: Actor, id: string): Promise<ResultView> {
    const attempt = await this.load(actor, id);
    const quiz = await this.questionBank.quiz(attempt.quizId);
    if (attempt.state !== 'graded') throw AttemptNotSubmitted();
    const attemptsLeft = quiz.maxAttempts === 0 ? null : Math.max(0, quiz.maxAttempts - attempt.tries);
    if (!mayReview(quiz.review, attempt)) return { attempt, quiz, attemptsLeft, reviewed: null };
    const questions = await this.questionBank.forGrading(idsOf(attempt));
    const articleTitles = await this.questionBank.articleTitles(questions.flatMap(({ citations }) => citations));
    return { attempt, quiz, attemptsLeft, reviewed: { questions: byId(questions), articleTitles } };
  }

  private async load(actor: Actor, id: string): Promise<Attempt> {
    const read = async () => {
      const values = [id, actor.personId];
      const rows = await namedQuery<Omit<Attempt, 'answers'> & { answers: AnswerRow[] }>(
        this.dataSource,
        'assessment.attempt',
        ATTEMPT,
        values,
      );
      if (!rows[0]) throw NotFound();
      return rows[0];
    };
    let row = await read();
    if (row.state === 'in-progress' && (await this.isOver(row))) {
      await this.submissions.end(actor.personId, row.id);
      row = await read();
    }
    return { ...row, answers: row.answers.map(withDate) };
  }

  private async isOver({ quizId, deadlineAt }: AttemptHead): Promise<boolean> {
    const { graceSeconds } = await this.questionBank.quiz(quizId);
    return isClosed(closesAt(deadlineAt, graceSeconds), this.clock.now());
  }

  private async viewOf(attempt: Attempt): Promise<AttemptView> {
    const [quiz, questions] = await Promise.all([
      this.questionBank.quiz(attempt.quizId),
      this.questionBank.forLearner(idsOf(attempt)),
    ]);
    const isOpen = attempt.state === 'in-progress';
    return { attempt, quiz, questions: byId(questions), serverTime: this.clock.now(), isOpen };
  }
}

function idsOf({ answers }: Attempt): string[] {
  return answers.map(({ questionVersionId }) => questionVersionId);
}

function byId<T extends { id: string }>(questions: T[]): Map<string, T> {
  return new Map(questions.map((question) => [question.id, question]));
}

function withDate({ answeredAt, ...answer }: AnswerRow): Answer {
  return { ...answer, answeredAt: answeredAt === null ? null : new Date(answeredAt) };
}
