import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Lesson } from '../catalogue/entities/lesson.entity.js';
import { RevisionFile } from '../catalogue/entities/revision-file.entity.js';
import { Scenario } from '../catalogue/entities/scenario.entity.js';
import { SkillModule } from '../catalogue/entities/skill-module.entity.js';
import { QuestionVersion } from '../question-bank/entities/question-version.entity.js';
import { Quiz } from '../question-bank/entities/quiz.entity.js';
import { blocksOf, type Block } from './review-blocks.rules.js';
import { questionHtml } from './review-question.rules.js';
import { storyHtml } from './review-story.rules.js';

export type LessonHead = Pick<Lesson, 'id' | 'slug' | 'kind' | 'title' | 'minutes'>;

export interface OutlinedModule {
  slug: string;
  title: SkillModule['title'];
  lessons: LessonHead[];
}

/** A lesson of a revision that need not be published, in paragraphs; of a quiz its rules and its questions with their keys. */
export interface LessonText {
  head: LessonHead;
  blocks: Block[];
}

const QUESTIONS = `
SELECT v.body, v.answer_key AS "answerKey", v.difficulty
  FROM quiz_question q JOIN question_version v ON v.id = q.question_version_id
 WHERE q.quiz_id = $1 ORDER BY q.position`;

const LESSON_PATH = /(?:^|\/)\d\d-([a-z0-9-]+)\.(?:md|quiz\.yaml|scenario\.yaml)$/;

/** The slug of the lesson whose file this is; the number before it says only where it stands. */
export const slugOfPath = (path: string): string => LESSON_PATH.exec(path)?.[1] ?? path;

/** The lessons of any revision, for those who judge them. */
@Injectable()
export class ReviewTextService {
  /** Modules and lessons in the order in which they are taught. */
  async outline(executor: EntityManager, revisionId: string): Promise<OutlinedModule[]> {
    const order = { position: 'ASC' } as const;
    const modules = await executor.find(SkillModule, { where: { revisionId }, order });
    const select = { id: true, slug: true, kind: true, title: true, minutes: true, skillModuleId: true } as const;
    const lessons = await executor.find(Lesson, { select, where: { revisionId }, order });
    return modules.map(({ id, slug, title }) => ({
      ...{ slug, title },
      lessons: lessons.filter(({ skillModuleId }) => skillModuleId === id),
    }));
  }

  /** @returns null when the revision has no such lesson */
  async lesson(executor: EntityManager, revisionId: string, slug: string): Promise<LessonText | null> {
    const lesson = await executor.findOneBy(Lesson, { revisionId, slug });
    if (!lesson) return null;
    const { id, kind, title, minutes, html } = lesson;
    const blocks = blocksOf(html);
    if (kind === 'quiz') blocks.push(...(await this.quizBlocks(executor, id)));
    if (kind === 'scenario') {
      const scenario = await executor.findOneBy(Scenario, { lessonId: id });
      if (scenario) blocks.push(...blocksOf(storyHtml(scenario.story)));
    }
    return { head: { id, slug, kind, title, minutes }, blocks };
  }

  /** The file of a lesson in the course's folder; its slug for revisions written before files were kept. */
  async pathOf(executor: EntityManager, revisionId: string, slug: string): Promise<string> {
    const files = await executor.find(RevisionFile, {
      select: { revisionId: true, path: true },
      where: { revisionId },
    });
    return files.find(({ path }) => LESSON_PATH.exec(path)?.[1] === slug)?.path ?? slug;
  }

  private async quizBlocks(executor: EntityManager, lessonId: string): Promise<Block[]> {
    const quiz = await executor.findOneBy(Quiz, { lessonId });
    if (!quiz) return [];
    const rows = await executor.query<Pick<QuestionVersion, 'body' | 'answerKey' | 'difficulty'>[]>(QUESTIONS, [
      quiz.id,
    ]);
    const time = quiz.timeLimitSeconds === null ? 'không giới hạn thời gian' : `${quiz.timeLimitSeconds / 60} phút`;
    const often = quiz.maxAttempts === 0 ? 'làm lại tuỳ ý' : `${quiz.maxAttempts} lần`;
    const rules = `<p>Rút ${quiz.draw} trong ${rows.length} câu · ${time} · đạt từ ${quiz.passPercent} % · ${often}</p>`;
    return blocksOf([rules, ...rows.map(questionHtml)].join('\n'));
  }
}
