import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { canTraverse, type Account } from './account.js';
import type { Binaries } from './binaries.js';
import { reachableFolder } from './reachable-folder.js';

const run = promisify(execFile);

export const SUPERUSER = 'postgres';

/** The passwords of the three logins, made at random and kept in a file that only this user can read. */
export interface Passwords {
  superuser: string;
  owner: string;
  app: string;
}

export interface ClusterFolder {
  /** The folder given: lock, port, passwords, log. */
  dir: string;
  /** PostgreSQL's own data folder; elsewhere when its account cannot reach `dir`. */
  cluster: string;
  logFile: string;
  passwords: Passwords;
}

/** Makes the folder so that nobody but this user, and the account for its part, gets in. */
export async function makeFolder(dir: string, account: Account | null): Promise<void> {
  // The account must pass through, but neither list nor write: the secrets in here are root's.
  await mkdir(dir, { recursive: true, mode: account ? 0o711 : 0o700 });
  await chmod(dir, account ? 0o711 : 0o700);
}

/** Finds or makes the cluster in a folder whose lock is held. */
export async function openClusterFolder(
  dir: string,
  binaries: Binaries,
  account: Account | null,
): Promise<ClusterFolder> {
  const cluster = await clusterLocation(dir, account);
  const version = await readIfThere(join(cluster, 'PG_VERSION'));
  const stored = await readIfThere(join(dir, 'passwords.json'));
  if (version !== null && Number(version) !== binaries.major) throw wrongMajor(cluster, version, binaries.major);
  if (version !== null && stored === null) {
    throw new Error(`${join(dir, 'passwords.json')} is missing, and without it nobody can sign in to ${cluster}.`);
  }
  const passwords = stored === null ? await makePasswords(dir) : (JSON.parse(stored) as Passwords);
  if (version === null) await initialise(cluster, { binaries, account, password: passwords.superuser });
  return { dir, cluster, passwords, logFile: join(dir, 'postgres.log') };
}

/** What `openClusterFolder` made earlier, looked up without changing anything; null when there is no cluster yet. */
export async function findClusterFolder(dir: string): Promise<Omit<ClusterFolder, 'logFile'> | null> {
  const stored = await readIfThere(join(dir, 'passwords.json'));
  if (stored === null) return null;
  const outside = await readIfThere(join(dir, 'location'));
  return { dir, cluster: outside?.trim() ?? join(dir, 'cluster'), passwords: JSON.parse(stored) as Passwords };
}

function wrongMajor(cluster: string, found: string, major: number): Error {
  return new Error(
    `${cluster} was made by PostgreSQL ${found.trim()}, this version brings ${major}. ` +
      'Make a backup with the version that made it, and restore that into a new data folder.',
  );
}

/**
 * Where PostgreSQL keeps its data: inside the folder, or in one that its account can reach. The choice is written down
 * with a name made at random, so that deleting the folder always means starting afresh.
 */
async function clusterLocation(dir: string, account: Account | null): Promise<string> {
  const file = join(dir, 'location');
  const stored = await readIfThere(file);
  if (stored !== null) return stored.trim();
  const inside = join(dir, 'cluster');
  if (account === null || (await canTraverse(dir, account))) return inside;
  const outside = join(await reachableFolder(account), `data-${randomUUID()}`);
  await writeWhole(file, `${outside}\n`);
  return outside;
}

async function makePasswords(dir: string): Promise<Passwords> {
  const secret = () => randomBytes(24).toString('base64url');
  const passwords = { superuser: secret(), owner: secret(), app: secret() };
  await writeWhole(join(dir, 'passwords.json'), JSON.stringify(passwords));
  return passwords;
}

/** UTF-8 with the built-in C.UTF-8 order whatever the machine's locale is: Vietnamese case works, indexes stay portable. */
const INITDB_FLAGS = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  `--username=${SUPERUSER}`,
];

interface Initialisation {
  binaries: Binaries;
  account: Account | null;
  password: string;
}

async function initialise(cluster: string, { binaries, account, password }: Initialisation): Promise<void> {
  const fresh = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await Promise.all([fresh, passwordFile].map((path) => chown(path, account.uid, account.gid)));
  try {
    await run(
      binaries.initdb,
      [`--pgdata=${fresh}`, `--pwfile=${passwordFile}`, ...INITDB_FLAGS],
      childOptions(account),
    );
  } catch (error) {
    throw new Error(`initdb failed: ${(error as { stderr?: string }).stderr ?? String(error)}`, { cause: error });
  } finally {
    await rm(passwordFile, { force: true });
  }
  // Renamed when whole: a start that was interrupted leaves no half cluster behind.
  await rename(fresh, cluster);
}

/** Nothing of this process's environment reaches PostgreSQL: PGDATA, LANG and the like would change what it does. */
export function childOptions(account: Account | null) {
  const windows = process.platform === 'win32';
  return {
    cwd: '/',
    ...(windows ? {} : { env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' } }),
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  };
}

/** The port used last time, so that URLs stay valid over restarts; null when there is none. */
export async function storedPort(dir: string): Promise<number | null> {
  const port = Number(await readIfThere(join(dir, 'port')));
  return Number.isInteger(port) && port > 0 ? port : null;
}

export async function storePort(dir: string, port: number): Promise<void> {
  await writeWhole(join(dir, 'port'), `${port}\n`);
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
