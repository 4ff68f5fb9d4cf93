import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { citedInMarkdown } from '../catalogue/course-import.service.js';
import { RevisionFilesService } from '../catalogue/revision-files.service.js';
import { LawService } from '../law/law.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { encodeImage, type EncodedImage } from '../platform/images/image-encoding.js';
import { joinLesson, newYaml, slugOf } from './content-yaml.rules.js';
import { DraftStoreService, type DraftChange } from './draft-store.service.js';
import { newLessonPlace } from './draft-structure.service.js';
import type { DraftFile } from './entities/draft-file.entity.js';
import { IMAGE_FOLDER } from './format/image-files.js';
import { lawResolver, linkLaw, type LawLink, type UnclearLaw } from './word/law-links.js';
import type { ImportedLesson, LessonImage, Loss } from './word/lesson-blocks.js';
import { LessonReader } from './word/lesson-reader.js';

/** A lesson that an import made, and what its author should look at. */
export interface LessonImport {
  slug: string;
  losses: Loss[];
  /** Articles that became links to the law library. */
  links: LawLink[];
  /** Articles that were named but left as words. */
  unclear: UnclearLaw[];
}

interface Picture extends EncodedImage {
  hash: string;
  alt: string;
}

/** Words a minute at which a lesson is read. */
const READING_SPEED = 180;

/** Makes lessons of drafts from Word and Markdown files. */
@Injectable()
export class DraftImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: DraftStoreService,
    private readonly files: RevisionFilesService,
    private readonly law: LawService,
    private readonly reader: LessonReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a lesson to the end of a module: its text, its images made anew, its links to the law. All of it or nothing.
   * @param given the file itself and the slug of a module
   * @throws Problem not-found, draft-closed, too-many-parts; what is wrong with the file; 503 when many files wait
   */
  async import(actor: Actor, draftId: string, given: { bytes: Buffer; module: string }): Promise<LessonImport> {
    // Before minutes of work for somebody who may not.
    await this.dataSource.transaction(async (tx) => {
      await this.store.lockForEdit(tx, actor, draftId);
      newLessonPlace(await this.store.files(tx, draftId), { module: given.module, title: '' });
    });
    const lesson = await this.reader.read(given.bytes);
    const { markdown, links, unclear } = linkLaw(lesson.markdown, lawResolver(await this.law.articleNames()));
    const { pictures, losses } = await encoded(lesson.images);
    const slug = await this.dataSource.transaction(async (tx) => {
      const head = await this.store.lockForEdit(tx, actor, draftId);
      const files = await this.store.files(tx, draftId);
      const title = lesson.title || 'Bài nhập từ tệp';
      const { slug, stem } = newLessonPlace(files, { module: given.module, title });
      const paths = pathsOf(pictures, files);
      for (const { bytes, width, height } of pictures.values()) await this.files.keepBlob(tx, bytes, { width, height });
      const text = this.written({ ...lesson, title, markdown: withPaths(markdown, paths) });
      const known = new Set([...files.values()].map(({ path }) => path));
      const set: NonNullable<DraftChange['set']> = new Map<string, { text: string } | { hash: string }>([
        ...[...pictures].flatMap(([name, { hash }]) => {
          const path = paths.get(name);
          return path === undefined || known.has(path) ? [] : [[path, { hash }] as const];
        }),
        [`${stem}.md`, { text }],
      ]);
      await this.store.change(tx, { actor, head, change: { set } });
      return slug;
    });
    return { slug, losses: [...lesson.losses, ...losses], links, unclear };
  }

  private written({ title, markdown }: Pick<ImportedLesson, 'title' | 'markdown'>): string {
    const words = markdown.split(/\s+/).length;
    const minutes = Math.min(Math.max(Math.round(words / READING_SPEED), 1), 60);
    const asOf = vietnamDate(this.clock.now());
    const citations = citedInMarkdown(markdown);
    return joinLesson(newYaml({ title: { vi: title }, kind: 'reading', minutes, citations, asOf }), markdown);
  }
}

async function encoded(images: readonly LessonImage[]): Promise<{ pictures: Map<string, Picture>; losses: Loss[] }> {
  const pictures = new Map<string, Picture>();
  const losses: Loss[] = [];
  for (const { name, bytes, alt } of images) {
    const made = await encodeImage(Buffer.from(bytes));
    if ('fault' in made) losses.push({ what: made.fault, where: null });
    else pictures.set(name, { ...made.image, alt, hash: createHash('sha256').update(made.image.bytes).digest('hex') });
  }
  return { pictures, losses };
}

/** An image that the draft has already keeps its path. */
function pathsOf(pictures: ReadonlyMap<string, Picture>, files: ReadonlyMap<string, DraftFile>): Map<string, string> {
  const kept = new Map([...files.values()].flatMap(({ hash, path }) => (hash === null ? [] : [[hash, path] as const])));
  return new Map(
    [...pictures].map(([name, { hash, alt }]) => {
      return [name, kept.get(hash) ?? `${IMAGE_FOLDER}/${slugOf(alt, 'anh')}-${hash.slice(0, 8)}.webp`] as const;
    }),
  );
}

/** The text with the paths of the images that are kept; one that could not be made anew goes. */
function withPaths(markdown: string, paths: ReadonlyMap<string, string>): string {
  return markdown.replace(/!\[((?:[^\]\\]|\\.)*)\]\(anh\/(hinh-\d+\.[a-z]+)\)/g, (_, alt: string, name: string) => {
    const path = paths.get(name);
    return path === undefined ? '' : `![${alt}](${path})`;
  });
}
