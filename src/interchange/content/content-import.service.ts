import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ContentFolder, Schemas, faultLine, type ContentFault } from '../../authoring/course-format.service.js';
import { CourseWritingService } from '../../authoring/course-writing.service.js';
import { CourseImportService, RENDERING } from '../../catalogue/course-import.service.js';
import { LawImportService, type KeptEntry } from '../../law/law-import.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Problem } from '../../platform/problems/problem.js';
import { contentHash } from '../../platform/ids/content-hash.js';
import { SearchIndexService } from '../../search/search-index.service.js';
import { ContentStamp } from '../entities/content-stamp.entity.js';
import { readLaw } from './law-files.js';

export interface ContentReport {
  /** For people: a line with the figures, then a line for each fault. */
  summary: string;
  /** Parts of which something was written: `law`, `courses/<slug>`. */
  imported: string[];
  /** What the files say otherwise than an officer recorded; the officer's record stands. */
  kept: KeptEntry[];
  /** Every fault of every file at once. A part with a fault is not written at all. */
  faults: ContentFault[];
}

/**
 * Brings the database to what the files of content/ say: the law in one transaction, each course in one. Unchanged files are
 * not parsed. Processes that start together wait for each other.
 */
@Injectable()
export class ContentImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly law: LawImportService,
    private readonly courses: CourseImportService,
    private readonly writing: CourseWritingService,
    private readonly search: SearchIndexService,
  ) {}

  /**
   * Imports what changed, so that it can be found, too. Faults are reported, not thrown: what was imported before stays in
   * use.
   */
  async importAll(root: string): Promise<ContentReport> {
    const schemas = await Schemas.read(root);
    const courses = await readdir(join(root, 'courses'), { withFileTypes: true });
    const slugs = courses.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const imported: string[] = [];
    const faults: ContentFault[] = [];
    const kept: KeptEntry[] = [];
    for (const path of ['law', ...slugs.sort().map((slug) => `courses/${slug}`)]) {
      const folder = await ContentFolder.read(root, path, schemas);
      if (await this.importPart(folder, kept)) imported.push(path);
      faults.push(...folder.faults);
    }
    await this.search.bringUpToDate();
    const counts = `${imported.length} of ${slugs.length + 1} parts changed, ${faults.length} faults`;
    const lines = [...kept.map(keptLine), ...faults.map(faultLine)];
    return { summary: [counts, ...lines].join('\n  '), imported, kept, faults };
  }

  /** One part in one transaction; nothing of it when it has a fault. @returns whether anything was written */
  private async importPart(folder: ContentFolder, kept: KeptEntry[]): Promise<boolean> {
    try {
      return await this.dataSource.transaction((tx) => this.writePart(tx, folder, kept));
    } catch (error) {
      // A fault that only the database knows, such as a version that something cites.
      if (!(error instanceof Problem)) throw error;
      folder.faults.push({ file: folder.path, line: null, message: error.detail });
      return false;
    }
  }

  private async writePart(tx: EntityManager, folder: ContentFolder, kept: KeptEntry[]): Promise<boolean> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('union-skills:content'))`);
    // What the files were, and what was made of them: a new renderer makes something else of equal files.
    const stamp = { part: folder.path, contentHash: contentHash([folder.hash(), RENDERING]) };
    if (await tx.existsBy(ContentStamp, stamp)) return false;
    const isLaw = folder.path === 'law';
    const written = await (isLaw ? this.writeLaw(tx, folder, kept) : this.writeCourse(tx, folder));
    if (folder.faults.length > 0) return false;
    await tx.upsert(ContentStamp, { ...stamp, importedAt: this.clock.now() }, ['part']);
    return written;
  }

  private async writeLaw(tx: EntityManager, folder: ContentFolder, kept: KeptEntry[]): Promise<boolean> {
    const law = readLaw(folder);
    if (folder.faults.length > 0) return false;
    const result = await this.law.importLaw(tx, law);
    kept.push(...result.kept);
    return result.written > 0;
  }

  private async writeCourse(tx: EntityManager, folder: ContentFolder): Promise<boolean> {
    const files = await this.writing.read(tx, folder);
    if (!files || folder.faults.length > 0) return false;
    const known = await this.courses.republish(tx, files.course);
    if (known !== 'unknown') return known === 'republished';
    await this.courses.publish(tx, await this.writing.write(tx, { folder, files, origin: 'release' }));
    return true;
  }
}

const keptLine = ({ code, day }: KeptEntry): string =>
  `${code}: an officer's record for ${day} was kept against the files; please compare (bản ghi của cán bộ được giữ)`;
