import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { newId } from '../platform/ids/new-id.js';
import { NotFound, Unavailable } from '../platform/problems/problem.js';
import type { Quiz } from '../question-bank/entities/quiz.entity.js';
import {
  QuestionBankService,
  type GradedQuestion,
  type LearnerQuestion,
} from '../question-bank/question-bank.service.js';
import { QuestionFlagService } from '../question-bank/question-flag.service.js';
import { AttemptNotSubmitted, AttemptsUsedUp, QuizBeingUpdated } from './assessment.problems.js';
import { ATTEMPTS_OF_ENROLMENT, START_ATTEMPT, TRIES } from './assessment.queries.js';
import { closesAt, isClosed } from './assessment.rules.js';
import type { EssayGrade } from './entities/essay-grade.entity.js';
import type { EssayPhoto } from './entities/essay-photo.entity.js';
import { GRADES_OF } from './essay.queries.js';
import { AttemptReaderService, questionIdsOf, type Attempt } from './attempt-reader.service.js';
import { drawPaper, toPoolQuestion } from './paper.rules.js';
import { mayReview } from './review.rules.js';
import { SubmissionService } from './submission.service.js';

const MAX_SEED = 2 ** 31;
/** A start that meets a parallel one looks again; each time another attempt came into being. */
const START_TURNS = 3;

/** A paper as the learner may see it at any time: `LearnerQuestion` has no field for the key. */
export interface AttemptView {
  attempt: Attempt;
  quiz: Quiz;
  questions: Map<string, LearnerQuestion>;
  /** Photos of answers on paper, by question. */
  photos: Map<string, EssayPhoto[]>;
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
  reviewed: {
    questions: Map<string, GradedQuestion>;
    articleTitles: Map<string, string>;
    /** What lecturers gave for the essays, by question. */
    essays: Map<string, EssayOutcome>;
    photos: Map<string, EssayPhoto[]>;
  } | null;
}

/** Points for each criterion, and the lecturer's word. */
export type EssayOutcome = Pick<EssayGrade, 'points' | 'comment'>;

export type AttemptSummary = Omit<Attempt, 'enrolmentId' | 'gradedAt' | 'answers' | 'tries' | 'passedOnce'>;

@Injectable()
export class QuizAttemptService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly questionBank: QuestionBankService,
    private readonly flags: QuestionFlagService,
    private readonly reader: AttemptReaderService,
    private readonly submissions: SubmissionService,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts an attempt, or goes on with the one in progress. Questions that the law outran are left out of new attempts; a
   * paper may be shorter for it.
   * @throws Problem not-found (also when the quiz belongs to another revision than the enrolment), attempts-used-up,
   *   quiz-being-updated when no question is left
   */
  async start(
    actor: Actor,
    { quizId, enrolmentId }: { quizId: string; enrolmentId: string },
  ): Promise<{ view: AttemptView; created: boolean }> {
    const quiz = await this.questionBank.quiz(quizId);
    const pool = await this.flags.drawable(await this.questionBank.pool(quizId));
    for (let turn = 0; turn < START_TURNS; turn += 1) {
      const created = await this.create(actor, quiz, { enrolmentId, pool });
      if (created && created !== 'empty') return { view: created, created: true };
      const going = await this.findOpen(actor, quiz, enrolmentId);
      if (going) return { view: going, created: false };
      if (created === 'empty') throw QuizBeingUpdated();
    }
    throw Unavailable(undefined, { retryAfterSeconds: 1 });
  }

  /** @returns null when a parallel start was first, or when there is a reason against it; `empty`: nothing to draw */
  private async create(
    actor: Actor,
    quiz: Quiz,
    { enrolmentId, pool }: { enrolmentId: string; pool: string[] },
  ): Promise<AttemptView | 'empty' | null> {
    const questions = await this.questionBank.forGrading(pool);
    const seed = randomInt(MAX_SEED);
    const paper = drawPaper(questions.map(toPoolQuestion), { ...quiz, seed });
    if (paper.length === 0) return 'empty';
    const startedAt = this.clock.now();
    const limit = quiz.timeLimitSeconds;
    const deadlineAt = limit === null ? null : new Date(startedAt.getTime() + limit * 1000);
    const id = newId();
    const [written] = await namedQuery<{ number: number }>(this.dataSource, 'assessment.start', START_ATTEMPT, [
      id,
      quiz.id,
      enrolmentId,
      actor.personId,
      quiz.revisionId,
      quiz.maxAttempts,
      seed,
      startedAt,
      deadlineAt,
      paper.map(({ questionVersionId }) => questionVersionId),
      paper.map(({ optionOrder }) => `{${optionOrder.join(',')}}`),
    ]);
    if (!written) return null;
    const answers = paper.map((question) => ({
      ...question,
      response: null,
      answeredAt: null,
      points: null,
      photos: 0,
    }));
    const open = { state: 'in-progress' as const, gradedAt: null, points: null, passed: null, passedOnce: false };
    const head = { id, quizId: quiz.id, enrolmentId, number: written.number, startedAt, deadlineAt };
    return this.viewOf({ ...head, ...open, maxPoints: paper.length, answers, tries: written.number });
  }

  /**
   * The attempt in progress.
   * @returns null when it has just ended, so that another may be started
   * @throws Problem not-found, attempts-used-up
   */
  private async findOpen(actor: Actor, quiz: Quiz, enrolmentId: string): Promise<AttemptView | null> {
    const values = [enrolmentId, actor.personId, quiz.id];
    const [why] = await namedQuery<{ revisionId: string; tries: number; openId: string | null }>(
      this.dataSource,
      'assessment.tries',
      TRIES,
      values,
    );
    if (why?.revisionId !== quiz.revisionId) throw NotFound();
    if (why.openId !== null) {
      const view = await this.get(actor, why.openId);
      return view.isOpen ? view : null;
    }
    if (quiz.maxAttempts > 0 && why.tries >= quiz.maxAttempts) throw AttemptsUsedUp({ maximum: quiz.maxAttempts });
    return null;
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
    return this.resultOf(await this.submissions.end(actor.personId, id));
  }

  /**
   * The result of a graded attempt, with key and feedback when the quiz's review rule allows it.
   * @throws Problem not-found, also for another person's attempt; attempt-not-submitted
   */
  async result(actor: Actor, id: string): Promise<ResultView> {
    const attempt = await this.load(actor, id);
    if (attempt.state === 'in-progress') throw AttemptNotSubmitted();
    return this.resultOf(attempt);
  }

  private async resultOf(attempt: Attempt): Promise<ResultView> {
    const quiz = await this.questionBank.quiz(attempt.quizId);
    const attemptsLeft = quiz.maxAttempts === 0 ? null : Math.max(0, quiz.maxAttempts - attempt.tries);
    if (!mayReview(quiz.review, attempt)) return { attempt, quiz, attemptsLeft, reviewed: null };
    const questions = await this.questionBank.forGrading(questionIdsOf(attempt));
    const articleTitles = await this.questionBank.articleTitles(questions.flatMap(({ citations }) => citations));
    const essays = await this.essaysOf(attempt.id, questions);
    const photos = await this.reader.photosOf(attempt);
    return { attempt, quiz, attemptsLeft, reviewed: { questions: byId(questions), articleTitles, essays, photos } };
  }

  private async essaysOf(attemptId: string, questions: GradedQuestion[]): Promise<Map<string, EssayOutcome>> {
    if (!questions.some(({ kind }) => kind === 'essay')) return new Map();
    const rows = await this.dataSource.query<(EssayOutcome & { questionId: string })[]>(GRADES_OF, [attemptId]);
    return new Map(rows.map(({ questionId, ...outcome }) => [questionId, outcome]));
  }

  private async load(actor: Actor, id: string): Promise<Attempt> {
    const attempt = await this.reader.get(actor.personId, id);
    if (attempt.state !== 'in-progress' || !(await this.isOver(attempt))) return attempt;
    return this.submissions.end(actor.personId, id);
  }

  private async isOver({ quizId, deadlineAt }: Attempt): Promise<boolean> {
    const { graceSeconds } = await this.questionBank.quiz(quizId);
    return isClosed(closesAt(deadlineAt, graceSeconds), this.clock.now());
  }

  private async viewOf(attempt: Attempt): Promise<AttemptView> {
    const [quiz, questions, photos] = await Promise.all([
      this.questionBank.quiz(attempt.quizId),
      this.questionBank.forLearner(questionIdsOf(attempt)),
      this.reader.photosOf(attempt),
    ]);
    const isOpen = attempt.state === 'in-progress';
    return { attempt, quiz, questions: byId(questions), photos, serverTime: this.clock.now(), isOpen };
  }
}

function byId<T extends { id: string }>(questions: T[]): Map<string, T> {
  return new Map(questions.map((question) => [question.id, question]));
}
