import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../../test/support/feature-world.js';
import { IdentityService } from '../../identity/identity.service.js';
import type { Organisation } from '../../organisation/entities/organisation.entity.js';
import { AuditEntry } from '../../platform/audit/entities/audit-entry.entity.js';
import type { Actor } from '../../platform/auth/actor.js';
import { newId } from '../../platform/ids/new-id.js';
import type { ImportJob, ImportKind } from '../entities/import-job.entity.js';
import { InterchangeModule } from '../interchange.module.js';
import { openSheet } from '../../platform/sheet/open-sheet.js';
import type { Cell } from '../../platform/sheet/sheet.js';
import { writeSheet, type SheetFormat } from '../../platform/sheet/sheet-writer.js';
import { ImportApplicationService } from './import-application.service.js';
import { ImportCheckService } from './import-check.service.js';
import { ImportReportService } from './import-report.service.js';
import { ImportService } from './import.service.js';
import { RegisterExportService } from './register-export.service.js';

let world: FeatureWorld;
let root: Organisation;
let own: Organisation;
let child: Organisation;
let sibling: Organisation;
let officer: Actor;
let chief: Actor;
let prefix = 0;

const HEADINGS = ['Mã đoàn viên', 'Họ và tên', 'Ngày sinh', 'Số điện thoại', 'Mã đơn vị', 'Chức danh', 'Từ ngày'];

beforeAll(async () => {
  world = await FeatureWorld.start([InterchangeModule]);
  root = await world.found('GOC', 'Gốc', null);
});
afterAll(() => world?.stop());

/** Units and officers of each test's own. */
beforeEach(async () => {
  prefix += 1;
  own = await world.found(`A${prefix}-MINH`, 'Của mình', root.id);
  child = await world.found(`A${prefix}-DUOI`, 'Bên dưới', own.id);
  sibling = await world.found(`A${prefix}-NGANG`, 'Bên cạnh', root.id);
  officer = await appoint('unit-officer', own);
  chief = await appoint('administrator', root);
});

async function appoint(role: 'unit-officer' | 'administrator', unit: Organisation): Promise<Actor> {
  const identity = world.get(IdentityService);
  const personId = await world.dataSource.transaction(async (tx) => {
    const { id } = await identity.createPerson(tx, { fullName: `Phụ trách ${prefix}` });
    await identity.openAccount(tx, { personId: id, password: { hash: '$argon2id$x' }, logins: [] });
    await identity.grantRole(tx, { personId: id, role, organisationId: unit.id, validFrom: '2026-01-01' });
    return id;
  });
  return world.actor(personId, role, unit);
}

function sheet(format: SheetFormat, rows: string[][]): Promise<Buffer> {
  return buffer(writeSheet(format, [{ name: 'S', rows }]));
}

async function check(actor: Actor, content: Buffer, kind: ImportKind = 'people'): Promise<ImportJob> {
  const { id } = await world
    .get(ImportService)
    .begin(actor, { kind, fileName: 'x', content: Readable.from([content]) });
  await world.get(ImportCheckService).check(id);
  return world.get(ImportService).get(actor, id);
}

async function apply(actor: Actor, job: ImportJob): Promise<ImportJob> {
  await world.get(ImportService).apply(actor, job.id);
  await world.get(ImportApplicationService).apply(job.id);
  return world.get(ImportService).get(actor, job.id);
}

async function decide(actor: Actor, job: ImportJob, decisions: Parameters<ImportService['decide']>[2]) {
  await world.get(ImportService).decide(actor, job.id, decisions);
  await world.get(ImportCheckService).check(job.id);
  return world.get(ImportService).get(actor, job.id);
}

async function faults(actor: Actor, job: ImportJob): Promise<string[]> {
  const { items } = await world.get(ImportService).rows(actor, job.id, {});
  return items.flatMap(({ number, faults }) =>
    faults.map(({ code, column }) => `${number} ${code} ${column ?? ''}`.trim()),
  );
}

const counts = ({ state, newRows, changedRows, sameRows, undecidedRows, faultyRows }: ImportJob) =>
  `${state} ${newRows} ${changedRows} ${sameRows} ${undecidedRows} ${faultyRows}`;

/** Everything that an import may touch. */
async function register(): Promise<string> {
  const tables = [
    'person',
    'member_record',
    'office_term',
    'organisation',
    'organisation_period',
    'organisation_head_count',
  ];
  const parts = tables.map(
    (table) => `(SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM ${table} t)`,
  );
  const [row] = await world.dataSource.query<{ sum: string }[]>(`SELECT ${parts.join(' || ')} AS sum`);
  return row?.sum ?? '';
}

/** Tables of the register that hold rows of which the planner knows nothing. */
async function unanalysed(): Promise<string[]> {
  const tables = ['person', 'member_record', 'office_term', 'role_grant', 'organisation', 'organisation_period'];
  const rows = await world.dataSource.query<{ name: string }[]>(
    `SELECT relname AS name FROM pg_class
      WHERE relname = ANY($1) AND relnamespace = 'public'::regnamespace AND reltuples < 0`,
    [tables],
  );
  return rows.map(({ name }) => name);
}

const people = (): string[][] => [
  HEADINGS,
  [`DV${prefix}01`, 'Nguyễn Thị Hoà', '08/03/1985', '0901234567', own.code, 'Chủ tịch', '01/01/2026'],
  [`DV${prefix}02`, 'Trần Văn Đức', '1990-12-31', '84912345678', child.code, 'pho-chu-tich', '2026-02-01'],
  ['', 'Lê Ánh', '', '', child.code, 'Ủy viên Ban Chấp hành', '1/3/2026'],
];

describe.each<SheetFormat>(['csv', 'xlsx'])('a list of people in %s', (format) => {
  it('is checked, applied as a whole, and changes nothing the second time', async () => {
    const file = await sheet(format, people());
    const before = await register();
    const job = await check(officer, file);
    expect(await faults(officer, job)).toEqual([]);
    expect(counts(job)).toBe('checked 3 0 0 0 0');
    expect(await register()).toBe(before);
    expect(counts(await apply(officer, job))).toBe('applied 3 0 0 0 0');
    const rows = await world.dataSource.query<object[]>(
      `SELECT p.full_name, p.birth_date, m.member_code, m.phone, o.code, t.title_code, t.valid_from
         FROM office_term t JOIN person p ON p.id = t.person_id JOIN organisation o ON o.id = t.organisation_id
         LEFT JOIN member_record m ON m.person_id = p.id WHERE o.code LIKE $1 ORDER BY t.valid_from`,
      [`A${prefix}-%`],
    );
    expect(rows).toMatchObject([
      { full_name: 'Nguyễn Thị Hoà', birth_date: '1985-03-08', member_code: `DV${prefix}01`, phone: '0901234567' },
      { full_name: 'Trần Văn Đức', phone: '0912345678', title_code: 'pho-chu-tich', valid_from: '2026-02-01' },
      { full_name: 'Lê Ánh', birth_date: null, member_code: null, code: child.code },
    ]);
    const after = await register();
    expect(await unanalysed()).toEqual([]);
    const again = await check(officer, file);
    expect(counts(again)).toBe('checked 0 0 3 0 0');
    expect(counts(await apply(officer, again))).toBe('applied 0 0 3 0 0');
    expect(await register()).toBe(after);
  });

  it('comes back from an export as what is known already', async () => {
    const cunning = [...people(), ['', "'=HYPERLINK(x) Ân", '', '', own.code, 'Tổ trưởng công đoàn', '01/01/2026']];
    await apply(officer, await check(officer, await sheet(format, cunning)));
    const before = await register();
    for (const kind of ['people', 'units'] as const) {
      const exported = await world.get(RegisterExportService).export(officer, { kind, format, locale: 'vi' });
      const job = await check(officer, await buffer(exported.content), kind);
      expect(await faults(officer, job)).toEqual([]);
      expect(counts(job)).toBe(kind === 'people' ? 'checked 0 0 4 0 0' : 'checked 0 0 2 0 0');
      await apply(officer, job);
    }
    expect(await register()).toBe(before);
  });

  it('leaves no cell that a spreadsheet program would calculate, and is on the record of every unit it came from', async () => {
    const names = ["=HYPERLINK('http://x')", '+84 Ân', '-1+cmd|calc', '@SUM(A1)', '\u202e=1+1 Ân'];
    const cunning = names.map((name) => ['', name, '', '', own.code, 'Tổ trưởng công đoàn', '01/01/2026']);
    const more = await world.found(`A${prefix}-NUA`, '=1+1', root.id);
    const job = await check(officer, await sheet(format, [HEADINGS, ...cunning]));
    expect(await faults(officer, job)).toEqual([]);
    await apply(officer, job);
    const both = {
      ...officer,
      grants: [...officer.grants, { ...officer.grants[0]!, organisationId: more.id, path: more.path ?? '' }],
    };
    for (const kind of ['people', 'units'] as const) {
      const exported = await world.get(RegisterExportService).export(both, { kind, format, locale: 'vi' });
      const path = join(tmpdir(), `export-${newId()}`);
      await writeFile(path, await buffer(exported.content));
      const read = await openSheet(path);
      const cells: Cell[] = [];
      for await (const rows of read.rows()) cells.push(...rows.flatMap((row) => row.cells));
      await read.close();
      await rm(path);
      expect(cells.filter(({ kind, text }) => kind === 'formula' || /^[=+\-@]/.test(text))).toEqual([]);
      expect(cells.some(({ text }) => text.startsWith("'="))).toBe(true);
    }
    const acts = await world.dataSource.manager.findBy(AuditEntry, {
      ...{ actorId: officer.personId, action: 'interchange.export-register' },
    });
    expect(new Set(acts.map(({ organisationId }) => organisationId))).toEqual(new Set([own.id, more.id]));
  });

  it('comes back as a report with a column of errors, which may be sent again', async () => {
    const wrong = [...people().slice(0, 3), ['', '', '31/02/1980', '12', 'KHONG-CO', 'Trùm', '']];
    const job = await check(officer, await sheet(format, [['Danh sách cán bộ'], [], ...wrong]));
    expect(counts(job)).toBe('checked 2 0 0 0 1');
    expect(await refusalOf(world.get(ImportService).apply(officer, job.id))).toBe('import-has-faults');
    const report = await world.get(ImportReportService).write(officer, job.id, 'vi');
    const bytes = await buffer(report.content);
    if (format === 'csv') expect(bytes.toString()).toContain('Thiếu ""Họ và tên"".');
    const again = await check(officer, bytes);
    expect(counts(again)).toBe('checked 2 0 0 0 1');
    expect(await faults(officer, again)).toEqual(await faults(officer, job));
    expect(await faults(officer, job)).toEqual([
      '6 title-unknown title',
      '6 day-invalid birthDate',
      '6 required fullName',
      '6 required validFrom',
      '6 value-invalid phone',
    ]);
  });
});

describe('whom a row is about', () => {
  it('asks when name, date of birth and unit agree, and keeps to the answer', async () => {
    await apply(officer, await check(officer, await sheet('csv', people())));
    const more = [HEADINGS, ['', 'Le Anh', '', '', child.code, 'Tổ trưởng công đoàn', '01/05/2026']];
    const file = await sheet('csv', more);
    const job = await check(officer, file);
    expect(counts(job)).toBe('checked 0 0 0 1 0');
    expect(await refusalOf(world.get(ImportService).apply(officer, job.id))).toBe('import-undecided');
    const stranger = { row: 2, choice: 'same-person' as const, personId: officer.personId };
    expect(await refusalOf(world.get(ImportService).decide(officer, job.id, [stranger]))).toBe(
      'import-decision-invalid',
    );
    const decided = await decide(officer, job, [{ row: 2, choice: 'new-person' }]);
    expect(counts(decided)).toBe('checked 1 0 0 0 0');
    await apply(officer, decided);
    const count = await world.dataSource.query<unknown[]>(`SELECT FROM person WHERE full_name_folded = 'le anh'`);
    expect(count.length).toBeGreaterThanOrEqual(2);
    const before = await register();
    expect(counts(await apply(officer, await check(officer, file)))).toBe('applied 0 0 1 0 0');
    expect(await register()).toBe(before);
  });

  it('gives one person of the file two offices when somebody says so', async () => {
    const twice = [
      HEADINGS,
      ['', 'Vũ Bình', '01/01/1980', '', own.code, 'Phó Chủ tịch', '01/01/2026'],
      ['', 'Vũ Bình', '01/01/1980', '', own.code, 'Ủy viên Ban Chấp hành', '01/01/2026'],
    ];
    const file = await sheet('xlsx', twice);
    const job = await check(officer, file);
    expect(counts(job)).toBe('checked 1 0 0 1 0');
    await apply(officer, await decide(officer, job, [{ row: 3, choice: 'same-person' }]));
    const terms = await world.dataSource.query<unknown[]>(
      `SELECT DISTINCT t.person_id FROM office_term t WHERE t.organisation_id = $1`,
      [own.id],
    );
    expect(terms).toHaveLength(1);
    expect(counts(await check(officer, file))).toBe('checked 0 0 2 0 0');
  });

  it('goes by the member code, and corrects what is said of the person', async () => {
    await apply(officer, await check(officer, await sheet('csv', people())));
    const corrected = people();
    corrected[1]![1] = 'Nguyễn Thị Hòa Bình';
    corrected[2]![3] = '0900000000';
    const job = await check(officer, await sheet('csv', corrected));
    expect(counts(job)).toBe('checked 0 2 1 0 0');
    await apply(officer, job);
    expect(counts(await check(officer, await sheet('csv', corrected)))).toBe('checked 0 0 3 0 0');
    const slip = [HEADINGS, [`DV${prefix}01`, 'Ai Khác', '01/01/1970', '', own.code, 'to-truong', '01/01/2026']];
    expect(await faults(officer, await check(officer, await sheet('csv', slip)))).toEqual([
      '2 code-of-another memberCode',
    ]);
  });

  it('ends a term late, keeping what was known', async () => {
    await apply(officer, await check(officer, await sheet('csv', people())));
    const ended = people().map((row, index) => [
      ...row,
      index === 0 ? 'Đến hết ngày' : index === 1 ? '30/06/2026' : '',
    ]);
    const next = ['', 'Người Kế', '', '', own.code, 'Chủ tịch', '01/07/2026', ''];
    const job = await check(officer, await sheet('csv', [...ended, next]));
    expect(await faults(officer, job)).toEqual([]);
    expect(counts(await apply(officer, job))).toBe('applied 1 1 2 0 0');
    const terms = await world.dataSource.query<object[]>(
      `SELECT valid_to, superseded_at IS NULL AS living FROM office_term
        WHERE organisation_id = $1 AND title_code = 'chu-tich' ORDER BY valid_from, living`,
      [own.id],
    );
    expect(terms).toEqual([
      { valid_to: null, living: false },
      { valid_to: '2026-07-01', living: true },
      { valid_to: null, living: true },
    ]);
  });
});

describe('what a file may not do', () => {
  it('reaches no further than the officer: a foreign unit reads as one that is not there', async () => {
    const rows = [own.code, sibling.code, root.code, 'KHONG-CO'].map((code, index) => [
      ...['', `Người ${'Một Hai Ba Bốn'.split(' ')[index] ?? ''}`, '', '', code, 'Tổ trưởng công đoàn', '01/01/2026'],
    ]);
    const job = await check(officer, await sheet('csv', [HEADINGS, ...rows]));
    expect(counts(job)).toBe('checked 1 0 0 0 3');
    expect(await faults(officer, job)).toEqual([3, 4, 5].map((row) => `${row} unit-unknown unitCode`));
    expect(counts(await check(chief, await sheet('csv', [HEADINGS, ...rows])))).toBe('checked 3 0 0 0 1');
    expect(await refusalOf(world.get(ImportService).get(chief, job.id))).toBe('not-found');
  });

  it('neither reads nor changes people of others, by code or by system id', async () => {
    const theirs = [HEADINGS, [`DV${prefix}09`, 'Người Lạ', '01/01/1980', '', sibling.code, 'to-truong', '01/01/2026']];
    await apply(chief, await check(chief, await sheet('csv', theirs)));
    const [stranger] = await world.dataSource.query<{ person_id: string }[]>(
      'SELECT person_id FROM member_record WHERE member_code = $1',
      [`DV${prefix}09`],
    );
    const mine = [
      [...HEADINGS, 'Mã hệ thống'],
      [`DV${prefix}09`, 'Người Lạ', '01/01/1980', '', own.code, 'to-truong', '01/01/2026', ''],
      ['', 'Người Lạ', '01/01/1980', '', own.code, 'to-truong', '01/01/2026', stranger!.person_id],
    ];
    expect(await faults(officer, await check(officer, await sheet('csv', mine)))).toEqual([
      '2 code-held-elsewhere memberCode',
      '3 person-unknown personId',
    ]);
  });

  it('leaves no second chair and no second term', async () => {
    await apply(officer, await check(officer, await sheet('csv', people())));
    const rows = [
      HEADINGS,
      ['', 'Chủ Hai', '', '', own.code, 'Chủ tịch', '01/05/2026'],
      [`DV${prefix}02`, 'Trần Văn Đức', '', '', child.code, 'Phó chủ tịch', '01/06/2026'],
      ['', 'Chủ Ba', '', '', child.code, 'CHỦ TỊCH', '01/05/2026'],
      ['', 'Chủ Bốn', '', '', child.code, 'Chu tich', '01/05/2026'],
      [`DV${prefix}02`, 'Trần Văn Đức', '', '', child.code, 'Tổ trưởng công đoàn', '01/06/2026'],
      [`DV${prefix}02`, 'Trần Văn Đức', '', '', child.code, 'Tổ trưởng công đoàn', '01/06/2026'],
    ];
    const job = await check(officer, await sheet('csv', rows));
    expect(await faults(officer, job)).toEqual([
      '2 office-held title',
      '3 office-overlaps validFrom',
      '5 office-held-row title',
      '7 row-twice',
    ]);
  });

  it('is written once, whoever asks how often', async () => {
    const file = await sheet('csv', people());
    const jobs = [await check(officer, file), await check(officer, file), await check(officer, file)];
    for (const job of jobs) await world.get(ImportService).apply(officer, job.id);
    await Promise.all([...jobs, ...jobs].map((job) => world.get(ImportApplicationService).apply(job.id)));
    const [row] = await world.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int FROM office_term t JOIN organisation o ON o.id = t.organisation_id WHERE o.code LIKE $1`,
      [`A${prefix}-%`],
    );
    expect(row?.count).toBe(3);
    const states = await Promise.all(jobs.map((job) => world.get(ImportService).get(officer, job.id)));
    expect(states.map(({ state }) => state).sort()).toEqual(['applied', 'applied', 'applied']);
  });

  it('is written by the next worker when one dies in the middle', async () => {
    const job = await check(officer, await sheet('csv', people()));
    await world.get(ImportService).apply(officer, job.id);
    const before = await register();
    const blocker = world.dataSource.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('LOCK TABLE office_term IN SHARE MODE');
    const died = world
      .get(ImportApplicationService)
      .apply(job.id)
      .then(
        () => 'ended',
        () => 'died',
      );
    const waiting = `FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database() AND query LIKE '%UPDATE office_term%'`;
    for (let killed = 0; killed === 0;) {
      killed = (await world.dataSource.query<unknown[]>(`SELECT pg_terminate_backend(pid) ${waiting}`)).length;
    }
    expect(await died).toBe('died');
    await blocker.rollbackTransaction();
    await blocker.release();
    expect(await register()).toBe(before);
    expect((await world.get(ImportService).get(officer, job.id)).state).toBe('applying');
    await world.get(ImportApplicationService).apply(job.id);
    expect(counts(await world.get(ImportService).get(officer, job.id))).toBe('applied 3 0 0 0 0');
  });

  it('is read from the beginning when a worker died while reading', async () => {
    const content = await sheet('csv', people());
    const asked = { kind: 'people' as const, fileName: 'x', content: Readable.from([content]) };
    const { id } = await world.get(ImportService).begin(officer, asked);
    await world.dataSource.query(
      `INSERT INTO import_row (import_id, number, state, value) VALUES ($1, 2, 'unchecked', '{}'), ($1, 9, 'unchecked', '{}')`,
      [id],
    );
    await world.get(ImportCheckService).check(id);
    await world.get(ImportCheckService).check(id);
    expect(counts(await world.get(ImportService).get(officer, id))).toBe('checked 3 0 0 0 0');
  });

  it('goes back to be looked at when the register changed after the check', async () => {
    const job = await check(officer, await sheet('csv', people()));
    const holder = await world.admit('Người Nhanh Hơn');
    const office = { personId: holder, organisationId: own.id, titleCode: 'chu-tich', validFrom: '2026-01-01' };
    await world.dataSource.transaction((tx) => world.get(IdentityService).giveOffice(tx, office));
    const before = await register();
    expect(counts(await apply(officer, job))).toBe('checked 2 0 0 0 1');
    expect(await register()).toBe(before);
  });

  it('brings nothing when the officer lost the role in between', async () => {
    const job = await check(officer, await sheet('csv', people()));
    await world.dataSource.query('DELETE FROM role_grant WHERE person_id = $1', [officer.personId]);
    expect(counts(await apply(officer, job))).toBe('checked 0 0 0 0 3');
  });

  it('leaves one audit row with numbers and no names', async () => {
    const job = await apply(officer, await check(officer, await sheet('csv', people())));
    const rows = await world.dataSource.query<{ details: object }[]>(
      'SELECT action, organisation_id, details FROM audit_entry WHERE subject_id = $1',
      [job.id],
    );
    expect(rows).toMatchObject([{ action: 'interchange.import-register', organisation_id: own.id }]);
    expect(rows[0]?.details).toMatchObject({ kind: 'people', sha256: job.fileKey, newRows: 3 });
    expect(JSON.stringify(rows)).not.toContain('Hoà');
  });
});

describe('a list of units', () => {
  const UNITS = ['Tên đơn vị', 'Mã đơn vị', 'Mã đơn vị cấp trên', 'Cấp', 'Loại hình', 'Khu vực', 'Ngày thành lập'];
  const COUNTS = ['Số đoàn viên', 'Số người lao động', 'Ngày thống kê'];
  const unit = (code: string, parent: string, day = '01/06/2024', counted = ['', '', '']) => [
    ...[`Công đoàn ${code}`, code, parent, 'Cơ sở', 'cdcs', 'Ngoài nhà nước', day, ...counted],
  ];

  it('founds them in any order, with their counts, and the second time changes nothing', async () => {
    const [upper, lower, later] = [`A${prefix}-C`, `A${prefix}-B`, `A${prefix}-D`];
    const rows = [
      [...UNITS, ...COUNTS],
      unit(lower, upper, '01/07/2024'),
      unit(upper, child.code, '01/06/2024', ['1.200', '1500', '01/01/2026']),
      unit(later, upper, '01/01/2030'),
    ];
    const file = await sheet('xlsx', rows);
    const job = await check(officer, file, 'units');
    expect(await faults(officer, job)).toEqual([]);
    expect(counts(await apply(officer, job))).toBe('applied 3 0 0 0 0');
    const made = await world.dataSource.query<object[]>(
      `SELECT o.code, nlevel(o.path) AS level, h.members FROM organisation o
         LEFT JOIN organisation_head_count h ON h.organisation_id = o.id WHERE o.code = ANY($1) ORDER BY o.code`,
      [[upper, lower, later]],
    );
    expect(made).toEqual([
      { code: lower, level: 5, members: null },
      { code: upper, level: 4, members: 1200 },
      { code: later, level: null, members: null },
    ]);
    const before = await register();
    const again = await check(officer, file, 'units');
    expect(await faults(officer, again)).toEqual([]);
    expect(counts(await apply(officer, again))).toBe('applied 0 0 3 0 0');
    expect(await register()).toBe(before);
  });

  it('finds circles, strangers, orphans and what exists otherwise', async () => {
    const [one, two, three] = [`A${prefix}-X`, `A${prefix}-Y`, `A${prefix}-Z`];
    const rows = [
      UNITS,
      unit(one, two),
      unit(two, one),
      unit(three, one),
      unit(`A${prefix}-W`, root.code),
      unit(sibling.code, own.code),
      unit(child.code, own.code),
      unit(`A${prefix}-V`, own.code, '01/01/1990'),
      unit(`A${prefix}-U`, ''),
    ];
    const job = await check(officer, await sheet('csv', rows), 'units');
    expect(await faults(officer, job)).toEqual([
      '2 unit-in-circle parentCode',
      '3 unit-in-circle parentCode',
      '4 parent-faulty parentCode',
      '5 unit-unknown parentCode',
      '6 unit-code-taken code',
      '7 unit-differs code',
      '8 founded-before-parent foundedOn',
      '9 required parentCode',
    ]);
  });
});
