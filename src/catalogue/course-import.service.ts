import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { LawService } from '../law/law.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { newId } from '../platform/ids/new-id.js';
import { RevisionPublished } from './catalogue.events.js';
import type { Bilingual, CertificateRule, CompletionRule } from './entities/completion-rule.js';
import { CourseRevision, type RevisionOrigin } from './entities/course-revision.entity.js';
import { Course } from './entities/course.entity.js';
import { Lesson, citerKindOf, type LessonKind } from './entities/lesson.entity.js';
import { Scenario } from './entities/scenario.entity.js';
import { SkillModule } from './entities/skill-module.entity.js';
import { RevisionFilesService } from './revision-files.service.js';
import { renderLesson, type LessonAttachments, type LessonImages } from './lesson-markdown.js';

export { ATTACHMENT_TYPES, attachmentType } from './attachment-kinds.js';
export {
  ATTACHMENT_FOLDER,
  RENDERING,
  attachmentsInMarkdown,
  citedInMarkdown,
  imagesInMarkdown,
  renderLesson,
  renderText,
  type LessonAttachment,
  type LessonAttachments,
  type LessonImage,
  type LessonImages,
} from './lesson-markdown.js';

export interface ParsedLesson {
  slug: string;
  kind: LessonKind;
  title: Bilingual;
  minutes: number;
  markdown: string;
  citations: string[];
  /** The day on which the law of this lesson was checked; never before the course's. */
  asOf: string;
  /** The course's images that it shows, by the path that its Markdown names. */
  images?: LessonImages;
  /** Likewise the files that it links to. */
  attachments?: LessonAttachments;
  /** Where the film of a video lesson is. */
  video?: string;
  /** The story of a scenario lesson. */
  scenario?: Omit<Scenario, 'lessonId' | 'lesson'>;
}

export interface ParsedSkillModule {
  slug: string;
  title: Bilingual;
  summary: Bilingual;
  lessons: ParsedLesson[];
}

export interface ParsedCourse {
  slug: string;
  /** SHA-256 (hex) over the canonical form of everything the revision holds, quizzes included. */
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

/** The files that a revision is made of, and where they come from. */
export interface RevisionSource {
  origin: RevisionOrigin;
  /** By path within the course's folder. */
  files: ReadonlyMap<string, Buffer>;
  /** Sizes of those that are images. */
  images: LessonImages;
}

const RELEASED: RevisionSource = { origin: 'release', files: new Map(), images: {} };

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
    private readonly files: RevisionFilesService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Makes the revision that holds this very content the current one, should there be one: for files that were taken
   * back to an earlier state.
   */
  async republish(
    tx: EntityManager,
    { slug, contentHash }: Pick<ParsedCourse, 'slug' | 'contentHash'>,
  ): Promise<'unknown' | 'current' | 'republished'> {
    const [known] = await tx.find(CourseRevision, {
      where: { course: { slug }, contentHash, state: In(['published', 'retired']) },
      order: { state: 'ASC', number: 'DESC' },
    });
    if (!known) return 'unknown';
    if (known.state === 'published') return 'current';
    await this.publish(tx, { courseId: known.courseId, revisionId: known.id });
    return 'republished';
  }

  /**
   * Writes a new revision as a draft, to which its quizzes are added before it is published.
   * @throws Problem citation-not-in-force
   */
  async importDraft(
    tx: EntityManager,
    parsed: ParsedCourse,
    source: RevisionSource = RELEASED,
  ): Promise<DraftRevision> {
    const course = await this.ensureCourse(tx, parsed.slug);
    const revisionId = newId();
    await tx.insert(CourseRevision, {
      id: revisionId,
      courseId: course.id,
      number: 1 + (await tx.countBy(CourseRevision, { courseId: course.id })),
      state: 'draft',
      origin: source.origin,
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
        lessonIdBySlug.set(lesson.slug, await this.insertLesson(tx, lesson, place));
      }
    }
    await this.files.keepFiles(tx, revisionId, source);
    return { courseId: course.id, revisionId, lessonIdBySlug };
  }

  /** A course that nothing was published of yet. @returns its id; null when the slug is taken */
  async addCourse(tx: EntityManager, slug: string): Promise<string | null> {
    const id = newId();
    const row = { id, slug, createdAt: this.clock.now() };
    await tx.createQueryBuilder().insert().into(Course).values(row).orIgnore().execute();
    return (await tx.findOneByOrFail(Course, { slug })).id === id ? id : null;
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
    { citations, asOf, scenario, images, attachments, video, ...lesson }: ParsedLesson,
    place: { revisionId: string; skillModuleId: string; position: number },
  ): Promise<string> {
    const id = newId();
    const html = renderLesson(lesson.markdown, { images, attachments, video });
    await tx.insert(Lesson, { id, ...place, ...lesson, html });
    if (scenario) await tx.insert(Scenario, { lessonId: id, ...scenario });
    const citer = { kind: citerKindOf(lesson.kind), id, title: lesson.title.vi, link: null };
    await this.law.cite(tx, citer, { codes: citations, asOf });
    return id;
  }

  /**
   * Makes a revision the current one and retires the one before. Files that come with a release count as approved; of
   * what was written at the desk only an approved revision is published, else the database refuses.
   */
  async publish(tx: EntityManager, { courseId, revisionId }: Omit<DraftRevision, 'lessonIdBySlug'>): Promise<void> {
    const retired = await tx.findOneBy(CourseRevision, { courseId, state: 'published' });
    if (retired) await tx.update(CourseRevision, { id: retired.id }, { state: 'retired' });
    await tx.update(CourseRevision, { id: revisionId, state: 'draft', origin: 'release' }, { state: 'approved' });
    // One that was published before keeps its day.
    await tx.query(
      `UPDATE course_revision SET state = 'published', published_at = coalesce(published_at, $2) WHERE id = $1`,
      [revisionId, this.clock.now()],
    );
    const payload = { revisionId, retiredRevisionId: retired?.id ?? null };
    await this.outbox.publish(tx, RevisionPublished, payload);
    const lessons = await tx.find(Lesson, {
      select: { id: true, revisionId: true, kind: true },
      where: { revisionId: In([revisionId, ...(retired ? [retired.id] : [])]) },
    });
    const linkOf = (lesson: Lesson) => (lesson.revisionId === revisionId ? `/bai/${lesson.id}` : null);
    for (const kind of ['lesson', 'scenario'] as const) {
      const citers = lessons.filter((lesson) => citerKindOf(lesson.kind) === kind);
      await this.law.setLinks(
        tx,
        kind,
        citers.map((lesson) => ({ id: lesson.id, link: linkOf(lesson) })),
      );
    }
  }
}
