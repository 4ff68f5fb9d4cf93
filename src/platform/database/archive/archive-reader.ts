import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { ARCHIVE_FORMAT, MANIFEST, MANIFEST_SUM, SUMS, type Manifest } from './manifest.js';
import { CorruptArchiveError, tarEntries, type TarEntry } from './tar.js';

const CLOSING_ENTRIES: string[] = [SUMS, MANIFEST, MANIFEST_SUM];

/** An archive whose every byte was compared with its hashes. Memory stays flat whatever its size. */
export class ArchiveReader {
  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    readonly manifest: Manifest,
  ) {}

  /**
   * Opens an archive and reads it through once, before anything is done with it.
   * @throws CorruptArchiveError
   */
  static async open(path: string): Promise<ArchiveReader> {
    const file = await open(path, 'r');
    try {
      const { manifest, sums } = await readClosingEntries(path, file);
      await compareHashes(tarEntries(path, file), sums);
      return new ArchiveReader(path, file, manifest);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** The data entries in order. */
  async *entries(): AsyncGenerator<TarEntry> {
    for await (const entry of tarEntries(this.path, this.file)) {
      if (!CLOSING_ENTRIES.includes(entry.name)) yield entry;
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

async function readClosingEntries(path: string, file: FileHandle): Promise<{ manifest: Manifest; sums: TarEntry }> {
  const found = new Map<string, TarEntry>();
  for await (const entry of tarEntries(path, file)) {
    if (CLOSING_ENTRIES.includes(entry.name)) found.set(entry.name, entry);
  }
  const [sums, text, textSum] = CLOSING_ENTRIES.map((name) => found.get(name));
  if (!sums || !text || !textSum) throw new CorruptArchiveError('its manifest is missing');
  const bytes = await text.bytes();
  const hash = createHash('sha256').update(bytes).digest('hex');
  if ((await textSum.bytes()).toString() !== `${hash}  ${MANIFEST}\n`)
    throw new CorruptArchiveError('its manifest was changed');
  const manifest = JSON.parse(bytes.toString()) as Manifest;
  if (manifest.format !== ARCHIVE_FORMAT) {
    throw new CorruptArchiveError(`it has format ${manifest.format}, this version reads ${ARCHIVE_FORMAT}`);
  }
  if ((await hashOf(sums)) !== manifest.sums) throw new CorruptArchiveError(`${SUMS} was changed`);
  return { manifest, sums };
}

/** Entries and their hashes are in the same order, so neither has to be kept in memory. */
async function compareHashes(entries: AsyncIterable<TarEntry>, sums: TarEntry): Promise<void> {
  const lines = createInterface({ input: sums.stream(), crlfDelay: Infinity })[Symbol.asyncIterator]();
  for await (const entry of entries) {
    if (CLOSING_ENTRIES.includes(entry.name)) continue;
    const line = (await lines.next()) as IteratorResult<string, undefined>;
    if (line.value !== `${await hashOf(entry)}  ${entry.name}`)
      throw new CorruptArchiveError(`${entry.name} was changed`);
  }
  if ((await lines.next()).done !== true) throw new CorruptArchiveError('entries are missing');
}

async function hashOf(entry: TarEntry): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of entry.stream() as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}
