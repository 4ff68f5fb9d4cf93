import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  QuestionDeskService,
  type BlockDifference,
  type DeskCourse,
  type QuestionInDraft,
} from '../authoring/question-desk.service.js';
import { LawService } from '../law/law.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { NotFound } from '../platform/problems/problem.js';
import type { QuestionVersion } from '../question-bank/entities/question-version.entity.js';
import { answersOf, type AnswerGroup } from './question-answers.rules.js';
import { OPEN_FLAGS, QUESTION, QUESTION_VERSIONS } from './question-list.queries.js';
import type { CitedLaw, QuestionPlace } from './question-list.service.js';

/** What of a question changed besides its text and answers. */
const FACTS = ['title', 'kind', 'difficulty', 'tags', 'citations'] as const;
export type QuestionFact = (typeof FACTS)[number];

/** One wording of a question in its history. */
export interface VersionInHistory {
  number: number;
  createdAt: Date;
  /** A quiz of a published revision draws it. */
  isInUse: boolean;
  answered: number;
  missed: number;
  /** What became different from the version before it, in words; null for the first. */
  changes: { words: BlockDifference[]; facts: QuestionFact[] } | null;
}

/** A change of the law since the question was checked. */
export interface QuestionOutdated {
  amendmentId: string;
  /** YYYY-MM-DD */
  effectiveOn: string;
  amendedBy: string;
  article: CitedLaw;
}

export interface QuestionPage {
  id: string;
  code: string;
  course: DeskCourse;
  /** The version shown: that which learners get, else the latest. */
  version: Pick<QuestionVersion, 'number' | 'title' | 'kind' | 'difficulty' | 'tags'> & {
    /** Sanitised HTML. */
    stem: string;
    minimumWords: number | null;
    photo: boolean;
    /** What every learner is told in the end; sanitised HTML. */
    general: string | null;
    answers: AnswerGroup[];
    citations: CitedLaw[];
    answered: number;
    missed: number;
    /** Null: nobody answered it yet, as far as is counted. */
    countedAt: Date | null;
  };
  /** The latest first. */
  versions: VersionInHistory[];
  places: QuestionPlace[];
  draft: QuestionInDraft | null;
  flags: QuestionOutdated[];
}

type VersionRow = Omit<QuestionVersion, 'question' | 'questionId' | 'contentHash' | 'searchText'> & {
  answered: number;
  missed: number;
  chosen: Record<string, number> | null;
  countedAt: Date | null;
  places: QuestionPlace[];
};

/** One question with its key, its history and where it is used. */
@Injectable()
export class QuestionPageService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: QuestionDeskService,
    private readonly law: LawService,
  ) {}

  /** @throws Problem not-found, also for a question of a course that the actor neither writes nor judges */
  async get(actor: Actor, id: string): Promise<QuestionPage> {
    const courses = await this.desk.coursesOf(actor);
    const [question] = await this.dataSource.query<{ id: string; code: string; courseId: string }[]>(QUESTION, [
      ...[courses.map((course) => course.id), id],
    ]);
    const course = courses.find((candidate) => candidate.id === question?.courseId);
    if (!question || !course) throw NotFound();
    const rows = await this.dataSource.query<VersionRow[]>(QUESTION_VERSIONS, [id]);
    const shown = rows.find(({ places }) => places.length > 0) ?? rows[0];
    if (!shown) throw NotFound();
    const [draft, outdated] = await Promise.all([
      this.desk.inOpenDraft(course, question.code),
      this.dataSource.query<(Omit<QuestionOutdated, 'article'> & { articleCode: string })[]>(OPEN_FLAGS, [shown.id]),
    ]);
    const labels = await this.law.titlesOf([...shown.citations, ...outdated.map(({ articleCode }) => articleCode)]);
    const cited = (code: string): CitedLaw => ({ code, label: labels.get(code) ?? code });
    return {
      ...{ id, code: question.code, course, draft, places: shown.places },
      version: { ...versionOf(shown), citations: shown.citations.map(cited) },
      versions: rows.map((row, at) => this.inHistory(row, rows[at + 1])),
      flags: outdated.map(({ articleCode, ...about }) => ({ ...about, article: cited(articleCode) })),
    };
  }

  private inHistory(row: VersionRow, before: VersionRow | undefined): VersionInHistory {
    const { number, createdAt, answered, missed, places } = row;
    const changes = before && { words: this.desk.compare(before, row), facts: factsChanged(before, row) };
    return { number, createdAt, answered, missed, isInUse: places.length > 0, changes: changes ?? null };
  }
}

function versionOf(row: VersionRow): Omit<QuestionPage['version'], 'citations'> {
  const { number, title, kind, difficulty, tags, body, answerKey, answered, missed, countedAt, chosen } = row;
  return {
    ...{ number, title, kind, difficulty, tags, answered, missed, countedAt, stem: body.stem },
    ...{ minimumWords: body.minimumWords ?? null, photo: body.photo ?? false, general: answerKey.general },
    answers: answersOf(body, answerKey, chosen),
  };
}

function factsChanged(before: VersionRow, after: VersionRow): QuestionFact[] {
  return FACTS.filter((fact) => JSON.stringify(before[fact]) !== JSON.stringify(after[fact]));
}
