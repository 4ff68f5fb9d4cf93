import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RevisionFilesService } from '../catalogue/revision-files.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { encodeImage } from '../platform/images/image-encoding.js';
import { ImageRefused } from '../platform/images/image.problems.js';
import { slugOf } from './content-yaml.rules.js';
import { DraftStoreService } from './draft-store.service.js';
import { DraftFile } from './entities/draft-file.entity.js';
import { IMAGE_FOLDER } from './format/image-files.js';

export interface KeptImage {
  /** As lessons name it: `![mô tả](anh/so-do-1a2b3c4d.webp)`. */
  path: string;
  hash: string;
  width: number;
  height: number;
  bytes: number;
}

/** Images of drafts, made anew from what was sent. */
@Injectable()
export class DraftImageService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: DraftStoreService,
    private readonly files: RevisionFilesService,
  ) {}

  /**
   * Keeps an image with the draft: re-encoded, without metadata, hence without the place where it was taken. The same
   * image again is the same file.
   * @param name what the file was called; its words stay in the path
   * @throws Problem not-found, draft-closed, image-refused
   */
  async add(actor: Actor, draftId: string, { sent, name = '' }: { sent: Buffer; name?: string }): Promise<KeptImage> {
    await this.store.get(this.dataSource.manager, actor, draftId);
    const made = await encodeImage(sent);
    if ('fault' in made) throw ImageRefused(made.fault);
    const { bytes, width, height } = made.image;
    const hash = createHash('sha256').update(bytes).digest('hex');
    const words = slugOf(name.replace(/\.[a-z0-9]+$/i, ''), 'anh');
    return this.dataSource.transaction(async (tx) => {
      const head = await this.store.lockForEdit(tx, actor, draftId);
      const known = await tx.findOneBy(DraftFile, { draftId, hash });
      const path = known?.path ?? `${IMAGE_FOLDER}/${words}-${hash.slice(0, 8)}.webp`;
      if (!known) {
        await this.files.keepBlob(tx, bytes, { width, height });
        await this.store.change(tx, { actor, head, change: { set: new Map([[path, { hash }]]) } });
      }
      return { path, hash, width, height, bytes: bytes.length };
    });
  }
}
