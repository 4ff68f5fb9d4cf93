import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { attachToEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';

const MAIN = resolve('dist/main.js');
const CLI = resolve('dist/cli.js');
const START_WITHIN_MS = 60_000;

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

export async function waitUntil(
  what: string,
  isTrue: () => Promise<boolean>,
  withinMs = START_WITHIN_MS,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (Date.now() < end) {
    if (await isTrue()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`Not within ${withinMs} ms: ${what}`);
}

export interface ServerProcess {
  url: string;
  dataDir: string;
  child: ChildProcess;
  /** Everything it said so far. */
  output(): string;
  /** Sends a signal and waits for the end. @returns exit code, null when killed */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface ServerSettings {
  env?: Record<string, string>;
  dataDir?: string;
  port?: number;
  /** A process group of its own, so that a signal can be sent to the whole group. */
  detached?: boolean;
}

/** A folder for data that PostgreSQL's own account may pass through, which it needs when this runs as root. */
export async function makeHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'union-skills-process-'));
  await chmod(home, 0o711);
  return home;
}

/** Starts the built server as a process of its own and waits until it is ready. */
export async function startServer(settings: ServerSettings = {}): Promise<ServerProcess> {
  const port = settings.port ?? (await freePort());
  const dataDir = settings.dataDir ?? (await makeHome());
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...settings.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: settings.detached ?? false,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const url = `http://127.0.0.1:${port}`;
  const isReady = async () => {
    const end = child.exitCode ?? child.signalCode;
    if (end !== null) throw new Error(`The server ended at start (${end}):\n${output}`);
    return fetch(`${url}/api/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  };
  await waitUntil('the server is ready', isReady).catch((error: Error) => {
    child.kill('SIGKILL');
    throw new Error(`${error.message}\n${output}`);
  });
  return {
    url,
    dataDir,
    child,
    output: () => output,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

export interface EndedProcess {
  code: number | null;
  /** Standard output and error together. */
  output: string;
}

/** Runs the built server, which is expected to refuse its start. */
export function runServer(env: Record<string, string>): Promise<EndedProcess> {
  return runToEnd([MAIN], env);
}

/** Runs a command of the built command line. */
export function runCli(args: string[], env: Record<string, string>): Promise<EndedProcess> {
  return runToEnd([CLI, ...args], env);
}

async function runToEnd(args: string[], env: Record<string, string>): Promise<EndedProcess> {
  const inherited = { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, args, { env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const late = setTimeout(() => child.kill('SIGKILL'), START_WITHIN_MS);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearTimeout(late);
  return { code, output };
}

/** The embedded PostgreSQL that a server keeps in its data folder. */
export async function postgresOf({
  dataDir,
}: Pick<ServerProcess, 'dataDir'>): Promise<EmbeddedPostgres & { pid: number }> {
  const running = await attachToEmbeddedPostgres(join(dataDir, 'postgres'));
  if (!running) throw new Error(`No PostgreSQL runs in ${dataDir}`);
  const file = await readFile(join(running.cluster, 'postmaster.pid'), 'utf8');
  return { ...running, pid: Number(file.split('\n')[0]) };
}

/** The processes, by id, whose group bears this id. Reads /proc where there is one: not every machine has `ps`. */
export async function processesInGroup(group: number): Promise<number[]> {
  const lines = existsSync('/proc/self/stat') ? await statLines() : await psLines();
  return lines.filter(({ pgid, state }) => pgid === group && !state.startsWith('Z')).map(({ pid }) => pid);
}

interface ProcessLine {
  pid: number;
  pgid: number;
  /** Z: ended, not yet collected by its parent. */
  state: string;
}

async function statLines(): Promise<ProcessLine[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const texts = await Promise.all(ids.map((id) => readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')));
  return texts.flatMap((text) => {
    // The command in brackets may hold spaces and brackets itself.
    const [, pid, state, pgid] = /^(\d+) .*\) (\S) \d+ (\d+)/s.exec(text) ?? [];
    return state ? [{ pid: Number(pid), pgid: Number(pgid), state }] : [];
  });
}

async function psLines(): Promise<ProcessLine[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,pgid=,stat=']);
  return stdout.split('\n').flatMap((line) => {
    const [pid, pgid, state] = line.trim().split(/\s+/);
    return state ? [{ pid: Number(pid), pgid: Number(pgid), state }] : [];
  });
}

/** Removes what a server left on disk. */
export function removeDataDir(server: Pick<ServerProcess, 'dataDir'>): Promise<void> {
  return rm(server.dataDir, { recursive: true, force: true });
}

const REDIS_SERVER = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'].find(
  existsSync,
);

export interface RedisProcess {
  url: string;
  stop(): Promise<void>;
}

/** A Redis of the test's own on a free port, without persistence. */
export async function startRedis(): Promise<RedisProcess> {
  if (!REDIS_SERVER) throw new Error('redis-server not found: apt-get install redis-server');
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(REDIS_SERVER, args, { stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', done));
  const { Redis } = await import('ioredis');
  const probe = new Redis(port, '127.0.0.1', { lazyConnect: false, retryStrategy: () => 100 });
  probe.on('error', () => undefined);
  await waitUntil(
    'Redis answers',
    () =>
      probe.ping().then(
        (pong) => pong === 'PONG',
        () => false,
      ),
    10_000,
  );
  probe.disconnect();
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * Whether a suite that needs Redis or Chromium may run here. With CI=true absence is a failure of the suite; elsewhere
 * the suite is reported as skipped, with the line that says what to install.
 */
export function availability(found: boolean, install: string): { run: boolean; title: string } {
  if (!found && process.env['CI'] === 'true') throw new Error(`Missing under CI: ${install}`);
  return { run: found, title: found ? '' : ` (skipped: ${install})` };
}

export const redisAvailability = () => availability(REDIS_SERVER !== undefined, 'apt-get install redis-server');

export const CHROMIUM = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

export const chromiumAvailability = () =>
  availability(CHROMIUM !== undefined, 'apt-get install chromium, or set CHROMIUM_PATH');
