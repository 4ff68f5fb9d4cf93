import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { QuestionDeskService, type DeskCourse } from '../authoring/question-desk.service.js';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { LawService } from '../law/law.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { foldInPlace } from '../platform/text/vietnamese.js';
import type { QuestionKind } from '../question-bank/entities/question-body.js';
import type { Quiz } from '../question-bank/entities/quiz.entity.js';
import { QUESTION_FILTERS, QUESTIONS } from './question-list.queries.js';
import { excerptOf, placeIn, placeOf, type ListPlace } from './question-list.rules.js';

export interface CitedLaw {
  code: string;
  /** "Điều 188 Bộ luật Lao động"; the code of an article that the library does not hold. */
  label: string;
}

/** A quiz of a published revision that draws a question. */
export interface QuestionPlace {
  lessonId: string;
  /** Of the lesson. */
  slug: string;
  title: Bilingual;
  kind: Quiz['kind'];
}

/** A question in the version that learners get, or in its latest one while no published quiz draws it. */
export interface QuestionLine {
  id: string;
  code: string;
  course: DeskCourse;
  title: string;
  /** The beginning of its text, without markup. */
  excerpt: string;
  kind: QuestionKind;
  /** 1 to 3. */
  difficulty: number;
  tags: string[];
  citations: CitedLaw[];
  /** How many there are. */
  versions: number;
  createdAt: Date;
  places: QuestionPlace[];
  /** Of this version, as last counted; what counts as an answer says QuestionTally. */
  answered: number;
  missed: number;
  isFlagged: boolean;
}

export interface QuestionsAsked {
  /** Words, with or without diacritics, or a code. */
  q?: string | undefined;
  article?: string | undefined;
  difficulty?: number | undefined;
  kind?: QuestionKind | undefined;
  tag?: string | undefined;
  /** Slug. */
  course?: string | undefined;
  flagged?: boolean | undefined;
  order?: 'newest' | 'missed' | undefined;
  /** The `nextCursor` of the page before. */
  cursor?: string | undefined;
}

/** By what questions can be told apart, each with how many they are. */
export interface QuestionFilters {
  courses: (Pick<DeskCourse, 'slug' | 'title'> & { count: number })[];
  articles: (CitedLaw & { count: number })[];
  tags: { tag: string; count: number }[];
}

type Row = Omit<QuestionLine, 'course' | 'excerpt' | 'citations'> &
  ListPlace & { courseId: string; stem: string; citations: string[] };

const PAGE = 50;
/** Below it a share of wrong answers says nothing. */
export const ENOUGH_ANSWERS = 5;
const MAX_WORDS = 12;

/** The questions of the courses that somebody writes for or judges, with how they are answered. */
@Injectable()
export class QuestionListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: QuestionDeskService,
    private readonly law: LawService,
  ) {}

  /** A page of at most 50; a course that the actor does not know has none. */
  async list(actor: Actor, asked: QuestionsAsked): Promise<{ items: QuestionLine[]; nextCursor: string | null }> {
    const courses = new Map((await this.desk.coursesOf(actor)).map((course) => [course.id, course]));
    const meant = [...courses.values()].filter(({ slug }) => asked.course === undefined || slug === asked.course);
    const rows = await this.dataSource.query<Row[]>(QUESTIONS, valuesOf(asked, meant));
    const shown = rows.slice(0, PAGE);
    const labels = await this.law.titlesOf(shown.flatMap(({ citations }) => citations));
    const items = shown.flatMap(({ courseId, stem, citations, ...row }) => {
      const course = courses.get(courseId);
      const cited = citations.map((code) => ({ code, label: labels.get(code) ?? code }));
      return course ? [{ ...row, course, excerpt: excerptOf(stem), citations: cited }] : [];
    });
    const last = shown.at(-1);
    return { items, nextCursor: rows.length > PAGE && last ? placeOf(last) : null };
  }

  /** What the actor's questions can be filtered by, the most frequent first. */
  async filters(actor: Actor): Promise<QuestionFilters> {
    const courses = await this.desk.coursesOf(actor);
    const rows = await this.dataSource.query<{ kind: string; value: string; count: number }[]>(QUESTION_FILTERS, [
      courses.map(({ id }) => id),
    ]);
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    const labels = await this.law.titlesOf(of('article').map(({ value }) => value));
    return {
      courses: of('course').flatMap(({ value, count }) => {
        const course = courses.find(({ id }) => id === value);
        return course ? [{ slug: course.slug, title: course.title, count }] : [];
      }),
      articles: of('article').map(({ value: code, count }) => ({ code, label: labels.get(code) ?? code, count })),
      tags: of('tag').map(({ value: tag, count }) => ({ tag, count })),
    };
  }
}

function valuesOf(asked: QuestionsAsked, courses: DeskCourse[]): unknown[] {
  const { q = '', article, difficulty, kind, tag, flagged, order, cursor } = asked;
  const words = foldInPlace(q.normalize('NFC'))
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
  const after = placeIn(cursor);
  // The last word may still be being typed; nothing is found by signs alone.
  const patterns = words.map((word, at) => (at === words.length - 1 ? `% ${word}%` : `% ${word} %`));
  return [
    ...[courses.map(({ id }) => id), article ?? null, difficulty ?? null, kind ?? null, tag ?? null],
    q.trim() === '' ? null : patterns.length === 0 ? [''] : patterns,
    ...[q.trim().toLowerCase(), flagged ?? false, order === 'missed'],
    ...[after?.share ?? null, after?.weight ?? null, after?.versionId ?? null, PAGE + 1, ENOUGH_ANSWERS],
  ];
}
