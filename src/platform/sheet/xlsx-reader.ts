import type { Readable } from 'node:stream';
import { posix } from 'node:path';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { SHEET_LIMITS, SheetFault, type SheetFile, type SheetRow } from './sheet.js';
import { RelationsReader, SharedTextReader, SheetReader, WorkbookReader, type PartReader } from './xlsx-parts.js';

const WORKBOOK = 'xl/workbook.xml';

/** An xlsx file, of which only the parts of its first visible sheet are ever unpacked. */
class Workbook {
  private readonly entries = new Map<string, Entry>();

  private constructor(private readonly zip: ZipFile) {}

  /** @throws SheetFault */
  static async open(path: string): Promise<Workbook> {
    const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false }).catch(damaged);
    const workbook = new Workbook(zip);
    try {
      await workbook.list();
      return workbook;
    } catch (error) {
      zip.close();
      throw error instanceof SheetFault ? error : new SheetFault('file-damaged');
    }
  }

  private async list(): Promise<void> {
    if (this.zip.entryCount > SHEET_LIMITS.zipEntries) throw new SheetFault('file-expands-too-much');
    for await (const entry of this.zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entry.isEncrypted()) throw new SheetFault('file-old-or-encrypted');
      if (name.endsWith('vbaproject.bin') || name.startsWith('xl/macrosheets/'))
        throw new SheetFault('file-has-macros');
      this.entries.set(name, entry);
    }
    if (!this.has(WORKBOOK) || !this.has('[content_types].xml')) throw new SheetFault('file-unreadable');
  }

  has(part: string): boolean {
    return this.entries.has(part.toLowerCase());
  }

  /** Gives the XML of a part to its reader, piece by piece. */
  async *read(part: string, reader: PartReader, limit = SHEET_LIMITS.unpackedBytes): AsyncGenerator<void> {
    const entry = this.entries.get(part.toLowerCase());
    if (entry === undefined) throw new SheetFault('file-damaged');
    // What is declared is held to by yauzl: a part that goes on beyond it ends in an error.
    const { uncompressedSize: unpacked, compressedSize: packed } = entry;
    const isBomb = unpacked > SHEET_LIMITS.harmlessBytes && unpacked > packed * SHEET_LIMITS.unpackedRatio;
    if (isBomb || unpacked > limit) throw new SheetFault('file-expands-too-much');
    const stream: Readable = await this.zip.openReadStreamPromise(entry).catch(damaged);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const chunk of stream) {
        reader.feed(decoder.decode(chunk as Buffer, { stream: true }));
        yield;
      }
      reader.end(decoder.decode());
      yield;
    } catch (error) {
      if (error instanceof SheetFault) throw error;
      throw new SheetFault('file-damaged');
    } finally {
      stream.destroy();
    }
  }

  async readAll<T extends PartReader>(part: string, reader: T, limit?: number): Promise<T> {
    const pieces = this.read(part, reader, limit);
    while (!(await pieces.next()).done);
    return reader;
  }

  close(): void {
    this.zip.close();
  }
}

function damaged(): never {
  throw new SheetFault('file-damaged');
}

const relationsOf = (part: string) => posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

/** Part that a relation names: absolute, or relative to the workbook. */
const targetOf = (target: string) => (target.startsWith('/') ? target.slice(1) : posix.join('xl', target));

/**
 * Opens the first visible sheet of an xlsx file.
 * @throws SheetFault
 */
export async function openXlsx(path: string): Promise<SheetFile> {
  const workbook = await Workbook.open(path);
  try {
    const small = SHEET_LIMITS.harmlessBytes;
    const types = await workbook.readAll('[Content_Types].xml', new RelationsReader(), small);
    if (types.hasMacros) throw new SheetFault('file-has-macros');
    const book = await workbook.readAll(WORKBOOK, new WorkbookReader(), small);
    const relations = await workbook.readAll(relationsOf(WORKBOOK), new RelationsReader(), small);
    const sheet = book.sheets.find(({ isVisible }) => isVisible);
    const target = relations.targets.get(sheet?.relation ?? '');
    if (target === undefined) throw new SheetFault('file-damaged');
    const sharedTarget = relations.byType('sharedStrings');
    const shared = sharedTarget === undefined ? null : targetOf(sharedTarget);
    return {
      format: 'xlsx',
      isDate1904: book.isDate1904,
      encoding: null,
      separator: null,
      rows: () => rowsOf(workbook, targetOf(target), shared),
      close: () => Promise.resolve(workbook.close()),
    };
  } catch (error) {
    workbook.close();
    throw error;
  }
}

async function* rowsOf(workbook: Workbook, sheet: string, shared: string | null): AsyncGenerator<SheetRow[]> {
  const hasTexts = shared !== null && workbook.has(shared);
  const texts = hasTexts
    ? (await workbook.readAll(shared, new SharedTextReader(), SHEET_LIMITS.sharedTextBytes)).texts
    : [];
  const reader = new SheetReader(texts);
  const pieces = workbook.read(sheet, reader);
  try {
    while (!(await pieces.next()).done) {
      const rows = reader.take();
      if (rows.length > 0) yield rows;
    }
  } finally {
    await pieces.return(undefined);
  }
}
