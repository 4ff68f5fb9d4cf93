import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ATTACHMENT_FOLDER, ATTACHMENT_TYPES } from '../catalogue/course-import.service.js';
import { RevisionFilesService } from '../catalogue/revision-files.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { slugOf } from './content-yaml.rules.js';
import { DraftStoreService } from './draft-store.service.js';
import { AttachmentRefused } from './draft.problems.js';
import { DraftFile } from './entities/draft-file.entity.js';
import { attachmentEnding, attachmentFaultOf } from './format/attachment-files.js';

/** Files that lessons of drafts hand out: forms to fill in, tables to reckon with. */
@Injectable()
export class DraftAttachmentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: DraftStoreService,
    private readonly files: RevisionFilesService,
  ) {}

  /**
   * Keeps a file with the draft as it is. The same file again is the same attachment.
   * @param name what the file was called; its words stay in the path, its ending says what it is
   * @returns the path as lessons link to it: `[Mẫu biên bản](tep/mau-bien-ban-1a2b3c4d.docx)`
   * @throws Problem not-found, draft-closed, attachment-refused
   */
  async add(
    actor: Actor,
    draftId: string,
    { sent, name }: { sent: Buffer; name: string },
  ): Promise<{ path: string; bytes: number }> {
    await this.store.get(this.dataSource.manager, actor, draftId);
    const ending = attachmentEnding(name);
    const fault = ending === null ? WRONG_KIND : attachmentFaultOf(ending, sent);
    if (fault || ending === null) throw AttachmentRefused(fault ?? WRONG_KIND);
    const hash = createHash('sha256').update(sent).digest('hex');
    const words = slugOf(name.slice(0, name.lastIndexOf('.')), 'tep');
    return this.dataSource.transaction(async (tx) => {
      const head = await this.store.lockForEdit(tx, actor, draftId);
      const known = await tx.findOneBy(DraftFile, { draftId, hash });
      const path = known?.path ?? `${ATTACHMENT_FOLDER}/${words}-${hash.slice(0, 8)}.${ending}`;
      if (!known) {
        await this.files.keepBlob(tx, sent, { mediaType: ATTACHMENT_TYPES[ending] });
        await this.store.change(tx, { actor, head, change: { set: new Map([[path, { hash }]]) } });
      }
      return { path, bytes: sent.length };
    });
  }
}

const WRONG_KIND = {
  vi: 'Tệp đính kèm là PDF, Word (.docx), Excel (.xlsx) hoặc PowerPoint (.pptx), không có macro.',
  en: 'An attachment is PDF, Word (.docx), Excel (.xlsx) or PowerPoint (.pptx), without macros.',
};
