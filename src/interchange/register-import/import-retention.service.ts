import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThan } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { ObjectStorage } from '../../platform/storage/object-storage.js';
import { ImportJob } from '../entities/import-job.entity.js';
import { ImportRow } from '../entities/import-row.entity.js';
import { aloneWith } from './import-lock.js';
import { EMPTY_ROWS, ENDED_WITH_DATA } from './import.queries.js';

/** Files and values of rows are personal data; a month is time enough to look into a complaint. */
const KEEP_MS = 30 * 86_400_000;

/** Deletes what imports hold of people once it has served its purpose. docs/personal-data.md says the same in words. */
@Injectable()
export class ImportRetentionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: ObjectStorage,
    private readonly clock: Clock,
  ) {}

  /** Deletes the file and the rows of a cancelled import. Harmless when repeated. */
  async forgetCancelled(importId: string): Promise<void> {
    const job = await this.dataSource.manager.findOneBy(ImportJob, { id: importId });
    if (job?.state === 'cancelled') await this.forget(importId);
  }

  /** Does so for every import that ended a month ago, or that nobody ended for as long. Harmless when repeated. */
  async forgetOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEEP_MS);
    const { manager } = this.dataSource;
    // What nobody applied or cancelled is as old as its file.
    const abandoned = { state: In(['checking', 'checked']), createdAt: LessThan(before) };
    await manager.update(ImportJob, abandoned, { state: 'cancelled', finishedAt: before });
    const ended = await manager.query<{ id: string }[]>(ENDED_WITH_DATA, [new Date(before.getTime() + 1)]);
    for (const { id } of ended) await this.forget(id);
  }

  /** The rows of an applied import keep the ids of those they were about, and nothing else. */
  private async forget(importId: string): Promise<void> {
    await aloneWith(this.dataSource, importId, async () => {
      await this.storage.delete(importId);
      await this.dataSource.transaction(async (tx) => {
        const job = await tx.findOneByOrFail(ImportJob, { id: importId });
        if (job.state === 'applied') await tx.query(EMPTY_ROWS, [importId]);
        else await tx.delete(ImportRow, { importId });
        await tx.update(ImportJob, { id: importId }, { fileDeletedAt: this.clock.now() });
      });
    });
  }
}
