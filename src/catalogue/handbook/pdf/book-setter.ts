import { indexedCodes, type Book, type BookLesson, type BookModule, type IndexedArticle } from '../book.js';
import type { Run, RunLink } from '../lesson-document.js';
import { WORDING } from '../wording.js';
import { BlockSetter } from './block-setter.js';
import { destinationOf } from './destinations.js';
import { widthOf } from './faces.js';
import { breakLines } from './line-breaking.js';
import { Looks, type Passage } from './looks.js';
import { PageFlow, type Frame, type Page, type TagNode } from './page-flow.js';
import { BLUE, INK, LEADING, LINE, SOFT, type Paper } from './paper.js';

interface ContentsEntry {
  title: string;
  destination: string;
  level: 1 | 2;
}

/** Where a link within the book leads; see TextOp. */
const inner = (destination: string): RunLink => ({ kind: 'web', href: `#${destination}` });

/** Sets a whole book: the pages in order, front matter first. Printed numbers are those that a reader's screen shows. */
export class BookSetter {
  private readonly looks: Looks;
  private readonly root: TagNode = { tag: 'Document', parent: null };
  private readonly frame: Frame;
  /** Pages on which an article is named in the text of a lesson, by "code lesson". */
  private readonly named = new Map<string, number>();
  private readonly pageOf = new Map<string, number>();

  constructor(
    private readonly book: Book,
    private readonly paper: Paper,
  ) {
    const { width, height, margin } = paper;
    this.frame = { left: margin.side, right: width - margin.side, top: margin.top, bottom: height - margin.bottom };
    const codes = indexedCodes(book);
    this.looks = new Looks((link) => link.kind === 'web' || codes.has(link.code));
  }

  set(): Page[] {
    const front = this.front().length;
    const body = this.body(front + 1);
    return [...this.front(), ...body];
  }

  private setterFrom(firstPage: number): BlockSetter {
    return new BlockSetter(new PageFlow(this.frame, firstPage), this.looks, this.paper.size);
  }

  private front(): Page[] {
    const setter = this.setterFrom(1);
    this.titlePage(setter);
    this.contents(setter);
    return setter.flow.pages;
  }

  private titlePage(setter: BlockSetter): void {
    const { book, paper } = this;
    const { flow, size } = setter;
    const section = { tag: 'Sect', parent: this.root };
    const passage = (scale: number, colour: string, face: Passage['face'] = 'regular') => ({
      face,
      size: size * scale,
      colour,
    });
    flow.beginSection('');
    flow.bookmark(book.title, 1);
    flow.place(paper.height * 0.14);
    flow.rule(flow.y, { right: flow.left + size * 4, height: 4, colour: BLUE });
    flow.place(size * 1.5);
    setter.paragraph([{ text: WORDING.kind }], section, { passage: passage(1.25, BLUE, 'semibold') });
    setter.paragraph([{ text: book.title }], section, { passage: passage(2.3, INK, 'bold'), tag: 'H1' });
    flow.place(size);
    setter.paragraph([{ text: book.summary }], section, { passage: passage(1.08, SOFT) });
    flow.place(size * 1.5);
    const facts = [WORDING.asOf(book.asOf), WORDING.edition(book.revisionNumber, book.publishedOn), WORDING.platform];
    for (const text of facts)
      setter.paragraph([{ text }], section, { passage: passage(0.95, INK, 'semibold'), space: size * 0.2 });
    const caution = passage(0.85, SOFT);
    const lines = breakLines([{ text: WORDING.caution }], this.looks.of(caution), flow.width);
    const bottom = this.frame.bottom - lines.length * caution.size * LEADING;
    if (bottom - flow.y > size * 2) flow.place(bottom - flow.y - size);
    setter.paragraph([{ text: WORDING.caution }], section, { passage: caution });
  }

  private entries(): ContentsEntry[] {
    const { modules, deadlines, articles } = this.book;
    return [
      ...modules.flatMap(({ number, title, lessons }): ContentsEntry[] => [
        { title: `${WORDING.module(number)}. ${title}`, destination: destinationOf.module(number), level: 1 },
        ...lessons.map((lesson): ContentsEntry => {
          return {
            title: `${lesson.number}  ${lesson.title}`,
            destination: destinationOf.lesson(lesson.number),
            level: 2,
          };
        }),
      ]),
      ...(deadlines.length > 0 ? [appendix(WORDING.deadlines, destinationOf.deadlines)] : []),
      ...(articles.length > 0 ? [appendix(WORDING.articles, destinationOf.articles)] : []),
    ];
  }

  private contents(setter: BlockSetter): void {
    const { flow } = setter;
    flow.beginSection(WORDING.contents);
    flow.bookmark(WORDING.contents, 1);
    this.title(setter, WORDING.contents, this.root);
    const toc = { tag: 'TOC', parent: this.root };
    for (const entry of this.entries()) this.contentsEntry(setter, entry, toc);
  }

  /** The title, wrapped short of the column of numbers, and the number on its last line. */
  private contentsEntry(setter: BlockSetter, { title, destination, level }: ContentsEntry, toc: TagNode): void {
    const { flow, size } = setter;
    const passage: Passage = {
      face: level === 1 ? 'semibold' : 'regular',
      size: size * 0.96,
      colour: level === 1 ? BLUE : INK,
    };
    const look = { ...this.looks.plain(passage), link: inner(destination) };
    const isModule = destination.startsWith('chuyen-de');
    const numbers = size * 3;
    const indent = level === 1 ? 0 : size * 2.2;
    const [number = '', ...rest] = level === 1 ? ['', title] : title.split('  ');
    const lines = breakLines([{ text: rest.join(' ') }], () => look, flow.width - numbers - indent);
    const height = passage.size * 1.42;
    const node = { tag: 'TOCI', parent: toc };
    flow.space(level === 1 ? size : size * 0.3);
    flow.ensure(lines.length * height + (isModule ? height * 2 : 0));
    const top = flow.place(lines.length * height);
    lines.forEach((line, i) => {
      const at = { x: flow.left + indent, top: top + i * height, height };
      if (i === 0 && number !== '')
        flow.putLine({ ...lineOf(number, look), last: false }, { ...at, x: flow.left }, node);
      // The page's number follows: whoever hears it hears a pause.
      flow.putLine({ ...line, last: false }, at, node);
    });
    const page = String(this.pageOf.get(destination) ?? 0);
    const x = flow.right - widthOf(look.face, page) * look.size;
    flow.putLine(lineOf(page, look), { x, top: top + (lines.length - 1) * height, height }, node);
  }

  private body(firstPage: number): Page[] {
    const setter = this.setterFrom(firstPage);
    for (const skillModule of this.book.modules) this.skillModule(setter, skillModule);
    if (this.book.deadlines.length > 0) this.deadlines(setter);
    if (this.book.articles.length > 0) this.articles(setter);
    return setter.flow.pages;
  }

  private begin(
    setter: BlockSetter,
    given: { head: string; title: string; destination: string; level: number },
  ): TagNode {
    setter.flow.beginSection(given.head);
    setter.flow.bookmark(given.title, given.level);
    setter.flow.destination(given.destination, 0);
    this.pageOf.set(given.destination, setter.flow.page.number);
    return { tag: 'Sect', parent: this.root, title: given.title };
  }

  private title(setter: BlockSetter, text: string, section: TagNode, tag = 'H1'): void {
    const { size } = setter;
    setter.paragraph([{ text }], section, { passage: { face: 'bold', size: size * 1.7, colour: INK }, tag });
    setter.flow.space(size * 0.9);
  }

  private kicker(setter: BlockSetter, text: string, section: TagNode): void {
    const passage: Passage = { face: 'semibold', size: setter.size * 0.92, colour: BLUE };
    setter.paragraph([{ text }], section, { passage, space: setter.size * 0.2 });
  }

  /** A page that opens the skill module, with its lessons. */
  private skillModule(setter: BlockSetter, { number, title, summary, lessons }: BookModule): void {
    const { flow, size } = setter;
    const label = WORDING.module(number);
    const given = { head: '', title: `${label}. ${title}`, destination: destinationOf.module(number), level: 1 };
    const section = this.begin(setter, given);
    flow.place(this.paper.height * 0.12);
    flow.rule(flow.y, { right: flow.left + size * 4, height: 4, colour: BLUE });
    flow.place(size * 1.2);
    setter.paragraph([{ text: label }], section, {
      passage: { face: 'semibold', size: size * 1.15, colour: BLUE },
      space: 0,
    });
    setter.paragraph([{ text: title }], section, {
      passage: { face: 'bold', size: size * 2.1, colour: INK },
      tag: 'H1',
    });
    flow.space(size * 1.2);
    if (summary !== '')
      setter.paragraph([{ text: summary }], section, { passage: { face: 'regular', size: size * 1.05, colour: SOFT } });
    flow.space(size * 2);
    for (const lesson of lessons) {
      const runs: Run[] = [
        { text: `${lesson.number}\u00a0\u00a0`, bold: true, link: inner(destinationOf.lesson(lesson.number)) },
        { text: lesson.title },
      ];
      setter.paragraph(runs, section, { space: size * 0.5 });
    }
    for (const lesson of lessons) this.lesson(setter, lesson, `${label}. ${title}`);
  }

  private lesson(setter: BlockSetter, { number, title, minutes, blocks }: BookLesson, head: string): void {
    const { flow, size } = setter;
    const given = { head, title: `${number}. ${title}`, destination: destinationOf.lesson(number), level: 2 };
    const section = this.begin(setter, given);
    const first = flow.pages.length - 1;
    this.kicker(setter, `${WORDING.lesson(number)} · ${WORDING.minutes(minutes)}`, section);
    this.title(setter, title, section, 'H2');
    flow.rule(flow.place(1), { colour: LINE });
    flow.space(size);
    setter.blocks(blocks, section);
    for (const page of flow.pages.slice(first)) this.noteArticles(page, number);
  }

  private noteArticles(page: Page, lesson: string): void {
    for (const { look } of page.texts) {
      if (look.link?.kind !== 'article') continue;
      const key = `${look.link.code} ${lesson}`;
      if (!this.named.has(key)) this.named.set(key, page.number);
    }
  }

  private deadlines(setter: BlockSetter): void {
    const { flow, size } = setter;
    const title = WORDING.deadlines;
    const section = this.begin(setter, { head: title, title, destination: destinationOf.deadlines, level: 1 });
    this.title(setter, title, section);
    setter.paragraph([{ text: WORDING.deadlinesLead }], section, { passage: { face: 'regular', size, colour: SOFT } });
    for (const { lesson, caption, table } of this.book.deadlines) {
      flow.space(size * 1.8);
      flow.ensure(setter.lineHeight * 7);
      const heading: Passage = { face: 'semibold', size, colour: INK };
      setter.paragraph([{ text: caption }], section, { passage: heading, tag: 'H2', space: size * 0.15 });
      const page = this.pageOf.get(destinationOf.lesson(lesson)) ?? 0;
      setter.paragraph([this.reference(lesson, page)], section, { space: size * 0.15 });
      setter.blocks([table], section);
    }
  }

  private reference(lesson: string, page: number): Run {
    const text = `${WORDING.lesson(lesson)}, ${WORDING.page(page)}`.replaceAll(' ', '\u00a0');
    return { text, link: inner(destinationOf.lesson(lesson)) };
  }

  private articles(setter: BlockSetter): void {
    const { flow, size } = setter;
    const title = WORDING.articles;
    const section = this.begin(setter, { head: title, title, destination: destinationOf.articles, level: 1 });
    this.title(setter, title, section);
    setter.paragraph([{ text: WORDING.articlesLead }], section, { passage: { face: 'regular', size, colour: SOFT } });
    for (const document of this.book.articles) {
      flow.space(size * 1.6);
      flow.ensure(setter.lineHeight * 5);
      setter.paragraph([{ text: document.title }], section, {
        passage: { face: 'bold', size: size * 1.1, colour: BLUE },
        tag: 'H2',
      });
      for (const article of document.articles) this.article(setter, article, section);
    }
  }

  private article(setter: BlockSetter, { code, number, title, lessons }: IndexedArticle, section: TagNode): void {
    const { flow, size } = setter;
    flow.space(size * 0.5);
    flow.ensure(setter.lineHeight * 2);
    flow.destination(destinationOf.article(code));
    const places = lessons.flatMap((lesson, index): Run[] => {
      const page = this.named.get(`${code} ${lesson}`) ?? this.pageOf.get(destinationOf.lesson(lesson)) ?? 0;
      return [{ text: index === 0 ? '  ' : '; ' }, this.reference(lesson, page)];
    });
    const name = [{ text: WORDING.article(number), bold: true as const }, { text: `${title}.` }];
    setter.paragraph([...name, ...places], section, { space: size * 0.5 });
  }
}

const appendix = (title: string, destination: string): ContentsEntry => ({ title, destination, level: 1 });

function lineOf(text: string, look: ReturnType<Looks['plain']>) {
  const width = widthOf(look.face, text) * look.size;
  return { segments: [{ text, look, x: 0, width }], width, last: true };
}
