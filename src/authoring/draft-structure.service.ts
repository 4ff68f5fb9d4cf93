import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { NotFound } from '../platform/problems/problem.js';
import { editYaml, freeSlug, joinLesson, looseYaml, newYaml, slugOf } from './content-yaml.rules.js';
import { DraftStoreService, type DraftChange, type DraftHead } from './draft-store.service.js';
import { DraftConflict, OrderOutdated, TooManyParts } from './draft.problems.js';
import { findLesson, modulesOf, movesOf, type DraftModule } from './draft-tree.rules.js';
import type { DraftFile } from './entities/draft-file.entity.js';

export interface CourseFacts {
  title?: Bilingual;
  summary?: Bilingual;
  asOf?: string;
  topics?: string[];
  estimatedMinutes?: number;
  completion?: Record<string, unknown>;
  /** null: the course gives none. */
  certificate?: Record<string, unknown> | null;
}

export type Order = { slug: string; lessons: string[] }[];

type Files = Map<string, DraftFile>;

const MOST_PARTS = 99;
const numberOf = (index: number) => String(index + 1).padStart(2, '0');

/** Skill modules and lessons of a draft: which there are, how they are called, in which order they are taught. */
@Injectable()
export class DraftStructureService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: DraftStoreService,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes what course.yaml says.
   * @param version of course.yaml as it was read
   * @throws Problem not-found, draft-closed, draft-conflict
   */
  async changeCourse(actor: Actor, draftId: string, facts: CourseFacts & { version: number }): Promise<void> {
    const { version, certificate, ...rest } = facts;
    await this.edit(actor, draftId, (files) => {
      const file = files.get('course.yaml');
      if (file?.version !== version) throw DraftConflict();
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      const isNamed = certificate !== undefined;
      const changes = { ...given, ...(isNamed ? { certificate: certificate ?? undefined } : {}) };
      return { set: new Map([['course.yaml', { text: editYaml(file.text ?? '', changes) }]]) };
    });
  }

  /** Adds a module at the end. @returns its slug; @throws Problem not-found, draft-closed, too-many-parts */
  async addModule(actor: Actor, draftId: string, given: { title: string; summary?: string }): Promise<string> {
    let slug = '';
    await this.edit(actor, draftId, (files) => {
      const modules = modulesOf(files);
      if (modules.length >= MOST_PARTS) throw TooManyParts();
      slug = freeSlug(slugOf(given.title, 'chuyen-de'), new Set(modules.map((module) => module.slug)));
      const about = { title: { vi: given.title }, summary: { vi: given.summary ?? given.title } };
      const number = modules.reduce((last, { folder }) => Math.max(last, Number(folder.slice(0, 2))), 0);
      return { set: new Map([[`${numberOf(number)}-${slug}/module.yaml`, { text: newYaml(about) }]]) };
    });
    return slug;
  }

  /** @throws Problem not-found, draft-closed */
  async changeModule(
    actor: Actor,
    draftId: string,
    { slug, ...given }: { slug: string; title?: Bilingual; summary?: Bilingual },
  ): Promise<void> {
    await this.edit(actor, draftId, (files) => {
      const path = `${moduleOf(files, slug).folder}/module.yaml`;
      const { title, summary } = given;
      const changes = { ...(title ? { title } : {}), ...(summary ? { summary } : {}) };
      return { set: new Map([[path, { text: editYaml(files.get(path)?.text ?? '', changes) }]]) };
    });
  }

  /** Takes away a module with everything in it. @throws Problem not-found, draft-closed */
  async removeModule(actor: Actor, draftId: string, slug: string): Promise<void> {
    await this.edit(actor, draftId, (files) => {
      const module = moduleOf(files, slug);
      const gone = [...files.keys()].filter((path) => path.startsWith(`${module.folder}/`));
      return {
        gone,
        set: withoutCompletion(
          files,
          module.lessons.map((lesson) => lesson.slug),
        ),
      };
    });
  }

  /**
   * Adds a lesson at the end of a module.
   * @returns its slug
   * @throws Problem not-found, draft-closed, too-many-parts
   */
  async addLesson(
    actor: Actor,
    draftId: string,
    given: { module: string; kind: 'reading' | 'video' | 'quiz'; title: string },
  ): Promise<string> {
    let slug = '';
    await this.edit(actor, draftId, (files) => {
      const modules = modulesOf(files);
      const module = moduleOf(files, given.module);
      if (module.lessons.length >= MOST_PARTS) throw TooManyParts();
      const taken = new Set(modules.flatMap(({ lessons }) => lessons.map((lesson) => lesson.slug)));
      slug = freeSlug(slugOf(given.title, 'bai'), taken);
      const last = module.lessons.reduce((n, { path }) => Math.max(n, Number(path.split('/')[1]?.slice(0, 2))), 0);
      const stem = `${module.folder}/${numberOf(last)}-${slug}`;
      return { set: given.kind === 'quiz' ? newQuiz(stem, slug, given.title) : this.newReading(stem, given) };
    });
    return slug;
  }

  private newReading(stem: string, { kind, title }: { kind: string; title: string }): DraftChange['set'] {
    const asOf = vietnamDate(this.clock.now());
    const front = newYaml({ title: { vi: title }, kind, minutes: 5, citations: [], asOf });
    return new Map([[`${stem}.md`, { text: joinLesson(front, '') }]]);
  }

  /** Takes away a lesson with its questions or story, unless another one uses them. @throws Problem not-found, draft-closed */
  async removeLesson(actor: Actor, draftId: string, slug: string): Promise<void> {
    await this.edit(actor, draftId, (files) => {
      const modules = modulesOf(files);
      const found = findLesson(modules, slug);
      if (!found) throw NotFound();
      const others = modules.flatMap(({ lessons }) => lessons.filter((lesson) => lesson !== found.lesson));
      const shared = new Set(others.flatMap(({ companions }) => companions));
      const gone = [found.lesson.path, ...found.lesson.companions.filter((path) => !shared.has(path))];
      return { gone, set: withoutCompletion(files, [slug]) };
    });
  }

  /**
   * Puts modules and lessons in order; a lesson may come to another module.
   * @param order every module and every lesson, once
   * @throws Problem not-found, draft-closed, order-outdated
   */
  async order(actor: Actor, draftId: string, order: Order): Promise<void> {
    await this.edit(actor, draftId, (files) => {
      const modules = modulesOf(files);
      const names = (list: { slug: string }[]) =>
        list
          .map(({ slug }) => slug)
          .sort()
          .join(' ');
      const lessons = modules.flatMap((module) => module.lessons);
      const wanted = order.flatMap((module) => module.lessons.map((slug) => ({ slug })));
      if (names(order) !== names(modules) || names(wanted) !== names(lessons)) throw OrderOutdated();
      if (order.some((module) => module.lessons.length > MOST_PARTS)) throw TooManyParts();
      return reordered(files, order);
    });
  }

  private async edit(actor: Actor, draftId: string, decide: (files: Files) => DraftChange): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const head = await this.store.lockForEdit(tx, actor, draftId);
      const files = await this.store.files(tx, draftId);
      const change = decide(files);
      if (!isChange(files, change)) return;
      await this.write(tx, { actor, head, change });
    });
  }

  private write(tx: EntityManager, given: { actor: Actor; head: DraftHead; change: DraftChange }): Promise<number> {
    return this.store.change(tx, given);
  }
}

function isChange(files: Files, { set = new Map(), gone = [] }: DraftChange): boolean {
  if ([...gone].some((path) => files.has(path))) return true;
  return [...set].some(([path, { text = null, hash = null }]) => {
    const before = files.get(path);
    return before?.text !== text || before.hash !== hash;
  });
}

function moduleOf(files: Files, slug: string): DraftModule {
  const module = modulesOf(files).find((candidate) => candidate.slug === slug);
  if (!module) throw NotFound();
  return module;
}

function newQuiz(stem: string, slug: string, title: string): DraftChange['set'] {
  const settings = {
    slug,
    title: { vi: title },
    kind: 'practice',
    questions: `${slug}.gift`,
    draw: 1,
    graceSeconds: 0,
    passPercent: 70,
    maxAttempts: 0,
    shuffleOptions: true,
    review: 'afterSubmission',
  };
  const folder = stem.slice(0, stem.indexOf('/'));
  return new Map([
    [`${stem}.quiz.yaml`, { text: newYaml(settings) }],
    [`${folder}/${slug}.gift`, { text: '' }],
  ]);
}

/** course.yaml without completion by lessons that are gone; what is left asks for the lessons when nothing else is. */
function withoutCompletion(files: Files, slugs: string[]): DraftChange['set'] {
  const file = files.get('course.yaml');
  const completion = looseYaml(file?.text ?? '')['completion'];
  if (!file || typeof completion !== 'object' || completion === null) return new Map();
  const left: Record<string, unknown> = { ...completion };
  for (const [key, name] of [
    ['quizzes', 'quiz'],
    ['scenarios', 'scenario'],
  ] as const) {
    const rules = left[key];
    if (!Array.isArray(rules)) continue;
    const kept = (rules as Record<string, unknown>[]).filter((rule) => !slugs.includes(String(rule[name])));
    if (kept.length > 0) left[key] = kept;
    else delete left[key];
  }
  const text = editYaml(file.text ?? '', { completion: Object.keys(left).length > 0 ? left : { lessons: 'all' } });
  return text === file.text ? new Map() : new Map([['course.yaml', { text }]]);
}

function reordered(files: Files, order: Order): DraftChange {
  const { moves, gone } = movesOf(files, order);
  const set = new Map<string, NonNullable<ReturnType<NonNullable<DraftChange['set']>['get']>>>();
  const renamed = new Map<string, Map<string, string>>();
  for (const { from, to, owner } of moves) {
    const file = files.get(from);
    if (!file) continue;
    const { text, hash, version, changedById, changedAt } = file;
    set.set(to, { text, hash, version, changedById, changedAt });
    const [before, after] = [from, to].map((path) => path.slice(path.lastIndexOf('/') + 1));
    if (owner === undefined || before === undefined || after === undefined || before === after) continue;
    renamed.set(owner, (renamed.get(owner) ?? new Map<string, string>()).set(before, after));
  }
  for (const [path, names] of renamed) {
    const text = set.get(path)?.text ?? '';
    const data = looseYaml(text);
    const renamedIn = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(renamedIn) : (names.get(String(value)) ?? value);
    const keys = ['questions', 'story'].filter((key) => data[key] !== undefined);
    set.set(path, { text: editYaml(text, Object.fromEntries(keys.map((key) => [key, renamedIn(data[key])]))) });
  }
  return { set, gone };
}
