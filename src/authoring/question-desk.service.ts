import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { isWithin, scopeOf } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { ContentRulesService } from './content-rules.service.js';
import { DRAFT_READERS, DRAFT_WRITERS } from './draft.policy.js';
import { COURSES_IN_SCOPE } from './draft.queries.js';
import { modulesOf } from './draft-tree.rules.js';
import { CourseDraft } from './entities/course-draft.entity.js';
import { DraftFile } from './entities/draft-file.entity.js';
import { readQuestionFile } from './format/question-files.js';
import { blocksOf } from './review-blocks.rules.js';
import { compareBlocks, type BlockDifference } from './review-difference.rules.js';
import { questionHtml, type JudgedQuestion } from './review-question.rules.js';

export type { BlockDifference } from './review-difference.rules.js';

/** A course that somebody writes for, or judges. */
export interface DeskCourse {
  id: string;
  slug: string;
  title: Bilingual;
  /** Drafts of it are theirs to write. */
  mayWrite: boolean;
}

/** Where a question stands in the open draft of its course. */
export interface QuestionInDraft {
  draftId: string;
  /** Quiz lessons that may draw it. */
  lessons: { slug: string; title: Bilingual }[];
}

/** What the desk knows of questions, for whoever shows them together with their answers. */
@Injectable()
export class QuestionDeskService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: ContentRulesService,
  ) {}

  /** Courses for which the actor's units answer: drafts of the same units are the actor's to read. */
  async coursesOf(actor: Actor): Promise<DeskCourse[]> {
    const scope = scopeOf(actor, DRAFT_READERS);
    const rows = await this.dataSource.query<(Omit<DeskCourse, 'mayWrite'> & { unitPath: string })[]>(
      COURSES_IN_SCOPE,
      [scope],
    );
    const written = scopeOf(actor, DRAFT_WRITERS);
    return rows.map(({ unitPath, ...course }) => ({ ...course, mayWrite: isWithin(unitPath, written) }));
  }

  /** @returns null when no draft of the course is open; no lessons when its draft has no such question */
  async inOpenDraft(course: Pick<DeskCourse, 'id' | 'slug'>, code: string): Promise<QuestionInDraft | null> {
    const { manager } = this.dataSource;
    const draft = await manager.findOneBy(CourseDraft, { courseId: course.id, closedAt: IsNull() });
    if (!draft) return null;
    const files = await manager.findBy(DraftFile, { draftId: draft.id });
    const tree = new Map(files.map(({ path, text, hash }) => [path, { text, hash }]));
    const texts = files.flatMap(({ path, text }) => (text === null ? [] : [[path, Buffer.from(text)] as const]));
    const folder = await this.rules.folderOf(course.slug, new Map(texts));
    const holds = (path: string) => (readQuestionFile(folder, path) ?? []).some(({ id }) => id === code);
    const quizzes = modulesOf(tree)
      .flatMap(({ lessons }) => lessons)
      .filter(({ kind, companions }) => kind === 'quiz' && companions.some((path) => tree.has(path) && holds(path)));
    return { draftId: draft.id, lessons: quizzes.map(({ slug, title }) => ({ slug, title })) };
  }

  /** What changed from one wording of a question to the next, in words. */
  compare(before: JudgedQuestion, after: JudgedQuestion): BlockDifference[] {
    const blocks = (question: JudgedQuestion) => blocksOf(questionHtml(question));
    return compareBlocks(blocks(before), blocks(after));
  }
}
