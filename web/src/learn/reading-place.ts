/** Where a reader is in a text, counted in its blocks: a share of the height would move with the size of the letters. */

/** Room taken by the frame above the text, and a little air. */
const TOP_PX = 72;

const blocksOf = (article: HTMLElement): HTMLElement[] =>
  [...article.children].filter((block) => block instanceof HTMLElement);

/** Share (0–1) of the blocks above the fold; 1 at the end of the text. */
export function placeIn(article: HTMLElement): number {
  const blocks = blocksOf(article);
  if (blocks.length === 0) return 0;
  if (article.getBoundingClientRect().bottom <= innerHeight) return 1;
  const index = blocks.findIndex((block) => block.getBoundingClientRect().bottom > TOP_PX);
  return index < 0 ? 1 : index / blocks.length;
}

/** Brings the block at that share to the top of the window; tells whether it moved anything. */
export function goToPlace(article: HTMLElement, place: number): boolean {
  const blocks = blocksOf(article);
  const block = blocks[Math.min(blocks.length - 1, Math.round(place * blocks.length))];
  if (!block || place <= 0) return false;
  const before = scrollY;
  scrollTo(0, before + block.getBoundingClientRect().top - TOP_PX);
  return scrollY !== before;
}
