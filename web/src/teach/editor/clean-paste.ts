/**
 * What Word, Zalo and web pages put on the clipboard, as plain HTML of the elements that a lesson knows. Everything else
 * (fonts, colours, Word's own markup, pictures of the sender's disk) is left behind; no word is.
 */

/** Elements whose content is for the program that made it. */
const MACHINERY = 'style,script,meta,link,title,xml,template,iframe,object,svg,input,button,select';
const BLOCKS = new Set('P DIV H1 H2 H3 H4 H5 H6 UL OL LI TABLE BLOCKQUOTE PRE HR ASIDE SECTION ARTICLE'.split(' '));
const BULLET = /^[\s·•▪●○◦§ovØü*+–-]+$/u;

export function cleanPaste(html: string): string {
  // Copied within the editor: nothing to clean, and boxes would not survive it.
  if (html.includes('data-pm-slice')) return html;
  // Word hides its lists and pictures from others in conditional comments; what is between "if !supportLists" is shown.
  const shown = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[(?:if|endif)[^>]*\]>/gi, '');
  const page = new DOMParser().parseFromString(shown, 'text/html');
  const { body } = page;
  for (const element of body.querySelectorAll(MACHINERY)) element.remove();
  unwrapNamespaced(body);
  emojiAsText(body);
  buildWordLists(page);
  for (const element of [...body.querySelectorAll<HTMLElement>('*')]) styleAsElement(page, element);
  for (const table of body.querySelectorAll('table')) cleanTable(page, table);
  raiseHeadings(page);
  breaksAsParagraphs(page);
  for (const element of [...body.querySelectorAll('*')]) stripAttributes(element);
  tidyText(body);
  return body.innerHTML.trim();
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function rename(page: Document, element: Element, tag: string): Element {
  const renamed = page.createElement(tag);
  for (const { name, value } of element.attributes) if (name !== 'style') renamed.setAttribute(name, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** o:p, w:sdt, st1:place, Zalo's span-15 and their like: only what they hold. */
function unwrapNamespaced(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll('*')]) if (/[:-]/.test(element.tagName)) unwrap(element);
}

/** Zalo draws its faces as pictures with the face as alternative text; pictures of a disk or a page cannot come along. */
function emojiAsText(body: HTMLElement): void {
  for (const image of body.querySelectorAll('img')) {
    const alt = image.getAttribute('alt') ?? '';
    if (/\p{Extended_Pictographic}/u.test(alt)) image.replaceWith(alt);
    else if (!/^anh\//.test(image.getAttribute('src') ?? '')) image.remove();
  }
}

interface WordItem {
  element: Element;
  level: number;
  list: string;
  isOrdered: boolean;
  start: number;
}

function wordItem(element: Element): WordItem | null {
  const style = element.getAttribute('style') ?? '';
  const [, list = '', level = ''] = /mso-list:\s*(l\d+)\s+level(\d+)/.exec(style) ?? [];
  if (level === '') return null;
  const sign = [...element.querySelectorAll('[style]')].find((part) =>
    /mso-list:\s*Ignore/i.test(part.getAttribute('style') ?? ''),
  );
  const text = (sign?.textContent ?? '').replace(/\u00a0/g, ' ').trim();
  sign?.remove();
  const number = Number.parseInt(text, 10);
  const isOrdered = text !== '' && !BULLET.test(text);
  return { element, list, level: Number(level), isOrdered, start: Number.isFinite(number) ? number : 1 };
}

/** Word writes lists as paragraphs with a level and a sign of their own. */
function buildWordLists(page: Document): void {
  let open: { list: Element; level: number; name: string }[] = [];
  let last: Element | null = null;
  for (const element of [...page.body.querySelectorAll('p,h1,h2,h3,h4,h5,h6')]) {
    const item = /^H/.test(element.tagName) ? null : wordItem(element);
    if (!item) continue;
    // Something between two items ends the list.
    if (last?.nextElementSibling !== element || open[0]?.name !== item.list) open = [];
    open = open.filter(({ level }) => level <= item.level);
    let top = open.at(-1);
    const place = page.createElement('p');
    if (!top || top.level < item.level) {
      const list = page.createElement(item.isOrdered ? 'ol' : 'ul');
      if (item.isOrdered && item.start !== 1) list.setAttribute('start', String(item.start));
      if (top) (top.list.lastElementChild ?? top.list).append(list);
      else element.before(list);
      top = { list, level: item.level, name: item.list };
      open.push(top);
    }
    const entry = page.createElement('li');
    place.append(...element.childNodes);
    entry.append(place);
    top.list.append(entry);
    element.remove();
    last = open[0]?.list ?? null;
  }
}

/** Bold and italic that are written as styles; and those that a style takes back. */
function styleAsElement(page: Document, element: HTMLElement): void {
  const { fontWeight, fontStyle, textDecorationLine, textDecoration } = element.style;
  const isBold = /^(bold|bolder|[6-9]00)$/.test(fontWeight);
  if (/^(B|STRONG)$/.test(element.tagName)) {
    if (/^(normal|[1-5]00)$/.test(fontWeight)) unwrap(element);
    return;
  }
  if (/^(H[1-6]|TH)$/.test(element.tagName)) return;
  const wrap = (tag: string): void => {
    const inside = page.createElement(tag);
    inside.append(...element.childNodes);
    element.append(inside);
  };
  if (BLOCKS.has(element.tagName)) return;
  if (isBold) wrap('strong');
  if (fontStyle === 'italic' && !/^(I|EM)$/.test(element.tagName)) wrap('em');
  if (/line-through/.test(textDecorationLine || textDecoration)) wrap('s');
}

/** One line a cell, as many cells in every row, the first row as the head: all that Markdown can hold. */
function cleanTable(page: Document, table: HTMLTableElement): void {
  for (const inner of table.querySelectorAll('table')) inner.replaceWith(inner.textContent ?? '');
  const owed: number[] = [];
  const rows = [...table.rows].map((row) => {
    const cells: Element[] = [];
    const fill = (): void => {
      while ((owed[cells.length] ?? 0) > 0) {
        owed[cells.length] = (owed[cells.length] ?? 0) - 1;
        cells.push(page.createElement('td'));
      }
    };
    for (const cell of row.cells) {
      fill();
      for (let part = 0; part < Math.min(cell.colSpan, 50); part += 1) {
        owed[cells.length] = Math.min(cell.rowSpan, 500) - 1;
        cells.push(part === 0 ? oneLine(page, cell) : page.createElement('td'));
      }
    }
    fill();
    return cells;
  });
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const clean = page.createElement('table');
  rows.forEach((cells, index) => {
    const row = page.createElement('tr');
    while (cells.length < width) cells.push(page.createElement('td'));
    row.append(...cells.map((cell) => (index === 0 ? rename(page, attached(row, cell), 'th') : cell)));
    clean.append(row);
  });
  table.replaceWith(clean);
}

function attached(row: Element, cell: Element): Element {
  row.append(cell);
  return cell;
}

function oneLine(page: Document, cell: Element): Element {
  const line = page.createElement('td');
  for (const part of [...cell.querySelectorAll('*')]) {
    if (part.tagName === 'BR') part.replaceWith(' ');
    else if (BLOCKS.has(part.tagName)) {
      part.after(' ');
      unwrap(part);
    }
  }
  line.append(...cell.childNodes);
  return line;
}

/** The page has its own title: what a document calls its first level is the second here, and there are three. */
function raiseHeadings(page: Document): void {
  for (const title of page.body.querySelectorAll('p.MsoTitle, p.MsoSubtitle')) rename(page, title, 'h1');
  for (const heading of [...page.body.querySelectorAll('h1,h2,h3,h4,h5,h6')]) {
    const level = Math.min(Number(heading.tagName.slice(1)) + 1, 4);
    const renamed = rename(page, heading, `h${level}`);
    for (const bold of [...renamed.querySelectorAll('b,strong')]) unwrap(bold);
  }
}

/** Messages break their lines by <br> or by one <div> a line; two breaks are a new paragraph, and so is one in a chat. */
function breaksAsParagraphs(page: Document): void {
  for (const element of [...page.body.querySelectorAll('div,section,article,span,font')].reverse()) {
    const isBox = /^(DIV|SECTION|ARTICLE)$/.test(element.tagName);
    const holdsBlocks = [...element.children].some((child) => BLOCKS.has(child.tagName));
    if (!isBox || holdsBlocks) unwrap(element);
    else rename(page, element, 'p');
  }
  for (const paragraph of [page.body, ...page.body.querySelectorAll('p')]) {
    const breaks = [...paragraph.children].filter(({ tagName }) => tagName === 'BR');
    if (breaks.length === 0) continue;
    const lines: Element[] = [page.createElement('p')];
    for (const child of [...paragraph.childNodes]) {
      if (child.nodeName === 'BR') lines.push(page.createElement('p'));
      else if (BLOCKS.has(child.nodeName)) lines.push(child as Element, page.createElement('p'));
      else lines.at(-1)?.append(child);
    }
    if (paragraph === page.body) page.body.replaceChildren(...lines);
    else paragraph.replaceWith(...lines);
  }
}

const KEPT: Record<string, string[]> = { A: ['href'], OL: ['start'], IMG: ['src', 'alt'] };

function stripAttributes(element: Element): void {
  const kept = KEPT[element.tagName] ?? [];
  for (const { name } of [...element.attributes]) if (!kept.includes(name)) element.removeAttribute(name);
}

/** Word's hard spaces and line ends of its source are spaces; empty paragraphs are its way to leave room. */
function tidyText(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    text.data = text.data.replace(/[\s\u00a0]+/g, ' ').replace(/[\u200b\ufeff]/g, '');
  }
  for (const element of [...body.querySelectorAll('b,strong,i,em,s,u,p,li,h2,h3,h4')].reverse()) {
    if ((element.textContent ?? '').trim() === '' && !element.querySelector('img,table')) element.remove();
  }
  for (const block of body.querySelectorAll('p,h2,h3,h4,td,th')) {
    const [first, last] = [block.firstChild, block.lastChild];
    if (first?.nodeType === Node.TEXT_NODE) (first as Text).data = (first as Text).data.trimStart();
    if (last?.nodeType === Node.TEXT_NODE) (last as Text).data = (last as Text).data.trimEnd();
  }
}

const LINE_OF_LIST = /^\s*(?:([-–•*+·])|(\d{1,3})[.)])\s+(.*)$/u;

/** Plain text, such as Zalo's: a paragraph a line, and lists where somebody drew them with signs. */
export function plainAsHtml(text: string): string {
  const page = document.implementation.createHTMLDocument();
  for (const line of text.normalize('NFC').split(/\r\n?|\n/)) {
    const [, bullet, number, rest] = LINE_OF_LIST.exec(line) ?? [];
    const paragraph = page.createElement('p');
    paragraph.textContent = (rest ?? line).trim();
    if (paragraph.textContent === '') continue;
    if (rest === undefined) {
      page.body.append(paragraph);
      continue;
    }
    const tag = bullet === undefined ? 'OL' : 'UL';
    let list = page.body.lastElementChild;
    if (list?.tagName !== tag) {
      list = page.createElement(tag);
      if (number !== undefined && number !== '1') list.setAttribute('start', number);
      page.body.append(list);
    }
    const item = page.createElement('li');
    item.append(paragraph);
    list.append(item);
  }
  return page.body.innerHTML;
}
