import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { LawService } from '../law/law.service.js';
import { Clock } from '../platform/clock/clock.js';
import { contentHash } from '../platform/ids/content-hash.js';
import { newId } from '../platform/ids/new-id.js';
import type { AnswerKey, QuestionBody, QuestionKind } from './entities/question-body.js';
import { QuestionVersion } from './entities/question-version.entity.js';
import { Question } from './entities/question.entity.js';
import { QuizQuestion } from './entities/quiz-question.entity.js';
import { Quiz } from './entities/quiz.entity.js';

export interface ParsedQuestion {
  code: string;
  kind: QuestionKind;
  title: string;
  body: QuestionBody;
  answerKey: AnswerKey;
  difficulty: number;
  tags: string[];
  citations: string[];
}

export interface ParsedQuiz {
  slug: string;
  title: Bilingual;
  kind: Quiz['kind'];
  draw: number;
  /** Absent: any of the pool is drawn. */
  blueprint?: Quiz['blueprint'];
  timeLimitSeconds: number | null;
  graceSeconds: number;
  passPercent: number;
  maxAttempts: number;
  shuffleOptions: boolean;
  review: Quiz['review'];
  questions: ParsedQuestion[];
}

/** Writes questions and quizzes from parsed files. */
@Injectable()
export class QuestionImportService {
  constructor(
    private readonly law: LawService,
    private readonly clock: Clock,
  ) {}

  /** Adds a quiz with its pool to a revision that is still a draft; `awaitsReview`: nobody knows yet whether it will be published. @throws Problem citation-not-in-force */
  async importQuiz(
    tx: EntityManager,
    { questions, ...quiz }: ParsedQuiz,
    place: { courseId: string; revisionId: string; lessonId: string; asOf: string; awaitsReview?: boolean },
  ): Promise<void> {
    const id = newId();
    await tx.insert(Quiz, { id, revisionId: place.revisionId, lessonId: place.lessonId, ...quiz });
    for (const [index, question] of questions.entries()) {
      const questionVersionId = await this.importQuestion(tx, question, place);
      await tx.insert(QuizQuestion, { quizId: id, questionVersionId, position: index + 1 });
    }
  }

  /**
   * The version of this wording: the known one, or a new one. Either way it cites the law of `asOf` once the course is
   * released: whoever releases it with that day has checked its questions against it.
   */
  private async importQuestion(
    tx: EntityManager,
    { code, ...wording }: ParsedQuestion,
    { courseId, asOf, awaitsReview = false }: { courseId: string; asOf: string; awaitsReview?: boolean },
  ): Promise<string> {
    const questionId = await this.ensureQuestion(tx, courseId, code);
    const { id, isNew } = await this.ensureVersion(tx, questionId, wording);
    // What is live goes on citing what it was checked against until the revision that says otherwise is published.
    if (!isNew && awaitsReview) return id;
    const citer = { kind: 'question-version' as const, id, title: wording.title, link: null };
    await this.law.cite(tx, citer, { codes: wording.citations, asOf });
    return id;
  }

  /** Lets every question of a revision that is about to be published cite the law of `asOf`. @throws Problem citation-not-in-force */
  async citeQuestions(tx: EntityManager, revisionId: string, asOf: string): Promise<void> {
    const drawn = await tx.find(QuizQuestion, { where: { quiz: { revisionId } } });
    for (const id of new Set(drawn.map(({ questionVersionId }) => questionVersionId))) {
      const { title, citations } = await tx.findOneByOrFail(QuestionVersion, { id });
      await this.law.cite(tx, { kind: 'question-version', id, title, link: null }, { codes: citations, asOf });
    }
  }

  private async ensureQuestion(tx: EntityManager, courseId: string, code: string): Promise<string> {
    const known = await tx.findOneBy(Question, { courseId, code });
    if (known) return known.id;
    const id = newId();
    await tx.insert(Question, { id, courseId, code });
    return id;
  }

  private async ensureVersion(
    tx: EntityManager,
    questionId: string,
    wording: Omit<ParsedQuestion, 'code'>,
  ): Promise<{ id: string; isNew: boolean }> {
    const hash = contentHash(wording);
    const known = await tx.findOneBy(QuestionVersion, { questionId, contentHash: hash });
    if (known) return { id: known.id, isNew: false };
    const id = newId();
    const number = 1 + (await tx.countBy(QuestionVersion, { questionId }));
    const createdAt = this.clock.now();
    await tx.insert(QuestionVersion, { id, questionId, number, ...wording, contentHash: hash, createdAt });
    return { id, isNew: true };
  }
}
