import type { Block } from './lesson-blocks.js';

/** A block, or an item of a list, in the order of the document. */
export type Flow =
  | { kind: 'block'; block: Block }
  | { kind: 'item'; list: string; level: number; number: number | null; blocks: Block[] };

type Item = Extract<Flow, { kind: 'item' }>;
type ListBlock = Extract<Block, { kind: 'list' }>;

interface OpenList {
  level: number;
  list: string;
  block: ListBlock;
}

/** Word has no lists, only paragraphs that stand in one: neighbours become lists, deeper ones lists in the item above. */
export function withLists(flow: readonly Flow[]): Block[] {
  const blocks: Block[] = [];
  let open: OpenList[] = [];
  for (const piece of flow) {
    if (piece.kind === 'block') {
      open = [];
      blocks.push(piece.block);
    } else open = placed(piece, open, blocks);
  }
  return blocks;
}

function placed(item: Item, open: readonly OpenList[], root: Block[]): OpenList[] {
  const above = open.filter(({ level }) => level < item.level);
  const same = open.find(({ level }) => level === item.level);
  if (same && continues(item, same)) {
    same.block.items.push(item.blocks);
    return [...above, same];
  }
  const block: ListBlock = { kind: 'list', start: item.number, items: [item.blocks] };
  (above.at(-1)?.block.items.at(-1) ?? root).push(block);
  return [...above, { level: item.level, list: item.list, block }];
}

function continues({ list, number }: Item, same: OpenList): boolean {
  if (number === null) return same.block.start === null;
  return same.block.start !== null && same.list === list && number === same.block.start + same.block.items.length;
}
