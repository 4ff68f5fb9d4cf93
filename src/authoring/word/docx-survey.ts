import type { SaxesTagPlain } from 'saxes';
import type { Text } from '../../platform/problems/problem.js';
import { excerpt } from './losses.js';
import type { ListPlace, NumberingReader } from './docx-numbering.js';
import type { StyleReader } from './docx-styles.js';
import { attribute, DocxPartReader, localName, wholeNumber } from './docx-xml.js';
import { LessonFileTooLarge } from './lesson-import.problems.js';
import { EMBEDDED, LOST } from './docx-lost.js';

/** Of one lesson; a book is to be split. */
export const LESSON_LIMITS = { paragraphs: 10_000, tables: 500, images: 300 };

/** What mammoth does not tell about a paragraph. */
export interface ParagraphMark {
  style: string;
  heading: number | null;
  isTitle: boolean;
  isContents: boolean;
  list: ListPlace | null;
  /** Paragraphs of one text box carry one number. */
  textBox: number | null;
  losses: Text[];
}

interface OpenParagraph {
  /** Where its content begins. */
  at: number;
  tag: SaxesTagPlain;
  styleId: string | null;
  numId: string | null;
  level: number | null;
  outline: number | null;
  textBox: number | null;
  isCounted: boolean;
  losses: Text[];
  inserted: boolean;
  deleted: string;
}

interface Edit {
  from: number;
  to: number;
  text: string;
}

/** The prefix of the bookmarks that carry marks through mammoth: it keeps a bookmark's name and place, and little else. */
export const MARK = 'us-mark:';

/** Elements around words that mammoth drops with the words, and one that it looks through. */
const WRAPPERS = new Set(['fldSimple', 'dir', 'bdo']);
const TRANSPARENT = 'smartTag';
/** Old drawings in which mammoth finds text boxes. */
const DRAWN = new Set(['shape', 'rect', 'roundrect', 'group', 'textbox', 'pict', 'object', 'txbxContent']);

export interface SurveyTools {
  styles: StyleReader;
  numbering: NumberingReader;
  /** Marks of all parts; a bookmark's name ends in the index. */
  marks: ParagraphMark[];
}

/**
 * Reads a part with paragraphs once before mammoth does: holds it to the limits, notes what will be lost, and writes a
 * copy (`edited`) in which each paragraph carries a bookmark that leads to its mark.
 */
export class SurveyReader extends DocxPartReader {
  /** What stood outside any paragraph, at the end. */
  readonly rest: Text[] = [];
  private readonly edits: Edit[] = [];
  private readonly open_: OpenParagraph[] = [];
  private readonly boxes: { id: number; owner: OpenParagraph | undefined; words: string; isLost: boolean }[] = [];
  /** Text boxes that only the newer twin of a drawing has; dropped when its older twin follows. */
  private unread: { owner: OpenParagraph | undefined; words: string }[] = [];
  private readonly alternatives: { unread: number; hasFallback: boolean }[] = [];
  private equation = '';
  private tables = 0;
  private images = 0;
  private lastBox = 0;

  constructor(
    xml: string,
    private readonly tools: SurveyTools,
  ) {
    super(xml);
  }

  /** The XML for mammoth; to be asked for after reading. */
  edited(): string {
    const pieces: string[] = [];
    let at = 0;
    for (const { from, to, text } of this.edits.sort((one, other) => one.from - other.from || one.to - other.to)) {
      if (from < at) continue;
      pieces.push(this.xml.slice(at, from), text);
      at = to;
    }
    return pieces.join('') + this.xml.slice(at);
  }

  protected open(name: string, tag: SaxesTagPlain): void {
    if (this.isWord(tag)) this.openWord(name, tag);
    const paragraph = this.open_.at(-1);
    const lost = LOST[name];
    if (lost !== undefined) (paragraph?.losses ?? this.rest).push(lost);
    if (name === 'OLEObject') paragraph?.losses.push(EMBEDDED(attribute(tag, 'ProgID') ?? '?'));
    if (name === 'blip' || name === 'imagedata') this.images += 1;
    if (this.images > LESSON_LIMITS.images) throw tooLarge('images');
    if (name === 'oMath' && this.path.indexOf('oMath') === this.path.length - 1) this.equation = '';
    if (name === 'AlternateContent') this.alternatives.push({ unread: this.unread.length, hasFallback: false });
    else if (name === 'Fallback') {
      const alternative = this.alternatives.at(-1);
      if (alternative) alternative.hasFallback = true;
    }
  }

  private openWord(name: string, tag: SaxesTagPlain): void {
    const paragraph = this.open_.at(-1);
    if (name === 'p') this.openParagraph(tag);
    else if (name === 'tbl') {
      this.tables += 1;
      if (this.tables > LESSON_LIMITS.tables) throw tooLarge('tables');
    } else if (name === 'txbxContent') this.openTextBox(paragraph);
    else if (name === 'bookmarkStart' || name === 'bookmarkEnd') this.replaceTag('');
    else if (WRAPPERS.has(name)) this.renameTag(tag, TRANSPARENT);
    else if (paragraph) this.openWithin(paragraph, name, tag);
  }

  private openParagraph(tag: SaxesTagPlain): void {
    if (this.tools.marks.length >= LESSON_LIMITS.paragraphs) throw tooLarge('paragraphs');
    this.open_.push({
      at: this.position,
      tag,
      styleId: null,
      numId: null,
      level: null,
      outline: null,
      textBox: this.boxes.at(-1)?.id ?? null,
      isCounted: !this.path.includes('Choice'),
      losses: [],
      inserted: false,
      deleted: '',
    });
  }

  private openWithin(paragraph: OpenParagraph, name: string, tag: SaxesTagPlain): void {
    const [above, parent] = this.path.slice(-3);
    const value = attribute(tag, 'val');
    if (parent === 'pPr' && above === 'p') {
      if (name === 'pStyle') paragraph.styleId = value ?? null;
      else if (name === 'outlineLvl') paragraph.outline = wholeNumber(value);
    } else if (parent === 'numPr' && above === 'pPr' && !this.path.includes('pPrChange')) {
      if (name === 'numId') paragraph.numId = value ?? null;
      else if (name === 'ilvl') paragraph.level = wholeNumber(value);
    } else if (name === 'ins' || name === 'moveTo') paragraph.inserted = true;
  }

  private openTextBox(owner: OpenParagraph | undefined): void {
    this.lastBox += 1;
    const drawing = this.path.slice(this.path.lastIndexOf('r') + 1);
    this.boxes.push({
      id: this.lastBox,
      owner,
      words: '',
      isLost: drawing.includes('drawing') || drawing.some((name) => !DRAWN.has(name) && !ALTERNATIVE.has(name)),
    });
  }

  protected override close(name: string, tag: SaxesTagPlain): void {
    if (name === 'AlternateContent') this.closeAlternative();
    if (name === 'oMath' && this.path.indexOf('oMath') === this.path.length - 1) {
      const words = excerpt(this.equation);
      (this.open_.at(-1)?.losses ?? this.rest).push({
        vi: `Công thức “${words}” chưa chuyển được; mời anh/chị gõ lại bằng chữ hoặc chèn hình.`,
        en: `The equation “${words}” was left out; please write it in words or insert an image.`,
      });
    }
    if (!this.isWord(tag)) return;
    if (name === 'p') this.closeParagraph();
    else if (name === 'txbxContent') {
      const box = this.boxes.pop();
      if (box?.isLost) this.unread.push({ owner: box.owner, words: box.words });
    } else if (WRAPPERS.has(name) && !tag.isSelfClosing) this.renameTag(tag, TRANSPARENT);
  }

  private closeAlternative(): void {
    const alternative = this.alternatives.pop();
    if (alternative?.hasFallback) this.unread.length = alternative.unread;
  }

  private closeParagraph(): void {
    const paragraph = this.open_.pop();
    if (!paragraph) return;
    const { styleId, losses } = paragraph;
    // What the newer twins of drawings lost belongs to this paragraph unless an older twin may still follow.
    if (this.alternatives.length === 0) this.tellUnread();
    if (paragraph.deleted.trim() !== '') losses.push(deletedText(paragraph.deleted));
    if (paragraph.inserted) losses.push(INSERTED);
    if (paragraph.tag.isSelfClosing) return;
    const style = this.tools.styles.facts(styleId);
    const numId = paragraph.numId ?? style.numId;
    const level = paragraph.level ?? (paragraph.numId === null ? style.level : null);
    const isListed = numId !== null && numId !== '0' && paragraph.isCounted;
    const index = this.tools.marks.push({
      style: style.name,
      heading: outlined(paragraph.outline) ?? style.heading,
      isTitle: style.isTitle,
      isContents: style.isContents,
      list: isListed ? this.tools.numbering.next(numId, level, styleId) : null,
      textBox: paragraph.textBox,
      losses,
    });
    const prefix = this.prefix === '' ? '' : `${this.prefix}:`;
    const mark = `<${prefix}bookmarkStart ${prefix}id="0" ${prefix}name="${MARK}${index - 1}"/>`;
    this.edits.push({ from: paragraph.at, to: paragraph.at, text: mark });
  }

  private tellUnread(): void {
    for (const { owner, words } of this.unread.splice(0)) {
      (owner?.losses ?? this.rest).push({
        vi: `Hộp văn bản “${excerpt(words)}” nằm trong hình vẽ nên chưa lấy được; mời anh/chị chép chữ vào bài.`,
        en: `The text box “${excerpt(words)}” lies within a drawing and was left out; please copy its words.`,
      });
    }
  }

  protected override text(text: string): void {
    const inner = this.path.at(-1);
    const paragraph = this.open_.at(-1);
    if (inner === 'delText' && paragraph && paragraph.deleted.length < 200) paragraph.deleted += text;
    if (inner !== 't') return;
    if (this.path.includes('oMath')) this.equation += text;
    const box = this.boxes.at(-1);
    if (box && box.words.length < 200) box.words += text;
  }

  /** The tag that was just reported, written as `text`. */
  private replaceTag(text: string): void {
    this.edits.push({ from: this.xml.lastIndexOf('<', this.position - 1), to: this.position, text });
  }

  private renameTag({ name }: SaxesTagPlain, wanted: string): void {
    const from = this.xml.lastIndexOf('<', this.position - 1);
    const at = this.xml.indexOf(name, from);
    const end = at + name.length;
    this.edits.push({ from: end - localName(name).length, to: end, text: wanted });
  }
}

const ALTERNATIVE = new Set(['AlternateContent', 'Choice', 'Fallback']);

const INSERTED: Text = {
  vi: 'Chữ thêm trong chế độ Theo dõi thay đổi (Track Changes) được giữ như đã chấp nhận.',
  en: 'Words inserted with Track Changes are kept as if accepted.',
};

function deletedText(words: string): Text {
  return {
    vi: `Chữ đã xoá trong chế độ Theo dõi thay đổi (Track Changes) được bỏ: “${excerpt(words)}”.`,
    en: `Words deleted with Track Changes are left out: “${excerpt(words)}”.`,
  };
}

function outlined(outline: number | null): number | null {
  return outline !== null && outline < 9 ? outline + 1 : null;
}

function tooLarge(limit: keyof typeof LESSON_LIMITS): Error {
  return LessonFileTooLarge({ limit, most: LESSON_LIMITS[limit] });
}
