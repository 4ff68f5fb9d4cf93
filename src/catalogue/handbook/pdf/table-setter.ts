import type { Run, TableBlock } from '../lesson-document.js';
import { breakLines, fullWidth, widestWord, type Line } from './line-breaking.js';
import type { Looks, Passage } from './looks.js';
import type { PageFlow, TagNode } from './page-flow.js';
import { BLUE, INK, LINE } from './paper.js';

const LEADING = 1.4;

/** Where a table is set. */
interface TableSetting {
  flow: PageFlow;
  looks: Looks;
  /** Of the text around it. */
  size: number;
}

interface Row {
  cells: Line[][];
  head: boolean;
}

interface Grid {
  columns: { x: number; width: number }[];
  size: number;
}

/** Sets a table as wide as the text. A row that fits on a page is never torn; the head is repeated on each page. */
export function setTable(setter: TableSetting, table: TableBlock, parent: TagNode): void {
  const { flow } = setter;
  const size = setter.size * 0.9;
  const head: Passage = { face: 'semibold', size, colour: BLUE };
  const body: Passage = { face: 'regular', size, colour: INK };
  const count = Math.max(table.head?.length ?? 0, ...table.rows.map((row) => row.length));
  if (count === 0) return;
  const rows = [...(table.head ? [table.head] : []), ...table.rows];
  const passageOf = (index: number) => (table.head && index === 0 ? head : body);
  const looksOf = (index: number) => setter.looks.of(passageOf(index));
  const gutter = size * 0.9;
  const wishes = Array.from({ length: count }, (_, column) => ({
    least: Math.max(...rows.map((row, i) => widestWord(row[column] ?? [], looksOf(i)))),
    most: Math.max(...rows.map((row, i) => fullWidth(row[column] ?? [], looksOf(i)))),
  }));
  const widths = columnWidths(wishes, flow.width - gutter * (count - 1));
  let x = 0;
  const columns = widths.map((width) => {
    const column = { x, width };
    x += width + gutter;
    return column;
  });
  const setRows = rows.map((row, i): Row => {
    const cells = columns.map(({ width }, at): Line[] => breakLines(cellOf(row, at), looksOf(i), width));
    return { cells, head: table.head !== null && i === 0 };
  });
  placeRows(setter, setRows, { grid: { columns, size }, node: { tag: 'Table', parent } });
}

const cellOf = (row: Run[][], at: number): Run[] => row[at] ?? [];

/**
 * Every column gets its widest word if that can be; what is left is shared by how much more each would like.
 * @returns widths whose sum is `available`
 */
export function columnWidths(wishes: { least: number; most: number }[], available: number): number[] {
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  const least = sum(wishes.map((wish) => wish.least));
  if (least >= available) return wishes.map((wish) => (wish.least / least) * available);
  // A long text wishes for more than it needs: the square root keeps it from starving the short ones.
  const wants = wishes.map((wish) => Math.sqrt(Math.max(0, wish.most - wish.least)) + 0.1);
  const share = (available - least) / sum(wants);
  const widths = wishes.map((wish, i) => Math.min(wish.most, wish.least + (wants[i] ?? 0) * share));
  const spare = available - sum(widths);
  const hungry = wishes.map((wish, i) => Math.max(0, wish.most - (widths[i] ?? 0)));
  const hunger = sum(hungry);
  return widths.map((width, i) => width + (hunger > 0 ? ((hungry[i] ?? 0) / hunger) * spare : spare / widths.length));
}

function placeRows(setter: TableSetting, rows: Row[], { grid, node }: { grid: Grid; node: TagNode }): void {
  const { flow } = setter;
  const [first] = rows;
  const head = first?.head ? first : null;
  const bodyRows = head ? rows.slice(1) : rows;
  const whole = rows.reduce((height, row) => height + heightOf(row, grid), 0);
  const opening = rows.slice(0, head ? 2 : 1).reduce((height, row) => height + heightOf(row, grid), 0);
  flow.space(setter.size * 0.9);
  flow.ensure(whole <= flow.height * 0.45 ? whole : Math.min(opening, flow.height * 0.5));
  if (head) placeRow(setter, head, { grid, node });
  const repeat = () => void (head && placeRow(setter, head, { grid, node: null }));
  flow.repeating(repeat, () => {
    for (const row of bodyRows) placeRow(setter, row, { grid, node });
  });
  flow.space(setter.size * 1.1);
}

const padding = (grid: Grid): number => grid.size * 0.42;
const lineCount = ({ cells }: Row): number => Math.max(1, ...cells.map((lines) => lines.length));
const heightOf = (row: Row, grid: Grid): number => lineCount(row) * grid.size * LEADING + padding(grid) * 2;

interface Place {
  grid: Grid;
  /** Null for a head that is repeated. */
  node: TagNode | null;
}

/** A row in one piece, or, should it be higher than most of a page, in as many as it takes. */
function placeRow(setter: TableSetting, row: Row, { grid, node }: Place): void {
  const { flow } = setter;
  const height = grid.size * LEADING;
  const total = lineCount(row);
  const tr = node && { tag: 'TR', parent: node };
  const nodes = row.cells.map(() => tr && cellNode(tr, row.head));
  if (heightOf(row, grid) <= flow.height * 0.6) flow.ensure(heightOf(row, grid));
  for (let from = 0; from < total;) {
    flow.ensure(padding(grid) * 2 + height * Math.min(2, total - from));
    const fits = Math.max(1, Math.floor((flow.room - padding(grid) * 2) / height));
    const to = Math.min(total, from + fits);
    const top = flow.place((to - from) * height + padding(grid) * 2) + padding(grid);
    row.cells.forEach((lines, column) => {
      const x = flow.left + (grid.columns[column]?.x ?? 0);
      lines.slice(from, to).forEach((line, i) => {
        flow.putLine(line, { x, top: top + i * height, height }, nodes[column] ?? null);
      });
    });
    flow.rule(flow.y, row.head ? { colour: BLUE, height: 1.2 } : { colour: LINE });
    from = to;
  }
}

function cellNode(parent: TagNode, head: boolean): TagNode {
  return head ? { tag: 'TH', parent, scope: 'Column' } : { tag: 'TD', parent };
}
