import { setTimeout as delay } from 'node:timers/promises';
import { resolve } from 'node:path';
import { unprivilegedAccount } from './embedded/account.js';
import { findBinaries } from './embedded/binaries.js';
import { findClusterFolder, makeFolder, openClusterFolder, storedPort, storePort } from './embedded/cluster-folder.js';
import { lockInstance } from './embedded/instance-lock.js';
import { clusterUrls, ensureLogins } from './embedded/logins.js';
import {
  findRunning,
  freePort,
  startPostmaster,
  stopPostmaster,
  type Postmaster,
  type StartOptions,
} from './embedded/postmaster.js';
import { isAlive } from './embedded/process-info.js';

export interface EmbeddedPostgresOptions {
  /** Folder of the cluster, its lock, passwords, port and log. Made when missing. */
  dir: string;
  /** Further command-line flags of `postgres`, such as `-c fsync=off`. */
  flags?: string[];
  /** Port of 127.0.0.1 to listen on; otherwise the one used last time, else a free one. */
  port?: number;
  /** Told in one line each what happens to PostgreSQL after the start. */
  log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  port: number;
  /** PostgreSQL's own data folder. */
  cluster: string;
  /** The superuser, on the maintenance database. */
  superUrl: string;
  /** Owner of the database and of every table; migrates. */
  ownerUrl: string;
  /** Login of the application, which owns nothing. */
  appUrl: string;
  /** Stops PostgreSQL in order and gives the folder free. May be called more than once. */
  stop(): Promise<void>;
}

const WATCH_EVERY_MS = 250;
const RESTART_DELAYS_MS = [0, 250, 500, 1_000, 2_000, 5_000];
/** After kill -9 its children need a moment to notice, and keep the shared memory until then. */
const START_TRIES = 5;

/**
 * Starts a PostgreSQL of its own for this process, or takes over the one that a killed process left running, and keeps
 * it running on the same port until `stop`.
 * @throws DataFolderInUseError when another live process uses the folder
 * @throws PostgresStartError with the end of PostgreSQL's log
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dir = resolve(options.dir);
  const account = await unprivilegedAccount();
  await makeFolder(dir, account);
  const lock = await lockInstance(dir);
  try {
    const binaries = await findBinaries(dir, account);
    const folder = await openClusterFolder(dir, binaries, account);
    const log = options.log ?? (() => undefined);
    if (!folder.cluster.startsWith(dir))
      log(`${account?.name} cannot reach ${dir}; its data lies in ${folder.cluster}`);
    const start = { folder, binaries, account, flags: options.flags ?? [] };
    const postmaster = await attachOrStart(start, options.port ?? (await storedPort(dir)));
    const urls = clusterUrls(postmaster.port, folder.passwords);
    await ensureLogins(urls.superUrl, folder.passwords, folder.cluster);
    await storePort(dir, postmaster.port);
    const supervisor = new Supervisor({ ...start, port: postmaster.port }, postmaster.pid, log);
    const stop = async () => {
      await supervisor.stop();
      await lock.release();
    };
    return { port: postmaster.port, cluster: folder.cluster, ...urls, stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/**
 * The PostgreSQL that another live process keeps in this folder, for a tool that works beside it: nothing is started,
 * watched or stopped. Null when none runs.
 */
export async function attachToEmbeddedPostgres(dir: string): Promise<EmbeddedPostgres | null> {
  const folder = await findClusterFolder(resolve(dir));
  const running = folder && (await findRunning(folder.cluster));
  if (!folder || !running) return null;
  const urls = clusterUrls(running.port, folder.passwords);
  return { port: running.port, cluster: folder.cluster, ...urls, stop: () => Promise.resolve() };
}

async function attachOrStart(start: Omit<StartOptions, 'port'>, wanted: number | null): Promise<Postmaster> {
  const running = await findRunning(start.folder.cluster);
  if (running) return running;
  return startWithRetries({ ...start, port: await freePort(wanted) });
}

async function startWithRetries(options: StartOptions): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startPostmaster(options);
    } catch (error) {
      if (attempt === START_TRIES) throw error;
      await delay(attempt * 300);
    }
  }
}

/** Watches PostgreSQL by its process id, which serves children and taken-over processes alike, and starts it again. */
class Supervisor {
  private stopping: Promise<void> | null = null;
  private restarting: Promise<void> | null = null;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly options: StartOptions,
    private pid: number,
    private readonly log: (line: string) => void,
  ) {
    this.timer = setInterval(() => this.watch(), WATCH_EVERY_MS).unref();
  }

  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private watch(): void {
    if (this.stopping || this.restarting || isAlive(this.pid)) return;
    this.log(`PostgreSQL (process ${this.pid}) ended by itself; starting it again on port ${this.options.port}`);
    this.restarting = this.restart().finally(() => (this.restarting = null));
  }

  /** Tries until it runs or the application stops: a full disk may be cleared, and the application answers 503 meanwhile. */
  private async restart(): Promise<void> {
    for (let attempt = 0; !this.stopping; attempt++) {
      await delay(RESTART_DELAYS_MS[Math.min(attempt, RESTART_DELAYS_MS.length - 1)]);
      try {
        this.pid = (await startPostmaster(this.options)).pid;
        this.log(`PostgreSQL runs again (process ${this.pid})`);
        return;
      } catch (error) {
        this.log((error as Error).message);
      }
    }
  }

  private async end(): Promise<void> {
    clearInterval(this.timer);
    await this.restarting;
    await stopPostmaster(this.pid);
  }
}
