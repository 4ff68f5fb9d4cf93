import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ContentBlob } from './entities/content-blob.entity.js';
import { RevisionFile } from './entities/revision-file.entity.js';
import { REVISION_FILES } from './catalogue.queries.js';
import type { LessonImages } from './lesson-markdown.js';

/** The content files of revisions, and the images that lessons show. */
@Injectable()
export class RevisionFilesService {
  constructor(private readonly dataSource: DataSource) {}

  /** The files that a revision was made of, byte for byte, by path; empty for one written before files were kept. */
  async filesOf(executor: EntityManager, revisionId: string): Promise<Map<string, Buffer>> {
    const rows = await executor.query<{ path: string; bytes: Buffer }[]>(REVISION_FILES, [revisionId]);
    return new Map(rows.map(({ path, bytes }) => [path, bytes]));
  }

  /** Keeps the files of a revision that is still a draft. */
  async keepFiles(
    tx: EntityManager,
    revisionId: string,
    { files, images }: { files: ReadonlyMap<string, Buffer>; images: LessonImages },
  ): Promise<void> {
    for (const [path, bytes] of files) {
      const hash = await this.keepBlob(tx, bytes, images[path]);
      await tx.insert(RevisionFile, { revisionId, path, hash });
    }
  }

  /** Keeps bytes, once however often they come; with their size when they are an image. @returns their SHA-256 (hex) */
  async keepBlob(tx: EntityManager, bytes: Buffer, image?: { width: number; height: number }): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const { width = null, height = null } = image ?? {};
    const mediaType = image ? 'image/webp' : 'text/plain; charset=utf-8';
    const blob = { hash, mediaType, bytes, width, height };
    await tx.createQueryBuilder().insert().into(ContentBlob).values(blob).orIgnore().execute();
    return hash;
  }

  /** An image of a lesson or a draft; null when there is none of this hash. */
  async findImage(hash: string): Promise<Buffer | null> {
    const blob = await this.dataSource.manager.findOneBy(ContentBlob, { hash, mediaType: 'image/webp' });
    return blob?.bytes ?? null;
  }
}
