/** A piece of text in one style. A line break within it is a forced one. */
export interface Run {
  text: string;
  bold?: true;
  italic?: true;
  strike?: true;
  code?: true;
  raised?: 'sup' | 'sub';
  link?: RunLink;
}

/** `article`: the code of an article of law; `web`: an address outside the book. */
export type RunLink = { kind: 'article'; code: string } | { kind: 'web'; href: string };

export interface TableBlock {
  kind: 'table';
  /** Cells of the first row, when it names the columns. */
  head: Run[][] | null;
  rows: Run[][][];
}

export interface BoxBlock {
  kind: 'box';
  /** Class of the box in the lesson: ghi-nho, vi-du, luu-y, nghi-van, quy-trinh. */
  name: string;
  title: string;
  blocks: Block[];
}

export interface ListBlock {
  kind: 'list';
  /** The number of the first item; null: not numbered. */
  start: number | null;
  items: Block[][];
}

/** What a lesson consists of, for every format of a handbook. */
export type Block =
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'heading'; level: 2 | 3 | 4; runs: Run[] }
  | ListBlock
  | TableBlock
  | BoxBlock
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }
  /** A picture stays in the course; the book says what it shows. */
  | { kind: 'picture'; description: string };

export const textOf = (runs: Run[]): string => runs.map((run) => run.text).join('');

/** Every run of the blocks in reading order. */
export function* runsOf(blocks: Block[]): Generator<Run> {
  for (const block of blocks) {
    if ('runs' in block) yield* block.runs;
    else if (block.kind === 'list') yield* runsOf(block.items.flat());
    else if (block.kind === 'table') yield* [...(block.head ?? []), ...block.rows.flat()].flat();
    else if ('blocks' in block) yield* runsOf(block.blocks);
  }
}
