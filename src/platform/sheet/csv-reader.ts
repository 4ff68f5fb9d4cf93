import { textEncodingOf, textOf } from './csv-text.js';
import { isEmptyRow, SHEET_LIMITS, SheetFault, type Cell, type SheetFile, type SheetRow } from './sheet.js';

const SEPARATORS = [',', ';', '\t'];
/** Titles above the table may be many; the table itself begins within these lines. */
const SNIFFED_ROWS = 20;
const BATCH = 500;

const [QUOTE, CR, LF] = [34, 13, 10];

/** CSV (RFC 4180, and with ; or tab as spreadsheet programs of other countries write it), fed piece by piece. */
class CsvParser {
  private field = '';
  private row: Cell[] = [];
  private state: 'start' | 'bare' | 'quoted' | 'quote-in-quoted' = 'start';
  private afterCr = false;
  private number = 0;
  private rows: SheetRow[] = [];

  constructor(private readonly separator: string) {}

  feed(text: string): SheetRow[] {
    const separator = this.separator.charCodeAt(0);
    let from = 0;
    const keep = (to: number): void => {
      if (to > from) this.field += text.slice(from, to);
      if (this.field.length > SHEET_LIMITS.cellLength) {
        throw new SheetFault('file-cell-too-long', { row: this.number + 1 });
      }
    };
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.state === 'quoted') {
        if (code !== QUOTE) continue;
        keep(at);
        from = at + 1;
        this.state = 'quote-in-quoted';
        continue;
      }
      const wasCr = this.afterCr;
      this.afterCr = false;
      if (code === QUOTE && this.state === 'quote-in-quoted') {
        // Two quotes are one: this one begins the next piece of the text.
        from = at;
        this.state = 'quoted';
      } else if (code === QUOTE && this.state === 'start') {
        from = at + 1;
        this.state = 'quoted';
      } else if (code === separator || code === CR || code === LF) {
        keep(at);
        from = at + 1;
        if (code === LF && wasCr) continue;
        this.endField();
        if (code !== separator) this.endRow();
        this.afterCr = code === CR;
      } else if (this.state !== 'bare') {
        this.state = 'bare';
      }
    }
    keep(text.length);
    return this.take();
  }

  end(): SheetRow[] {
    if (this.state === 'quoted') throw new SheetFault('file-damaged');
    if (this.field !== '' || this.row.length > 0) {
      this.endField();
      this.endRow();
    }
    return this.take();
  }

  /** Fields of the row that has not ended. */
  get begunWidth(): number {
    return this.row.length + 1;
  }

  private endField(): void {
    if (this.row.length >= SHEET_LIMITS.columns && this.field.trim() !== '') throw new SheetFault('file-too-wide');
    if (this.row.length < SHEET_LIMITS.columns) this.row.push(cellOf(this.field));
    this.field = '';
    this.state = 'start';
  }

  private endRow(): void {
    this.number += 1;
    if (this.number > SHEET_LIMITS.rows) throw new SheetFault('file-too-long', { rows: SHEET_LIMITS.rows });
    const isHint = this.number === 1 && /^sep=.?$/i.test(this.row[0]?.text ?? '');
    if (!isHint && !isEmptyRow(this.row)) this.rows.push({ number: this.number, cells: this.row });
    this.row = [];
  }

  private take(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }
}

/** A spreadsheet program would compute it: what it would then show is not in the file. */
function cellOf(text: string): Cell {
  return { kind: /^\s*=/.test(text) ? 'formula' : 'text', text };
}

/** The separator that makes the widest row of the beginning of the file. */
function separatorOf(text: string): string {
  const hint = /^sep=([,;\t])\r?\n/i.exec(text)?.[1];
  if (hint !== undefined) return hint;
  const widths = SEPARATORS.map((separator) => ({ separator, width: widest(text, separator) }));
  return widths.reduce((best, one) => (one.width > best.width ? one : best)).separator;
}

function widest(text: string, separator: string): number {
  try {
    const parser = new CsvParser(separator);
    const rows = parser.feed(text).slice(0, SNIFFED_ROWS);
    const widths = rows.map(({ cells }) => cells.filter((cell) => cell.text.trim() !== '').length);
    return Math.max(parser.begunWidth, ...widths);
  } catch (error) {
    // The right separator may still read it: this one only does not.
    if (error instanceof SheetFault) return error.code === 'file-too-wide' ? SHEET_LIMITS.columns + 1 : 0;
    throw error;
  }
}

/** @throws SheetFault */
export async function openCsv(path: string): Promise<SheetFile> {
  const encoding = await textEncodingOf(path);
  let beginning = '';
  for await (const text of textOf(path, encoding)) {
    beginning += text;
    if (beginning.length > 0) break;
  }
  if (beginning.trim() === '') throw new SheetFault('file-empty');
  const separator = separatorOf(beginning);
  async function* rows(): AsyncGenerator<SheetRow[], void, undefined> {
    const parser = new CsvParser(separator);
    for await (const text of textOf(path, encoding)) yield* batches(parser.feed(text));
    yield* batches(parser.end());
  }
  return {
    format: 'csv',
    isDate1904: false,
    encoding: encoding.name,
    separator,
    rows,
    close: () => Promise.resolve(),
  };
}

function* batches(rows: SheetRow[]): Generator<SheetRow[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
}
