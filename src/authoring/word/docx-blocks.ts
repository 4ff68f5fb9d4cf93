import type { Text } from '../../platform/problems/problem.js';
import { boxedQuote, boxNamed, boxOf, withoutStart } from './box-words.js';
import type { InlineReader } from './docx-inlines.js';
import { wordsOf, type DocxNode, type DocxParagraph, type DocxTable } from './docx-model.js';
import { marksOf, type Outline } from './docx-outline.js';
import type { ParagraphMark } from './docx-survey.js';
import { isSingleCell, TableReader } from './docx-table.js';
import { plainText, type Block, type BoxName, type Inline } from './lesson-blocks.js';
import { withLists, type Flow } from './list-builder.js';
import type { LossList } from './losses.js';

const CONTENTS: Text = {
  vi: 'Mục lục tự động được bỏ; hệ thống tự lập mục lục từ các đề mục.',
  en: 'The table of contents was left out; one is made from the headings.',
};
const LETTERED: Text = {
  vi: 'Danh sách đánh a), b), c) hoặc I, II, III thành 1, 2, 3.',
  en: 'A list in letters or Roman numbers now counts 1, 2, 3.',
};
const TEXT_BOX: Text = {
  vi: 'Hộp văn bản thành đoạn trích dẫn, đặt sau đoạn có hộp.',
  en: 'A text box became a quotation behind its paragraph.',
};

/** A list that somebody typed: a dash on the first level, a plus below it, as Vietnamese texts have it. */
const TYPED_BULLET = /^\s*([-–—•+*●▪■◦○➢✓✔])\s+/u;

/** What belongs together: paragraphs of one text box, or neighbours in one style that names a box. */
interface Frame {
  key: string;
  box: BoxName | null;
}

interface Piece {
  flow: Flow;
  frame: Frame | null;
}

/** Turns mammoth's document into blocks, from its beginning to its end, telling what is lost on the way. */
export class BlockReader {
  private readonly tables: TableReader;

  constructor(
    private readonly marks: readonly ParagraphMark[],
    private readonly outline: Outline,
    private readonly inlines: InlineReader,
    private readonly losses: LossList,
  ) {
    this.tables = new TableReader(inlines, marks, losses);
  }

  read(nodes: readonly DocxNode[]): Block[] {
    return this.framed(nodes.flatMap((node) => this.pieces(node)));
  }

  private pieces(node: DocxNode): Piece[] {
    if (node.type === 'paragraph') return this.paragraph(node);
    if (node.type !== 'table') return [];
    const block = isSingleCell(node) ? this.singleCell(node) : this.tables.read(node);
    return block === null ? [] : [{ flow: { kind: 'block', block }, frame: null }];
  }

  private paragraph(paragraph: DocxParagraph): Piece[] {
    const marks = marksOf(paragraph, this.marks);
    const mark = marks.at(-1);
    if (mark?.isContents) {
      this.losses.add(CONTENTS);
      return [];
    }
    const level = this.outline.levels.get(paragraph);
    if (level !== undefined)
      return [{ flow: { kind: 'block', block: this.heading(paragraph, level, mark) }, frame: null }];
    for (const { losses } of marks) for (const what of losses) this.losses.add(what);
    const content = this.inlines.read(paragraph.children);
    // The title's images and remarks stay in the lesson, its words do not.
    const kept = this.outline.titleParagraphs.has(paragraph) ? content.filter(({ kind }) => kind === 'image') : content;
    if (plainText(kept).trim() === '' && !kept.some(({ kind }) => kind === 'image')) return [];
    return [{ flow: this.flow(kept, mark), frame: frameOf(mark) }];
  }

  private heading(paragraph: DocxParagraph, level: number, mark: ParagraphMark | undefined): Block {
    const label = mark?.list?.label ? `${mark.list.label} ` : '';
    this.losses.where = `${label}${wordsOf(paragraph.children)}`.normalize('NFC').replace(/\s+/g, ' ').trim();
    for (const what of mark?.losses ?? []) this.losses.add(what);
    const content = this.inlines.read(paragraph.children).map(withoutBold);
    // A number that Word counts is part of how people speak of a section.
    return { kind: 'heading', level, content: [{ kind: 'text', text: label }, ...content] };
  }

  private flow(content: Inline[], mark: ParagraphMark | undefined): Flow {
    const place = mark?.list;
    if (place) {
      if (place.isLettered) this.losses.add(LETTERED);
      return { kind: 'item', ...place, blocks: [{ kind: 'paragraph', content }] };
    }
    const typed = TYPED_BULLET.exec(plainText(content.slice(0, firstBreak(content))));
    if (!typed) return { kind: 'block', block: { kind: 'paragraph', content } };
    const blocks: Block[] = [{ kind: 'paragraph', content: withoutStart(content, typed[0].length) }];
    return { kind: 'item', list: 'typed', level: typed[1] === '+' ? 1 : 0, number: null, blocks };
  }

  /** A frame around text: a box where its first words name one, else a quotation. */
  private singleCell(table: DocxTable): Block | null {
    const cell = table.children[0]?.type === 'tableRow' ? table.children[0].children[0] : undefined;
    const blocks = this.read(cell?.type === 'tableCell' ? cell.children : []);
    if (blocks.length === 0) return null;
    return boxedQuote(blocks) ?? { kind: 'quote', blocks };
  }

  private framed(pieces: readonly Piece[]): Block[] {
    const blocks: Block[] = [];
    for (let at = 0; at < pieces.length;) {
      const { frame } = pieces[at] ?? { frame: null };
      const length = pieces.slice(at).findIndex((piece) => piece.frame?.key !== frame?.key);
      const run = pieces.slice(at, length < 0 ? undefined : at + length);
      const inner = withLists(run.map(({ flow }) => flow));
      if (frame === null) blocks.push(...inner);
      else if (frame.box !== null) blocks.push(boxOf(frame.box, inner));
      else blocks.push(boxedQuote(inner) ?? this.quoted(inner));
      at += run.length;
    }
    return blocks;
  }

  private quoted(blocks: Block[]): Block {
    this.losses.add(TEXT_BOX);
    return { kind: 'quote', blocks };
  }
}

function frameOf(mark: ParagraphMark | undefined): Frame | null {
  if (!mark) return null;
  if (mark.textBox !== null) return { key: `text box ${mark.textBox}`, box: null };
  const box = boxNamed(mark.style);
  return box === null ? null : { key: `style ${box}`, box };
}

function firstBreak(content: readonly Inline[]): number | undefined {
  const at = content.findIndex(({ kind }) => kind !== 'text');
  return at < 0 ? undefined : at;
}

/** Headings are bold by themselves. */
function withoutBold(piece: Inline): Inline {
  return piece.kind === 'text' ? { ...piece, bold: false } : piece;
}
