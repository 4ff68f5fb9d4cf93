import type { Text } from '../../platform/problems/problem.js';
import type { InlineReader } from './docx-inlines.js';
import { joinedLines } from './docx-inlines.js';
import type { DocxCell, DocxNode, DocxTable } from './docx-model.js';
import { marksOf } from './docx-outline.js';
import type { ParagraphMark } from './docx-survey.js';
import { plainText, type Block, type Inline } from './lesson-blocks.js';
import type { LossList } from './losses.js';

const MERGED: Text = {
  vi: 'Ô gộp trong bảng được tách: ô gộp dọc lặp lại chữ ở từng dòng, ô gộp ngang để trống các ô sau.',
  en: 'Merged cells of a table were split: downwards their words are repeated, sideways the next cells stay empty.',
};
const NESTED: Text = {
  vi: 'Bảng nằm trong ô của bảng khác thành một dòng chữ.',
  en: 'A table within a table became a line of text.',
};
const LISTED: Text = {
  vi: 'Danh sách trong ô bảng được viết liền một dòng.',
  en: 'A list within a cell of a table was put on one line.',
};
const TOO_WIDE: Text = {
  vi: 'Bảng có hơn 30 cột: các cột sau bị bỏ.',
  en: 'A table has more than 30 columns: those behind were left out.',
};

const MOST_COLUMNS = 30;

/** A table of one cell is a frame around text. */
export function isSingleCell(table: DocxTable): boolean {
  const rows = rowsOf(table);
  return rows.length === 1 && rows[0]?.length === 1;
}

function rowsOf({ children }: DocxTable): DocxCell[][] {
  return children
    .filter((row) => row.type === 'tableRow')
    .map(({ children: cells }) => cells.filter((cell) => cell.type === 'tableCell'));
}

/** Turns Word's tables into plain grids of lines; the first row is the heading, as Markdown has no table without one. */
export class TableReader {
  constructor(
    private readonly inlines: InlineReader,
    private readonly marks: readonly ParagraphMark[],
    private readonly losses: LossList,
  ) {}

  read(table: DocxTable): Block | null {
    const grid: Inline[][][] = [];
    let isMerged = false;
    let isTooWide = false;
    rowsOf(table).forEach((cells, row) => {
      const line = (grid[row] ??= []);
      let column = 0;
      for (const cell of cells) {
        while (line[column] !== undefined) column += 1;
        isTooWide ||= column >= MOST_COLUMNS;
        if (column >= MOST_COLUMNS) break;
        const content = this.cell(cell);
        isMerged ||= cell.colSpan > 1 || cell.rowSpan > 1;
        place(grid, { row, column, cell, content });
      }
    });
    if (isMerged) this.losses.add(MERGED);
    if (isTooWide) this.losses.add(TOO_WIDE);
    const rows = grid.map((line) => Array.from(line, (cell: Inline[] | undefined) => cell ?? []));
    return rows.length === 0 ? null : { kind: 'table', rows: withPlainHeading(rows) };
  }

  private cell({ children }: DocxCell): Inline[] {
    return joinedLines(children.map((node) => this.line(node)));
  }

  private line(node: DocxNode): Inline[] {
    if (node.type === 'table') {
      this.losses.add(NESTED);
      const rows = rowsOf(node).map((cells) => cells.map((cell) => this.cell(cell)));
      return joinedLines(rows.map((cells) => withBars(cells)));
    }
    if (node.type !== 'paragraph') return [];
    const marks = marksOf(node, this.marks);
    for (const { losses } of marks) for (const what of losses) this.losses.add(what);
    const content = this.inlines.read(node.children).map((piece): Inline => {
      return piece.kind === 'break' ? { kind: 'text', text: ' ' } : piece;
    });
    const place = marks.at(-1)?.list;
    if (!place || plainText(content).trim() === '') return content;
    this.losses.add(LISTED);
    return [{ kind: 'text', text: `${place.label || '•'} ` }, ...content];
  }
}

interface Placed {
  row: number;
  column: number;
  cell: DocxCell;
  content: Inline[];
}

function place(grid: Inline[][][], { row, column, cell, content }: Placed): void {
  // Spans may claim anything; a table has no more rows than the limits of a file allow.
  const right = Math.min(column + Math.max(1, cell.colSpan || 1), MOST_COLUMNS);
  for (let down = 0; down < Math.max(1, cell.rowSpan); down += 1) {
    const line = (grid[row + down] ??= []);
    for (let across = column; across < right; across += 1) line[across] = across === column ? content : [];
  }
}

function withBars(cells: readonly Inline[][]): Inline[] {
  return cells.flatMap((cell, at) => (at === 0 ? cell : [{ kind: 'text', text: ' / ' } as const, ...cell]));
}

/** The cells of the first row are headings, bold by themselves. */
function withPlainHeading([first = [], ...rest]: Inline[][][]): Inline[][][] {
  const plain = first.map((cell) => cell.map((piece) => (piece.kind === 'text' ? { ...piece, bold: false } : piece)));
  return [plain, ...rest];
}
