import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canTraverse, type Account } from './account.js';

const OTHERS_MAY_WRITE = 0o022;

/**
 * A folder of root's that the account can reach, for what it cannot reach where it lies (a checkout under /root).
 * The temporary folder comes last: some systems empty it.
 * @throws Error when none of the candidates can be used
 */
export async function reachableFolder(account: Account): Promise<string> {
  for (const parent of ['/var/lib', '/var/tmp', tmpdir()]) {
    const folder = join(parent, 'union-skills');
    if (await isUsable(folder, account)) return folder;
  }
  throw new Error(
    `The account ${account.name} can reach neither this folder nor /var/lib, /var/tmp or ${tmpdir()}. ` +
      'Move the project, run as a normal user, or set DATABASE_URL.',
  );
}

async function isUsable(folder: string, account: Account): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o711 });
    const found = await lstat(folder);
    // In a folder open to all somebody else could have put a link or a folder of this name.
    if (!found.isDirectory() || found.uid !== 0 || (found.mode & OTHERS_MAY_WRITE) !== 0) return false;
    return await canTraverse(folder, account);
  } catch {
    return false;
  }
}
