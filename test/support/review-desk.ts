import type { DataSource } from 'typeorm';
import type { Clock } from '../../src/platform/clock/clock.js';
import { CourseDraft } from '../../src/authoring/entities/course-draft.entity.js';
import { CourseImportService, type ParsedCourse } from '../../src/catalogue/course-import.service.js';
import { DraftContributor } from '../../src/authoring/entities/draft-contributor.entity.js';
import { ReviewService } from '../../src/authoring/review.service.js';
import { newId } from '../../src/platform/ids/new-id.js';

/** Lessons to read, by slug, as Markdown. */
export type Texts = Record<string, string>;

const PUBLISHED_AT = { completionRule: { lessons: 'all' } as const, certificateRule: null };

function parsed(slug: string, texts: Texts): ParsedCourse {
  const lessons = Object.entries(texts).map(([lesson, markdown]) => ({
    ...{ slug: lesson, kind: 'reading' as const, title: { vi: `Bài ${lesson}` }, minutes: 5, markdown },
    ...{ citations: [], asOf: '2026-11-01' },
  }));
  return {
    ...{ slug, contentHash: newId(), title: { vi: `Khoá ${slug}` }, summary: { vi: '' }, asOf: '2026-11-01' },
    ...{ topics: ['quan-he-lao-dong'], estimatedMinutes: 10, ...PUBLISHED_AT },
    skillModules: [{ slug: 'mo-dau', title: { vi: 'Mở đầu' }, summary: { vi: '' }, lessons }],
  };
}

/** Whatever runs the features. */
interface Running {
  dataSource: DataSource;
  clock: Clock;
  get<T>(service: new (...parts: never[]) => T): T;
}

/** Drafts on their way to a reviewer, without the desk's own screens and files. */
export class ReviewDesk {
  constructor(private readonly world: Running) {}

  /** A course that is published, of lessons to read. */
  async publish(slug: string, texts: Texts): Promise<{ courseId: string; revisionId: string }> {
    const courses = this.world.get(CourseImportService);
    return this.world.dataSource.transaction(async (tx) => {
      const { courseId, revisionId } = await courses.importDraft(tx, parsed(slug, texts));
      await courses.publish(tx, { courseId, revisionId });
      return { courseId, revisionId };
    });
  }

  /** A draft of a course, new unless there is one, submitted by its author. */
  async submit(
    given: { slug: string; unitId: string; authorId: string; draftId?: string },
    texts: Texts,
  ): Promise<{ draftId: string; reviewId: string; revisionId: string; courseId: string }> {
    const { slug, unitId, authorId } = given;
    const draftId = given.draftId ?? newId();
    return this.world.dataSource.transaction(async (tx) => {
      const files = new Map(
        Object.entries(texts).map(([name, text]) => [`01-mo-dau/01-${name}.md`, Buffer.from(text)]),
      );
      const source = { origin: 'desk' as const, files, images: {} };
      const { courseId, revisionId } = await this.world
        .get(CourseImportService)
        .importDraft(tx, parsed(slug, texts), source);
      if (given.draftId === undefined) {
        await tx.insert(CourseDraft, {
          ...{ id: draftId, courseId, organisationId: unitId, startedById: authorId, baseRevisionId: null, version: 1 },
          ...{ startedAt: this.world.clock.now(), closedAt: null },
        });
        await tx.insert(DraftContributor, { draftId, personId: authorId });
      }
      const draft = await tx.findOneByOrFail(CourseDraft, { id: draftId });
      const { id } = await this.world.get(ReviewService).open(tx, { draft, revisionId, actorId: authorId });
      return { draftId, reviewId: id, revisionId, courseId };
    });
  }

  /** As any edit of a file, or an author, ends a review. */
  async end(draftId: string, actorId: string, as: 'voided' | 'withdrawn'): Promise<void> {
    await this.world.dataSource.transaction(async (tx) => {
      const draft = await tx.findOneOrFail(CourseDraft, {
        where: { id: draftId },
        lock: { mode: 'for_no_key_update' },
      });
      await this.world.get(ReviewService).end(tx, { draft, actorId, as });
    });
  }
}
