import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { NotFound } from '../platform/problems/problem.js';
import { MissingObjectError, ObjectStorage } from '../platform/storage/object-storage.js';
import { CatalogueService, type RevisionContents } from './catalogue.service.js';
import { Handbook, type HandbookFormat } from './entities/handbook.entity.js';
import { HANDBOOK_RENDERING, isPrinted } from './handbook-making.service.js';
import { HandbookNotReady, HandbookWithoutLessons } from './handbook.problems.js';
import { ASK_FOR_HANDBOOK } from './handbook.queries.js';

export const MAKE_HANDBOOK = 'catalogue.make-handbook';

/** A handbook with the revision that it prints. */
export interface HandbookView {
  handbook: Handbook;
  contents: RevisionContents;
}

export interface HandbookFile {
  bytes: Buffer;
  contentType: string;
  fileName: string;
}

const FILES: Record<HandbookFormat, { ending: string; contentType: string }> = {
  epub: { ending: '.epub', contentType: 'application/epub+zip' },
  'pdf-a4': { ending: '-a4.pdf', contentType: 'application/pdf' },
  'pdf-a5': { ending: '-a5.pdf', contentType: 'application/pdf' },
};

/** Handbooks as readers ask for them. Whoever may see a revision may have it as a book. */
@Injectable()
export class HandbookService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: CatalogueService,
    private readonly storage: ObjectStorage,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks for a handbook of the current revision, or of the one given. Asking again for one that is there or on its way
   * gives that one; one that failed, or whose file is gone, is made again.
   * @throws Problem not-found, handbook-without-lessons
   */
  async request(
    slug: string,
    asked: { format: HandbookFormat; revisionId?: string | undefined },
  ): Promise<HandbookView> {
    const contents = await this.catalogue.revisionOf(slug, asked.revisionId);
    if (!contents.lessons.some(isPrinted)) throw HandbookWithoutLessons();
    const key = { revisionId: contents.revision.id, format: asked.format, rendererVersion: HANDBOOK_RENDERING };
    const known = await this.dataSource.manager.findOneBy(Handbook, key);
    const isLost = known?.fileKey != null && !(await this.storage.has(known.fileKey));
    const handbook = await this.dataSource.transaction(async (tx) => {
      const values = [newId(), key.revisionId, key.format, key.rendererVersion, this.clock.now(), isLost];
      const mine = await tx.query<{ id: string }[]>(ASK_FOR_HANDBOOK, values);
      for (const { id } of mine) await this.outbox.enqueue(tx, MAKE_HANDBOOK, { handbookId: id });
      return tx.findOneByOrFail(Handbook, key);
    });
    return { handbook, contents };
  }

  /** The handbooks of a revision that were asked for, as this release prints them. @throws Problem not-found */
  async list(slug: string, revisionId?: string): Promise<HandbookView[]> {
    const contents = await this.catalogue.revisionOf(slug, revisionId);
    const rows = await this.dataSource.manager.find(Handbook, {
      where: { revisionId: contents.revision.id, rendererVersion: HANDBOOK_RENDERING },
      order: { format: 'ASC' },
    });
    return rows.map((handbook) => ({ handbook, contents }));
  }

  /** One handbook and how much of it is made. @throws Problem not-found */
  async get(id: string): Promise<HandbookView> {
    const handbook = await this.dataSource.manager.findOneBy(Handbook, { id });
    if (!handbook) throw NotFound();
    return { handbook, contents: await this.catalogue.revision(handbook.revisionId) };
  }

  /** @throws Problem not-found, handbook-not-ready */
  async file(id: string): Promise<HandbookFile> {
    const { handbook, contents } = await this.get(id);
    if (handbook.fileKey === null) throw HandbookNotReady();
    const { contentType } = FILES[handbook.format];
    const fileName = fileNameOf(contents.course.slug, handbook.format);
    try {
      return { bytes: await this.storage.get(handbook.fileKey), contentType, fileName };
    } catch (error) {
      // Asking for it once more makes it once more.
      if (error instanceof MissingObjectError) throw HandbookNotReady();
      throw error;
    }
  }
}

/** The name under which a handbook is kept on the reader's device. */
export function fileNameOf(slug: string, format: HandbookFormat): string {
  return `${slug}${FILES[format].ending}`;
}
