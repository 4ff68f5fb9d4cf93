import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { LruCache } from '../platform/cache/lru-cache.js';
import type { Actor } from '../platform/auth/actor.js';
import type { Text } from '../platform/problems/problem.js';
import { ContentRulesService } from './content-rules.service.js';
import { looseYaml } from './content-yaml.rules.js';
import { CourseWritingService } from './course-writing.service.js';
import { DraftStoreService, type DraftHead } from './draft-store.service.js';
import { rightsOf, stateOf, type DraftRights, type DraftState } from './draft.policy.js';
import { DRAFT_CONTRIBUTORS, DRAFT_THREADS } from './draft.queries.js';
import { modulesOf, type DraftLesson, type DraftModule } from './draft-tree.rules.js';
import type { Review } from './entities/review.entity.js';
import { slugOfPath } from './review-text.service.js';
import { ReviewService } from './review.service.js';

export interface DraftFault {
  /** Within the course's folder. */
  path: string;
  /** The lesson that the file belongs to, if any. */
  lessonSlug: string | null;
  line: number | null;
  message: Text;
}

/** What course.yaml says, as far as it can be read. */
export interface DraftCourse {
  slug: string;
  title: Bilingual;
  summary: Bilingual;
  asOf: string;
  topics: string[];
  estimatedMinutes: number;
  completion: Record<string, unknown>;
  certificate: Record<string, unknown> | null;
  /** Of course.yaml. */
  version: number;
}

export interface DraftOutline {
  head: DraftHead;
  state: DraftState;
  course: DraftCourse;
  modules: (Omit<DraftModule, 'lessons'> & {
    version: number;
    /** With the reviewers' threads on each, and those of them that nobody has settled. */
    lessons: (DraftLesson & { version: number; faults: number; threads: number; openThreads: number })[];
  })[];
  faults: DraftFault[];
  review: Review | null;
  contributors: { id: string; fullName: string }[];
  can: DraftRights;
}

/** Threads on a file. */
interface Remarks {
  path: string;
  threads: number;
  openThreads: number;
}

/** A draft as its authors see it: what it holds, and what is still wrong with it. */
@Injectable()
export class DraftOutlineService {
  /** By draft and version: everybody who looks at the same state waits for one reading of it. */
  private readonly faultsOf = new LruCache<DraftFault[]>(100, 60_000);

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: DraftStoreService,
    private readonly rules: ContentRulesService,
    private readonly writing: CourseWritingService,
    private readonly reviews: ReviewService,
  ) {}

  /** @throws Problem not-found */
  async get(actor: Actor, id: string): Promise<DraftOutline> {
    const { manager } = this.dataSource;
    const head = await this.store.get(manager, actor, id);
    const files = await this.store.files(manager, id);
    const modules = modulesOf(files);
    const faults = await this.faults(head, modules);
    const remarks = await manager.query<Remarks[]>(DRAFT_THREADS, [id]);
    const versionOf = (path: string) => files.get(path)?.version ?? 0;
    return {
      head,
      state: stateOf(head),
      course: { ...courseOf(head.slug, files.get('course.yaml')?.text ?? ''), version: versionOf('course.yaml') },
      modules: modules.map((module) => ({
        ...module,
        version: versionOf(`${module.folder}/module.yaml`),
        lessons: module.lessons.map((lesson) => ({
          ...lesson,
          version: versionOf(lesson.path),
          faults: faults.filter(({ lessonSlug }) => lessonSlug === lesson.slug).length,
          ...threadsOf(remarks, lesson.slug),
        })),
      })),
      faults,
      review: await this.reviews.latest(manager, id),
      contributors: await manager.query(DRAFT_CONTRIBUTORS, [id]),
      can: rightsOf(actor, head),
    };
  }

  private async faults(head: DraftHead, modules: DraftModule[]): Promise<DraftFault[]> {
    const read = async (): Promise<DraftFault[]> => {
      const { manager } = this.dataSource;
      const folder = await this.rules.folderOf(head.slug, await this.store.bytes(manager, head.id));
      await this.writing.read(manager, folder);
      const lessons = modules.flatMap((module) => module.lessons);
      return folder.faults.map(({ file, line, message }) => {
        const path = file.slice(folder.path.length + 1);
        const lesson = lessons.find((each) => each.path === path || each.companions.includes(path));
        return { path, lessonSlug: lesson?.slug ?? null, line, message };
      });
    };
    return (await this.faultsOf.get(`${head.id}:${head.version}`, read)) ?? [];
  }
}

/** By slug: files are renamed when lessons change places. */
function threadsOf(remarks: Remarks[], slug: string): Omit<Remarks, 'path'> {
  const own = remarks.filter(({ path }) => slugOfPath(path) === slug);
  return {
    threads: own.reduce((sum, { threads }) => sum + threads, 0),
    openThreads: own.reduce((sum, { openThreads }) => sum + openThreads, 0),
  };
}

function courseOf(slug: string, yaml: string): Omit<DraftCourse, 'version'> {
  const data = looseYaml(yaml);
  const text = (value: unknown, fallback: string) => (typeof value === 'string' ? value : fallback);
  const group = (value: unknown) =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  const bilingual = (value: unknown, fallback: string): Bilingual => {
    const { vi, en } = group(value) ?? {};
    return { vi: text(vi, fallback), ...(typeof en === 'string' ? { en } : {}) };
  };
  const topics = Array.isArray(data['topics']) ? data['topics'] : [];
  return {
    slug,
    title: bilingual(data['title'], slug),
    summary: bilingual(data['summary'], ''),
    asOf: text(data['asOf'], ''),
    topics: topics.filter((topic) => typeof topic === 'string'),
    estimatedMinutes: typeof data['estimatedMinutes'] === 'number' ? data['estimatedMinutes'] : 0,
    completion: group(data['completion']) ?? {},
    certificate: group(data['certificate']),
  };
}
