import createMarkdownIt from 'markdown-it';
import { plainText, type Inline } from './lesson-blocks.js';

const PARSER = createMarkdownIt({ html: false, linkify: false });

type TextPiece = Extract<Inline, { kind: 'text' }>;

const isWordSign = (sign: string) => /[\p{L}\p{N}]/u.test(sign);

/** Text such that Markdown shows it sign by sign, except at the beginning of a line (see `escapeLineStart`). */
function escapeText(text: string): string {
  return text
    .replace(/[\\`*[\]<|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/_/g, (sign, at: number) =>
      isWordSign(text[at - 1] ?? '') && isWordSign(text[at + 1] ?? '') ? sign : `\\${sign}`,
    );
}

/** Keeps a line from being read as a heading, list, quotation, rule, box or underline of a heading. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^(?:#|>|:{3,}|[-+](?=\s|$)|[-=]+\s*$|-{2,})/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** The lines of a paragraph in Markdown. */
export function writeLines(content: readonly Inline[]): string {
  return written(content).map(escapeLineStart).join('\\\n');
}

/** One line of Markdown that does not begin a line: a heading's text, a cell. */
export function writeLine(content: readonly Inline[]): string {
  return written(content).join(' ');
}

/** The text is read back: emphasis that would show its asterisks, as between letters and punctuation, is left out. */
function written(content: readonly Inline[]): string[] {
  const pieces = joined(content);
  const formatted = pieces.map((piece, at) => writePiece(piece, pieces[at - 1], pieces[at + 1])).join('');
  const text = isReadBack(formatted, pieces) ? formatted : pieces.map((piece) => writePlain(piece)).join('');
  return text
    .split(BREAK)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Never occurs in cleaned text. */
const BREAK = '\u0000';

/** Neighbours of one format become one piece; spaces at the edges of a format go to plain pieces. */
function joined(content: readonly Inline[]): Inline[] {
  const pieces: Inline[] = [];
  const add = (piece: Inline) => {
    const last = pieces.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text' && isSameFormat(piece, last)) {
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    } else pieces.push(piece);
  };
  for (const piece of content) if (piece.kind !== 'text' || piece.text !== '') add(piece);
  return pieces
    .splice(0)
    .flatMap((piece) => (piece.kind === 'text' && isFormatted(piece) ? withoutEdges(piece) : [piece]));
}

function withoutEdges(piece: TextPiece): Inline[] {
  const [, before = '', inner = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(piece.text) ?? [];
  const parts: TextPiece[] = [
    { kind: 'text', text: before },
    { ...piece, text: inner },
    { kind: 'text', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}

function isSameFormat(one: TextPiece, other: TextPiece): boolean {
  return (
    !one.bold === !other.bold &&
    !one.italic === !other.italic &&
    !one.strike === !other.strike &&
    !one.code === !other.code &&
    one.href === other.href
  );
}

function isFormatted(piece: TextPiece): boolean {
  return Boolean(piece.bold || piece.italic || piece.strike || piece.code || piece.href);
}

function writePiece(piece: Inline, before: Inline | undefined, after: Inline | undefined): string {
  if (piece.kind !== 'text' || !isFormatted(piece)) return writePlain(piece);
  if (piece.code || piece.href !== undefined) return writePlain(piece);
  // An asterisk between a letter and punctuation is no emphasis: the punctuation goes outside.
  const isTight = (sign: string | undefined) => sign !== undefined && isWordSign(sign);
  const lead = isTight(edge(before, -1)) ? (/^[^\p{L}\p{N}]+/u.exec(piece.text)?.[0] ?? '') : '';
  const rest = piece.text.slice(lead.length);
  const tail = isTight(edge(after, 0)) ? (/[^\p{L}\p{N}]+$/u.exec(rest)?.[0] ?? '') : '';
  const inner = rest.slice(0, rest.length - tail.length);
  if (inner === '') return escapeText(piece.text);
  return `${escapeText(lead)}${emphasised(inner, piece)}${escapeText(tail)}`;
}

function edge(piece: Inline | undefined, at: number): string | undefined {
  return piece?.kind === 'text' ? piece.text.at(at) : undefined;
}

function emphasised(text: string, { bold, italic, strike }: TextPiece): string {
  const mark = `${strike ? '~~' : ''}${bold ? '**' : ''}${italic ? '*' : ''}`;
  return `${mark}${escapeText(text)}${[...mark].reverse().join('')}`;
}

/** Without emphasis, but with what is more than looks: links, code, images. */
function writePlain(piece: Inline): string {
  if (piece.kind === 'break') return BREAK;
  if (piece.kind === 'image') return `![${escapeText(piece.alt)}](${piece.src})`;
  if (piece.code) return codeSpan(piece.text);
  if (piece.href === undefined) return escapeText(piece.text);
  return `[${emphasised(piece.text, piece)}](${piece.href})`;
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Whether Markdown reads the same words, with each emphasis an emphasis. */
function isReadBack(markdown: string, pieces: readonly Inline[]): boolean {
  const line = markdown.replaceAll(BREAK, ' ');
  const tokens = PARSER.parseInline(line, {})[0]?.children ?? [];
  const read = tokens.map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : '')).join('');
  return squeezed(read) === squeezed(plainText(pieces));
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
