import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OfficeTitle } from '../../identity/entities/office-title.entity.js';
import { Clock, vietnamDate } from '../../platform/clock/clock.js';
import { ObjectStorage } from '../../platform/storage/object-storage.js';
import { foldVietnamese } from '../../platform/text/vietnamese.js';
import { ImportJob, type ImportFault } from '../entities/import-job.entity.js';
import { SheetFault } from '../../platform/sheet/sheet.js';
import { aloneWith } from './import-lock.js';
import { ImportComparisonService } from './import-comparison.service.js';
import { KEEP_READ_ROWS } from './import.queries.js';
import { cellsByColumn, openRegister, RegisterFault, registerRows, withStoredFile } from './register-file.js';
import type { RegisterFile } from './register-file.js';
import { readRow, type ReadRow, type RowContext } from './register-row.rules.js';

const BATCH = 1000;

/** Somebody cancelled the import while its file was being read. */
class Cancelled extends Error {}

/** Reads the file of an import into rows, and compares them with the register without changing it. */
@Injectable()
export class ImportCheckService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: ObjectStorage,
    private readonly comparison: ImportComparisonService,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings an import from `checking` to `checked`, or to `failed` when its file is no register. Harmless when repeated:
   * what a process that died had read is read again.
   */
  async check(importId: string): Promise<void> {
    await aloneWith(this.dataSource, importId, async () => {
      const job = await this.dataSource.manager.findOneBy(ImportJob, { id: importId });
      if (job?.state !== 'checking') return;
      try {
        if (!job.staged) await this.read(job);
        await this.dataSource.transaction((tx) => this.conclude(tx, importId));
      } catch (error) {
        if (error instanceof Cancelled) return;
        const fault = faultOf(error);
        if (fault === null) throw error;
        await this.fail(importId, fault);
      }
    });
  }

  private async read(job: ImportJob): Promise<void> {
    await this.dataSource.query('DELETE FROM import_row WHERE import_id = $1', [job.id]);
    await withStoredFile({ storage: this.storage, name: job.id }, async (path) => {
      const file = await openRegister(path, job.kind);
      try {
        const rows = await this.stage(job, file);
        if (rows === 0) throw new RegisterFault({ code: 'file-empty' });
        const { format } = file.sheet;
        const columns = [...file.headings.keys].sort(([one], [other]) => one - other).map(([, key]) => key);
        await this.note(job.id, { rows, staged: true, format, columns, ignoredHeadings: file.headings.ignored });
      } finally {
        await file.sheet.close();
      }
    });
  }

  private async stage(job: ImportJob, file: RegisterFile): Promise<number> {
    const context = await this.contextOf(file);
    let batch: (ReadRow & { number: number })[] = [];
    let count = 0;
    const flush = async (): Promise<void> => {
      if (batch.length === 0) return;
      await this.dataSource.query(KEEP_READ_ROWS, [job.id, JSON.stringify(batch)]);
      count += batch.length;
      batch = [];
      await this.note(job.id, { rows: count });
    };
    for await (const rows of registerRows(file)) {
      for (const row of rows) {
        batch.push({ number: row.number, ...readRow(job.kind, cellsByColumn(row, file.headings), context) });
        if (batch.length >= BATCH) await flush();
      }
    }
    await flush();
    return count;
  }

  private async contextOf({ sheet }: RegisterFile): Promise<RowContext> {
    const titles = new Map<string, string>();
    for (const { code, nameVi, nameEn } of await this.dataSource.manager.find(OfficeTitle)) {
      for (const name of [code, nameVi, nameEn]) titles.set(foldVietnamese(name), code);
    }
    return { isDate1904: sheet.isDate1904, today: vietnamDate(this.clock.now()), titles };
  }

  private async note(importId: string, progress: Partial<ImportJob>): Promise<void> {
    const { affected } = await this.dataSource.manager.update(ImportJob, { id: importId, state: 'checking' }, progress);
    if (affected === 0) throw new Cancelled();
  }

  private async conclude(tx: EntityManager, importId: string): Promise<void> {
    const job = await tx.findOneByOrFail(ImportJob, { id: importId });
    await this.comparison.compare(tx, job);
    await this.comparison.keep(tx, job);
    const kept = await this.comparison.count(tx, importId);
    await tx.update(ImportJob, { id: importId, state: 'checking' }, { ...kept, state: 'checked' });
  }

  private async fail(importId: string, fault: ImportFault): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await tx.query('DELETE FROM import_row WHERE import_id = $1', [importId]);
      const outcome = { state: 'failed' as const, fault, finishedAt: this.clock.now(), rows: 0 };
      await tx.update(ImportJob, { id: importId, state: 'checking' }, outcome);
    });
  }
}

/** Null when it is not the file's fault. */
function faultOf(error: unknown): ImportFault | null {
  if (error instanceof SheetFault) return { code: error.code, params: error.params };
  return error instanceof RegisterFault ? error.fault : null;
}
