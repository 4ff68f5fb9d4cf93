import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/jobs/outbox.js';
import { ImportJob } from '../entities/import-job.entity.js';
import { ImportComparisonService } from './import-comparison.service.js';
import { ANALYSE_REGISTER } from './import.queries.js';

/** Writes the rows of an import into the register: all of them in one transaction, or none. */
@Injectable()
export class ImportApplicationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly comparison: ImportComparisonService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings an import from `applying` to `applied`. The rows are compared once more, under a lock that lets one import at
   * a time through: when the register has changed since and rows are faulty or undecided now, it goes back to `checked`.
   */
  async apply(importId: string): Promise<void> {
    try {
      const isWritten = await this.dataSource.transaction((tx) => this.write(tx, importId));
      // Not before the commit: statistics are locked by who takes them, and wanted by everybody.
      if (isWritten) await this.dataSource.query(ANALYSE_REGISTER);
    } catch (error) {
      if (!isRefusedByConstraint(error)) throw error;
      // Somebody wrote the same at the same moment through another door: the next comparison sees it.
      await this.dataSource.transaction((tx) => this.checkAgain(tx, importId));
    }
  }

  /** @returns whether the register was written to */
  private async write(tx: EntityManager, importId: string): Promise<boolean> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('register-import', 0))`);
    const job = await tx.findOne(ImportJob, { where: { id: importId }, lock: { mode: 'pessimistic_write' } });
    if (job?.state !== 'applying') return false;
    if (job.kind === 'units') await tx.query('SELECT lock_organisation_tree()');
    await this.comparison.compare(tx, job);
    await this.comparison.keep(tx, job);
    const counts = await this.comparison.count(tx, importId);
    if (counts.faultyRows + counts.undecidedRows > 0) {
      await tx.update(ImportJob, { id: importId }, { ...counts, state: 'checked' });
      return false;
    }
    await this.comparison.apply(tx, job);
    await this.comparison.keep(tx, job);
    await tx.update(ImportJob, { id: importId }, { ...counts, state: 'applied', finishedAt: this.clock.now() });
    const { kind, fileKey, createdById, organisationId } = job;
    await this.audit.record(tx, {
      action: 'interchange.import-register',
      actorId: createdById,
      subjectKind: 'import',
      subjectId: importId,
      organisationId,
      // Ids of the people and units are with the rows of the import, for good.
      details: { kind, sha256: fileKey, ...counts },
    });
    return counts.newRows + counts.changedRows > 0;
  }

  private async checkAgain(tx: EntityManager, importId: string): Promise<void> {
    const { affected } = await tx.update(ImportJob, { id: importId, state: 'applying' }, { state: 'checking' });
    if (affected) await this.outbox.enqueue(tx, 'interchange.check-import', { importId });
  }
}

/** Class 23: the database's own rules. */
function isRefusedByConstraint(error: unknown): boolean {
  const { code } = (error instanceof QueryFailedError ? error.driverError : {}) as { code?: string };
  return code?.startsWith('23') ?? false;
}
