import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { IdentityService } from '../../identity/identity.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/ids/new-id.js';
import { Outbox } from '../../platform/jobs/outbox.js';
import { NotFound, type Text } from '../../platform/problems/problem.js';
import { ObjectStorage } from '../../platform/storage/object-storage.js';
import { cleanName } from '../../platform/text/vietnamese.js';
import { ImportJob, type ImportFault, type ImportKind, type ImportState } from '../entities/import-job.entity.js';
import { ImportRow, type ImportRowState } from '../entities/import-row.entity.js';
import { IMPORTERS } from './import-comparison.service.js';
import {
  ImportDecisionInvalid,
  ImportHasFaults,
  ImportNotReady,
  ImportTooLarge,
  ImportUndecided,
  ImportWithoutUnit,
} from './import.problems.js';
import { ROWS } from './import.queries.js';

const MEGABYTES_MAX = 50;
const BYTES_MAX = MEGABYTES_MAX * 1_048_576;
const PAGE_SIZE = 50;
const ROWS_PAGE_SIZE = 200;
const FILE_NAME_MAX = 120;

export interface Upload {
  kind: ImportKind;
  fileName: string;
  content: Readable;
  /** Rows reach this unit and those below it; when absent, the highest that the officer answers for. */
  organisationId?: string;
  /** Bytes that the sender says will come; what is too much is then refused unread. */
  announced?: number;
}

/** `same-person`: with a person of the row's candidates, or without, when it is the person of the row above it names. */
export interface Decision {
  row: number;
  choice: 'same-person' | 'new-person';
  personId?: string;
}

export interface RowView {
  number: number;
  state: ImportRowState;
  value: Record<string, string | number | null> | null;
  faults: ImportFault[];
  decision: ImportRow['decision'];
  decidedPersonId: string | null;
  subjectId: string | null;
  candidateRow: number | null;
  candidates: Candidate[];
}

/** Somebody whom a row may be about, as far as its officer may know: with the offices in the unit that the row names. */
export interface Candidate {
  personId: string;
  fullName: string;
  birthDate: string | null;
  memberCode: string | null;
  offices: { title: Text; validFrom: string; validTo: string | null }[];
}

/** Register files as the officers who sent them see them; to everybody else there are none. */
@Injectable()
export class ImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: ObjectStorage,
    private readonly outbox: Outbox,
    private readonly identity: IdentityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a file and asks for its check. Never holds more than a piece of it in memory.
   * @throws Problem import-too-large, import-without-unit; not-found for a unit outside the actor's scope
   */
  async begin(actor: Actor, upload: Upload): Promise<ImportJob> {
    const unit = upload.organisationId ?? highestUnit(actor);
    if (unit === null) throw ImportWithoutUnit();
    const { manager } = this.dataSource;
    await this.identity.requireInScope(manager, { actor, roles: IMPORTERS, organisationId: unit });
    if ((upload.announced ?? 0) > BYTES_MAX) throw ImportTooLarge({ megabytes: MEGABYTES_MAX });
    const id = newId();
    const { key, bytes } = await this.keep(id, upload.content);
    return this.dataSource.transaction(async (tx) => {
      await tx.insert(ImportJob, {
        ...{
          id,
          kind: upload.kind,
          state: 'checking',
          fileKey: key,
          bytes,
          format: null,
          fileDeletedAt: null,
          fault: null,
        },
        fileName: cleanName(upload.fileName).slice(0, FILE_NAME_MAX) || 'danh-sach',
        ...{ createdById: actor.personId, organisationId: unit, createdAt: this.clock.now(), finishedAt: null },
      });
      await this.outbox.enqueue(tx, 'interchange.check-import', { importId: id });
      return tx.findOneByOrFail(ImportJob, { id });
    });
  }

  private async keep(id: string, content: Readable): Promise<{ key: string; bytes: number }> {
    const folder = await mkdtemp(join(tmpdir(), 'union-skills-upload-'));
    try {
      const path = join(folder, 'file');
      const received = await receive(content, path);
      await this.storage.putFile(id, path);
      return received;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** The actor's own, newest first. */
  async list(actor: Actor, cursor?: string): Promise<{ items: ImportJob[]; nextCursor: string | null }> {
    const rows = await this.dataSource.manager.find(ImportJob, {
      where: { createdById: actor.personId, ...(cursor === undefined ? {} : { id: LessThan(cursor) }) },
      order: { id: 'DESC' },
      take: PAGE_SIZE + 1,
    });
    const items = rows.slice(0, PAGE_SIZE);
    return { items, nextCursor: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null };
  }

  /** @throws Problem not-found */
  async get(actor: Actor, id: string): Promise<ImportJob> {
    return this.own(this.dataSource.manager, actor, id);
  }

  /** @param after number of the last row of the page before; @throws Problem not-found */
  async rows(
    actor: Actor,
    id: string,
    { after = 0, states }: { after?: number; states?: ImportRowState[] },
  ): Promise<{ job: ImportJob; items: RowView[]; nextCursor: string | null }> {
    const job = await this.get(actor, id);
    const values = [id, after, ROWS_PAGE_SIZE + 1, states ?? null];
    const rows = await this.dataSource.query<RowView[]>(ROWS, values);
    const items = rows.slice(0, ROWS_PAGE_SIZE);
    const last = rows.length > ROWS_PAGE_SIZE ? items.at(-1) : undefined;
    return { job, items, nextCursor: last === undefined ? null : String(last.number) };
  }

  /**
   * Says of rows whether they are about somebody known. The rows are compared again, as one answer changes others.
   * @throws Problem not-found, import-not-ready, import-decision-invalid
   */
  async decide(actor: Actor, id: string, decisions: Decision[]): Promise<ImportJob> {
    return this.dataSource.transaction(async (tx) => {
      await this.lock(tx, { actor, id, states: ['checked'] });
      for (const decision of decisions) await this.keepDecision(tx, id, decision);
      return this.moveTo(tx, id, { state: 'checking', job: 'interchange.check-import' });
    });
  }

  private async keepDecision(tx: EntityManager, importId: string, decision: Decision): Promise<void> {
    const { row: number, choice } = decision;
    const row = await tx.findOneBy(ImportRow, { importId, number });
    const candidates = row?.candidates;
    if (!candidates) throw ImportDecisionInvalid({ row: number });
    let personId = choice === 'same-person' ? (decision.personId ?? null) : null;
    if (choice === 'same-person') {
      if (personId !== null && !candidates.personIds.includes(personId)) throw ImportDecisionInvalid({ row: number });
      if (personId === null && candidates.row === null) {
        if (candidates.personIds.length !== 1) throw ImportDecisionInvalid({ row: number });
        personId = candidates.personIds[0] ?? null;
      }
    }
    await tx.update(ImportRow, { importId, number }, { decision: choice, decidedPersonId: personId });
  }

  /**
   * Asks that a checked file be written into the register. Asking again for one that is or was changes nothing.
   * @throws Problem not-found, import-not-ready, import-has-faults, import-undecided
   */
  async apply(actor: Actor, id: string): Promise<ImportJob> {
    return this.dataSource.transaction(async (tx) => {
      const job = await this.lock(tx, { actor, id, states: ['checked', 'applying', 'applied'] });
      if (job.state !== 'checked') return job;
      if (job.faultyRows > 0) throw ImportHasFaults({ rows: job.faultyRows });
      if (job.undecidedRows > 0) throw ImportUndecided({ rows: job.undecidedRows });
      return this.moveTo(tx, id, { state: 'applying', job: 'interchange.apply-import' });
    });
  }

  /** Puts a file aside, also while it is being read; a job deletes it. @throws Problem not-found, import-not-ready */
  async cancel(actor: Actor, id: string): Promise<ImportJob> {
    return this.dataSource.transaction(async (tx) => {
      const job = await this.lock(tx, { actor, id, states: ['checking', 'checked', 'cancelled'] });
      if (job.state === 'cancelled') return job;
      await tx.update(ImportJob, { id }, { state: 'cancelled', finishedAt: this.clock.now() });
      await this.outbox.enqueue(tx, 'interchange.forget-import', { importId: id });
      return tx.findOneByOrFail(ImportJob, { id });
    });
  }

  private async lock(
    tx: EntityManager,
    { actor, id, states }: { actor: Actor; id: string; states: ImportState[] },
  ): Promise<ImportJob> {
    await tx.query('SELECT FROM import_job WHERE id = $1 FOR UPDATE', [id]);
    const job = await this.own(tx, actor, id);
    if (!states.includes(job.state)) throw ImportNotReady({ state: job.state });
    return job;
  }

  private async own(executor: EntityManager, actor: Actor, id: string): Promise<ImportJob> {
    const job = await executor.findOneBy(ImportJob, { id, createdById: actor.personId });
    if (!job) throw NotFound();
    return job;
  }

  private async moveTo(
    tx: EntityManager,
    id: string,
    { state, job }: { state: ImportState; job: string },
  ): Promise<ImportJob> {
    await tx.update(ImportJob, { id }, { state });
    await this.outbox.enqueue(tx, job, { importId: id });
    return tx.findOneByOrFail(ImportJob, { id });
  }
}

/** Writes what comes to a file until it is too much. The sender's connection stays open, so that an answer can be given. */
async function receive(content: Readable, path: string): Promise<{ key: string; bytes: number }> {
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of content.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Buffer).length;
      if (bytes > BYTES_MAX) throw ImportTooLarge({ megabytes: MEGABYTES_MAX });
      hash.update(chunk as Buffer);
      await file.appendFile(chunk as Buffer);
    }
    return { key: hash.digest('hex'), bytes };
  } finally {
    await file.close();
  }
}

/** Of the units that the actor may import into the one nearest to the root. */
function highestUnit(actor: Actor): string | null {
  const grants = actor.grants.filter(({ role }) => IMPORTERS.includes(role));
  const depth = (path: string) => path.split('.').length;
  const [highest] = grants.sort((one, other) => depth(one.path) - depth(other.path));
  return highest?.organisationId ?? null;
}
