import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { textOf, type Block, type Run, type RunLink } from './lesson-document.js';

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

type Style = Omit<Run, 'text'>;

const STYLES: Record<string, Style> = {
  strong: { bold: true },
  em: { italic: true },
  s: { strike: true },
  code: { code: true },
  sup: { raised: 'sup' },
  sub: { raised: 'sub' },
};
const INLINE = new Set([...Object.keys(STYLES), 'a', 'br']);

const LAW_PAGE = /^\/phap-luat\/(vn(?:\.[a-z0-9]+)+)$/;

/** An attribute without a value is HTML but not XML; the parser reads it as its own name and goes on. */
const HARMLESS = /attribute without value/;

/**
 * The stored HTML of a lesson, which the sanitiser leaves well-formed, as blocks.
 * @throws Error when it is not, rather than leaving out a part of a lesson unseen
 */
export function parseLesson(html: string): Block[] {
  return blocksOf(treeOf(html));
}

function treeOf(html: string): Element {
  const root: Element = { name: 'div', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser<{ fragment: true; xmlns: false }>({ fragment: true, xmlns: false });
  parser.on('error', (error) => {
    if (!HARMLESS.test(error.message)) throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const element: Element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void open.at(-1)?.children.push(text));
  parser.write(html).close();
  return root;
}

/** Blocks among an element's children; text that stands between them makes paragraphs of its own. */
function blocksOf(element: Element): Block[] {
  const blocks: Block[] = [];
  let loose: (Element | string)[] = [];
  const flush = () => {
    const runs = runsFrom(loose);
    if (runs.length > 0) blocks.push({ kind: 'paragraph', runs });
    loose = [];
  };
  for (const child of element.children) {
    if (typeof child === 'string' || INLINE.has(child.name)) {
      loose.push(child);
      continue;
    }
    flush();
    blocks.push(...blockOf(child));
  }
  flush();
  return blocks;
}

function blockOf(element: Element): Block[] {
  const { name, attributes } = element;
  switch (name) {
    case 'p':
      return paragraphOf(element);
    case 'h2':
    case 'h3':
    case 'h4':
      return [{ kind: 'heading', level: Number(name.slice(1)) as 2 | 3 | 4, runs: runsFrom(element.children) }];
    case 'ul':
    case 'ol': {
      const items = elementsOf(element, 'li').map(blocksOf);
      const start = name === 'ul' ? null : Number(attributes['start'] ?? 1) || 1;
      return [{ kind: 'list', start, items }];
    }
    case 'table':
      return [tableOf(element)];
    case 'aside':
      return [boxOf(element)];
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(element) }];
    case 'pre':
      return [{ kind: 'code', text: plainText(element).replace(/\n$/, '') }];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'img':
      return pictureOf(element);
    default:
      return blocksOf(element);
  }
}

/** Pictures stand in paragraphs of Markdown: each is a block of its own. */
function paragraphOf(element: Element): Block[] {
  const pictures = element.children.filter((child) => typeof child !== 'string' && child.name === 'img') as Element[];
  const runs = runsFrom(element.children);
  return [...(runs.length > 0 ? [{ kind: 'paragraph' as const, runs }] : []), ...pictures.flatMap(pictureOf)];
}

function pictureOf({ attributes }: Element): Block[] {
  const description = (attributes['alt'] ?? '').trim();
  return description === '' ? [] : [{ kind: 'picture', description }];
}

function tableOf(element: Element): Block {
  const rows = descendants(element, 'tr').map((row) =>
    row.children.filter((cell): cell is Element => typeof cell !== 'string' && /^t[hd]$/.test(cell.name)),
  );
  const [first] = rows;
  const hasHead = first !== undefined && first.length > 0 && first.every((cell) => cell.name === 'th');
  const cells = rows.map((row) => row.map((cell) => runsFrom(cell.children)));
  return { kind: 'table', head: hasHead ? (cells[0] ?? null) : null, rows: hasHead ? cells.slice(1) : cells };
}

function boxOf(element: Element): Block {
  const isTitle = (child: Element | string): child is Element =>
    typeof child !== 'string' && child.attributes['class'] === 'callout-title';
  const title = element.children.find(isTitle);
  const rest = { ...element, children: element.children.filter((child) => child !== title) };
  const names = (element.attributes['class'] ?? '').split(' ').filter((name) => name !== 'callout');
  return { kind: 'box', name: names[0] ?? '', title: title ? plainText(title).trim() : '', blocks: blocksOf(rest) };
}

function elementsOf(element: Element, name: string): Element[] {
  return element.children.filter((child): child is Element => typeof child !== 'string' && child.name === name);
}

function descendants(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child] : descendants(child, name);
  });
}

function plainText(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : plainText(child))).join('');
}

/** Text in its styles, white space as a browser shows it, neighbours of one style joined. */
function runsFrom(children: (Element | string)[]): Run[] {
  const runs: Run[] = [];
  for (const run of styled(children, {})) {
    const last = runs.at(-1);
    const before = last?.text ?? '\n';
    const text = /[ \n]$/.test(before) ? run.text.replace(/^ +/, '') : run.text;
    if (text === '') continue;
    if (text.startsWith('\n') && last) last.text = last.text.trimEnd();
    if (last && sameStyle(last, run)) last.text += text;
    else runs.push({ ...run, text });
  }
  const last = runs.at(-1);
  if (last) last.text = last.text.trimEnd();
  return textOf(runs).trim() === '' ? [] : runs.filter((run) => run.text !== '');
}

function* styled(children: (Element | string)[], style: Style): Generator<Run> {
  for (const child of children) {
    // A space that must not break stays what it is: only those that HTML folds are folded.
    if (typeof child === 'string') yield { ...style, text: child.replace(/[ \t\r\n]+/g, ' ') };
    else if (child.name === 'br') yield { ...style, text: '\n' };
    else if (child.name !== 'img') yield* styled(child.children, { ...style, ...styleOf(child) });
  }
}

function styleOf({ name, attributes }: Element): Style {
  if (name !== 'a') return STYLES[name] ?? {};
  const link = linkOf(attributes['href'] ?? '');
  return link ? { link } : {};
}

/** An address within the platform leads nowhere from a book; only the article's code does. */
function linkOf(href: string): RunLink | null {
  const code = LAW_PAGE.exec(href)?.[1];
  if (code) return { kind: 'article', code };
  return /^(?:https?:\/\/|mailto:|tel:)/.test(href) ? { kind: 'web', href } : null;
}

function sameStyle({ text: _one, ...a }: Run, { text: _other, ...b }: Run): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
