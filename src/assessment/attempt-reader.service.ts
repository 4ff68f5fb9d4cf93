import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { namedQuery } from '../platform/database/sql.js';
import { NotFound } from '../platform/problems/problem.js';
import type { QuestionResponse } from '../question-bank/entities/question-body.js';
import { ATTEMPT } from './assessment.queries.js';
import { EssayPhoto } from './entities/essay-photo.entity.js';
import type { QuizAttempt } from './entities/quiz-attempt.entity.js';
import type { PaperQuestion } from './paper.rules.js';

/** One question of the paper with what was answered. */
export interface Answer extends PaperQuestion {
  response: QuestionResponse | null;
  answeredAt: Date | null;
  /** 0–1 once graded. Part of the review. */
  points: number | null;
  /** How many photos of an answer on paper belong to it. */
  photos: number;
}

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

/** An attempt with its paper and answers. */
export interface Attempt extends AttemptHead {
  answers: Answer[];
  /** Tries at the quiz so far, this one included. */
  tries: number;
  /** Whether any of them passed. */
  passedOnce: boolean;
}

type AnswerRow = Omit<Answer, 'answeredAt'> & { answeredAt: string | null };

@Injectable()
export class AttemptReaderService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * A person's attempt; on the connection of a transaction when one is given.
   * @throws Problem not-found, also for another person's attempt
   */
  async get(personId: string, id: string, tx: EntityManager = this.dataSource.manager): Promise<Attempt> {
    const values = [id, personId];
    const [row] = await namedQuery<Omit<Attempt, 'answers'> & { answers: AnswerRow[] }>(
      tx,
      'assessment.attempt',
      ATTEMPT,
      values,
    );
    if (!row) throw NotFound();
    return { ...row, answers: row.answers.map(withDate) };
  }

  /** The photos of an attempt's essays in their order, by question; asks nothing of an attempt without any. */
  async photosOf({ id, answers }: Pick<Attempt, 'id' | 'answers'>): Promise<Map<string, EssayPhoto[]>> {
    if (!answers.some(({ photos }) => photos > 0)) return new Map();
    const photos = new Map<string, EssayPhoto[]>();
    const rows = await this.dataSource.manager.find(EssayPhoto, {
      where: { attemptId: id },
      order: { position: 'ASC' },
    });
    for (const photo of rows) {
      photos.set(photo.questionVersionId, [...(photos.get(photo.questionVersionId) ?? []), photo]);
    }
    return photos;
  }
}

function withDate({ answeredAt, ...answer }: AnswerRow): Answer {
  return { ...answer, answeredAt: answeredAt === null ? null : new Date(answeredAt) };
}

/** The ids of the questions of an attempt, in their order. */
export function questionIdsOf({ answers }: Pick<Attempt, 'answers'>): string[] {
  return answers.map(({ questionVersionId }) => questionVersionId);
}
