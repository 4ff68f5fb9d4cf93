import type { Node, Schema } from '@tiptap/pm/model';
import { readLesson } from './markdown-reader.js';
import { isNothing, markerOf, writeBlock } from './markdown-writer.js';

/** Where a block stood in the text that was opened, and how it was written there. */
interface Origin {
  source: string;
  index: number;
}

interface Written extends Partial<Origin> {
  node: Node;
  text: string;
  marker: string;
}

/**
 * A lesson between Markdown and the editor. Blocks that nobody touched are written back exactly as they were, with the
 * empty lines between them; only what was changed is written anew.
 */
export class LessonText {
  private origins = new WeakMap<Node, Origin>();
  /** By content, for blocks that were changed and changed back, or moved. */
  private known = new Map<string, Origin>();
  private gaps: string[] = [''];
  private lineBreak = '\n';
  private last = -1;

  constructor(private readonly schema: Schema) {}

  /** @returns the blocks of the document; never none */
  read(markdown: string): Node[] {
    this.lineBreak = markdown.includes('\r\n') ? '\r\n' : '\n';
    const { blocks, gaps } = readLesson(markdown.replaceAll('\r\n', '\n'), this.schema);
    this.gaps = gaps;
    this.last = blocks.length - 1;
    this.origins = new WeakMap();
    this.known = new Map();
    blocks.forEach(({ node, source }, index) => {
      this.origins.set(node, { source, index });
      this.known.set(keyOf(node), { source, index });
    });
    return blocks.length > 0 ? blocks.map(({ node }) => node) : [this.schema.node('paragraph')];
  }

  write(doc: Node): string {
    const nodes = [...doc.children].filter((node) => !isNothing(node) || this.origins.has(node));
    const origins = nodes.map((node) => this.origins.get(node) ?? this.remembered(node));
    const all: Written[] = [];
    /** Where the block at a place stood; the ends of the lesson have places, too. */
    const placeOf = (at: number): number | undefined => {
      if (at < 0) return -1;
      return at < nodes.length ? origins[at]?.index : this.last + 1;
    };
    nodes.forEach((node, at) => {
      const origin = origins[at];
      const isInPlace =
        origin !== undefined && placeOf(at - 1) === origin.index - 1 && placeOf(at + 1) === origin.index + 1;
      const isGood = origin !== undefined && (isInPlace || standsAlone(origin.source));
      all.push(this.block(node, all.at(-1) ?? null, isGood ? origin : undefined));
    });
    return this.joined(all).replaceAll('\n', this.lineBreak);
  }

  private block(node: Node, before: Written | null, origin: Origin | undefined): Written {
    const own = markerOf(node, null);
    // Between two lists there is a block no more: with the same sign they would be one.
    const isFollower = origin !== undefined && before?.index === origin.index - 1;
    const marker = isFollower ? own : markerOf(node, before);
    const isKept = origin !== undefined && marker === own;
    return { ...(isKept ? origin : {}), node, marker, text: isKept ? origin.source : writeBlock(node, marker) };
  }

  private joined(all: Written[]): string {
    if (all.length === 0) return '';
    const text = all.map((block, at) => {
      const before = all[at - 1];
      if (!before) return block.index === 0 ? `${this.gaps[0] ?? ''}${block.text}` : block.text;
      const isNext = block.index !== undefined && before.index === block.index - 1;
      return `${isNext ? (this.gaps[block.index ?? 0] ?? '\n\n') : '\n\n'}${block.text}`;
    });
    const end = all.at(-1)?.index === this.last ? (this.gaps.at(-1) ?? '\n') : '\n';
    return `${text.join('')}${end}`;
  }

  private remembered(node: Node): Origin | undefined {
    const origin = this.known.get(keyOf(node));
    if (origin) this.origins.set(node, origin);
    return origin;
  }
}

const keyOf = (node: Node): string => JSON.stringify(node.toJSON());

/** Whether these lines say the same wherever they stand: not what only its place makes what it is. */
function standsAlone(source: string): boolean {
  if (/^\s/.test(source)) return false;
  const fence = /^(`{3,}|~{3,}|:{3,})/.exec(source)?.[1];
  if (fence === undefined) return true;
  const lines = source.split('\n');
  return lines.length > 1 && (lines.at(-1) ?? '').trim().startsWith(fence);
}
