import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { LawService, type CitedArticle } from '../law/law.service.js';
import { namedQuery } from '../platform/database/sql.js';
import { NotFound } from '../platform/problems/problem.js';
import { CURRENT_REVISION, CURRENT_REVISIONS, REVISION_BYTES } from './catalogue.queries.js';
import { CourseRevision } from './entities/course-revision.entity.js';
import { Course } from './entities/course.entity.js';
import { Lesson, citerKindOf } from './entities/lesson.entity.js';
import { Scenario } from './entities/scenario.entity.js';
import { SkillModule } from './entities/skill-module.entity.js';
import { LruCache } from '../platform/cache/lru-cache.js';

/** A lesson without its text. */
export type LessonOutline = Omit<Lesson, 'markdown' | 'html' | 'revision' | 'skillModule'>;

/** Everything of a published revision but the lessons' text. Immutable, hence cached. */
export interface RevisionContents {
  course: Course;
  revision: CourseRevision;
  skillModules: (SkillModule & { lessons: LessonOutline[] })[];
  /** Lessons in the order in which they are taught. */
  lessons: LessonOutline[];
  /** Bytes of all lesson texts and scenario stories in UTF-8, and of the images: what a device stores of the course. */
  contentBytes: number;
}

export interface LessonPage {
  lesson: Lesson;
  contents: RevisionContents;
  skillModule: SkillModule;
  previousLessonId: string | null;
  nextLessonId: string | null;
  citations: CitedArticle[];
  /** The story of a scenario lesson. */
  scenario: Scenario | null;
}

const SLUG = /^[a-z0-9-]{1,100}$/;
const VISIBLE: CourseRevision['state'][] = ['published', 'retired'];

/** How late a process may notice that a new revision was published. */
const SEEN_WITHIN_MS = 1_000;

/** Reads courses. Published revisions never change, so what was read once is kept in memory. */
@Injectable()
export class CatalogueService {
  private readonly currentIdBySlug = new LruCache<string>(200, SEEN_WITHIN_MS);
  private readonly contentsById = new LruCache<RevisionContents>(200);
  private readonly pagesById = new LruCache<LessonPage>(2_000);

  constructor(
    private readonly dataSource: DataSource,
    private readonly law: LawService,
  ) {}

  /** The current revision of every course. */
  async courses(): Promise<RevisionContents[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(CURRENT_REVISIONS);
    return Promise.all(rows.map((row) => this.revision(row.id)));
  }

  /**
   * The revision that new enrolments get; one published in the last second may be missed.
   * @throws Problem not-found
   */
  async currentRevisionOf(slug: string): Promise<RevisionContents> {
    if (!SLUG.test(slug)) throw NotFound();
    const id = await this.currentIdBySlug.get(slug, () => this.loadCurrentId(slug));
    if (id === null) throw NotFound();
    return this.revision(id);
  }

  private async loadCurrentId(slug: string): Promise<string | null> {
    const rows = await namedQuery<{ id: string }>(this.dataSource, 'catalogue.current-revision', CURRENT_REVISION, [
      slug,
    ]);
    return rows[0]?.id ?? null;
  }

  /**
   * A published or retired revision.
   * @throws Problem not-found, also for one that is still being written
   */
  async revision(id: string): Promise<RevisionContents> {
    const contents = await this.contentsById.get(id, () => this.loadContents(id));
    if (!contents) throw NotFound();
    return contents;
  }

  /**
   * A revision of a course: the one given, published or retired, else the current one.
   * @throws Problem not-found, also for a revision of another course
   */
  async revisionOf(slug: string, revisionId?: string): Promise<RevisionContents> {
    if (revisionId === undefined) return this.currentRevisionOf(slug);
    const contents = await this.revision(revisionId);
    if (contents.course.slug !== slug) throw NotFound();
    return contents;
  }

  /** Lessons of a revision in the order in which they are taught. */
  async lessonsOf(revisionId: string): Promise<LessonOutline[]> {
    return (await this.revision(revisionId)).lessons;
  }

  /**
   * One lesson with its neighbours and the articles it cites.
   * @throws Problem not-found
   */
  async lesson(id: string): Promise<LessonPage> {
    const page = await this.pagesById.get(id, () => this.loadLesson(id));
    if (!page) throw NotFound();
    return page;
  }

  private async loadContents(id: string): Promise<RevisionContents | null> {
    const { manager } = this.dataSource;
    const revision = await manager.findOne(CourseRevision, {
      where: { id, state: In(VISIBLE) },
      relations: { course: true },
    });
    if (!revision) return null;
    const modules = await manager.find(SkillModule, { where: { revisionId: id }, order: { position: 'ASC' } });
    const lessons = await manager.find(Lesson, { where: { revisionId: id }, order: { position: 'ASC' } });
    const outlines = modules.map((skillModule) => ({
      ...skillModule,
      lessons: lessons.filter((lesson) => lesson.skillModuleId === skillModule.id).map(outlineOf),
    }));
    return {
      course: revision.course,
      revision,
      skillModules: outlines,
      lessons: outlines.flatMap((skillModule) => skillModule.lessons),
      contentBytes:
        lessons.reduce((sum, lesson) => sum + Buffer.byteLength(lesson.html), 0) + (await this.heavyBytes(id)),
    };
  }

  private async heavyBytes(revisionId: string): Promise<number> {
    const [row] = await this.dataSource.query<{ bytes: number }[]>(REVISION_BYTES, [revisionId]);
    return row?.bytes ?? 0;
  }

  private async loadLesson(id: string): Promise<LessonPage | null> {
    const lesson = await this.dataSource.manager.findOneBy(Lesson, { id });
    if (!lesson) return null;
    const contents = await this.contentsById.get(lesson.revisionId, () => this.loadContents(lesson.revisionId));
    const skillModule = contents?.skillModules.find((candidate) => candidate.id === lesson.skillModuleId);
    if (!contents || !skillModule) return null;
    const index = contents.lessons.findIndex((candidate) => candidate.id === id);
    return {
      lesson,
      contents,
      skillModule,
      previousLessonId: contents.lessons[index - 1]?.id ?? null,
      nextLessonId: contents.lessons[index + 1]?.id ?? null,
      citations: (await this.law.articlesOf(citerKindOf(lesson.kind), [id])).get(id) ?? [],
      scenario: lesson.kind === 'scenario' ? await this.dataSource.manager.findOneBy(Scenario, { lessonId: id }) : null,
    };
  }
}

function outlineOf({ id, revisionId, skillModuleId, position, slug, kind, title, minutes }: Lesson): LessonOutline {
  return { id, revisionId, skillModuleId, position, slug, kind, title, minutes };
}
