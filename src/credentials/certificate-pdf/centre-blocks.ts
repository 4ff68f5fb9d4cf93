import type { CertificateDrawing } from './certificate-drawing.js';
import { BLUE, GOLD, INK } from './paper.js';
import { fitText, type FitRule, type FittedText, type Measure } from './text-fit.js';

export type FontName = 'regular' | 'semibold' | 'bold' | 'italic';

/** Vietnamese capitals carry two marks (Ễ, Ậ): lines closer than this touch. */
export const LEADING = 1.42;
/** Share of a line's height above its baseline. */
const ASCENT = 1.06 / LEADING;

/** One paragraph in the middle of the certificate. */
export interface Block {
  text: string;
  font: FontName;
  colour: string;
  rule: FitRule;
  /** Space above, in points. */
  gap: number;
  tag: 'H1' | 'H2' | 'P';
  letterSpacing: number;
}

export interface PlacedBlock extends Block {
  fitted: FittedText;
  /** Baseline of each line, from the top of the page. */
  baselines: number[];
}

const WIDE = 652;
const sizes = (from: number, to: number) =>
  Array.from({ length: Math.round((from - to) * 2) + 1 }, (_, i) => from - i / 2);

const block = (text: string, part: Partial<Block>): Block => ({
  text,
  font: 'regular',
  colour: INK,
  rule: { maxWidth: WIDE, sizes: sizes(12.5, 9), maxLines: 2 },
  gap: 3,
  tag: 'P',
  letterSpacing: 0,
  ...part,
});

/** What the middle says, from the name of the paper down to the results. */
export function centreBlocks(data: CertificateDrawing): Block[] {
  const small = { maxWidth: WIDE, sizes: sizes(11.5, 8), maxLines: 2 };
  return [
    block(data.kind, {
      font: 'bold',
      colour: GOLD,
      rule: { maxWidth: WIDE, sizes: sizes(34, 24), maxLines: 1 },
      gap: 0,
      tag: 'H1',
      letterSpacing: 2.2,
    }),
    ...(data.title === null
      ? []
      : [block(data.title, { font: 'semibold', rule: { maxWidth: WIDE, sizes: sizes(14, 10), maxLines: 2 }, gap: 0 })]),
    block(data.addressing, { gap: 12 }),
    block(data.holder, {
      font: 'bold',
      colour: BLUE,
      rule: { maxWidth: WIDE, sizes: sizes(37, 13), maxLines: 2 },
      tag: 'H2',
    }),
    ...(data.holderUnit === null ? [] : [block(data.holderUnit, { gap: 1 })]),
    block(data.completed, { gap: 11 }),
    block(data.course, { font: 'semibold', rule: { maxWidth: WIDE - 20, sizes: sizes(20, 11), maxLines: 3 } }),
    ...data.details.map((text, i) => block(text, { rule: small, gap: i === 0 ? 6 : 0 })),
  ];
}

function fitAll(blocks: Block[], scale: number, measure: (block: Block) => Measure): FittedText[] {
  return blocks.map((each) => {
    const rule = { ...each.rule, sizes: each.rule.sizes.map((size) => size * scale) };
    return fitText(each.text, rule, measure(each));
  });
}

const heightOf = ({ lines, size }: FittedText) => lines.length * size * LEADING;
const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

/**
 * Places the blocks between two heights of the page: everything smaller while it does not fit, a little more air while
 * there is room, and the rest of the room shared above and below.
 */
export function placeBlocks(
  blocks: Block[],
  area: { top: number; bottom: number },
  measure: (block: Block) => Measure,
): PlacedBlock[] {
  const available = area.bottom - area.top;
  const gaps = sum(blocks.map(({ gap }) => gap));
  let scale = 1;
  let fitted = fitAll(blocks, scale, measure);
  while (sum(fitted.map(heightOf)) + gaps * scale > available && scale > 0.3) {
    scale -= 0.03;
    fitted = fitAll(blocks, scale, measure);
  }
  const text = sum(fitted.map(heightOf));
  const air = Math.min(Math.max((available - text) / Math.max(gaps, 1), scale), 1.7);
  let y = area.top + Math.max(0, (available - text - gaps * air) / 2);
  return blocks.map((each, i) => {
    const own = fitted[i] ?? { lines: [], size: 0 };
    y += each.gap * air;
    const line = own.size * LEADING;
    const baselines = own.lines.map((_, n) => y + n * line + line * ASCENT);
    y += heightOf(own);
    return { ...each, fitted: own, baselines };
  });
}
