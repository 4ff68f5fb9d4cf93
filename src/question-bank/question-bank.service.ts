import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { LawService } from '../law/law.service.js';
import { LruCache } from '../platform/cache/lru-cache.js';
import { NotFound } from '../platform/problems/problem.js';
import type { AnswerKey, QuestionBody, QuestionKind } from './entities/question-body.js';
import { QuestionVersion } from './entities/question-version.entity.js';
import { QuizQuestion } from './entities/quiz-question.entity.js';
import { Quiz } from './entities/quiz.entity.js';

export { fillBlueprint, type BlueprintQuestion } from './blueprint.rules.js';

/** What a learner may see of a question at any time. */
export interface LearnerQuestion {
  id: string;
  kind: QuestionKind;
  body: QuestionBody;
  /** Not there, so that the compiler refuses a question with its key wherever one for a learner is wanted. */
  answerKey?: never;
}

/** A question with its key: for grading, and for review once the quiz's rule allows it. */
export interface GradedQuestion extends Omit<LearnerQuestion, 'answerKey'> {
  answerKey: AnswerKey;
  difficulty: number;
  tags: string[];
  citations: string[];
}

/** Reads quizzes and questions. Quizzes of published revisions and question versions never change: cached. */
@Injectable()
export class QuestionBankService {
  private readonly quizzes = new LruCache<Quiz>(500);
  private readonly quizzesByLesson = new LruCache<Quiz>(500);
  private readonly pools = new LruCache<string[]>(500);
  private readonly questions = new LruCache<GradedQuestion>(5_000);
  private readonly titles = new LruCache<string>(5_000);

  constructor(
    private readonly dataSource: DataSource,
    private readonly law: LawService,
  ) {}

  /**
   * A quiz of a published or retired revision.
   * @throws Problem not-found
   */
  async quiz(id: string): Promise<Quiz> {
    const quiz = await this.quizzes.get(id, () => this.load({ id }));
    if (!quiz) throw NotFound();
    return quiz;
  }

  /** The quiz of a quiz lesson, or null. */
  async quizOfLesson(lessonId: string): Promise<Quiz | null> {
    return this.quizzesByLesson.get(lessonId, () => this.load({ lessonId }));
  }

  private load(where: { id: string } | { lessonId: string }): Promise<Quiz | null> {
    const revision = { state: In(['published', 'retired']) };
    return this.dataSource.manager.findOne(Quiz, { where: { ...where, revision } });
  }

  /** Ids of the question versions that a quiz draws from, in order. */
  async pool(quizId: string): Promise<string[]> {
    const ids = await this.pools.get(quizId, async () => {
      const rows = await this.dataSource.manager.find(QuizQuestion, { where: { quizId }, order: { position: 'ASC' } });
      // Nothing yet is not nothing for ever: the quiz of a draft.
      return rows.length === 0 ? null : rows.map((row) => row.questionVersionId);
    });
    return ids ?? [];
  }

  /** Questions without their keys, in the order asked for. */
  async forLearner(versionIds: string[]): Promise<LearnerQuestion[]> {
    return (await this.forGrading(versionIds)).map(({ id, kind, body }) => ({ id, kind, body }));
  }

  /** Questions with their keys, in the order asked for. Never put into an answer before the review rule allows it. */
  async forGrading(versionIds: string[]): Promise<GradedQuestion[]> {
    const found = await Promise.all(versionIds.map((id) => this.questions.get(id, () => this.loadQuestion(id))));
    return found.filter((question) => question !== null);
  }

  /** Titles of the articles that questions cite, by code: "Điều 188 Bộ luật Lao động". */
  async articleTitles(codes: string[]): Promise<Map<string, string>> {
    const load = async (code: string) => (await this.law.titlesOf([code])).get(code) ?? null;
    const distinct = [...new Set(codes)];
    const titles = await Promise.all(distinct.map((code) => this.titles.get(code, () => load(code))));
    return new Map(distinct.flatMap((code, index) => (titles[index] ? [[code, titles[index]] as const] : [])));
  }

  private async loadQuestion(id: string): Promise<GradedQuestion | null> {
    const version = await this.dataSource.manager.findOneBy(QuestionVersion, { id });
    if (!version) return null;
    const { kind, body, answerKey, difficulty, tags, citations } = version;
    return { id, kind, body, answerKey, difficulty, tags, citations };
  }
}
