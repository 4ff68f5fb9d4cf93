import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FOLDERS, isSafePath } from './manifest.js';
import { CorruptArchiveError, type TarEntry } from './tar.js';

const KEYS_FOLDER = 'keys';
const RESTORED = [...FOLDERS, KEYS_FOLDER];

/** Restored folders, unpacked beside their place and moved there when everything else has succeeded. */
export class StagedFolders {
  private readonly moved: string[] = [];

  private constructor(
    private readonly dataDir: string,
    private readonly stage: string,
  ) {}

  /** @throws Error when one of the folders to be restored has something in it */
  static async create(dataDir: string): Promise<StagedFolders> {
    for (const folder of RESTORED) {
      const found = await readdir(join(dataDir, folder)).catch(() => []);
      if (found.length > 0) {
        throw new Error(`${join(dataDir, folder)} is not empty. A backup is restored into an empty data folder only.`);
      }
    }
    const stage = join(dataDir, '.restoring');
    await rm(stage, { recursive: true, force: true });
    await mkdir(stage, { recursive: true, mode: 0o700 });
    return new StagedFolders(dataDir, stage);
  }

  get keysFolder(): string {
    return join(this.stage, KEYS_FOLDER);
  }

  /** @throws CorruptArchiveError when the entry would leave the data folder */
  async unpack(entry: TarEntry): Promise<void> {
    if (!isSafePath(entry.name) || !FOLDERS.some((folder) => entry.name.startsWith(`${folder}/`))) {
      throw new CorruptArchiveError(`${entry.name} is no file of this application`);
    }
    const target = join(this.stage, entry.name);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await pipeline(entry.stream(), createWriteStream(target, { mode: 0o600, flush: true }));
  }

  async moveIntoPlace(): Promise<void> {
    for (const folder of await readdir(this.stage)) {
      const target = join(this.dataDir, folder);
      await rmdir(target).catch(() => undefined);
      await rename(join(this.stage, folder), target);
      this.moved.push(target);
    }
    await this.removeStage();
  }

  /** Takes back what was moved and unpacked. */
  async discard(): Promise<void> {
    for (const target of this.moved) await rm(target, { recursive: true, force: true });
    await this.removeStage();
  }

  private removeStage(): Promise<void> {
    return rm(this.stage, { recursive: true, force: true });
  }
}
