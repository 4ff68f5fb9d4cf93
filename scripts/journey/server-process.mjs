// The built server as a process of its own, for the journey and for the benchmarks.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const MAIN = join(ROOT, 'dist/main.js');

const READY_WITHIN_MS = 90_000;
const STOP_WITHIN_MS = 25_000;

/** A temporary folder that the account of the embedded PostgreSQL can pass through when this runs as root. */
export async function temporaryFolder(prefix) {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  return folder;
}

/**
 * Removes a folder made by `temporaryFolder`. PostgreSQL may have kept its data elsewhere, in a place that its folder
 * `postgres` names.
 */
export async function removeFolder(folder) {
  const location = join(folder, 'postgres', 'location');
  if (existsSync(location)) await rm(readFileSync(location, 'utf8').trim(), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

/** A free port of the loopback address. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts the server as the image does and waits until it is ready. It sees PATH, HOME, PORT and `env`, nothing else of this environment.
 * @throws Error with what it printed, when it ends at start or is not ready in time
 */
export async function startServer({ env, nodeFlags = [] }) {
  const port = await freePort();
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--max-semi-space-size=8', ...nodeFlags, MAIN], {
    cwd: ROOT,
    env: { PATH, HOME, PORT: String(port), LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk.toString()));
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  const server = {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid,
    output: () => output,
    /** Null while it runs, else its exit code or the signal that ended it. */
    end: () => child.signalCode ?? child.exitCode,
    stop: () => stop(child, ended),
  };
  try {
    await untilReady(server);
  } catch (error) {
    await server.stop();
    throw new Error(`${error.message}\n${output}`, { cause: error });
  }
  return server;
}

async function untilReady(server) {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end) {
    if (server.end() !== null) throw new Error(`The server ended at start (${server.end()}):`);
    const ready = await fetch(`${server.url}/api/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await delay(50);
  }
  throw new Error(`The server was not ready within ${READY_WITHIN_MS / 1000} s:`);
}

/** Ends the process in order, by force when it takes too long. @returns its exit code or the signal */
async function stop(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return ended;
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  try {
    return await ended;
  } finally {
    clearTimeout(late);
  }
}
