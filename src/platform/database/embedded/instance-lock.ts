import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, startMark } from './process-info.js';

const HEARTBEAT_MS = 5_000;
/** A holder on another host (a container on the same volume) is gone when it did not touch its lock for this long. */
const SILENCE_MS = 20_000;

interface Holder {
  pid: number;
  startMark: string | null;
  host: string;
  token: string;
}

/** Another live process uses the data folder. */
export class DataFolderInUseError extends Error {
  constructor(dir: string, holder: { pid: number; host: string }) {
    super(
      `${dir} is in use by process ${holder.pid} on ${holder.host}. One data folder serves one process: ` +
        'stop that process, or give this one a DATA_DIR of its own.',
    );
    this.name = 'DataFolderInUseError';
  }
}

/** The right to use a data folder, held by one live node process at a time. */
export interface InstanceLock {
  release(): Promise<void>;
}

/**
 * Takes the lock of the folder; a lock left by a process that was killed is taken over.
 * @throws DataFolderInUseError
 */
export async function lockInstance(dir: string): Promise<InstanceLock> {
  const file = join(dir, 'lock');
  const mine: Holder = {
    pid: process.pid,
    startMark: await startMark(process.pid),
    host: hostname(),
    token: randomUUID(),
  };
  const draft = `${file}.${mine.token}`;
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    while (!(await tryLink(draft, file))) await removeIfStale(dir, file);
  } finally {
    await rm(draft, { force: true });
  }
  // Only holders on other hosts are judged by it; on this host the process itself is looked at.
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, HEARTBEAT_MS).unref();
  return {
    release: async () => {
      clearInterval(heartbeat);
      if ((await readHolder(file))?.token === mine.token) await rm(file, { force: true });
    },
  };
}

/** A link to a finished file appears whole or not at all, and fails when the name is taken. */
async function tryLink(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

async function removeIfStale(dir: string, file: string): Promise<void> {
  const holder = await readHolder(file);
  if (holder && (await isHeld(file, holder))) throw new DataFolderInUseError(dir, holder);
  // Two processes may both have found the same stale lock: moved away first and looked at again, so that neither
  // removes the fresh lock of the other.
  const aside = `${file}.stale-${randomUUID()}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readHolder(aside);
  if (moved && moved.token !== holder?.token) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

async function isHeld(file: string, holder: Holder): Promise<boolean> {
  if (holder.host === hostname()) {
    return isAlive(holder.pid) && (await startMark(holder.pid)) === holder.startMark;
  }
  // Watched rather than compared with this host's clock: the two clocks may differ.
  const seen = await touchedAt(file);
  for (let waited = 0; waited < SILENCE_MS; waited += HEARTBEAT_MS) {
    await delay(HEARTBEAT_MS);
    if ((await touchedAt(file)) !== seen) return true;
  }
  return false;
}

async function touchedAt(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.mtimeMs ?? 0;
}
