import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LawService } from '../law/law.service.js';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import type { Bilingual, CertificateRule, CompletionRule } from './entities/completion-rule.js';
import { CourseRevision } from './entities/course-revision.entity.js';
import { Course } from './entities/course.entity.js';
import { Lesson, type LessonKind } from './entities/lesson.entity.js';
import { SkillModule } from './entities/skill-module.entity.js';
import { renderLesson } from './lesson-markdown.js';

export { renderText, citedInMarkdown } from './lesson-markdown.js';

export interface ParsedLesson {
  slug: string;
  kind: LessonKind;
  title: Bilingual;
  minutes: number;
  markdown: string;
  citations: string[];
}

export interface ParsedSkillModule {
  slug: string;
  title: Bilingual;
  summary: Bilingual;
  lessons: ParsedLesson[];
}

export interface ParsedCourse {
  slug: string;
  /** SHA-256 (hex) over everything the course's folder holds. */
  contentHash: string;
  title: Bilingual;
  summary: Bilingual;
  asOf: string;
  topics: string[];
  estimatedMinutes: number;
  completionRule: CompletionRule;
  certificateRule: CertificateRule | null;
  skillModules: ParsedSkillModule[];
}

/** A revision being written: its quizzes are added before it is published, because afterwards nothing changes. */
export interface DraftRevision {
  courseId: string;
  revisionId: string;
  lessonIdBySlug: Map<string, string>;
}

/** Writes course revisions from parsed files. */
@Injectable()
export class CourseImportService {
  constructor(
    private readonly law: LawService,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes a new revision as a draft, or nothing when this very content is known already.
   * @returns the draft to complete and `publish`, or null
   * @throws Problem citation-not-in-force
   */
  async importDraft(tx: EntityManager, parsed: ParsedCourse): Promise<DraftRevision | null> {
    const course = await this.ensureCourse(tx, parsed.slug);
    if (await tx.existsBy(CourseRevision, { courseId: course.id, contentHash: parsed.contentHash })) return null;
    const revisionId = newId();
    await tx.insert(CourseRevision, {
      id: revisionId,
      courseId: course.id,
      number: 1 + (await tx.countBy(CourseRevision, { courseId: course.id })),
      state: 'draft',
      contentHash: parsed.contentHash,
      title: parsed.title,
      summary: parsed.summary,
      asOf: parsed.asOf,
      topics: parsed.topics,
      estimatedMinutes: parsed.estimatedMinutes,
      completionRule: parsed.completionRule,
      certificateRule: parsed.certificateRule,
      createdAt: this.clock.now(),
      publishedAt: null,
    });
    const lessonIdBySlug = new Map<string, string>();
    for (const [index, skillModule] of parsed.skillModules.entries()) {
      const position = index + 1;
      const id = newId();
      const { slug, title, summary } = skillModule;
      await tx.insert(SkillModule, { id, revisionId, position, slug, title, summary });
      for (const [at, lesson] of skillModule.lessons.entries()) {
        const place = { revisionId, skillModuleId: id, position: at + 1 };
        lessonIdBySlug.set(lesson.slug, await this.insertLesson(tx, lesson, { ...place, asOf: parsed.asOf }));
      }
    }
    return { courseId: course.id, revisionId, lessonIdBySlug };
  }

  private async ensureCourse(tx: EntityManager, slug: string): Promise<Course> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(Course)
      .values({ id: newId(), slug, createdAt: this.clock.now() })
      .orIgnore()
      .execute();
    return tx.findOneByOrFail(Course, { slug });
  }

  private async insertLesson(
    tx: EntityManager,
    { citations, ...lesson }: ParsedLesson,
    place: { revisionId: string; skillModuleId: string; position: number; asOf: string },
  ): Promise<string> {
    const id = newId();
    const { asOf, ...where } = place;
    await tx.insert(Lesson, { id, ...where, ...lesson, html: renderLesson(lesson.markdown) });
    const citer = { kind: 'lesson' as const, id, title: lesson.title.vi, link: `/bai/${id}` };
    await this.law.cite(tx, citer, { codes: citations, asOf });
    return id;
  }

  /** Makes a draft the current revision and retires the one before. Files that come with a release count as approved. */
  async publish(tx: EntityManager, { courseId, revisionId }: DraftRevision): Promise<void> {
    await tx.update(CourseRevision, { courseId, state: 'published' }, { state: 'retired' });
    await tx.update(CourseRevision, { id: revisionId }, { state: 'published', publishedAt: this.clock.now() });
  }
}
