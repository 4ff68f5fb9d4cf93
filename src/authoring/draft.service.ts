import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { CourseImportService } from '../catalogue/course-import.service.js';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { ContentBlob } from '../catalogue/entities/content-blob.entity.js';
import { RevisionFile } from '../catalogue/entities/revision-file.entity.js';
import { IdentityService } from '../identity/identity.service.js';
import { isWithin, scopeOf } from '../organisation/organisation.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { NotFound } from '../platform/problems/problem.js';
import { cleanName } from '../platform/text/vietnamese.js';
import { looseYaml, newYaml } from './content-yaml.rules.js';
import { DRAFT_READERS, DRAFT_WRITERS, stateOf, type DraftState } from './draft.policy.js';
import { CourseOfAnotherUnit, DraftExists, SlugTaken } from './draft.problems.js';
import { ANSWERING_UNIT, COURSE_GIVEN_UP, DRAFTS_IN_SCOPE } from './draft.queries.js';
import type { DraftContent } from './draft-tree.rules.js';
import { CourseDraft } from './entities/course-draft.entity.js';
import { DraftContributor } from './entities/draft-contributor.entity.js';
import { DraftFile } from './entities/draft-file.entity.js';
import type { ReviewState } from './entities/review.entity.js';

export interface DraftSummary {
  id: string;
  slug: string;
  title: Bilingual;
  state: DraftState;
  organisationId: string;
  unitName: string;
  isContributor: boolean;
  startedAt: Date;
  changedAt: Date | null;
}

/** A course that is not there yet. */
export interface NewCourse {
  title: string;
  slug: string;
  organisationId?: string;
}

type Row = Omit<DraftSummary, 'title' | 'state'> & {
  courseYaml: string | null;
  closedAt: Date | null;
  review: ReviewState | null;
};

const PAGE = 50;

/** Drafts as a whole: which there are, and how one begins. */
@Injectable()
export class DraftService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: CatalogueService,
    private readonly courses: CourseImportService,
    private readonly identity: IdentityService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Drafts of the actor's units, the newest first. @param cursor the answer's `nextCursor` */
  async list(actor: Actor, cursor?: string): Promise<{ items: DraftSummary[]; nextCursor: string | null }> {
    const values = [cursor ?? null, actor.personId, scopeOf(actor, DRAFT_READERS), PAGE + 1];
    const rows = await this.dataSource.query<Row[]>(DRAFTS_IN_SCOPE, values);
    const items = rows.slice(0, PAGE).map(({ courseYaml, closedAt, review, ...row }) => {
      const { vi = row.slug, en } = (looseYaml(courseYaml ?? '')['title'] ?? {}) as Partial<Bilingual>;
      const title = { vi, ...(en === undefined ? {} : { en }) };
      return { ...row, title, state: stateOf({ isClosed: closedAt !== null, review }) };
    });
    return { items, nextCursor: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null };
  }

  /**
   * Begins with the files of a course's current revision, on the desk of the unit that answers for the course: what is
   * published of it reaches everybody who learns it.
   * @returns the draft's id
   * @throws Problem not-found, course-of-another-unit, draft-exists
   */
  async startFromPublished(actor: Actor, courseSlug: string): Promise<string> {
    const { course, revision } = await this.catalogue.currentRevisionOf(courseSlug);
    return this.dataSource.transaction(async (tx) => {
      const [unit] = await tx.query<{ id: string; path: string | null }[]>(ANSWERING_UNIT, [course.id]);
      if (!unit?.path || !isWithin(unit.path, scopeOf(actor, DRAFT_WRITERS))) throw CourseOfAnotherUnit();
      const files = await tx.find(RevisionFile, { where: { revisionId: revision.id } });
      const contents = new Map<string, DraftContent>();
      for (const { path, hash } of files) {
        const blob = await tx.findOneByOrFail(ContentBlob, { hash });
        const isText = blob.mediaType.startsWith('text/');
        contents.set(path, isText ? { text: blob.bytes.toString('utf8'), hash: null } : { text: null, hash });
      }
      if (contents.size === 0) throw NotFound();
      return this.start(tx, actor, {
        ...{ courseId: course.id, baseRevisionId: revision.id, contents },
        organisationId: unit.id,
      });
    });
  }

  /**
   * Begins a course that is not there yet.
   * @returns the draft's id
   * @throws Problem slug-taken; not-found for a unit that the actor does not write for
   */
  async startNew(actor: Actor, { title, slug, organisationId }: NewCourse): Promise<string> {
    const course = {
      slug,
      title: { vi: cleanName(title) },
      summary: { vi: cleanName(title) },
      asOf: vietnamDate(this.clock.now()),
      topics: [],
      language: 'vi',
      estimatedMinutes: 60,
      completion: { lessons: 'all' },
    };
    const contents = new Map([['course.yaml', { text: newYaml(course), hash: null }]]);
    return this.dataSource.transaction((tx) => this.startWith(tx, actor, { slug, organisationId, contents }));
  }

  /**
   * Begins a course that is not there yet with files that were read without a fault, or with none to speak of.
   * @returns the draft's id
   * @throws Problem slug-taken; not-found for a unit that the actor does not write for
   */
  async startWith(
    tx: EntityManager,
    actor: Actor,
    given: { slug: string; organisationId?: string | undefined; contents: ReadonlyMap<string, DraftContent> },
  ): Promise<string> {
    const organisationId = await this.unitFor(tx, actor, given.organisationId);
    const courseId =
      (await this.courses.addCourse(tx, given.slug)) ?? (await this.givenUpCourse(tx, given.slug, organisationId));
    if (courseId === null) throw SlugTaken();
    return this.start(tx, actor, { courseId, organisationId, baseRevisionId: null, contents: given.contents });
  }

  /** The name of a course that its unit gave up before anything was published is free again, for that unit. */
  private async givenUpCourse(tx: EntityManager, slug: string, organisationId: string): Promise<string | null> {
    const [course] = await tx.query<{ id: string }[]>(COURSE_GIVEN_UP, [slug]);
    if (!course) return null;
    const [unit] = await tx.query<{ id: string }[]>(ANSWERING_UNIT, [course.id]);
    return unit?.id === organisationId ? course.id : null;
  }

  private async unitFor(tx: EntityManager, actor: Actor, organisationId?: string): Promise<string> {
    const own = actor.grants
      .filter(({ role }) => DRAFT_WRITERS.includes(role))
      .sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1))[0];
    const unit = organisationId ?? own?.organisationId;
    if (unit === undefined) throw NotFound();
    await this.identity.requireInScope(tx, { actor, roles: DRAFT_WRITERS, organisationId: unit });
    return unit;
  }

  private async start(
    tx: EntityManager,
    actor: Actor,
    given: Pick<CourseDraft, 'courseId' | 'organisationId' | 'baseRevisionId'> & {
      contents: ReadonlyMap<string, DraftContent>;
    },
  ): Promise<string> {
    const { contents, ...about } = given;
    await tx.query('SELECT 1 FROM course WHERE id = $1 FOR NO KEY UPDATE', [about.courseId]);
    if (await tx.existsBy(CourseDraft, { courseId: about.courseId, closedAt: IsNull() })) throw DraftExists();
    const id = newId();
    const now = this.clock.now();
    const by = { changedById: actor.personId, changedAt: now };
    await tx.insert(CourseDraft, {
      id,
      ...about,
      startedById: actor.personId,
      version: 1,
      startedAt: now,
      closedAt: null,
    });
    for (const [path, content] of contents) {
      await tx.insert(DraftFile, { draftId: id, path, ...content, version: 1, ...by });
    }
    await tx.insert(DraftContributor, { draftId: id, personId: actor.personId });
    await this.audit.record(tx, {
      ...{ action: 'authoring.start-draft', actorId: actor.personId, subjectKind: 'course-draft', subjectId: id },
      organisationId: about.organisationId,
      details: { courseId: about.courseId, baseRevisionId: about.baseRevisionId },
    });
    return id;
  }
}
