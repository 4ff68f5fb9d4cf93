import { widthOf } from './faces.js';
import type { Line, Look } from './line-breaking.js';

/** A node of the tagged text: what a screen reader calls the text below it. */
export interface TagNode {
  tag: string;
  parent: TagNode | null;
  scope?: 'Column';
  title?: string;
}

export interface TextOp {
  text: string;
  look: Look;
  x: number;
  /** Of the baseline, from the top of the page. */
  y: number;
  width: number;
  /** Null: decoration that is said once elsewhere, such as a repeated table head. */
  node: TagNode | null;
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface ShadeOp extends Area {
  colour: string;
}

/** What a page of the book holds. */
export interface Page {
  number: number;
  /** Stands at the top of the page; empty: the page has neither head nor number. */
  head: string;
  shades: ShadeOp[];
  texts: TextOp[];
  destinations: { name: string; y: number }[];
  bookmarks: { title: string; level: number }[];
}

export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Region {
  colours: { tint: string; edge: string };
  left: number;
  right: number;
  from: number;
}

interface Marker {
  text: string;
  look: Look;
  right: number;
  node: TagNode;
}

/** Of the first line, how much of its height is above the baseline. */
const ASCENT = 0.72;
const EDGE = 3;
/** How far a tint reaches beyond the text where the page ends. */
const BLEED = 5;

/** Fills pages from top to bottom. Gaps between blocks collapse, and vanish at the top of a page. */
export class PageFlow {
  readonly pages: Page[] = [];
  left: number;
  right: number;
  y: number;
  private head = '';
  private gap = 0;
  private readonly regions: Region[] = [];
  private readonly markers: Marker[] = [];
  private readonly atNewPage: (() => void)[] = [];

  /** @param firstNumber number of the first page */
  constructor(
    readonly frame: Frame,
    private readonly firstNumber: number,
  ) {
    this.left = frame.left;
    this.right = frame.right;
    this.y = frame.top;
  }

  get page(): Page {
    return this.pages.at(-1) ?? this.addPage();
  }

  get width(): number {
    return this.right - this.left;
  }

  get height(): number {
    return this.frame.bottom - this.frame.top;
  }

  /** What is left of the page below what stands on it and the gap owed. */
  get room(): number {
    return this.frame.bottom - this.y - (this.isAtTop ? 0 : this.gap);
  }

  private get isAtTop(): boolean {
    return this.y <= this.frame.top;
  }

  private addPage(): Page {
    const page = {
      ...{ number: this.firstNumber + this.pages.length, head: this.head },
      ...{ shades: [], texts: [], destinations: [], bookmarks: [] },
    };
    this.pages.push(page);
    return page;
  }

  newPage(): void {
    this.y += BLEED;
    for (const region of this.regions) this.shade(region);
    this.addPage();
    this.y = this.frame.top;
    this.gap = 0;
    for (const region of this.regions) region.from = this.y - BLEED;
    for (const repeat of this.atNewPage) repeat();
  }

  /** Begins a page with a head of its own; the first page of a flow is the one that is there. */
  beginSection(head: string): void {
    this.head = head;
    if (this.pages.length === 0) this.addPage();
    else this.newPage();
  }

  /** At least this far from what stands above. */
  space(height: number): void {
    this.gap = Math.max(this.gap, height);
  }

  /** Goes on to the next page unless there is room, or none of it would be gained. */
  ensure(height: number): void {
    if (this.room < height && !this.isAtTop) this.newPage();
  }

  /** Takes a height. @returns where it begins */
  place(height: number): number {
    if (this.pages.length === 0) this.addPage();
    this.ensure(height);
    if (!this.isAtTop) this.y += this.gap;
    this.gap = 0;
    const top = this.y;
    this.y += height;
    return top;
  }

  inset(left: number, right: number, set: () => void): void {
    this.left += left;
    this.right -= right;
    set();
    this.left -= left;
    this.right += right;
  }

  /** A tint behind what `set` sets, on as many pages as it takes. */
  tinted(colours: Region['colours'], padding: number, set: () => void): void {
    const from = this.place(padding);
    const region = { colours, left: this.left, right: this.right, from };
    this.regions.push(region);
    this.inset(padding + EDGE, padding, set);
    this.gap = 0;
    this.y = Math.min(this.y + padding * 0.8, this.frame.bottom + padding);
    this.regions.pop();
    this.shade(region);
  }

  private shade({ colours, left, right, from }: Region): void {
    const area = { x: left, y: from, height: this.y - from };
    if (area.height <= 0) return;
    this.page.shades.push({ ...area, width: right - left, colour: colours.tint });
    this.page.shades.push({ ...area, width: EDGE, colour: colours.edge });
  }

  rule(y: number, given: { left?: number; right?: number; height?: number; colour: string }): void {
    const { left = this.left, right = this.right, height = 0.7, colour } = given;
    this.page.shades.push({ x: left, y: y - height / 2, width: right - left, height, colour });
  }

  /** Does something at the head of each new page that `set` begins. */
  repeating(repeat: () => void, set: () => void): void {
    this.atNewPage.push(repeat);
    set();
    this.atNewPage.pop();
  }

  /** Hangs a mark before the next line of text, its right edge `before` points left of the text. */
  mark(marker: Omit<Marker, 'right'> & { before: number }): void {
    const { before, ...rest } = marker;
    this.markers.push({ ...rest, right: this.left - before });
  }

  /** Puts one line where its height has been taken already. */
  putLine(line: Line, at: { x: number; top: number; height: number }, node: TagNode | null): void {
    const y = at.top + at.height * ASCENT;
    for (const { text, look, right, node: label } of this.markers.splice(0)) {
      const width = widthOf(look.face, text) * look.size;
      this.page.texts.push({ text, look, x: right - width, y, width, node: label });
    }
    line.segments.forEach(({ text, look, x, width }, index) => {
      const isOpen = !line.last && index === line.segments.length - 1;
      this.page.texts.push({
        ...{ text: isOpen ? `${text} ` : text, look, width, node },
        x: at.x + x,
        y: y - look.rise,
      });
    });
  }

  /** Lines one below the other; neither the first nor the last of them alone on a page. */
  lines(lines: Line[], height: number, node: TagNode | null): void {
    for (let at = 0; at < lines.length;) {
      const left = lines.length - at;
      const count = left <= 3 ? left : at === 0 ? 2 : 1;
      const group = lines.slice(at, at + count);
      const top = this.place(group.length * height);
      group.forEach((line, i) => this.putLine(line, { x: this.left, top: top + i * height, height }, node));
      at += count;
    }
  }

  destination(name: string, y = this.y): void {
    this.page.destinations.push({ name, y });
  }

  bookmark(title: string, level: number): void {
    this.page.bookmarks.push({ title, level });
  }
}
