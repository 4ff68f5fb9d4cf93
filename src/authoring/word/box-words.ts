import { plainText, type Block, type BoxName, type Inline } from './lesson-blocks.js';

/** The words by which lecturers head a box. */
const WORDS: [name: BoxName, words: string][] = [
  ['ghi-nho', 'ghi nhớ|cần nhớ|điểm cần nhớ'],
  ['vi-du', 'ví dụ|thí dụ'],
  ['luu-y', 'lưu ý|chú ý'],
];

const HEADS = WORDS.map(([name, words]) => [name, new RegExp(`^\\s*(?:${words})(?![\\p{L}\\p{M}])`, 'iu')] as const);

/** `Ghi nhớ` and what parts it from the text, so that the box's own heading does not say it twice. */
const HEAD_ALONE = new RegExp(`^\\s*(?:${WORDS.map(([, words]) => words).join('|')})\\s*(?:[:.!–—-]+\\s*|$)`, 'iu');

/** The box that a text or the name of a style begins with. */
export function boxNamed(text: string): BoxName | null {
  const normal = text.normalize('NFC');
  return HEADS.find(([, head]) => head.test(normal))?.[0] ?? null;
}

/** A box of blocks, without the heading words where the text reads on without them. */
export function boxOf(name: BoxName, blocks: readonly Block[]): Block {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph' && first?.kind !== 'heading') return { kind: 'box', name, blocks: [...blocks] };
  const content = withoutHead(first.content);
  const isEmpty = plainText(content).trim() === '' && !content.some(({ kind }) => kind === 'image');
  return { kind: 'box', name, blocks: isEmpty ? rest : [{ ...first, content }, ...rest] };
}

/** A frame or quotation as the box that its first words name; null where they name none. */
export function boxedQuote(blocks: readonly Block[]): Block | null {
  const [first] = blocks;
  if (first?.kind !== 'paragraph' && first?.kind !== 'heading') return null;
  const name = boxNamed(plainText(first.content));
  return name === null ? null : boxOf(name, blocks);
}

function withoutHead(content: readonly Inline[]): Inline[] {
  const lead = content.findIndex(({ kind }) => kind !== 'text');
  const line = plainText(lead < 0 ? content : content.slice(0, lead));
  const head = HEAD_ALONE.exec(line)?.[0] ?? '';
  return withoutStart(content, head.length);
}

/** Without the first so many signs of its text, and without a break that would then stand first. */
export function withoutStart(content: readonly Inline[], length: number): Inline[] {
  let left = length;
  const kept = content.flatMap((piece): Inline[] => {
    if (left === 0 || piece.kind !== 'text') return [piece];
    const dropped = Math.min(left, piece.text.length);
    left -= dropped;
    return dropped === piece.text.length ? [] : [{ ...piece, text: piece.text.slice(dropped) }];
  });
  return length > 0 && kept[0]?.kind === 'break' ? kept.slice(1) : kept;
}
