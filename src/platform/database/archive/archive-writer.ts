import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { MANIFEST, MANIFEST_SUM, SUMS, type Manifest } from './manifest.js';
import { TAR_END, tarHeader, tarPadding } from './tar.js';

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

/** Writes an archive entry by entry. It has its name only when it is whole; the list of hashes grows on disk. */
export class ArchiveWriter {
  private constructor(
    private readonly path: string,
    private readonly out: FileHandle,
    private readonly sums: FileHandle,
  ) {}

  /** @throws Error when there is such a file already: a backup never replaces another */
  static async create(path: string): Promise<ArchiveWriter> {
    const taken = await access(path).then(
      () => true,
      () => false,
    );
    if (taken) throw new Error(`${path} exists already; a backup never replaces a file.`);
    const out = await open(`${path}.partial`, 'w', 0o600);
    return new ArchiveWriter(path, out, await open(`${path}.sums`, 'w+', 0o600));
  }

  async add(name: string, bytes: Buffer): Promise<void> {
    await this.put(name, bytes);
    await this.note(name, sha256(bytes));
  }

  /** @throws Error when the file changes its size meanwhile */
  async addFile(name: string, source: string): Promise<void> {
    const { size } = await stat(source);
    await this.note(name, await this.stream(name, source, size));
  }

  /** Adds the hashes and the manifest, and gives the archive its name. @returns bytes */
  async finish(manifest: Omit<Manifest, 'sums'>): Promise<number> {
    const { size } = await this.sums.stat();
    const sums = await this.stream(SUMS, `${this.path}.sums`, size);
    const text = Buffer.from(JSON.stringify({ ...manifest, sums } satisfies Manifest, null, 1));
    await this.put(MANIFEST, text);
    await this.put(MANIFEST_SUM, Buffer.from(`${sha256(text)}  ${MANIFEST}\n`));
    await this.out.write(TAR_END);
    await this.out.sync();
    const { size: total } = await this.out.stat();
    await this.close();
    await rename(`${this.path}.partial`, this.path);
    return total;
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await this.close();
    await rm(`${this.path}.partial`, { force: true });
  }

  private async close(): Promise<void> {
    await this.out.close();
    await this.sums.close();
    await rm(`${this.path}.sums`, { force: true });
  }

  private async put(name: string, bytes: Buffer): Promise<void> {
    await this.write(Buffer.concat([tarHeader(name, bytes.length), bytes, tarPadding(bytes.length)]));
  }

  private async stream(name: string, source: string, size: number): Promise<string> {
    const hash: Hash = createHash('sha256');
    let written = 0;
    await this.write(tarHeader(name, size));
    for await (const chunk of createReadStream(source) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      written += chunk.length;
      await this.write(chunk);
    }
    if (written !== size) throw new Error(`${source} changed while it was read`);
    await this.write(tarPadding(size));
    return hash.digest('hex');
  }

  private async note(name: string, hash: string): Promise<void> {
    await this.sums.write(`${hash}  ${name}\n`);
  }

  private async write(bytes: Buffer): Promise<void> {
    // A single write may take less than it was given.
    for (let at = 0; at < bytes.length;) at += (await this.out.write(bytes, at)).bytesWritten;
  }
}
