import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { attachToEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { DataFolderInUseError } from './embedded/instance-lock.js';
import { readPostmasterFile } from './embedded/postmaster-file.js';
import { isAlive, waitForEnd } from './embedded/process-info.js';

const LAUNCHER = pathToFileURL(resolve('dist/platform/database/embedded-postgres.js')).href;

async function ask<T>(url: string, sql: string): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: T }>(sql);
    return rows[0]?.answer as T;
  } finally {
    await client.end();
  }
}

/** Asks until PostgreSQL answers again. */
async function askPatiently<T>(url: string, sql: string): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    try {
      return await ask<T>(url, sql);
    } catch (error) {
      if (Date.now() > end) throw error;
      await delay(50);
    }
  }
}

describe('startEmbeddedPostgres', () => {
  let root: string;
  let dir: string;
  let children: ChildProcess[] = [];
  const servers: EmbeddedPostgres[] = [];

  const start = async (folder = dir) => {
    const server = await startEmbeddedPostgres({ dir: folder, flags: ['-c', 'fsync=off'] });
    servers.push(server);
    return server;
  };
  const postmasterPid = async (server: EmbeddedPostgres) => (await readPostmasterFile(server.cluster))?.pid ?? 0;

  /** Another node process that starts PostgreSQL in the folder and holds it. */
  async function otherProcess(): Promise<{ pid: number; port: number; kill: () => Promise<void> }> {
    const code = `const { startEmbeddedPostgres } = await import(${JSON.stringify(LAUNCHER)});
      const { port } = await startEmbeddedPostgres({ dir: ${JSON.stringify(dir)}, flags: ['-c', 'fsync=off'] });
      console.log(port); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const port = await new Promise<number>((done, failed) => {
      child.stdout?.once('data', (text: Buffer) => done(Number(text)));
      child.once('exit', (status) => failed(new Error(`ended with ${status}`)));
    });
    const pid = child.pid ?? 0;
    return {
      pid,
      port,
      kill: async () => {
        process.kill(pid, 'SIGKILL');
        await waitForEnd(pid, 5_000);
      },
    };
  }

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'embedded-'));
    // Under root, PostgreSQL's own account must get through; else the data would lie elsewhere, and stay there.
    await chmod(root, 0o711);
    dir = join(root, 'postgres');
  });

  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    children = [];
    for (const server of servers.splice(0)) await server.stop();
  });

  afterAll(() => rm(root, { recursive: true, force: true }));

  it('makes a cluster with three logins, of which the application owns nothing', async () => {
    const server = await start();
    expect(await ask(server.superUrl, `SELECT rolsuper AS answer FROM pg_roles WHERE rolname = current_user`)).toBe(
      true,
    );
    expect(await ask(server.ownerUrl, 'SELECT current_user AS answer')).toBe('union_owner');
    expect(await ask(server.appUrl, 'SELECT current_user AS answer')).toBe('union_app');
    expect(
      await ask(
        server.ownerUrl,
        `SELECT datdba::regrole::text AS answer FROM pg_database WHERE datname = current_database()`,
      ),
    ).toBe('union_owner');
    expect(
      await ask(
        server.superUrl,
        `SELECT rolsuper OR rolcreatedb OR rolcreaterole AS answer FROM pg_roles WHERE rolname = 'union_app'`,
      ),
    ).toBe(false);
    await expect(ask(server.appUrl, 'CREATE TABLE own (id int)')).rejects.toThrow('permission denied');
  });

  it('keeps Vietnamese letters right whatever the locale of the machine is', async () => {
    const server = await start();
    expect(await ask(server.appUrl, `SELECT lower('ĐỖ THỊ ỨNG') AS answer`)).toBe('đỗ thị ứng');
    expect(
      await ask(
        server.appUrl,
        `SELECT string_agg(n, ' ' ORDER BY n COLLATE "vi-x-icu") AS answer FROM unnest(ARRAY['Đỗ', 'Ân', 'Dương', 'An', 'Ăn']) n`,
      ),
    ).toBe('An Ăn Ân Dương Đỗ');
  });

  it('listens on loopback only, and keeps its secrets to its own user', async () => {
    const server = await start();
    expect(
      await ask(
        server.superUrl,
        `SELECT current_setting('listen_addresses') || current_setting('unix_socket_directories') AS answer`,
      ),
    ).toBe('127.0.0.1');
    expect((await stat(join(dir, 'passwords.json'))).mode & 0o077).toBe(0);
    expect((await stat(dir)).mode & 0o066).toBe(0);
    expect((await stat(server.cluster)).mode & 0o077).toBe(0);
    await expect(ask(server.appUrl.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
      'password authentication failed',
    );
  });

  it('comes back on the same port with its data when PostgreSQL is killed', async () => {
    const server = await start();
    await ask(server.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const killed = await postmasterPid(server);
    process.kill(killed, 'SIGKILL');
    expect(await askPatiently(server.ownerUrl, 'SELECT answer FROM kept')).toBe(42);
    expect(await postmasterPid(server)).not.toBe(killed);
  });

  it('leaves no process behind, and uses the same port the next time', async () => {
    const server = await start();
    const pid = await postmasterPid(server);
    await server.stop();
    expect(isAlive(pid)).toBe(false);
    expect(await attachToEmbeddedPostgres(dir)).toBeNull();
    expect((await start()).port).toBe(server.port);
  });

  it('takes over the PostgreSQL of a node process that was killed, and watches that one too', async () => {
    const other = await otherProcess();
    const attached = await attachToEmbeddedPostgres(dir);
    expect(attached?.port).toBe(other.port);
    await other.kill();
    const server = await start();
    const pid = await postmasterPid(server);
    expect(server.port).toBe(other.port);
    expect(pid).toBe(await postmasterPid(attached as EmbeddedPostgres));
    process.kill(pid, 'SIGKILL');
    expect(await askPatiently(server.ownerUrl, 'SELECT 1 AS answer')).toBe(1);
    await server.stop();
    expect(await attachToEmbeddedPostgres(dir)).toBeNull();
  });

  it('refuses a folder that another live process uses, and says which', async () => {
    const other = await otherProcess();
    const refused = startEmbeddedPostgres({ dir });
    await expect(refused).rejects.toThrow(DataFolderInUseError);
    await expect(refused).rejects.toThrow(`process ${other.pid}`);
    const alone = await attachToEmbeddedPostgres(dir);
    await other.kill();
    const server = await start();
    expect(server.port).toBe(alone?.port);
  });

  it('refuses the folder it already holds itself', async () => {
    await start();
    await expect(startEmbeddedPostgres({ dir })).rejects.toThrow(DataFolderInUseError);
  });

  it('starts although the old process id now belongs to another program', async () => {
    const first = await start();
    await first.stop();
    const stale = `${process.ppid}\n${first.cluster}\n1\n${first.port}\n\n127.0.0.1\n\nready\n`;
    await writeFile(join(first.cluster, 'postmaster.pid'), stale);
    await writeFile(
      join(dir, 'lock'),
      JSON.stringify({ pid: process.pid, startMark: '1', host: hostname(), token: 'old' }),
    );
    const server = await start();
    expect(await ask(server.appUrl, 'SELECT 1 AS answer')).toBe(1);
  });

  it('runs two clusters side by side', async () => {
    const one = await start();
    const two = await start(join(root, 'second'));
    expect(two.port).not.toBe(one.port);
    expect(await ask(two.ownerUrl, `SELECT to_regclass('kept') IS NULL AS answer`)).toBe(true);
    expect(await ask(one.ownerUrl, `SELECT to_regclass('kept') IS NULL AS answer`)).toBe(false);
  });

  it('refuses a cluster of another major version', async () => {
    const server = await start();
    await server.stop();
    const file = join(server.cluster, 'PG_VERSION');
    const version = await readFile(file, 'utf8');
    await writeFile(file, '17\n');
    await expect(startEmbeddedPostgres({ dir })).rejects.toThrow('made by PostgreSQL 17');
    await writeFile(file, version);
  });
});
