import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { ContentBlob } from './entities/content-blob.entity.js';
import { RevisionFile } from './entities/revision-file.entity.js';
import { ATTACHMENT_TYPES, attachmentType } from './attachment-kinds.js';
import { REVISION_FILES } from './catalogue.queries.js';
import type { LessonImages } from './lesson-markdown.js';

/** What bytes are besides text. */
interface BlobKind {
  mediaType?: string | null;
  /** In pixels; images only. */
  width?: number;
  height?: number;
}

/** The content files of revisions, the images that lessons show and the attachments that they hand out. */
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
      const hash = await this.keepBlob(tx, bytes, images[path] ?? { mediaType: attachmentType(path) });
      await tx.insert(RevisionFile, { revisionId, path, hash });
    }
  }

  /** Keeps bytes, once however often they come; with a size in pixels they are an image. @returns their SHA-256 (hex) */
  async keepBlob(tx: EntityManager, bytes: Buffer, kind: BlobKind = {}): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const { width = null, height = null } = kind;
    const mediaType = kind.mediaType ?? (width === null ? 'text/plain; charset=utf-8' : 'image/webp');
    const blob = { hash, mediaType, bytes, width, height };
    await tx.createQueryBuilder().insert().into(ContentBlob).values(blob).orIgnore().execute();
    return hash;
  }

  /** An image of a lesson or a draft; null when there is none of this hash. */
  async findImage(hash: string): Promise<Buffer | null> {
    const blob = await this.dataSource.manager.findOneBy(ContentBlob, { hash, mediaType: 'image/webp' });
    return blob?.bytes ?? null;
  }

  /** An attachment of a lesson or a draft; null when there is none of this hash. */
  findAttachment(hash: string): Promise<Pick<ContentBlob, 'mediaType' | 'bytes'> | null> {
    return this.dataSource.manager.findOneBy(ContentBlob, { hash, mediaType: In(Object.values(ATTACHMENT_TYPES)) });
  }
}
