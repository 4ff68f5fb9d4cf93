import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IdentityService } from '../../identity/identity.service.js';
import type { RoleName } from '../../platform/auth/actor.js';
import { Clock, vietnamDate } from '../../platform/clock/clock.js';
import type { ImportJob, ImportKind } from '../entities/import-job.entity.js';
import type { Step } from './comparison.js';
import { COUNT_ROWS, PATHS_OF_PERSON } from './import.queries.js';
import { APPLY_PEOPLE, KEEP_PEOPLE } from './people-application.queries.js';
import { COMPARE_PEOPLE } from './people-comparison.queries.js';
import { APPLY_UNITS, COMPARE_UNITS, KEEP_UNITS } from './unit-comparison.queries.js';

/** Who may write into the register of the units they answer for. */
export const IMPORTERS: RoleName[] = ['unit-officer', 'federation-officer', 'administrator'];

/** Comparing 100,000 rows takes seconds; the usual bound of a statement is for requests. */
const STATEMENT_TIMEOUT = `SET LOCAL statement_timeout = '10min'`;

const SQL: Record<ImportKind, { compare: Step[]; apply: Step[]; keep: string }> = {
  people: { compare: COMPARE_PEOPLE, apply: APPLY_PEOPLE, keep: KEEP_PEOPLE },
  units: { compare: COMPARE_UNITS, apply: APPLY_UNITS, keep: KEEP_UNITS },
};

export type RowCounts = Pick<
  ImportJob,
  'rows' | 'newRows' | 'changedRows' | 'sameRows' | 'undecidedRows' | 'faultyRows'
>;

/** Set-based SQL over the rows of an import, within the caller's transaction: what they mean for the register. */
@Injectable()
export class ImportComparisonService {
  constructor(
    private readonly identity: IdentityService,
    private readonly clock: Clock,
  ) {}

  /** Compares every row with the register as it is now, within what the officer answers for today. */
  async compare(tx: EntityManager, job: ImportJob): Promise<void> {
    await tx.query(STATEMENT_TIMEOUT);
    await this.run(tx, job, SQL[job.kind].compare);
  }

  /** Writes what was compared into the register. Only after `compare`, in the same transaction. */
  async apply(tx: EntityManager, job: ImportJob): Promise<void> {
    await this.run(tx, job, SQL[job.kind].apply);
  }

  /** What was found out, back to the rows. */
  async keep(tx: EntityManager, job: ImportJob): Promise<void> {
    await tx.query(SQL[job.kind].keep, [job.id]);
  }

  async count(tx: EntityManager, importId: string): Promise<RowCounts> {
    const [counts] = await tx.query<RowCounts[]>(COUNT_ROWS, [importId]);
    if (!counts) throw new Error('count(*) gave no row');
    return counts;
  }

  private async run(tx: EntityManager, job: ImportJob, steps: Step[]): Promise<void> {
    const now = this.clock.now();
    const today = vietnamDate(now);
    const asked = [job.createdById, IMPORTERS, today, job.organisationId];
    const grants = await tx.query<{ path: string }[]>(PATHS_OF_PERSON, asked);
    const scope = this.identity.scopeOf(
      { grants: grants.map(({ path }) => ({ role: 'unit-officer', organisationId: '', path })) },
      ['unit-officer'],
    );
    const values = { id: [job.id], scope: [scope], reach: [scope, today], today: [today], now: [now] };
    for (const { sql, given } of steps) await tx.query(sql, given === undefined ? [] : values[given]);
  }
}
