import { spawn } from 'node:child_process';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { childOptions, type ClusterFolder } from './cluster-folder.js';
import { readPostmasterFile } from './postmaster-file.js';
import { exists, isAlive, isPostgres, waitForEnd } from './process-info.js';

/** Recovery after a crash replays the log first; on a slow disk that takes a while. */
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;
const LOG_MAX_BYTES = 5_000_000;
const POLL_MS = 20;

export interface Postmaster {
  pid: number;
  port: number;
}

export interface StartOptions {
  folder: ClusterFolder;
  binaries: Binaries;
  account: Account | null;
  flags: string[];
  port: number;
}

/** The failure of PostgreSQL to start, with the end of its log. */
export class PostgresStartError extends Error {
  constructor(reason: string, log: string) {
    super(`The embedded PostgreSQL ${reason}.${log ? ` Its log ends with:\n${log}` : ''}`);
    this.name = 'PostgresStartError';
  }
}

/**
 * The PostgreSQL that already serves the cluster (a killed node process leaves it running), ready for connections.
 * Null when there is none; a file left behind by a process id that is by now another program is removed.
 */
export async function findRunning(cluster: string): Promise<Postmaster | null> {
  const end = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const found = await readPostmasterFile(cluster);
    // Of a dead postmaster PostgreSQL itself takes over the file, and checks that no child of it is left.
    if (!found || !exists(found.pid)) return null;
    if (!(await isPostgres(found.pid))) {
      await rm(join(cluster, 'postmaster.pid'), { force: true });
      return null;
    }
    if (found.status === 'ready') return { pid: found.pid, port: found.port };
    if (Date.now() > end) throw new PostgresStartError(`(process ${found.pid}) stays ${found.status}`, '');
    await delay(POLL_MS);
  }
}

/**
 * Starts PostgreSQL and waits until it takes connections.
 * @throws PostgresStartError
 */
export async function startPostmaster(options: StartOptions): Promise<Postmaster> {
  const { folder, binaries, account, port } = options;
  await rotateLog(folder.logFile);
  // A file, not a pipe: PostgreSQL outlives a node process that is killed, and must be able to go on writing.
  const log = await open(folder.logFile, 'a', 0o600);
  const before = (await log.stat()).size;
  const waiting = new AbortController();
  try {
    const child = spawn(binaries.postgres, ['-D', folder.cluster, ...settings(port), ...options.flags], {
      ...childOptions(account),
      // A process group of its own: Ctrl-C in the terminal must reach node first, which then stops PostgreSQL in order.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    const failed = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(`cannot be started: ${error.message}`));
      child.once('exit', (code, signal) => resolve(`ended at start (${signal ?? `code ${code}`})`));
    });
    child.unref();
    const reason = await Promise.race([failed, waitUntilReady(folder.cluster, child.pid, waiting.signal)]);
    if (reason === null && child.pid !== undefined) return { pid: child.pid, port };
    if (child.pid !== undefined && isAlive(child.pid)) process.kill(child.pid, 'SIGKILL');
    throw new PostgresStartError(reason ?? 'has no process id', await logSince(folder.logFile, before));
  } finally {
    waiting.abort();
    await log.close();
  }
}

function settings(port: number): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // Each queue and worker has a pool of its own beside the application's.
    max_connections: 60,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    cluster_name: 'union-skills',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** @returns null when ready, else why not */
async function waitUntilReady(cluster: string, pid: number | undefined, signal: AbortSignal): Promise<string | null> {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end && !signal.aborted) {
    const found = await readPostmasterFile(cluster);
    if (found && found.pid === pid && found.status === 'ready') return null;
    await delay(POLL_MS);
  }
  return `was not ready within ${READY_WITHIN_MS / 1000} s`;
}

/** Stops PostgreSQL in order (open transactions are rolled back), and by force when it does not end in time. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await waitForEnd(pid, STOP_WITHIN_MS)) return;
  }
}

/** A free port of the loopback address; the preferred one when nobody else has taken it. */
export async function freePort(preferred: number | null): Promise<number> {
  return (preferred === null ? null : await tryPort(preferred)) ?? (await tryPort(0)) ?? fail();
}

function fail(): never {
  throw new Error('No port of 127.0.0.1 is free for the embedded PostgreSQL.');
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : null;
      server.close(() => resolve(taken));
    });
  });
}

async function rotateLog(file: string): Promise<void> {
  const size = (await stat(file).catch(() => null))?.size ?? 0;
  if (size > LOG_MAX_BYTES) await rename(file, `${file}.1`);
}

async function logSince(file: string, start: number): Promise<string> {
  const text = await readFile(file).catch(() => Buffer.alloc(0));
  return text.subarray(start).toString('utf8').trim().split('\n').slice(-15).join('\n');
}
