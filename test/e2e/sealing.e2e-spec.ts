import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Sealer, type SealFault } from '../../src/platform/audit/sealer.js';
import { Config } from '../../src/platform/config/config.js';
import type { ClassBody, Items } from '../support/api.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { FakeClock } from '../support/clock.js';
import { adminUrl } from '../support/database.js';
import type { HttpClient } from '../support/http-client.js';
import { waitUntil } from '../support/processes.js';

/** The promise to those who rely on the evidence. */
const SEALED_WITHIN_MS = 5_000;
const MARKS = 6;

describe('sealed rows', () => {
  const clock = new FakeClock('2026-11-23T02:00:00Z');
  let app: TestApp;
  let sealer: Sealer;
  let intruder: pg.Client;
  let checkpoints: string;
  let lecturer: HttpClient;
  let sessionId: string;
  let learnerIds: string[];
  let guardsOff: string;
  let guardsOn: string;

  beforeAll(async () => {
    app = await startTestApp({ clock, role: 'all' });
    sealer = app.app.get(Sealer);
    checkpoints = await mkdtemp(join(tmpdir(), 'union-skills-checkpoints-'));
    app.app.get(Config).CHECKPOINT_DIR = checkpoints;
    const { pathname } = new URL(app.database.ownerUrl);
    intruder = new pg.Client({ connectionString: Object.assign(new URL(adminUrl()), { pathname }).toString() });
    await intruder.connect();
    // A superuser passes grants and foreign keys; what is left of the guards is switched off in "asIntruder".
    await intruder.query('SET session_replication_role = replica');
    const guards = await rows(
      `SELECT tgrelid::regclass AS table, tgname AS name FROM pg_trigger WHERE tgenabled = 'A' AND NOT tgisinternal`,
    );
    const switching = (how: string) =>
      guards.map((g) => `ALTER TABLE ${g['table']} ${how} TRIGGER ${g['name']};`).join('');
    guardsOff = switching('DISABLE');
    guardsOn = switching('ENABLE ALWAYS');
    expect(guards.length).toBeGreaterThan(0);

    lecturer = await app.signedIn('lecturer');
    const classes = await lecturer.get<Items<ClassBody>>('/api/v1/classes?as=lecturer');
    const held = await lecturer.get<ClassBody>(`/api/v1/classes/${classes.body.items[0]?.id}`);
    sessionId = held.body.sessions[0]?.id ?? '';
    learnerIds = app.demoAccounts.filter(({ role }) => role === 'cadre').map(({ personId }) => personId);
  }, 60_000);

  afterAll(async () => {
    await intruder.end();
    await app.stop();
    await rm(checkpoints, { recursive: true, force: true });
  });

  async function mark(personId: string, as: 'present' | 'absent' | 'excused' = 'present'): Promise<void> {
    const body = { personId, mark: as, reason: 'Ký tên trên danh sách giấy' };
    const answer = await lecturer.post(`/api/v1/class-sessions/${sessionId}/marks`, body);
    if (answer.status !== 200) throw new Error(`Marking answered ${answer.status}: ${answer.text}`);
  }

  const rows = async (sql: string, values: unknown[] = []) =>
    (await intruder.query<Record<string, string>>(sql, values)).rows;
  const unsealed = async () => Number((await rows('SELECT count(*) AS n FROM seal_pending'))[0]?.['n']);
  const faultsOf = (faults: SealFault[]) => faults.map(({ stream, kind }) => `${stream}: ${kind}`);

  /** One transaction with the triggers of append-only tables switched off: only the seals are left. */
  const asIntruder = (statements: string) => intruder.query(`BEGIN; ${guardsOff} ${statements}; ${guardsOn} COMMIT`);

  /** Does harm, looks, and takes it back. */
  async function tamper(harm: string, undo: string[]): Promise<SealFault[]> {
    await asIntruder(harm);
    const faults = await sealer.verify();
    await asIntruder(undo.join(';'));
    expect(await sealer.verify()).toEqual([]);
    return faults;
  }

  /** Keeps a copy of rows so that what was done to them can be taken back. */
  async function restoring(table: string, where: string): Promise<string[]> {
    await intruder.query(`DROP TABLE IF EXISTS kept; CREATE TEMP TABLE kept AS SELECT * FROM ${table} WHERE ${where}`);
    return [
      `DELETE FROM ${table} WHERE EXISTS (SELECT 1 FROM kept WHERE kept.${keyOf(table)} = ${table}.${keyOf(table)})`,
      `INSERT INTO ${table} SELECT * FROM kept`,
    ];
  }
  const keyOf = (table: string) => (table === 'audit_seal' ? 'row_id' : 'id');

  it('are linked within seconds of their commit, by the job', async () => {
    for (const personId of learnerIds.slice(0, MARKS)) await mark(personId);
    const committedAt = Date.now();
    await waitUntil('everything is sealed', async () => (await unsealed()) === 0, 20_000);
    // Generous: the machine that runs the tests is busy with other suites.
    expect(Date.now() - committedAt).toBeLessThan(2 * SEALED_WITHIN_MS);
    const [sealed] = await rows(`SELECT count(*) AS n FROM audit_seal WHERE stream = 'attendance_event'`);
    expect(Number(sealed?.['n'])).toBeGreaterThanOrEqual(MARKS);
    const [audited] = await rows(`SELECT count(*) AS n FROM audit_seal WHERE stream = 'audit_entry'`);
    expect(Number(audited?.['n'])).toBeGreaterThanOrEqual(MARKS);
    expect(await sealer.verify()).toEqual([]);
  }, 30_000);

  it('cannot be changed or removed by the application at all', async () => {
    for (const statement of [
      `UPDATE attendance_event SET mark = 'absent'`,
      'DELETE FROM attendance_event',
      'TRUNCATE attendance_event',
      `UPDATE audit_entry SET action = 'x'`,
      'DELETE FROM audit_entry',
      'DELETE FROM audit_seal',
      'UPDATE audit_seal SET sequence = sequence + 1',
    ]) {
      await expect(app.database.dataSource.query(statement)).rejects.toThrow(
        /permission denied|never change|append-only/i,
      );
    }
    expect(await sealer.verify()).toEqual([]);
  });

  it('betray a change, even of the smallest field', async () => {
    const [row] = await rows(`SELECT id FROM attendance_event WHERE kind = 'manual-mark' ORDER BY id LIMIT 1`);
    const where = `id = '${row?.['id']}'`;
    for (const change of [
      `mark = 'absent'`,
      `received_at = received_at + interval '1 millisecond'`,
      `device_id = 'x'`,
    ]) {
      const undo = await restoring('attendance_event', where);
      const faults = await tamper(`UPDATE attendance_event SET ${change} WHERE ${where}`, undo);
      expect(faults).toMatchObject([{ stream: 'attendance_event', kind: 'changed', rowId: row?.['id'] }]);
    }
  });

  it('betray a change hidden by a new hash in the seal', async () => {
    const [row] = await rows(`SELECT id FROM audit_entry ORDER BY id LIMIT 1`);
    const where = `id = '${row?.['id']}'`;
    const undo = await restoring('audit_entry', where);
    const undoSeal = `UPDATE audit_seal s SET row_hash = seal_hash(to_jsonb(t)) FROM audit_entry t WHERE t.id = s.row_id AND t.${where}`;
    const harm = `SET timezone = 'UTC'; UPDATE audit_entry SET reason = 'khác' WHERE ${where}; ${undoSeal}`;
    const faults = await tamper(harm, [...undo, undoSeal]);
    expect(faultsOf(faults)).toEqual(['audit_entry: chain-broken']);
  });

  it('betray a row removed, with or without its seal', async () => {
    const [row] = await rows(
      `SELECT row_id AS id FROM audit_seal WHERE stream = 'attendance_event' ORDER BY sequence OFFSET 2 LIMIT 1`,
    );
    const where = `id = '${row?.['id']}'`;
    const undo = await restoring('attendance_event', where);
    const faults = await tamper(`DELETE FROM attendance_event WHERE ${where}`, undo);
    expect(faults).toMatchObject([{ kind: 'removed', rowId: row?.['id'] }]);

    const sealWhere = `row_id = '${row?.['id']}'`;
    const undoSeal = await restoring('audit_seal', sealWhere);
    const withoutSeal = await tamper(`DELETE FROM audit_seal WHERE ${sealWhere}`, undoSeal);
    expect(faultsOf(withoutSeal).sort()).toEqual(['attendance_event: chain-broken', 'attendance_event: unsealed']);
  });

  it('betray a row slipped in from behind', async () => {
    const [row] = await rows(`SELECT gen_random_uuid() AS id`);
    const columns = (
      await rows(
        `SELECT string_agg(quote_ident(column_name), ', ') AS names FROM information_schema.columns
        WHERE table_name = 'attendance_event' AND table_schema = 'public' AND column_name <> 'id'`,
      )
    )[0]?.['names'];
    const harm = `INSERT INTO attendance_event (id, ${columns})
      SELECT '${row?.['id']}', ${columns} FROM attendance_event ORDER BY id LIMIT 1`;
    const faults = await tamper(harm, [`DELETE FROM attendance_event WHERE id = '${row?.['id']}'`]);
    expect(faults).toMatchObject([{ kind: 'unsealed', rowId: row?.['id'] }]);
  });

  it('betray two rows that changed places', async () => {
    const [first, second] = await rows(
      `SELECT row_id AS id, sequence FROM audit_seal WHERE stream = 'attendance_event' ORDER BY sequence LIMIT 2`,
    );
    const swap = (a: string | undefined, b: string | undefined) =>
      `UPDATE audit_seal SET sequence = -sequence WHERE stream = 'attendance_event' AND sequence IN (${a}, ${b});
       UPDATE audit_seal SET sequence = CASE sequence WHEN -${a} THEN ${b} ELSE ${a} END
        WHERE stream = 'attendance_event' AND sequence IN (-${a}, -${b})`;
    const harm = swap(first?.['sequence'], second?.['sequence']);
    const faults = await tamper(harm, [harm]);
    expect(new Set(faultsOf(faults))).toEqual(new Set(['attendance_event: chain-broken']));
  });

  it('betray, after a checkpoint, a chain cut short or made anew', async () => {
    await sealer.writeCheckpoint();
    expect(await sealer.verify()).toEqual([]);
    const last = `SELECT row_id FROM audit_seal WHERE stream = 'attendance_event' ORDER BY sequence DESC LIMIT 2`;
    const ids = (await rows(last)).map((row) => `'${row['row_id']}'`).join(', ');

    await intruder.query(`CREATE TEMP TABLE cut_rows AS SELECT * FROM attendance_event WHERE id IN (${ids});
      CREATE TEMP TABLE cut_seals AS SELECT * FROM audit_seal WHERE row_id IN (${ids})`);
    const cut = await tamper(
      `DELETE FROM audit_seal WHERE row_id IN (${ids}); DELETE FROM attendance_event WHERE id IN (${ids})`,
      ['INSERT INTO attendance_event SELECT * FROM cut_rows', 'INSERT INTO audit_seal SELECT * FROM cut_seals'],
    );
    expect(faultsOf(cut)).toEqual(['attendance_event: truncated']);

    // Who owns the server can compute every link again; only what was signed and kept elsewhere tells.
    await intruder.query(`CREATE TEMP TABLE old_chain AS SELECT * FROM audit_seal WHERE stream = 'attendance_event';
      CREATE TEMP TABLE old_rows AS SELECT * FROM attendance_event`);
    const anew = await tamper(
      `UPDATE attendance_event SET reason = 'khác' WHERE kind = 'manual-mark';
       DELETE FROM audit_seal WHERE stream = 'attendance_event';
       INSERT INTO seal_pending (stream, row_id) SELECT 'attendance_event', id FROM attendance_event;
       SELECT seal_batch('attendance_event', 100000, now())`,
      [
        'DELETE FROM attendance_event',
        'INSERT INTO attendance_event SELECT * FROM old_rows',
        `DELETE FROM audit_seal WHERE stream = 'attendance_event'`,
        'INSERT INTO audit_seal SELECT * FROM old_chain',
      ],
    );
    expect(faultsOf(anew)).toEqual(['attendance_event: truncated']);

    const [name] = await readdir(checkpoints);
    const file = join(checkpoints, name ?? '');
    const signed = await readFile(file, 'utf8');
    await writeFile(file, signed.replace(/"sequence":\d+/, '"sequence":1'));
    expect(faultsOf(await sealer.verify())).toEqual(['audit_entry: checkpoint-forged']);
    await writeFile(file, signed);

    // What comes after the checkpoint goes on in the same chain.
    clock.advance({ minutes: 1 });
    await mark(learnerIds[0] ?? '', 'excused');
    await waitUntil('the new row is sealed', async () => (await unsealed()) === 0, 20_000);
    expect(await sealer.verify()).toEqual([]);
  }, 60_000);
});
