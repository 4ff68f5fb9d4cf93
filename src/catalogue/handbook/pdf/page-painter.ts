import { widthOf } from './faces.js';
import { destinationOf } from './destinations.js';
import type { Page, TagNode, TextOp } from './page-flow.js';
import { LINE, SOFT, type Paper } from './paper.js';

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** What pdfkit does and its types leave out. */
interface Annotating {
  goTo(x: number, y: number, width: number, height: number, name: string, options: object): void;
  link(x: number, y: number, width: number, height: number, url: string, options: object): void;
}

interface OutlineItem {
  addItem(title: string, options: object): OutlineItem;
}

/** Puts set pages on paper and tells screen readers what is what. */
export class PagePainter {
  private readonly elements = new Map<TagNode, Element>();
  private root: Element | null = null;
  private chapter: OutlineItem | null = null;

  constructor(
    private readonly doc: Doc,
    private readonly paper: Paper,
  ) {}

  paint(page: Page, bookTitle: string): void {
    const { doc } = this;
    doc.addPage({ size: [this.paper.width, this.paper.height], margin: 0 });
    this.aside(() => {
      for (const { x, y, width, height, colour } of page.shades) doc.rect(x, y, width, height).fill(colour);
      if (page.head !== '') this.furniture(page, bookTitle);
    });
    for (const { name, y } of page.destinations) doc.addNamedDestination(name, 'XYZ', 0, Math.max(0, y - 8), 0);
    for (const bookmark of page.bookmarks) this.bookmark(bookmark);
    for (let at = 0; at < page.texts.length;) {
      const first = page.texts[at];
      let end = at + 1;
      while (end < page.texts.length && belongs(first, page.texts[end])) end += 1;
      this.group(page.texts.slice(at, end));
      at = end;
    }
  }

  end(): void {
    this.root?.end();
  }

  private bookmark({ title, level }: { title: string; level: number }): void {
    // The place is given from the left edge as pdfkit counts it: from the right.
    const options = { fit: false, top: 0, left: this.paper.width, zoom: 0, expanded: false };
    const outline = this.doc.outline as unknown as OutlineItem;
    if (level === 1) this.chapter = outline.addItem(title, options);
    else (this.chapter ?? outline).addItem(title, options);
  }

  /** What a screen reader skips. */
  private aside(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  private furniture({ head, number }: Page, bookTitle: string): void {
    const { width, height, margin, size } = this.paper;
    const small = size * 0.78;
    const right = width - margin.side;
    const headY = margin.top * 0.62;
    const footY = height - margin.bottom * 0.42;
    this.small(shortened(head, right - margin.side, small), margin.side, headY);
    this.doc.rect(margin.side, headY + small * 0.7, right - margin.side, 0.5).fill(LINE);
    this.small(shortened(bookTitle, right - margin.side - small * 4, small), margin.side, footY);
    const text = String(number);
    this.small(text, right - widthOf('semibold', text) * small, footY, 'semibold');
  }

  private small(text: string, x: number, y: number, face = 'regular'): void {
    this.doc
      .font(face)
      .fontSize(this.paper.size * 0.78)
      .fillColor(SOFT);
    this.doc.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
  }

  private group(texts: TextOp[]): void {
    const { doc } = this;
    const [first] = texts;
    if (!first) return;
    if (first.node === null) return this.aside(() => texts.forEach((op) => this.text(op)));
    const owner = this.elementOf(first.node);
    const { link } = first.look;
    const tag = link ? 'Link' : first.node.tag;
    const content = doc.markStructureContent(tag);
    for (const op of texts) this.text(op);
    doc.endMarkedContent();
    if (!link) return void owner.add(content);
    const element = doc.struct('Link', {});
    owner.add(element);
    element.add(content);
    for (const op of texts) this.annotate(op, element);
    // Ended now, while its page is the current one: that is where pdfkit says its link is.
    element.end();
  }

  private text({ text, look, x, y, width }: TextOp): void {
    this.doc.font(look.face).fontSize(look.size).fillColor(look.colour);
    this.doc.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    if (look.strike) this.doc.rect(x, y - look.size * 0.28, width, look.size * 0.06).fill(look.colour);
  }

  private annotate({ look: { link, size }, x, y, width, text }: TextOp, structParent: Element): void {
    if (!link) return;
    const doc = this.doc as unknown as Annotating;
    const [top, height] = [y - size, size * 1.35];
    const options = { structParent, Contents: new String(text.trim()) };
    if (link.kind === 'article') doc.goTo(x, top, width, height, destinationOf.article(link.code), options);
    else if (link.href.startsWith('#')) doc.goTo(x, top, width, height, link.href.slice(1), options);
    else doc.link(x, top, width, height, link.href, options);
  }

  private elementOf(node: TagNode): Element {
    const known = this.elements.get(node);
    if (known) return known;
    const { tag, parent, scope, title } = node;
    const element = this.doc.struct(tag, { ...(title ? { title } : {}), ...(scope ? { scope } : {}) });
    if (parent) {
      this.elementOf(parent).add(element);
    } else {
      this.doc.addStructure(element);
      this.root = element;
    }
    this.elements.set(node, element);
    return element;
  }
}

/** Whether two pieces are one piece of tagged text: pieces of a link only within one look, as each line has its own. */
function belongs(first: TextOp | undefined, next: TextOp | undefined): boolean {
  if (!first || !next || first.node !== next.node) return false;
  if (!first.look.link && !next.look.link) return true;
  return first.look.link === next.look.link && first.look === next.look;
}

function shortened(text: string, maxWidth: number, size: number): string {
  if (widthOf('regular', text) * size <= maxWidth) return text;
  const words = text.split(' ');
  while (words.length > 1 && widthOf('regular', `${words.join(' ')}…`) * size > maxWidth) words.pop();
  return `${words.join(' ')}…`;
}
