import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { NotFound, type Problem } from '../platform/problems/problem.js';
import type { QuestionResponse } from '../question-bank/entities/question-body.js';
import { QuestionBankService } from '../question-bank/question-bank.service.js';
import {
  AttemptAlreadySubmitted,
  AttemptDeadlinePassed,
  QuestionNotInAttempt,
  ResponseWrongShape,
} from './assessment.problems.js';
import { SAVE_ANSWERS, WHY_NOT_SAVED } from './assessment.queries.js';
import { closesAt, isClosed } from './assessment.rules.js';
import { readResponse } from './response.rules.js';

/** An answer as a device sends it. */
export interface SentAnswer {
  /** Names the answer in what comes back; of two at the same instant the greater one is the later. */
  itemId: string;
  questionId: string;
  response: unknown;
  /** The device's word; absent: when it arrives. */
  answeredAt?: Date;
}

/** A sent answer held against its question; `response` is null when it does not fit. */
export interface CheckedAnswer {
  itemId: string;
  questionId: string;
  response: QuestionResponse | null;
  answeredAt: Date | null;
}

/** What became of an answer: when the stored answer to its question was given, or why it is refused. */
export type AnswerOutcome = { answeredAt: Date } | { problem: Problem };

interface Refusal {
  state: 'in-progress' | 'awaiting-grading' | 'graded';
  submittedAt: Date | null;
  deadlineAt: Date | null;
  graceSeconds: number;
  /** When the questions of the attempt among those asked for were answered, by question. */
  answeredAt: Record<string, string | null>;
}

/** Saves answers while an attempt is in progress. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly questionBank: QuestionBankService,
    private readonly clock: Clock,
  ) {}

  /**
   * Saves one answer of the actor's attempt.
   * @returns when the stored answer was given: this one, or a later one that arrived before it
   * @throws Problem not-found (also for another person's attempt), question-not-in-attempt, attempt-already-submitted,
   *   attempt-deadline-passed, response-wrong-shape
   */
  async save(
    actor: Actor,
    attemptId: string,
    sent: Omit<SentAnswer, 'itemId'>,
  ): Promise<{ savedAt: Date; answeredAt: Date }> {
    const answers = await this.check([{ ...sent, itemId: sent.questionId }]);
    const outcomes = await this.write(this.dataSource.manager, actor, { attemptId, answers });
    const outcome = outcomes.get(sent.questionId);
    if (!outcome) throw NotFound();
    if ('problem' in outcome) throw outcome.problem;
    return { savedAt: this.clock.now(), answeredAt: outcome.answeredAt };
  }

  /**
   * Holds answers against their questions. Done before the transaction: one that waits for a second connection can starve
   * the pool.
   */
  async check(sent: SentAnswer[]): Promise<CheckedAnswer[]> {
    const found = await this.questionBank.forLearner([...new Set(sent.map(({ questionId }) => questionId))]);
    const questions = new Map(found.map((question) => [question.id, question]));
    return sent.map(({ itemId, questionId, response, answeredAt }) => {
      const question = questions.get(questionId);
      return {
        itemId,
        questionId,
        response: question ? readResponse(question, response) : null,
        answeredAt: answeredAt ?? null,
      };
    });
  }

  /**
   * Saves answers of one attempt in any order, also for the second time: one statement, whatever the number, and another
   * only when not all were taken.
   * @returns the problems of the answers that are refused, by item id; an answer older than the stored one is not refused
   */
  async saveAll(
    tx: EntityManager,
    actor: Actor,
    given: { attemptId: string; answers: CheckedAnswer[] },
  ): Promise<Map<string, Problem>> {
    const outcomes = await this.write(tx, actor, given);
    const refused = [...outcomes].flatMap(([itemId, outcome]) =>
      'problem' in outcome ? [[itemId, outcome.problem] as const] : [],
    );
    return new Map(refused);
  }

  private async write(
    executor: EntityManager,
    actor: Actor,
    { attemptId, answers }: { attemptId: string; answers: CheckedAnswer[] },
  ): Promise<Map<string, AnswerOutcome>> {
    const now = this.clock.now();
    const latest = latestByQuestion(answers, now);
    const saved = await this.update(executor, { attemptId, personId: actor.personId, now, latest });
    const outcomes = new Map<string, AnswerOutcome>();
    for (const { itemId, questionId, response } of answers) {
      const stored = latest.get(questionId);
      if (response && stored && saved.has(questionId)) outcomes.set(itemId, { answeredAt: stored.answeredAt });
    }
    const others = answers.filter(({ itemId }) => !outcomes.has(itemId));
    if (others.length === 0) return outcomes;
    const values = [attemptId, actor.personId, others.map(({ questionId }) => questionId)];
    const [why] = await namedQuery<Refusal>(executor, 'assessment.why-not-saved', WHY_NOT_SAVED, values);
    for (const answer of others) outcomes.set(answer.itemId, outcomeOf(answer, why, now));
    return outcomes;
  }

  private async update(
    executor: EntityManager,
    given: { attemptId: string; personId: string; now: Date; latest: Map<string, LatestAnswer> },
  ): Promise<Set<string>> {
    const answers = [...given.latest.values()];
    if (answers.length === 0) return new Set();
    const rows = await namedQuery<{ questionId: string }>(executor, 'assessment.save-answers', SAVE_ANSWERS, [
      given.attemptId,
      given.personId,
      given.now,
      answers.map(({ questionId }) => questionId),
      answers.map(({ response }) => JSON.stringify(response)),
      answers.map(({ answeredAt }) => answeredAt),
      answers.map(({ byArrival }) => byArrival),
    ]);
    return new Set(rows.map(({ questionId }) => questionId));
  }
}

interface LatestAnswer {
  questionId: string;
  response: QuestionResponse;
  /** Never later than received: a clock that runs ahead must not win for ever. */
  answeredAt: Date;
  /** Whether `answeredAt` is the server's instant and not the device's. */
  byArrival: boolean;
}

/** Of several answers to one question the one given last, by the device's own clock. */
function latestByQuestion(answers: readonly CheckedAnswer[], now: Date): Map<string, LatestAnswer> {
  const instant = (answer: CheckedAnswer) => (answer.answeredAt ?? now).getTime();
  const inOrder = [...answers].sort((a, b) => instant(a) - instant(b) || (a.itemId < b.itemId ? -1 : 1));
  return new Map(
    inOrder.flatMap((answer) => {
      const { questionId, response, answeredAt } = answer;
      if (response === null) return [];
      const byArrival = answeredAt === null || answeredAt >= now;
      return [[questionId, { questionId, response, answeredAt: byArrival ? now : answeredAt, byArrival }]] as const;
    }),
  );
}

/** Why an answer was not stored. Nothing about an attempt is told to anybody but its owner. */
function outcomeOf({ questionId, response }: CheckedAnswer, why: Refusal | undefined, now: Date): AnswerOutcome {
  if (!why) return { problem: NotFound() };
  const answeredAt = why.answeredAt[questionId];
  if (answeredAt === undefined) return { problem: QuestionNotInAttempt() };
  if (why.state !== 'in-progress' && why.submittedAt) return { problem: AttemptAlreadySubmitted() };
  if (why.state !== 'in-progress' || isClosed(closesAt(why.deadlineAt, why.graceSeconds), now)) {
    return { problem: AttemptDeadlinePassed() };
  }
  if (response === null || answeredAt === null) return { problem: ResponseWrongShape() };
  return { answeredAt: new Date(answeredAt) };
}
