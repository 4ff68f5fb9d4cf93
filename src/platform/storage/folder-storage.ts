import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, copyFile, mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MissingObjectError, ObjectStorage } from './object-storage.js';

const KEY = /^[0-9a-f]{64}$/;
const NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * ObjectStorage in a folder: papers as `ab/abcdef…`, files for a while as `passing/ef/…ef`; 256 folders keep each of them
 * small. Processes may share it, on one machine or over a network file system.
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

  async putFile(name: string, path: string): Promise<void> {
    await writeForGood(this.passingPath(name), async (file) => {
      for await (const chunk of createReadStream(path)) await file.appendFile(chunk as Buffer);
    });
  }

  async putNamed(name: string, bytes: Uint8Array): Promise<void> {
    await writeForGood(this.passingPath(name), (file) => file.writeFile(bytes));
  }

  async getNamed(name: string): Promise<Buffer> {
    return read(this.passingPath(name), name);
  }

  async fetchFile(name: string, path: string): Promise<void> {
    try {
      await copyFile(this.passingPath(name), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new MissingObjectError(name);
      throw error;
    }
  }

  async delete(name: string): Promise<void> {
    const path = this.passingPath(name);
    await rm(path, { force: true });
    // After a power cut it is still gone.
    await syncFolder(dirname(path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }

  async get(key: string): Promise<Buffer> {
    return read(this.path(key), key);
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

  private passingPath(name: string): string {
    if (!NAME.test(name)) throw new MissingObjectError(name);
    // The end of a UUID is its random part.
    return join(this.root, 'passing', name.slice(-2), name);
  }
}

async function read(path: string, key: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new MissingObjectError(key);
    throw error;
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
