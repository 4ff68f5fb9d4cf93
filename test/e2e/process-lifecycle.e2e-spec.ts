import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { CertificateBody, ClassBody, EnrolmentBody, Items } from '../support/api.js';
import { COURSE, enrol, openCourse, SCENARIO } from '../support/learner.js';
import {
  freePort,
  makeHome,
  postgresOf,
  processesInGroup,
  runCli,
  runServer,
  startServer,
  waitUntil,
  type ServerProcess,
} from '../support/processes.js';
import { RemoteClient } from '../support/remote-client.js';

const STACK = /\n\s+at .*:\d+:\d+/;

/** A database of the embedded PostgreSQL, as its superuser: what only an intruder or a broken disk can do. */
async function asSuperuser(server: ServerProcess, statements: string[]): Promise<pg.QueryResult[]> {
  const { superUrl } = await postgresOf(server);
  const url = Object.assign(new URL(superUrl), { pathname: '/union_skills' }).toString();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const results: pg.QueryResult[] = [];
    for (const statement of statements) results.push(await client.query(statement));
    return results;
  } finally {
    await client.end();
  }
}

describe('the life of a process', () => {
  let home: string;
  let server: ServerProcess;
  let neighbour: ServerProcess | undefined;
  let client: RemoteClient;
  let enrolmentId: string;
  let certificate: CertificateBody;

  const dir = (name: string) => join(home, name);
  const isKept = async () => {
    const mine = await client.at(server.url).get<Items<EnrolmentBody>>('/api/v1/enrolments');
    return mine.status === 200 && mine.body.items.some(({ id }) => id === enrolmentId);
  };

  beforeAll(async () => {
    home = await makeHome();
    server = await startServer({ dataDir: dir('first'), detached: true });
  }, 240_000);

  afterAll(async () => {
    await neighbour?.end('SIGTERM');
    await server.end('SIGTERM');
    await rm(home, { recursive: true, force: true });
  }, 240_000);

  it('prints the address, the demo accounts and where the data lies', async () => {
    await waitUntil('the banner is printed', async () => server.output().includes('Ctrl-C'), 90_000);
    const port = new URL(server.url).port;
    expect(server.output()).toContain(`http://localhost:${port}`);
    expect(server.output()).toContain(dir('first'));
    for (const login of ['0901000001', '0901000002', '0901000003', '0901000004', 'congdoan2026']) {
      expect(server.output()).toContain(login);
    }
    client = await new RemoteClient(server.url).signIn('0901000001');
    enrolmentId = (await enrol(client)).id;
    expect((await client.get('/')).status).toBe(200);
  }, 240_000);

  it('refuses a port that is taken, in one clear sentence, and leaves nothing running', async () => {
    const { port } = new URL(server.url);
    const { code, output } = await runServer({ PORT: port, DATA_DIR: dir('second') });
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} is taken`);
    expect(output).toContain('PORT=');
    expect(output).not.toMatch(STACK);
    await expect(postgresOf({ dataDir: dir('second') })).rejects.toThrow();
  }, 240_000);

  it('refuses a data folder that is in use, and does the one using it no harm', async () => {
    const { code, output } = await runServer({ PORT: String(await freePort()), DATA_DIR: dir('first') });
    expect(code).toBe(1);
    expect(output).toContain(`is in use by process ${server.child.pid}`);
    expect(output).not.toMatch(STACK);
    expect(await isKept()).toBe(true);
  }, 240_000);

  it('runs beside another one with a folder of its own', async () => {
    neighbour = await startServer({ dataDir: dir('second') });
    const there = await new RemoteClient(neighbour.url).signIn('0901000001');
    expect((await client.get('/api/v1/session')).status).toBe(200);
    expect((await there.get(`/api/v1/enrolments/${enrolmentId}`)).status).toBe(404);
    const [mine, theirs] = [await postgresOf(server), await postgresOf(neighbour)];
    expect(mine.port).not.toBe(theirs.port);
    expect(await neighbour.end('SIGTERM')).toBe(0);
    neighbour = undefined;
  }, 240_000);

  it('finishes what it has taken when its whole process group is told to stop, and leaves no process', async () => {
    const { pid } = await postgresOf(server);
    const group = server.child.pid ?? 0;
    const requests = Array.from({ length: 10 }, () =>
      new RemoteClient(server.url).post('/api/v1/session', { name: '0901000011', password: 'congdoan2026' }),
    );
    await Promise.race(requests);
    process.kill(-group, 'SIGTERM');
    expect((await Promise.all(requests)).map(({ status }) => status)).toEqual(requests.map(() => 201));
    await waitUntil('the server has ended', async () => server.child.exitCode !== null, 90_000);
    expect(server.child.exitCode).toBe(0);
    expect(server.output()).toContain('Stopped; all data is kept');
    expect(await processesInGroup(group)).toEqual([]);
    expect(await processesInGroup(pid)).toEqual([]);
  }, 240_000);

  it('starts again with all data and open sessions, and does not load the content anew', async () => {
    server = await startServer({ dataDir: dir('first'), detached: true });
    expect(server.output()).toMatch(/Content: 0 of \d+ parts changed/);
    expect(await isKept()).toBe(true);
  }, 240_000);

  it('heals after kill -9: takes over the lock and the PostgreSQL left running', async () => {
    const { pid } = await postgresOf(server);
    await server.end('SIGKILL');
    expect(existsSync(join(dir('first'), 'postgres', 'lock'))).toBe(true);
    server = await startServer({ dataDir: dir('first'), detached: true });
    expect((await postgresOf(server)).pid).toBe(pid);
    expect(await isKept()).toBe(true);
  }, 240_000);

  it('starts PostgreSQL again when it dies, and answers 503 meanwhile', async () => {
    const { pid, port } = await postgresOf(server);
    process.kill(pid, 'SIGKILL');
    const statuses = new Set<number>();
    const answersAgain = async () => {
      const { status } = await client.at(server.url).get('/api/v1/enrolments');
      statuses.add(status);
      // A back end may answer once more after its postmaster is gone, and none runs for a moment.
      const running = await postgresOf(server).catch(() => null);
      return status === 200 && running !== null && running.pid !== pid;
    };
    await waitUntil('requests are answered again', answersAgain, 90_000);
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect((await postgresOf(server)).port).toBe(port);
    expect(server.child.exitCode).toBeNull();
    expect(await isKept()).toBe(true);
  }, 240_000);

  it('names every fault of its configuration at once', async () => {
    const faulty = { PORT: 'abc', ROLE: 'boss', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x', DATA_DIR: dir('none') };
    const { code, output } = await runServer(faulty);
    expect(code).toBe(1);
    for (const name of ['PORT', 'ROLE', 'LOG_LEVEL', 'DATABASE_URL']) expect(output).toContain(`- ${name}`);
    expect(output).not.toMatch(STACK);
    expect(existsSync(dir('none'))).toBe(false);
  }, 240_000);

  it('refuses production with demo accounts or without the secrets it needs', async () => {
    const env = { NODE_ENV: 'production', DATA_DIR: dir('none') };
    const bare = await runServer(env);
    expect(bare.code).toBe(1);
    expect(bare.output).toContain('MASTER_KEY is required');
    expect(bare.output).toContain('PUBLIC_URL is required');
    const demo = await runServer({
      ...env,
      DEMO: 'yes',
      MASTER_KEY: 'change-me-change-me-change-me-change-me',
      PUBLIC_URL: 'https://union.example.org',
    });
    expect(demo.code).toBe(1);
    expect(demo.output).toContain('DEMO must be "no"');
    expect(demo.output).toContain('MASTER_KEY must be');
    expect(existsSync(dir('none'))).toBe(false);
  }, 240_000);

  it('backs up while it runs; the archive makes the same installation in an empty folder', async () => {
    client = client.at(server.url);
    certificate = await earnCertificate();
    const secret = { DATA_DIR: dir('first'), BACKUP_PASSPHRASE: 'sáu mươi ba tỉnh thành' };
    const archive = dir('backup.tar');
    const made = await runCli(['backup', archive, '--passphrase-env', 'BACKUP_PASSPHRASE'], secret);
    expect([made.code, made.output]).toEqual([0, expect.stringContaining('backup.tar')]);
    expect(await server.end('SIGTERM')).toBe(0);

    const restored = { ...secret, DATA_DIR: dir('restored') };
    const wrong = await runCli(['restore', archive, '--passphrase-env', 'BACKUP_PASSPHRASE'], {
      ...restored,
      BACKUP_PASSPHRASE: 'wrong',
    });
    expect(wrong.code).toBe(1);
    expect(wrong.output).not.toMatch(STACK);
    const done = await runCli(['restore', archive, '--passphrase-env', 'BACKUP_PASSPHRASE'], restored);
    expect([done.code, done.output]).toEqual([0, expect.stringContaining('rows')]);

    server = await startServer({ dataDir: dir('restored') });
    expect(await isKept()).toBe(true);
    const fresh = await new RemoteClient(server.url).signIn('0901000001');
    const pdf = await fresh.get(`/api/v1/certificates/${certificate.id}/pdf`);
    expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    const verified = await new RemoteClient(server.url).get(`/api/v1/verification/${certificate.verificationCode}`);
    expect(verified.body).toMatchObject({ state: 'valid' });
  }, 300_000);

  it('proves its evidence untouched, and finds rows changed, removed and cut off behind its back', async () => {
    const school = await new RemoteClient(server.url).signIn('0901000003');
    const classes = await school.get<Items<ClassBody>>('/api/v1/classes?as=officer');
    expect(classes.body.items.length).toBeGreaterThan(0);
    const pending = async () => (await asSuperuser(server, ['SELECT 1 FROM seal_pending']))[0]?.rowCount === 0;
    await waitUntil('everything is sealed', pending, 90_000);
    const verify = () => runCli(['audit', 'verify'], { DATA_DIR: dir('restored') });
    expect((await runCli(['audit', 'checkpoint'], { DATA_DIR: dir('restored') })).code).toBe(0);
    const intact = await verify();
    expect([intact.code, intact.output]).toEqual([0, expect.stringContaining('intact')]);

    const [, changed] = await asSuperuser(server, [
      'ALTER TABLE audit_entry DISABLE TRIGGER ALL',
      `UPDATE audit_entry SET occurred_at = occurred_at - interval '1 day'
        WHERE id = (SELECT id FROM audit_entry ORDER BY id LIMIT 1) RETURNING id`,
    ]);
    const idOf = (result: pg.QueryResult | undefined) => (result?.rows[0] as { id: string }).id;
    const first = await verify();
    expect(first.code).toBe(1);
    expect(first.output).toContain('changed');
    expect(first.output).toContain(idOf(changed));

    const [removed] = await asSuperuser(server, [
      'DELETE FROM audit_entry WHERE id = (SELECT id FROM audit_entry ORDER BY id OFFSET 1 LIMIT 1) RETURNING id',
    ]);
    const second = await verify();
    expect(second.code).toBe(1);
    expect(second.output).toContain('removed');
    expect(second.output).toContain(idOf(removed));
    expect(second.output).not.toContain('truncated');

    // Rows and seals alike: the chain that is left is whole, and only the checkpoint tells.
    await asSuperuser(server, [
      'ALTER TABLE audit_seal DISABLE TRIGGER ALL',
      `CREATE TEMP TABLE last AS
         SELECT row_id FROM audit_seal WHERE stream = 'audit_entry' ORDER BY sequence DESC LIMIT 2`,
      'DELETE FROM audit_entry WHERE id IN (SELECT row_id FROM last)',
      'DELETE FROM audit_seal WHERE row_id IN (SELECT row_id FROM last)',
    ]);
    const third = await verify();
    expect(third.code).toBe(1);
    expect(third.output).toContain('truncated');
  }, 240_000);

  async function earnCertificate(): Promise<CertificateBody> {
    const results = `INSERT INTO enrolment_result (enrolment_id, kind, subject_key, percent, recorded_at) VALUES
      ('${enrolmentId}', 'quiz', 'kiem-tra-cuoi-khoa', 100, now()),
      ('${enrolmentId}', 'scenario', '${SCENARIO}', 100, now()),
      ('${enrolmentId}', 'attendance', '019aa000-0000-7000-8000-000000000001', 100, now())`;
    await asSuperuser(server, [results]);
    for (const { id } of (await openCourse(client)).filter(({ kind }) => kind === 'reading')) {
      await client.put(`/api/v1/enrolments/${enrolmentId}/lessons/${id}/progress`, { done: true, position: 1 });
    }
    const mine = async () => (await client.get<Items<CertificateBody>>('/api/v1/certificates')).body.items;
    await waitUntil(`a certificate of ${COURSE} is drawn`, async () => (await mine())[0]?.pdfReady === true, 90_000);
    return (await mine())[0]!;
  }
});
