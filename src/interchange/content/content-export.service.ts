import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { RevisionFilesService } from '../../catalogue/revision-files.service.js';

/** Writes the content files of courses out of the database. */
@Injectable()
export class ContentExportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: CatalogueService,
    private readonly files: RevisionFilesService,
  ) {}

  /**
   * Writes the files of a course's current revision, byte for byte as they were imported, to `<folder>/<slug>`.
   * @returns the paths written
   * @throws Problem not-found when no course of this slug is published
   */
  async export(slug: string, folder: string): Promise<string[]> {
    const { revision } = await this.catalogue.currentRevisionOf(slug);
    const files = await this.files.filesOf(this.dataSource.manager, revision.id);
    const written: string[] = [];
    for (const [path, bytes] of files) {
      const target = join(folder, slug, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, bytes);
      written.push(target);
    }
    return written;
  }
}
