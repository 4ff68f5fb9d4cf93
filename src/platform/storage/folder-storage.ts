import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, copyFile, mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MissingObjectError, ObjectStorage } from './object-storage.js';

const KEY = /^[0-9a-f]{64}$/;

/**
 * ObjectStorage in a folder, as `ab/abcdef…`: 256 folders keep each of them small. Processes may share it, on one
 * machine or over a network file system.
 */
export class FolderStorage extends ObjectStorage {
  constructor(private readonly root: string) {
    super();
  }

  async put(bytes: Uint8Array): Promise<string> {
    const key = createHash('sha256').update(bytes).digest('hex');
    if (!(await this.has(key))) await writeForGood(this.path(key), (file) => file.writeFile(bytes));
    return key;
  }

  async putFile(path: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    const key = hash.digest('hex');
    if (await this.has(key)) return key;
    await writeForGood(this.path(key), async (file) => {
      for await (const chunk of createReadStream(path)) await file.appendFile(chunk as Buffer);
    });
    return key;
  }

  async fetchFile(key: string, path: string): Promise<void> {
    try {
      await copyFile(this.path(key), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new MissingObjectError(key);
      throw error;
    }
  }

  async get(key: string): Promise<Buffer> {
    try {
      return await readFile(this.path(key));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new MissingObjectError(key);
      throw error;
    }
  }

  async has(key: string): Promise<boolean> {
    if (!KEY.test(key)) return false;
    return access(this.path(key)).then(
      () => true,
      () => false,
    );
  }

  /** The only way from a key to a path: whatever is not a hash could lead out of the folder. */
  private path(key: string): string {
    if (!KEY.test(key)) throw new MissingObjectError(key);
    return join(this.root, key.slice(0, 2), key);
  }
}

/** After a power cut there is the whole file or none: content first, then its name, then the folder's list of names. */
async function writeForGood(path: string, fill: (file: FileHandle) => Promise<void>): Promise<void> {
  const folder = dirname(path);
  const draft = join(folder, `.${randomUUID()}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    await syncFolder(folder);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no such thing for folders.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
