import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../../test/support/feature-world.js';
import { IdentityService } from '../../identity/identity.service.js';
import type { Organisation } from '../../organisation/entities/organisation.entity.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { ImportJob } from '../entities/import-job.entity.js';
import { InterchangeModule } from '../interchange.module.js';
import { ImportApplicationService } from './import-application.service.js';
import { ImportCheckService } from './import-check.service.js';
import { ImportReportService } from './import-report.service.js';
import { ImportRetentionService } from './import-retention.service.js';
import { ImportService } from './import.service.js';
import { ImportJobs } from './import.jobs.js';

let world: FeatureWorld;
let unit: Organisation;
let below: Organisation;
let beside: Organisation;
let officer: Actor;
let tests = 0;

beforeAll(async () => {
  world = await FeatureWorld.start([InterchangeModule]);
});
afterAll(() => world?.stop());

beforeEach(async () => {
  tests += 1;
  const mark = `T${tests}`;
  unit = await world.found(`${mark}-MINH`, 'Của mình', await rootId());
  below = await world.found(`${mark}-DUOI`, 'Bên dưới', unit.id);
  beside = await world.found(`${mark}-KIA`, 'Bên dưới nữa', unit.id);
  const identity = world.get(IdentityService);
  const personId = await world.dataSource.transaction(async (tx) => {
    const { id } = await identity.createPerson(tx, { fullName: 'Phụ trách' });
    await identity.openAccount(tx, { personId: id, password: { hash: '$argon2id$x' }, logins: [] });
    const grant = { role: 'unit-officer' as const, organisationId: unit.id, validFrom: '2026-01-01' };
    await identity.grantRole(tx, { personId: id, ...grant });
    return id;
  });
  officer = world.actor(personId, 'unit-officer', unit);
});

async function rootId(): Promise<string> {
  const [root] = await world.dataSource.query<{ id: string }[]>(`SELECT id FROM organisation WHERE code = 'GOC'`);
  return root?.id ?? (await world.found('GOC', 'Gốc', null)).id;
}

const list = (...rows: string[]) =>
  Buffer.from(['Chức danh;Họ và tên;Ghi chú;Mã đơn vị;Từ ngày', ...rows].join('\n') + '\n');

async function send(content: Buffer, organisationId?: string): Promise<ImportJob> {
  const upload = { kind: 'people' as const, fileName: 'x.csv', content: Readable.from([content]) };
  return world.get(ImportService).begin(officer, organisationId === undefined ? upload : { ...upload, organisationId });
}

async function check(content: Buffer, organisationId?: string): Promise<ImportJob> {
  const { id } = await send(content, organisationId);
  await world.get(ImportCheckService).check(id);
  return read(id);
}

const read = (id: string) => world.get(ImportService).get(officer, id);

async function apply({ id }: ImportJob): Promise<ImportJob> {
  await world.get(ImportService).apply(officer, id);
  await world.get(ImportApplicationService).apply(id);
  return read(id);
}

/** What is still held of an import: its file, rows, and rows that say something. */
async function held({ id }: ImportJob): Promise<string> {
  const passing = join(world.config.DATA_DIR, 'files', 'passing');
  const files = await readdir(passing, { recursive: true });
  const rows = await world.dataSource.query<{ value: object | null }[]>(
    'SELECT value FROM import_row WHERE import_id = $1',
    [id],
  );
  const worded = rows.filter(({ value }) => value !== null);
  const isThere = files.some((file) => file.endsWith(id));
  return `${isThere ? 'file' : 'no file'}, ${rows.length} rows, ${worded.length} with values`;
}

const twoPeople = () =>
  list(`Chủ tịch;Lê Ánh;x;${below.code};01/01/2026`, `Chủ tịch;Hồ Văn Bảo;;${beside.code};01/01/2026`);

describe('what an import holds of people', () => {
  it('is deleted when it is cancelled, also the file that nobody had read yet', async () => {
    const [checked, unread] = [await check(twoPeople()), await send(twoPeople())];
    expect(await held(checked)).toBe('file, 2 rows, 2 with values');
    for (const job of [checked, unread]) {
      await world.get(ImportService).cancel(officer, job.id);
      expect(await refusalOf(world.get(ImportReportService).write(officer, job.id, 'vi'))).toBe('import-not-ready');
      await world.get(ImportJobs).forget({ importId: job.id });
      await world.get(ImportJobs).forget({ importId: job.id });
      expect(await held(job)).toBe('no file, 0 rows, 0 with values');
      expect((await read(job.id)).fileDeletedAt).toEqual(world.clock.now());
    }
    // The check that was already asked for finds nothing to do.
    await world.get(ImportCheckService).check(unread.id);
    expect((await read(unread.id)).state).toBe('cancelled');
  });

  it('asks for the deletion in the transaction that cancels, once', async () => {
    const { id } = await check(twoPeople());
    await world.get(ImportService).cancel(officer, id);
    await world.get(ImportService).cancel(officer, id);
    const asked = await world.dataSource.query<unknown[]>(
      `SELECT FROM outbox_entry WHERE job = 'interchange.forget-import' AND payload->>'importId' = $1`,
      [id],
    );
    expect(asked).toHaveLength(1);
  });

  it('is not deleted by a job for an import that goes on', async () => {
    const job = await check(twoPeople());
    await world.get(ImportRetentionService).forgetCancelled(job.id);
    expect(await held(job)).toBe('file, 2 rows, 2 with values');
  });

  it('is deleted thirty days after it was applied or refused; ids of applied rows stay', async () => {
    const applied = await apply(await check(twoPeople()));
    const refused = await check(Buffer.from('không phải danh sách\n'));
    expect([applied.state, refused.state]).toEqual(['applied', 'failed']);
    world.clock.advance({ days: 29, hours: 23 });
    await world.get(ImportJobs).forgetOld();
    expect([await held(applied), await held(refused)]).toEqual([
      'file, 2 rows, 2 with values',
      'file, 0 rows, 0 with values',
    ]);
    world.clock.advance({ hours: 1 });
    await world.get(ImportJobs).forgetOld();
    expect([await held(applied), await held(refused)]).toEqual([
      'no file, 2 rows, 0 with values',
      'no file, 0 rows, 0 with values',
    ]);
    const { items } = await world.get(ImportService).rows(officer, applied.id, {});
    expect(items.map(({ value, subjectId }) => [value, typeof subjectId])).toEqual([
      [null, 'string'],
      [null, 'string'],
    ]);
    expect(await refusalOf(world.get(ImportReportService).write(officer, applied.id, 'vi'))).toBe('import-not-ready');
    expect(await read(applied.id)).toMatchObject({ state: 'applied', fileKey: applied.fileKey });
  });

  it('is deleted when nobody decides for a month', async () => {
    const [checked, unread] = [await check(twoPeople()), await send(twoPeople())];
    world.clock.advance({ days: 31 });
    await world.get(ImportJobs).forgetOld();
    for (const job of [checked, unread]) {
      expect((await read(job.id)).state).toBe('cancelled');
      expect(await held(job)).toBe('no file, 0 rows, 0 with values');
    }
  });

  it('stays for those who send the same file, and takes nothing else with it', async () => {
    const [one, other] = [await check(twoPeople()), await check(twoPeople())];
    expect(one.fileKey).toBe(other.fileKey);
    await world.get(ImportService).cancel(officer, one.id);
    await world.get(ImportJobs).forget({ importId: one.id });
    expect([await held(one), await held(other)]).toEqual([
      'no file, 0 rows, 0 with values',
      'file, 2 rows, 2 with values',
    ]);
  });
});

describe('a file for one unit', () => {
  it('reaches that unit and those below it only', async () => {
    const narrow = await check(twoPeople(), below.id);
    expect(narrow).toMatchObject({ organisationId: below.id, newRows: 1, faultyRows: 1 });
    const { items } = await world.get(ImportService).rows(officer, narrow.id, { states: ['faulty'] });
    expect(items.map(({ number, faults }) => [number, faults.map(({ code }) => code)])).toEqual([
      [3, ['unit-unknown']],
    ]);
    expect(await check(twoPeople())).toMatchObject({ organisationId: unit.id, newRows: 2, faultyRows: 0 });
  });

  it('is refused for a unit that one does not answer for', async () => {
    expect(await refusalOf(send(twoPeople(), await rootId()))).toBe('not-found');
  });
});

it('says which columns it recognised, and what somebody it may be about holds in the unit', async () => {
  await apply(await check(twoPeople()));
  const job = await check(list(`Phó Chủ tịch;Lê Ánh;;${below.code};01/03/2026`));
  expect(job).toMatchObject({
    columns: ['title', 'fullName', 'unitCode', 'validFrom'],
    ignoredHeadings: ['Ghi chú'],
    undecidedRows: 1,
  });
  const { items } = await world.get(ImportService).rows(officer, job.id, {});
  expect(items[0]?.candidates).toMatchObject([
    { fullName: 'Lê Ánh', offices: [{ title: { vi: 'Chủ tịch' }, validFrom: '2026-01-01', validTo: null }] },
  ]);
});
