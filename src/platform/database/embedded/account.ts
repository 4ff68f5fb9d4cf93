import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** An account of the operating system that PostgreSQL runs as. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root; `postgres` exists where a server package was installed, `nobody` everywhere. */
const UNPRIVILEGED = ['postgres', '_postgres', 'nobody'];

/**
 * The account to drop to, or null when this process is not root and PostgreSQL runs as its own user.
 * @throws Error when root finds no unprivileged account
 */
export async function unprivilegedAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  for (const name of UNPRIVILEGED) {
    const account = await lookUp(name);
    if (account && account.uid !== 0) return account;
  }
  throw new Error(
    `PostgreSQL refuses to run as root, and none of the accounts ${UNPRIVILEGED.join(', ')} exists. ` +
      'Create one (useradd --system postgres), run as a normal user, or set DATABASE_URL.',
  );
}

async function lookUp(name: string): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

const EXECUTE = { owner: 0o100, group: 0o010, other: 0o001 };

/**
 * Whether the account may pass through the folder and every folder above it. Looks at owner, group and mode only: an
 * access list that grants more is not seen, and then a reachable folder is used instead, which does no harm.
 */
export async function canTraverse(folder: string, account: Account): Promise<boolean> {
  for (let dir = resolve(folder); ; dir = dirname(dir)) {
    const { uid, gid, mode } = await stat(dir);
    const bit = uid === account.uid ? EXECUTE.owner : gid === account.gid ? EXECUTE.group : EXECUTE.other;
    if ((mode & bit) === 0) return false;
    if (dir === dirname(dir)) return true;
  }
}
