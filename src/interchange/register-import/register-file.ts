import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ObjectStorage } from '../../platform/storage/object-storage.js';
import type { ImportFault, ImportKind } from '../entities/import-job.entity.js';
import { openSheet } from '../../platform/sheet/open-sheet.js';
import type { Cell, SheetFile, SheetRow } from '../../platform/sheet/sheet.js';
import { headingsOf, type Headings } from './register-columns.js';

/** Above the table there may be a title, a unit, a date. */
const HEADING_WITHIN_ROWS = 25;
/** Fewer could be words of a title. */
const FEWEST_HEADINGS = 2;

/** The whole file cannot be taken for a register. */
export class RegisterFault extends Error {
  constructor(readonly fault: ImportFault) {
    super(fault.code);
    this.name = 'RegisterFault';
  }
}

/** Works on a stored file as a file of this machine, which is gone afterwards. @throws MissingObjectError */
export async function withStoredFile<T>(
  { storage, name }: { storage: ObjectStorage; name: string },
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'union-skills-import-'));
  try {
    const path = join(folder, 'file');
    await storage.fetchFile(name, path);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A table whose headings were found. */
export interface RegisterFile {
  sheet: SheetFile;
  headings: Headings;
}

/**
 * Opens a file and finds the row of its headings: of the first rows the one with the most of them.
 * @throws SheetFault, RegisterFault
 */
export async function openRegister(path: string, kind: ImportKind): Promise<RegisterFile> {
  const sheet = await openSheet(path);
  try {
    return { sheet, headings: await findHeadings(sheet, kind) };
  } catch (error) {
    await sheet.close();
    throw error;
  }
}

async function findHeadings(sheet: SheetFile, kind: ImportKind): Promise<Headings> {
  let best: Headings | null = null;
  let seen = 0;
  for await (const rows of sheet.rows()) {
    for (const { number, cells } of rows) {
      const texts = Array.from(cells, (cell) => cell.text);
      const headings = headingsOf(kind, number, texts);
      if (headings.keys.size > (best?.keys.size ?? FEWEST_HEADINGS - 1)) best = headings;
      seen += 1;
      if (seen >= HEADING_WITHIN_ROWS) break;
    }
    if (seen >= HEADING_WITHIN_ROWS) break;
  }
  if (best === null) {
    // Headings prove that the text was read rightly.
    const isGuess = sheet.encoding === 'windows-1258';
    throw new RegisterFault({
      code: seen === 0 ? 'file-empty' : isGuess ? 'file-encoding-unknown' : 'headings-unknown',
    });
  }
  const keysOf = (columns: Headings['missing']) => ({ columns: columns.map(({ key }) => key) });
  if (best.twice.length > 0) throw new RegisterFault({ code: 'heading-twice', params: keysOf(best.twice) });
  if (best.missing.length > 0) throw new RegisterFault({ code: 'headings-missing', params: keysOf(best.missing) });
  return best;
}

/** The rows below the headings, some at a time, that say something in a column that is imported. */
export async function* registerRows({ sheet, headings }: RegisterFile): AsyncGenerator<SheetRow[]> {
  for await (const rows of sheet.rows()) {
    const below = rows.filter((row) => row.number > headings.row && saysSomething(row, headings));
    if (below.length > 0) yield below;
  }
}

function saysSomething({ cells }: SheetRow, { keys }: Headings): boolean {
  return [...keys.keys()].some((position) => {
    const cell = cells[position];
    return cell !== undefined && (cell.kind === 'formula' || cell.text.trim() !== '');
  });
}

/** The cells of a row by column. */
export function cellsByColumn({ cells }: SheetRow, { keys }: Headings): Map<string, Cell> {
  const found = new Map<string, Cell>();
  for (const [position, key] of keys) {
    const cell = cells[position];
    if (cell !== undefined) found.set(key, cell);
  }
  return found;
}
