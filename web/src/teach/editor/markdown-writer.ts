import type { Mark, Node } from '@tiptap/pm/model';

/** Characters that begin something in Markdown wherever they stand. */
const ESCAPED_ANYWHERE = /[\\`*[\]~]/g;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const WORD = /[\p{L}\p{N}]/u;

function escapeText(text: string): string {
  return (
    text
      .replace(ESCAPED_ANYWHERE, '\\$&')
      // Within a word an underscore is only itself.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/<(?=[A-Za-z/!?])/g, '\\<')
      .replace(/&(?=#?\w+;)/g, '\\&')
  );
}

/** What would begin a heading, a list, a quotation, a rule or a box at the start of a line. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(#{1,6}|[-+])(?=\s|$)/, '\\$1')
    .replace(/^(-{2,}|={1,}|:{3,}|>|-(?=\s*-))/, '\\$1')
    .replace(/^([|:][-:| ]*)$/, '\\$1');
}

const OPENING: Record<string, string> = { bold: '**', italic: '*', strike: '~~' };

/** From outside to inside, for marks of the same length. */
const ORDER = ['link', 'bold', 'italic', 'strike'];

/** An address that cannot be read as anything but one address. */
function address(href: string, title: unknown): string {
  const shown = /[\s()<>]/.test(href) ? `<${href.replace(/[<>]/g, (char) => encodeURIComponent(char))}>` : href;
  if (typeof title !== 'string' || title === '') return shown;
  return `${shown} "${title.replace(/["\\]/g, '\\$&')}"`;
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

interface Piece {
  text: string;
  marks: readonly Mark[];
  /** Words, which may be escaped and whose outer spaces may leave the emphasis. */
  isText: boolean;
}

const isEmphasis = ({ type }: Mark): boolean => type.name in OPENING;

function pieceOf(node: Node): Piece {
  const marks = node.marks.filter(({ type }) => type.name !== 'code');
  if (node.type.name === 'hardBreak') return { text: '\\\n', marks: [], isText: false };
  if (node.type.name === 'image') {
    const { src, alt, title } = node.attrs as { src: string; alt: string | null; title: string | null };
    return { text: `![${escapeText(alt ?? '')}](${address(src, title)})`, marks, isText: false };
  }
  const text = (node.text ?? '').replace(/[\n\r\t]/g, ' ');
  if (node.marks.length !== marks.length) return { text: codeSpan(text), marks, isText: false };
  return { text, marks, isText: true };
}

/**
 * Spaces at the edge of emphasis would keep it from being emphasis: they go outside. Emphasis of nothing is none.
 */
function trimmedPieces(pieces: Piece[]): Piece[] {
  return pieces.flatMap((piece) => {
    if (!piece.isText || !piece.marks.some(isEmphasis)) return [piece];
    const [, before = '', inside = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(piece.text) ?? [];
    const plain = piece.marks.filter((mark) => !isEmphasis(mark));
    return [
      { text: before, marks: plain, isText: true },
      { text: inside, marks: piece.marks, isText: true },
      { text: after, marks: plain, isText: true },
    ].filter(({ text }) => text !== '');
  });
}

/** Writes the inline content of one text block: which marks are open, and what has to be escaped between them. */
class InlineWriter {
  private out = '';
  private open: Mark[] = [];
  /** What stood before the asterisks that were written last; empty at the start. */
  private before = '';
  private isInRun = false;

  write(pieces: Piece[]): string {
    pieces.forEach((piece, index) => this.writePiece(piece, pieces.slice(index)));
    this.closeTo(0);
    return this.out;
  }

  private writePiece(piece: Piece, rest: Piece[]): void {
    const keep = this.open.findIndex((mark) => !mark.isInSet(piece.marks));
    const isClosing = this.closeTo(keep === -1 ? this.open.length : keep);
    const added = piece.marks.filter((mark) => !mark.isInSet(this.open));
    // What lasts longest is opened first; a link is outside the emphasis within it.
    const length = (mark: Mark): number => {
      const end = rest.findIndex(({ marks }) => !mark.isInSet(marks));
      return end === -1 ? rest.length : end;
    };
    added.sort((a, b) => length(b) - length(a) || ORDER.indexOf(a.type.name) - ORDER.indexOf(b.type.name));
    for (const mark of added) this.openMark(mark, piece.text);
    // Emphasis that ends in a sign is not closed right before a letter: as an entity the letter begins with a sign.
    const isStuck = isClosing && added.length === 0 && PUNCTUATION.test(this.before) && WORD.test(piece.text[0] ?? '');
    this.append(isStuck && piece.isText ? entityFirst(piece.text) : piece.isText ? escapeText(piece.text) : piece.text);
  }

  private append(text: string): void {
    this.out += text;
    this.before = [...text].at(-1) ?? this.before;
    this.isInRun = false;
  }

  private openMark(mark: Mark, next: string): void {
    const delimiter = OPENING[mark.type.name];
    this.open.push(mark);
    if (delimiter === undefined) {
      // "!" before a link would make it a picture.
      this.out = this.out.replace(/!$/, '\\!');
      this.append('[');
      return;
    }
    // The other way round: between a letter and a sign, asterisks open nothing.
    if (!this.isInRun && WORD.test(this.before) && PUNCTUATION.test(next[0] ?? '')) {
      this.out = `${this.out.slice(0, -this.before.length)}&#${this.before.codePointAt(0) ?? 0};`;
    }
    this.out += delimiter;
    this.isInRun = true;
  }

  /** @returns whether emphasis was closed */
  private closeTo(count: number): boolean {
    let isClosing = false;
    while (this.open.length > count) {
      const mark = this.open.pop() as Mark;
      const { href, title } = mark.attrs as { href?: string; title?: string | null };
      const delimiter = OPENING[mark.type.name];
      if (delimiter === undefined) this.append(`](${address(href ?? '', title)})`);
      else {
        this.out += delimiter;
        this.isInRun = true;
        isClosing = true;
      }
    }
    return isClosing;
  }
}

function entityFirst(text: string): string {
  const [first = '', ...rest] = text;
  return `&#${first.codePointAt(0) ?? 0};${escapeText(rest.join(''))}`;
}

/** The words of a text block as lines of Markdown, nothing of which begins another block. */
function textLines(node: Node, isAtLineStart = true): string[] {
  const pieces: Piece[] = [];
  node.forEach((child) => pieces.push(pieceOf(child)));
  const text = new InlineWriter().write(trimmedPieces(pieces));
  // Spaces at either end of a line say nothing; a break at the end of a block breaks nothing.
  return text
    .replace(/(\\\n)+$/, '')
    .split('\n')
    .map((line) => line.replace(/^[ \t]+/, '').replace(/[ \t]+$/, ''))
    .map((line) => (isAtLineStart ? escapeLineStart(line) : line));
}

const indented = (lines: string[], first: string, rest: string): string[] =>
  lines.map((line, index) => (index === 0 ? `${first}${line}` : line === '' ? rest.trimEnd() : `${rest}${line}`));

const isList = (node: Node | null | undefined): boolean =>
  node?.type.name === 'bulletList' || node?.type.name === 'orderedList';

/** Tight only if every item is a line, perhaps with a list under it: anything else would run into the line above. */
function isWrittenTight(list: Node): boolean {
  if (list.attrs['tight'] === false) return false;
  let tight = true;
  list.forEach((item) =>
    item.forEach((child, _offset, index) => {
      tight &&= index === 0 ? child.type.name === 'paragraph' : isList(child) && isWrittenTight(child);
    }),
  );
  return tight;
}

function listLines(list: Node, marker: string): string[] {
  const tight = isWrittenTight(list);
  const lines: string[] = [];
  list.forEach((item, _offset, index) => {
    const start = Number(list.attrs['start'] ?? 1);
    const head = list.type.name === 'orderedList' ? `${start + index}${marker} ` : `${marker} `;
    const written = blockLines(childrenOf(item), tight);
    if (index > 0 && !tight) lines.push('');
    lines.push(...indented(written.length === 0 ? [''] : written, head, ' '.repeat(head.length)).map(trimEnd));
  });
  return lines;
}

const trimEnd = (line: string): string => line.replace(/[ \t]+$/, '');

const ALIGNMENTS: Record<string, string> = { left: ':---', center: ':---:', right: '---:' };

function tableLines(table: Node): string[] {
  const rows = childrenOf(table).map((row) =>
    childrenOf(row).flatMap((cell) => {
      const words = childrenOf(cell).map((paragraph) =>
        textLines(paragraph, false).map((line) => line.replace(/\\$/, '')),
      );
      const text = words.flat().join(' ').trim().replaceAll('|', '\\|');
      // Markdown has no joined cells: the others of a joined one stay empty.
      return [text, ...Array.from({ length: Number(cell.attrs['colspan'] ?? 1) - 1 }, () => '')];
    }),
  );
  const width = Math.max(...rows.map((row) => row.length));
  const line = (cells: string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const aligned = childrenOf(table.child(0)).map(({ attrs }) => ALIGNMENTS[String(attrs['align'])] ?? '---');
  const rule = Array.from({ length: width }, (_, index) => aligned[index] ?? '---');
  const [head = [], ...body] = rows;
  return [line(head), `|${rule.join('|')}|`, ...body.map(line)];
}

function codeLines(node: Node): string[] {
  const text = node.textContent;
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${String(node.attrs['language'] ?? '')}`, ...text.split('\n'), fence];
}

/** How many boxes stand in one another: the outer one needs more colons. */
function boxDepth(node: Node): number {
  let deepest = 0;
  node.descendants((child) => {
    if (child.type.name === 'box') deepest = Math.max(deepest, boxDepth(child));
    return child.type.name !== 'box';
  });
  return deepest + 1;
}

function headingLine(node: Node): string {
  const level = '#'.repeat(Number(node.attrs['level']));
  const text = textLines(node, false)
    .map((line) => line.replace(/\\$/, ''))
    .join(' ');
  return trimEnd(`${level} ${text.replace(/(#+)$/, '\\$1')}`);
}

function linesOf(node: Node, marker: string): string[] {
  switch (node.type.name) {
    case 'paragraph':
      return textLines(node);
    case 'heading':
      return [headingLine(node)];
    case 'bulletList':
    case 'orderedList':
      return listLines(node, marker);
    case 'blockquote':
      return indented(blockLines(childrenOf(node), false), '> ', '> ');
    case 'box': {
      const colons = ':'.repeat(boxDepth(node) + 2);
      return [`${colons} ${String(node.attrs['kind'])}`, ...blockLines(childrenOf(node), false), colons];
    }
    case 'table':
      return tableLines(node);
    case 'codeBlock':
      return codeLines(node);
    case 'horizontalRule':
      return ['---'];
    default:
      return String(node.attrs['source'] ?? '').split('\n');
  }
}

const childrenOf = (node: Node): Node[] => [...node.children];

/** An empty line on paper has no Markdown. */
export const isNothing = (node: Node): boolean =>
  node.type.name === 'paragraph' && node.children.every((child) => child.isText && (child.text ?? '').trim() === '');

const OTHER_MARKER: Record<string, string> = { '-': '*', '*': '-', '+': '-', '.': ')', ')': '.' };

/** What a list's items begin with, unlike the list right before it: with the same sign they would be one list. */
export function markerOf(node: Node, before: { node: Node; marker: string } | null): string {
  const own = String(node.attrs['marker'] ?? (node.type.name === 'orderedList' ? '.' : '-'));
  return before?.node.type === node.type && before.marker === own ? (OTHER_MARKER[own] ?? own) : own;
}

function blockLines(nodes: Node[], isTight: boolean): string[] {
  const lines: string[] = [];
  let before: { node: Node; marker: string } | null = null;
  for (const node of nodes) {
    if (isNothing(node)) continue;
    const marker: string = isList(node) ? markerOf(node, before) : '';
    if (lines.length > 0 && !isTight) lines.push('');
    lines.push(...linesOf(node, marker));
    before = { node, marker };
  }
  return lines;
}

/**
 * One block as Markdown that reads as the same block.
 * @param marker of a list's items
 */
export function writeBlock(node: Node, marker: string): string {
  return linesOf(node, marker).join('\n');
}
