/**
 * A lesson as its readers see it, cut into the paragraphs that are commented on and compared. It works on the sanitised
 * HTML of lessons and questions, which is well-formed: no Markdown, no markup in what people read.
 */
export interface Block {
  html: string;
  /** The same in words: lines for paragraphs, items and rows, ` · ` between the cells of a row. */
  words: string;
}

/** How much of a paragraph is kept with a comment, in characters. */
export const QUOTE_LENGTH = 200;

const TOKEN = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)/g;
const VOID = new Set(['br', 'hr', 'img']);
const LINES = new Set('p h2 h3 h4 ul ol li table thead tbody tr blockquote pre div aside'.split(' '));
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

const textOf = (html: string) =>
  html.replace(/&(?:(amp|lt|gt|quot|nbsp)|#(\d{1,7}));/g, (whole, name?: string, code?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const point = Number(code);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

const attributeOf = (attributes: string, name: string) =>
  textOf(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');

/** The blocks at the top of sanitised HTML, in order; joined they are the HTML again, but for the space between them. */
export function blocksOf(html: string): Block[] {
  const blocks: string[] = [];
  let [depth, start] = [0, 0];
  for (const match of html.matchAll(TOKEN)) {
    const [, closing, name, attributes = ''] = match;
    if (name === undefined) continue;
    if (closing) depth -= 1;
    else if (!VOID.has(name) && !attributes.endsWith('/')) depth += 1;
    if (depth > 0) continue;
    const end = match.index + match[0].length;
    blocks.push(html.slice(start, end));
    [depth, start] = [0, end];
  }
  const rest = html.slice(start);
  if (rest.trim() !== '') blocks.push(rest);
  return blocks.map((block) => block.trim()).map((block) => ({ html: block, words: wordsOf(block) }));
}

/**
 * What sanitised HTML says, without any markup.
 * @param options.addresses also where its links lead, in brackets: for telling apart what reads alike
 */
export function wordsOf(html: string, options: { addresses?: boolean } = {}): string {
  let out = '';
  const links: string[] = [];
  for (const [, closing, name, attributes = '', text] of html.matchAll(TOKEN)) {
    if (name === undefined) out += textOf(text ?? '').replace(/\s+/g, ' ');
    else if (name === 'br' || LINES.has(name)) out += name === 'li' && !closing ? '\n• ' : '\n';
    else if (name === 'td' || name === 'th') out += closing ? ' · ' : '';
    else if (name === 'img') out += `[Hình: ${attributeOf(attributes, 'alt')}]`;
    else if (name === 'a' && options.addresses) {
      if (closing) out += ` (${links.pop() ?? ''})`;
      else links.push(attributeOf(attributes, 'href').replace(/^\/phap-luat\//, ''));
    }
  }
  const lines = out.split('\n').map((line) =>
    line
      .replace(/ +/g, ' ')
      .replace(/(?: ·)+ ?$/, '')
      .trim(),
  );
  return lines.filter((line) => line !== '' && line !== '•').join('\n');
}

/** The beginning of a paragraph, by which a comment is known when the paragraph is gone. */
export function quoteOf({ words }: Block): string {
  return [...words.replace(/\s+/g, ' ')].slice(0, QUOTE_LENGTH).join('').trim();
}
