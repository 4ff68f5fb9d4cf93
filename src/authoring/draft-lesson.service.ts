import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  citedInMarkdown,
  renderLesson,
  type LessonAttachment,
  type LessonImage,
} from '../catalogue/course-import.service.js';
import type { Bilingual } from '../catalogue/entities/completion-rule.js';
import { Person } from '../identity/entities/person.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { NotFound } from '../platform/problems/problem.js';
import { editYaml, joinLesson, looseYaml, newYaml, splitLesson } from './content-yaml.rules.js';
import { DraftStoreService } from './draft-store.service.js';
import { DraftConflict } from './draft.problems.js';
import { DRAFT_BLOBS } from './draft.queries.js';
import { findLesson, modulesOf, type DraftLesson } from './draft-tree.rules.js';
import type { DraftFile } from './entities/draft-file.entity.js';
import { DraftSave } from './entities/draft-save.entity.js';

export interface LessonText {
  slug: string;
  path: string;
  kind: DraftLesson['kind'];
  title: Bilingual;
  minutes: number;
  /** The day on which the law of this lesson was checked. */
  asOf: string;
  /** Where the film of a video lesson is. */
  video: string | null;
  markdown: string;
  version: number;
  changedAt: Date;
  changedBy: { id: string; fullName: string };
}

/** A save of a lesson; what is not given stays as it is. */
export interface LessonSave {
  slug: string;
  /** The version that was being edited. */
  baseVersion: number;
  /** Of this save: sent again, it is the same save. */
  saveId: string;
  markdown: string;
  title?: Bilingual;
  minutes?: number;
  asOf?: string;
  video?: string | null;
}

interface DraftBlob {
  path: string;
  hash: string;
  width: number | null;
  height: number | null;
  /** In bytes. */
  size: number;
}

/** The texts of a draft's lessons. Two people may write at once: nobody's words are overwritten unseen. */
@Injectable()
export class DraftLessonService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: DraftStoreService,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found */
  async get(actor: Actor, draftId: string, slug: string): Promise<LessonText> {
    const { manager } = this.dataSource;
    await this.store.get(manager, actor, draftId);
    return this.read(manager, draftId, slug);
  }

  private async read(executor: EntityManager, draftId: string, slug: string): Promise<LessonText> {
    const files = await this.store.files(executor, draftId);
    const { lesson, file } = lessonOf(files, slug);
    const { fullName } = await executor.findOneByOrFail(Person, { id: file.changedById });
    return textOf(lesson, file, fullName);
  }

  /**
   * Saves a lesson to read or a video lesson. The same save again, and a save of what is there already, write nothing.
   * @returns the version that the save made
   * @throws Problem not-found, draft-closed; draft-conflict with the text that is there now
   */
  async save(actor: Actor, draftId: string, save: LessonSave): Promise<{ version: number }> {
    return this.dataSource.transaction(async (tx) => {
      const head = await this.store.lockForEdit(tx, actor, draftId);
      const done = await tx.findOneBy(DraftSave, { draftId, saveId: save.saveId });
      if (done) return { version: done.version };
      const { lesson, file } = lessonOf(await this.store.files(tx, draftId), save.slug);
      if (lesson.kind === 'quiz' || lesson.kind === 'scenario') throw NotFound();
      const text = written(file.text ?? '', save);
      let { version } = file;
      if (text !== file.text) {
        if (version !== save.baseVersion) {
          throw DraftConflict(undefined, { members: { current: await this.read(tx, draftId, save.slug) } });
        }
        version = await this.store.change(tx, { actor, head, change: { set: new Map([[file.path, { text }]]) } });
      }
      await tx.insert(DraftSave, { draftId, saveId: save.saveId, version, savedAt: this.clock.now() });
      return { version };
    });
  }

  /** How a learner will see a text of this draft. @throws Problem not-found */
  async preview(actor: Actor, draftId: string, given: { markdown: string; video?: string | null }): Promise<string> {
    const { manager } = this.dataSource;
    await this.store.get(manager, actor, draftId);
    const blobs = await manager.query<DraftBlob[]>(DRAFT_BLOBS, [draftId]);
    const images: Record<string, LessonImage> = {};
    const attachments: Record<string, LessonAttachment> = {};
    for (const { path, hash, width, height, size } of blobs) {
      if (width === null || height === null) attachments[path] = { hash, size };
      else images[path] = { hash, width, height };
    }
    return renderLesson(given.markdown, { images, attachments, ...(given.video ? { video: given.video } : {}) });
  }
}

function lessonOf(files: Map<string, DraftFile>, slug: string): { lesson: DraftLesson; file: DraftFile } {
  const lesson = findLesson(modulesOf(files), slug)?.lesson;
  const file = lesson && files.get(lesson.path);
  if (!lesson || !file) throw NotFound();
  return { lesson, file };
}

function textOf(lesson: DraftLesson, file: DraftFile, fullName: string): LessonText {
  const { slug, path, kind, title, minutes } = lesson;
  const isText = path.endsWith('.md');
  const { front, body } = isText ? splitLesson(file.text ?? '') : { front: file.text ?? '', body: '' };
  const { asOf, video } = looseYaml(front);
  return {
    ...{ slug, path, kind, title, minutes, markdown: body },
    asOf: typeof asOf === 'string' ? asOf : '',
    video: typeof video === 'string' ? video : null,
    ...{ version: file.version, changedAt: file.changedAt, changedBy: { id: file.changedById, fullName } },
  };
}

/** The file as saved: the front matter lists what the text cites, so that nobody has to. */
function written(before: string, { markdown, title, minutes, asOf, video }: LessonSave): string {
  const { front, body } = splitLesson(before);
  const known = looseYaml(front);
  const text = markdown.replaceAll('\r\n', '\n').normalize('NFC').trim();
  const listed = Array.isArray(known['citations']) ? (known['citations'] as unknown[]) : null;
  const cited = citedInMarkdown(text);
  // In whatever order they stand: the order of a list says nothing here.
  const isSame = listed?.length === cited.length && cited.every((code) => listed.includes(code));
  const film = video === null ? { kind: 'reading', video: undefined } : { kind: 'video', video };
  const changes = {
    ...(title === undefined ? {} : { title }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(isSame ? {} : { citations: cited }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(video === undefined ? {} : film),
  };
  const head = front === '' ? newYaml({ kind: 'reading', ...changes }) : editYaml(front, changes);
  return head === front && text === body ? before : joinLesson(head, text);
}
