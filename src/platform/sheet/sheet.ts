/** What a cell holds. A formula is never computed; a number is as the file writes it, a date in xlsx being one. */
export interface Cell {
  kind: 'text' | 'number' | 'formula';
  text: string;
}

/** A row that is not empty. `number` counts from 1 as spreadsheet programs show it; `cells` has holes as empty text. */
export interface SheetRow {
  number: number;
  cells: Cell[];
}

/** A table in a file, read row by row; memory does not grow with its length. */
export interface SheetFile {
  format: 'xlsx' | 'csv';
  /** Days from Excel's older calendar, which begins in 1904. */
  isDate1904: boolean;
  /** Only for CSV. */
  encoding: string | null;
  separator: string | null;
  /** The rows in order, some at a time. @throws SheetFault */
  rows(): AsyncGenerator<SheetRow[], void, undefined>;
  close(): Promise<void>;
}

/** What a whole file is refused for. */
export type SheetFaultCode =
  | 'file-empty'
  | 'file-unreadable'
  | 'file-old-or-encrypted'
  | 'file-has-macros'
  | 'file-expands-too-much'
  | 'file-damaged'
  | 'file-too-wide'
  | 'file-too-long'
  | 'file-cell-too-long'
  | 'file-encoding-unknown';

export class SheetFault extends Error {
  constructor(
    readonly code: SheetFaultCode,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = 'SheetFault';
  }
}

/** Beyond any list of the union: what exceeds it is a mistake or an attack. */
export const SHEET_LIMITS = {
  columns: 200,
  rows: 500_000,
  /** Excel's own limit. */
  cellLength: 32_767,
  /** Bytes of one part of an xlsx when unpacked: half a million people are 400 MB. */
  unpackedBytes: 512 * 1_048_576,
  /** Texts of an xlsx are looked up while reading and stay in memory. */
  sharedTextBytes: 96 * 1_048_576,
  /** A real sheet shrinks 10 to 60 times; a bomb 1,000 times. */
  unpackedRatio: 200,
  /** Below this nobody is harmed whatever the ratio. */
  harmlessBytes: 4 * 1_048_576,
  zipEntries: 2_000,
};

export const EMPTY_CELL: Cell = { kind: 'text', text: '' };

/** Whether a row says anything. */
export function isEmptyRow(cells: readonly (Cell | undefined)[]): boolean {
  return cells.every((cell) => cell === undefined || (cell.kind !== 'formula' && cell.text.trim() === ''));
}
