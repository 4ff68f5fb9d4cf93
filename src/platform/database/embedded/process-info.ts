import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, readlink } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PS = '/bin/ps';

/** Whether a process with this id exists, whoever owns it, or at least its entry in the process table. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the process runs. One that ended but was not yet collected by its parent (a container's init may not) does not. */
export function isAlive(pid: number): boolean {
  if (!exists(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return statFields(readFileSync(`/proc/${pid}/stat`, 'utf8'))[0] !== 'Z';
  } catch {
    return false;
  }
}

/** The fields from the state on. The command name before them may contain spaces and brackets. */
function statFields(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/**
 * A word that tells this process from a later one with the same id: when it was started.
 * Null when the process is gone or the platform does not say.
 */
export async function startMark(pid: number): Promise<string | null> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    return stat === null ? null : (statFields(stat)[19] ?? null);
  }
  if (process.platform === 'win32') return null;
  const { stdout } = await run(PS, ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim() || null;
}

/** Whether the process runs a program called `postgres`. A process id in an old file may by now be anything. */
export async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform === 'linux') {
    // "(deleted)" follows the name when the binaries were replaced while it ran, as `npm ci` does.
    const exe = await readlink(`/proc/${pid}/exe`).catch(() => null);
    return exe !== null && /\/postgres(?: \(deleted\))?$/.test(exe);
  }
  const { stdout } = await run(PS, ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return /postgres/.test(stdout);
}

/** Waits until the process is gone. @returns false when it is still there after `timeoutMs` */
export async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await delay(20);
  }
  return true;
}
