import type { Attrs, Mark, Node, Schema } from '@tiptap/pm/model';
import type { Token } from 'markdown-it';
import { GRAMMAR } from './markdown-grammar.js';

/** Something that the editor has no node for: its block is kept as it was written. */
class Unsupported extends Error {}

/** One block at the top of a lesson, and the very lines it was written in. */
export interface SourceBlock {
  node: Node;
  /** Without the empty lines around it. */
  source: string;
}

export interface ReadLesson {
  blocks: SourceBlock[];
  /** The empty lines before each block and, last, behind them all: one more than there are blocks. */
  gaps: string[];
}

interface Open {
  type: string;
  attrs: Attrs | null;
  content: Node[];
}

const BLOCKS: Record<string, string> = {
  paragraph: 'paragraph',
  heading: 'heading',
  bullet_list: 'bulletList',
  ordered_list: 'orderedList',
  list_item: 'listItem',
  blockquote: 'blockquote',
  table: 'table',
  tr: 'tableRow',
  th: 'tableHeader',
  td: 'tableCell',
};
/** Groups of rows: the first row is the head, and the editor knows. */
const PASSED_OVER = new Set(['thead_open', 'thead_close', 'tbody_open', 'tbody_close']);
const MARKS: Record<string, string> = { strong: 'bold', em: 'italic', s: 'strike', link: 'link' };

function blockType(token: Token): string {
  const name = token.type.replace(/_(open|close)$/, '');
  if (name.startsWith('container_')) return 'box';
  const type = BLOCKS[name];
  if (type === undefined) throw new Unsupported(token.type);
  return type;
}

function blockAttrs(tokens: Token[], index: number): Attrs | null {
  const token = tokens[index] as Token;
  switch (token.type) {
    case 'heading_open':
      return { level: Number(token.tag.slice(1)) };
    case 'bullet_list_open':
      return { marker: token.markup, tight: isTight(tokens, index) };
    case 'ordered_list_open':
      return { start: Number(token.attrGet('start') ?? 1), marker: token.markup, tight: isTight(tokens, index) };
    case 'th_open':
    case 'td_open':
      return { align: /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1] ?? null };
    default:
      return token.type.startsWith('container_') ? { kind: boxKind(token) } : null;
  }
}

function boxKind(token: Token): string {
  const kind = token.info.trim();
  // Words behind the name are shown to nobody; kept as they are rather than lost.
  if (token.type !== `container_${kind}_open`) throw new Unsupported(token.info);
  return kind;
}

/** A tight list has no paragraphs of its own, in HTML as in Markdown: the reader hides them. */
function isTight(tokens: Token[], index: number): boolean {
  const { level } = tokens[index] as Token;
  for (let at = index + 1; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.level === level) break;
    if (token.type === 'paragraph_open' && token.level === level + 2) return token.hidden;
  }
  return true;
}

class BlockReader {
  constructor(private readonly schema: Schema) {}

  /** @throws Unsupported or RangeError when the editor has no such block */
  read(tokens: Token[]): Node {
    const root: Open = { type: 'root', attrs: null, content: [] };
    const stack = [root];
    tokens.forEach((token, index) => {
      const top = stack.at(-1) as Open;
      if (PASSED_OVER.has(token.type)) return;
      if (token.nesting === 1) stack.push({ type: blockType(token), attrs: blockAttrs(tokens, index), content: [] });
      else if (token.nesting === -1) this.close(stack);
      else if (token.type === 'inline') top.content.push(...this.inline(token.children ?? []));
      else top.content.push(this.leaf(token));
    });
    const [node] = root.content;
    if (!node || root.content.length > 1) throw new Unsupported('not one block');
    node.check();
    return node;
  }

  private close(stack: Open[]): void {
    const { type, attrs, content } = stack.pop() as Open;
    const isCell = type === 'tableCell' || type === 'tableHeader';
    const within = isCell ? [this.node('paragraph', null, content)] : content;
    (stack.at(-1) as Open).content.push(this.node(type, attrs, within));
  }

  private node(type: string, attrs: Attrs | null, content: Node[]): Node {
    const known = this.schema.nodes[type];
    if (!known) throw new Unsupported(type);
    // A box or an item may be empty in Markdown; on paper there is always a line to write on.
    const filled = content.length === 0 ? known.createAndFill(attrs) : null;
    return filled ?? known.createChecked(attrs, content);
  }

  private leaf(token: Token): Node {
    if (token.type === 'hr') return this.node('horizontalRule', null, []);
    if (token.type === 'fence' || token.type === 'code_block') {
      const text = token.content.replace(/\n$/, '');
      const language = token.info.trim() || null;
      return this.node('codeBlock', { language }, text === '' ? [] : [this.schema.text(text)]);
    }
    throw new Unsupported(token.type);
  }

  private inline(tokens: Token[]): Node[] {
    const nodes: Node[] = [];
    let marks: readonly Mark[] = [];
    for (const token of tokens) {
      if (token.nesting === 1) marks = this.mark(token).addToSet(marks);
      else if (token.nesting === -1) marks = marks.filter(({ type }) => type !== this.mark(token).type);
      else nodes.push(...this.piece(token, marks));
    }
    return joined(nodes);
  }

  private mark(token: Token): Mark {
    const type = this.schema.marks[MARKS[token.type.replace(/_(open|close)$/, '')] ?? ''];
    if (!type) throw new Unsupported(token.type);
    return type.create(type.name === 'link' ? { href: token.attrGet('href'), title: token.attrGet('title') } : null);
  }

  private piece(token: Token, marks: readonly Mark[]): Node[] {
    switch (token.type) {
      case 'text':
        return token.content === '' ? [] : [this.schema.text(token.content, marks)];
      case 'softbreak':
        return [this.schema.text(' ', marks)];
      case 'hardbreak':
        return [this.schema.nodes['hardBreak']?.create(null, null, marks) as Node];
      case 'code_inline':
        return [this.schema.text(token.content, this.schema.marks['code']?.create().addToSet(marks))];
      case 'image': {
        const alt = GRAMMAR.renderer.renderInlineAsText(token.children ?? [], GRAMMAR.options, {});
        const attrs = { src: token.attrGet('src'), alt, title: token.attrGet('title') };
        return [this.schema.nodes['image']?.create(attrs, null, marks) as Node];
      }
      default:
        throw new Unsupported(token.type);
    }
  }
}

/** Neighbouring texts with the same marks are one, as everywhere in the editor. */
function joined(nodes: Node[]): Node[] {
  const all: Node[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (last?.isText && node.isText && last.sameMarkup(node)) {
      all[all.length - 1] = node.type.schema.text(`${last.text ?? ''}${node.text ?? ''}`, node.marks);
    } else {
      all.push(node);
    }
  }
  return all;
}

/** The tokens of each block at the top. */
function topBlocks(tokens: Token[]): Token[][] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    if (token.level === 0 && token.nesting !== -1) groups.push([]);
    groups.at(-1)?.push(token);
  }
  return groups;
}

/** The lines of a block, from and up to; those of a box with the colons that close it, which its token leaves out. */
function linesOf(first: Token | undefined, line: (number: number) => string): [number, number] | null {
  const [from, to] = first?.map ?? [0, 0];
  if (!first?.map) return null;
  const isClosed = first.type.startsWith('container_') && line(to).startsWith(first.markup);
  return [from, isClosed ? to + 1 : to];
}

/** Where each line begins and ends, without its line break. */
function lineBounds(text: string): { start: number; end: number }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const bounds = { start, end: start + line.length };
    start = bounds.end + 1;
    return bounds;
  });
}

/**
 * A lesson's Markdown as blocks of the editor, each with the lines it came from. What the editor has no block for, such
 * as definitions of links, becomes a block that shows its source and cannot be changed.
 * @param markdown with \n at the end of its lines
 */
export function readLesson(markdown: string, schema: Schema): ReadLesson {
  const reader = new BlockReader(schema);
  const lines = lineBounds(markdown);
  const textOf = (line: number): string =>
    markdown.slice(lines[line]?.start ?? markdown.length, lines[line]?.end).trim();
  const blocks: SourceBlock[] = [];
  const gaps: string[] = [];
  let written = 0;
  let next = 0;
  /** @param first,end lines; empty ones at either end belong to the gaps */
  const push = (first: number, end: number, make: (source: string) => Node): void => {
    let [from, to] = [first, end];
    while (from < to && textOf(from) === '') from += 1;
    while (to > from && textOf(to - 1) === '') to -= 1;
    next = Math.max(next, end);
    if (from === to) return;
    const bounds = { start: lines[from]?.start ?? 0, end: lines[to - 1]?.end ?? 0 };
    const source = markdown.slice(bounds.start, bounds.end);
    gaps.push(markdown.slice(written, bounds.start));
    blocks.push({ node: make(source), source });
    written = bounds.end;
  };
  const verbatim = (source: string): Node => schema.node('verbatim', { source });
  for (const tokens of topBlocks(GRAMMAR.parse(markdown, {}))) {
    const [from, end] = linesOf(tokens[0], textOf) ?? [next, next];
    // Lines that no block holds although they say something: definitions of links.
    push(next, from, verbatim);
    push(from, end, (source) => {
      try {
        return reader.read(tokens);
      } catch (error) {
        if (error instanceof Unsupported || error instanceof RangeError) return verbatim(source);
        throw error;
      }
    });
  }
  push(next, lines.length, verbatim);
  gaps.push(markdown.slice(written));
  return { blocks, gaps };
}
