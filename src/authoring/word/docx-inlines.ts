import type { Text } from '../../platform/problems/problem.js';
import { cleanLink, cleanText } from './clean-text.js';
import { wordsOf, type DocxDocument, type DocxImage, type DocxNode, type DocxRun } from './docx-model.js';
import { NO_ALT, type TakenImage } from './image-shelf.js';
import { plainText, type Inline } from './lesson-blocks.js';
import { excerpt, type LossList } from './losses.js';

/** Formats of the runs around a piece of text. */
interface Format {
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  href?: string;
}

const SUPERSCRIPTS = new Map([...'0123456789+-()n'].map((sign, at) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ'[at] ?? sign]));
const SUBSCRIPTS = new Map([...'0123456789+-()'].map((sign, at) => [sign, '₀₁₂₃₄₅₆₇₈₉₊₋₍₎'[at] ?? sign]));

const UNDERLINE: Text = { vi: 'Gạch chân không giữ được.', en: 'Underlining was left out.' };
const HIGHLIGHT: Text = { vi: 'Màu tô nền chữ không giữ được.', en: 'Highlighting was left out.' };
const RAISED: Text = {
  vi: 'Chữ nâng lên hoặc hạ xuống (chỉ số) thành chữ thường.',
  en: 'Raised or lowered letters became ordinary ones.',
};
const INNER_LINK: Text = {
  vi: 'Liên kết đến chỗ khác trong tài liệu chỉ còn là chữ.',
  en: 'A link to another place in the document is now only text.',
};

/** Reads the lines of paragraphs, and remembers which notes they point to. */
export class InlineReader {
  private readonly noteKeys: string[] = [];
  private readonly unwrittenNotes: { noteType: string; noteId: string }[] = [];
  private readonly described = new Set<string>();

  constructor(
    private readonly document: DocxDocument,
    private readonly images: ReadonlyMap<DocxImage, TakenImage>,
    private readonly losses: LossList,
  ) {}

  read(nodes: readonly DocxNode[], format: Format = {}): Inline[] {
    return nodes.flatMap((node) => this.piece(node, format));
  }

  private piece(node: DocxNode, format: Format): Inline[] {
    switch (node.type) {
      case 'text':
        return [{ kind: 'text', text: cleanText(node.value), ...format }];
      case 'tab':
        return [{ kind: 'text', text: ' ', ...format }];
      case 'checkbox':
        return [{ kind: 'text', text: node.checked ? '☑ ' : '☐ ', ...format }];
      case 'break':
        return node.breakType === 'line' ? [{ kind: 'break' }] : [{ kind: 'text', text: ' ' }];
      case 'run':
        return this.run(node, format);
      case 'hyperlink':
        return this.link(node, format);
      case 'image':
        return this.image(node);
      case 'noteReference':
        return [{ kind: 'text', text: `[${this.numberOf(node)}]` }];
      case 'commentReference':
        this.tellComment(node.commentId);
        return [];
      default:
        return 'children' in node ? this.read(node.children, format) : [];
    }
  }

  private run(run: DocxRun, format: Format): Inline[] {
    const hasWords = wordsOf(run.children).trim() !== '';
    const inner: Format = { ...format };
    if (run.isBold || run.styleName === 'Strong') inner.bold = true;
    if (run.isItalic || run.styleName === 'Emphasis') inner.italic = true;
    if (run.isStrikethrough) inner.strike = true;
    const isLink = format.href !== undefined || run.children.some(({ type }) => type === 'hyperlink');
    if (hasWords && run.isUnderline && !isLink) this.losses.add(UNDERLINE);
    if (hasWords && run.highlight !== null) this.losses.add(HIGHLIGHT);
    const pieces = this.read(run.children, inner);
    const isNote = run.children.some(({ type }) => type === 'noteReference');
    if (isNote) return pieces;
    return pieces.map((piece) => (piece.kind === 'text' ? { ...piece, text: this.shaped(piece.text, run) } : piece));
  }

  private shaped(text: string, run: DocxRun): string {
    if (run.isAllCaps) return text.toLocaleUpperCase('vi');
    if (run.verticalAlignment === 'baseline' || text.trim() === '') return text;
    const signs = run.verticalAlignment === 'superscript' ? SUPERSCRIPTS : SUBSCRIPTS;
    if ([...text].every((sign) => signs.has(sign))) return [...text].map((sign) => signs.get(sign)).join('');
    this.losses.add(RAISED);
    return text;
  }

  private link(node: Extract<DocxNode, { type: 'hyperlink' }>, format: Format): Inline[] {
    const href = node.href === undefined ? null : cleanLink(node.href);
    if (href !== null) return this.read(node.children, { ...format, href });
    const pieces = this.read(node.children, format);
    if (node.href === undefined) this.losses.add(INNER_LINK);
    else this.losses.add(badLink(plainText(pieces)));
    return pieces;
  }

  private image(node: DocxImage): Inline[] {
    const taken = this.images.get(node);
    if (taken === undefined) return [];
    if ('lost' in taken) {
      this.losses.add(taken.lost);
      return [];
    }
    const { name, alt } = taken.image;
    if (alt === '' && !this.described.has(name)) this.losses.add(NO_ALT);
    this.described.add(name);
    return [{ kind: 'image', src: `anh/${name}`, alt }];
  }

  private numberOf(reference: { noteType: string; noteId: string }): number {
    const key = `${reference.noteType} ${reference.noteId}`;
    const known = this.noteKeys.indexOf(key);
    if (known >= 0) return known + 1;
    this.unwrittenNotes.push({ noteType: reference.noteType, noteId: reference.noteId });
    return this.noteKeys.push(key);
  }

  /** The notes that were pointed to, in that order, those in notes included. */
  notes(): Inline[][] {
    const notes: Inline[][] = [];
    for (let next = this.unwrittenNotes.shift(); next !== undefined; next = this.unwrittenNotes.shift())
      notes.push(this.joined(this.document.notes.resolve(next)?.body ?? []));
    return notes;
  }

  /** Several paragraphs as one line. */
  joined(nodes: readonly DocxNode[]): Inline[] {
    return joinedLines(nodes.map((node) => this.read('children' in node ? node.children : [node])));
  }

  private tellComment(id: string): void {
    const comment = this.document.comments.find(({ commentId }) => commentId === id);
    const words = excerpt(cleanText(wordsOf(comment?.body ?? [])));
    const author = excerpt(cleanText(comment?.authorName ?? ''));
    this.losses.add({
      vi: `Nhận xét${author && ` của ${author}`} không đưa vào bài: “${words}”.`,
      en: `A comment${author && ` by ${author}`} was left out: “${words}”.`,
    });
  }
}

/** Lines put one behind the other: a semicolon where the one before does not end by itself. */
export function joinedLines(lines: readonly Inline[][]): Inline[] {
  return lines
    .filter((line) => plainText(line).trim() !== '' || line.some(({ kind }) => kind === 'image'))
    .reduce<Inline[]>((all, line) => {
      if (all.length === 0) return line;
      const isEnded = /[.;:!?…,]\s*$/.test(plainText(all));
      return [...all, { kind: 'text', text: isEnded ? ' ' : '; ' }, ...line];
    }, []);
}

function badLink(words: string): Text {
  return {
    vi: `Liên kết “${excerpt(words)}” trỏ đến tệp trên máy hoặc địa chỉ không dùng được nên chỉ còn là chữ.`,
    en: `The link “${excerpt(words)}” points to a file on a computer or an unusable address and is now only text.`,
  };
}
