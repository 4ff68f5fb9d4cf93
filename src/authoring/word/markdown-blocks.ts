import sanitizeHtml from 'sanitize-html';
import type { Token } from 'markdown-it';
import type { Text } from '../../platform/problems/problem.js';
import { boxedQuote } from './box-words.js';
import { cleanLink, cleanText } from './clean-text.js';
import { NO_ALT, type ImageShelf } from './image-shelf.js';
import { plainText, type Block, type BoxName, type Inline } from './lesson-blocks.js';
import { excerpt, type LossList } from './losses.js';

type TextPiece = Extract<Inline, { kind: 'text' }>;
type Format = Omit<TextPiece, 'kind' | 'text'>;

interface Tools {
  losses: LossList;
  images: ImageShelf;
  /** The number of a note by its name; null where there is no such note. */
  noteNumber(name: string): number | null;
}

/** Turns what markdown-it read into blocks; headings keep the depth that the file gives them. */
export class MarkdownBlocks {
  private at = 0;
  private tokens: readonly Token[] = [];

  constructor(private readonly tools: Tools) {}

  read(tokens: readonly Token[]): Block[] {
    this.tokens = tokens;
    this.at = 0;
    return this.until(null);
  }

  /** The blocks before the closing token, which is passed, too. */
  private until(closing: string | null): Block[] {
    const blocks: Block[] = [];
    for (let token = this.tokens[this.at]; token; token = this.tokens[this.at]) {
      this.at += 1;
      if (token.type === closing) break;
      const block = this.block(token);
      if (block) blocks.push(block);
    }
    return blocks;
  }

  private block(token: Token): Block | null {
    switch (token.type) {
      case 'heading_open': {
        const content = this.content('heading_close');
        const words = cleanText(plainText(content)).trim();
        if (words !== '') this.tools.losses.where = words;
        return { kind: 'heading', level: Number(token.tag.slice(1)), content };
      }
      case 'paragraph_open':
        return { kind: 'paragraph', content: this.content('paragraph_close') };
      case 'bullet_list_open':
        return { kind: 'list', start: null, items: this.items('bullet_list_close') };
      case 'ordered_list_open':
        return { kind: 'list', start: Number(token.attrGet('start') ?? 1), items: this.items('ordered_list_close') };
      case 'blockquote_open': {
        const blocks = this.until('blockquote_close');
        return boxedQuote(blocks) ?? { kind: 'quote', blocks };
      }
      case 'table_open':
        return { kind: 'table', rows: this.rows() };
      case 'fence':
        return {
          kind: 'code',
          language: /^[\w+-]{0,20}/.exec(token.info.trim())?.[0] ?? '',
          text: codeText(token.content),
        };
      case 'code_block':
        return { kind: 'code', language: '', text: codeText(token.content) };
      case 'hr':
        return { kind: 'rule' };
      case 'html_block':
        return this.html(token.content);
      default:
        return this.box(token.type);
    }
  }

  private box(type: string): Block | null {
    const name = /^container_(.+)_open$/.exec(type)?.[1] as BoxName | undefined;
    return name === undefined ? null : { kind: 'box', name, blocks: this.until(`container_${name}_close`) };
  }

  private items(closing: string): Block[][] {
    const items: Block[][] = [];
    for (let token = this.tokens[this.at]; token; token = this.tokens[this.at]) {
      this.at += 1;
      if (token.type === closing) break;
      if (token.type === 'list_item_open') items.push(this.until('list_item_close'));
    }
    return items;
  }

  private rows(): Inline[][][] {
    const rows: Inline[][][] = [];
    for (let token = this.tokens[this.at]; token; token = this.tokens[this.at]) {
      this.at += 1;
      if (token.type === 'table_close') break;
      if (token.type === 'tr_open') rows.push([]);
      else if (token.type === 'inline') rows.at(-1)?.push(this.inline(token.children ?? []));
    }
    return rows;
  }

  private content(closing: string): Inline[] {
    const content: Inline[] = [];
    for (let token = this.tokens[this.at]; token; token = this.tokens[this.at]) {
      this.at += 1;
      if (token.type === closing) break;
      if (token.type === 'inline') content.push(...this.inline(token.children ?? []));
    }
    return content;
  }

  /** A line's tokens; marks open and close by pairs, links may not. */
  inline(tokens: readonly Token[]): Inline[] {
    const format: Format = {};
    return tokens.flatMap((token): Inline[] => {
      switch (token.type) {
        case 'text':
        case 'text_special':
          return [{ kind: 'text', text: this.withNotes(cleanText(token.content)), ...format }];
        case 'code_inline':
          return [{ kind: 'text', text: cleanText(token.content), ...format, code: true }];
        case 'softbreak':
          return [{ kind: 'text', text: ' ', ...format }];
        case 'hardbreak':
          return [{ kind: 'break' }];
        case 'image':
          return this.image(token);
        case 'html_inline':
          return this.inlineHtml(token.content);
        default:
          this.mark(token, format);
          return [];
      }
    });
  }

  private mark(token: Token, format: Format): void {
    const [, name, which] = /^(strong|em|s|link)_(open|close)$/.exec(token.type) ?? [];
    const isOpen = which === 'open';
    if (name === 'strong') format.bold = isOpen;
    else if (name === 'em') format.italic = isOpen;
    else if (name === 's') format.strike = isOpen;
    else if (name === 'link') format.href = isOpen ? this.href(token) : undefined;
  }

  private href(token: Token): string | undefined {
    const href = String(token.attrGet('href') ?? '');
    const link = cleanLink(href);
    if (link === null) {
      this.tools.losses.add({
        vi: `Liên kết đến “${excerpt(cleanText(href))}” không dùng được trong bài nên chỉ còn là chữ.`,
        en: `The link to “${excerpt(cleanText(href))}” cannot be used in a lesson and is now only text.`,
      });
    }
    return link ?? undefined;
  }

  private withNotes(text: string): string {
    return text.replace(/\[\^([^\]\s]{1,100})\]/g, (whole, name: string) => {
      const number = this.tools.noteNumber(name);
      return number === null ? whole : `[${number}]`;
    });
  }

  private image(token: Token): Inline[] {
    const src = String(token.attrGet('src') ?? '');
    const data = /^data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=]+)$/.exec(src)?.[1];
    if (data === undefined) {
      this.tools.losses.add(imageMissing(excerpt(cleanText(src)), /^(?:[a-z]+:)?\/\//i.test(src)));
      return [];
    }
    const taken = this.tools.images.take(Buffer.from(data, 'base64'), token.content);
    if ('lost' in taken) {
      this.tools.losses.add(taken.lost);
      return [];
    }
    if (taken.image.alt === '') this.tools.losses.add(NO_ALT);
    return [{ kind: 'image', src: `anh/${taken.image.name}`, alt: taken.image.alt }];
  }

  private inlineHtml(html: string): Inline[] {
    if (/^<br\s*\/?>$/i.test(html)) return [{ kind: 'break' }];
    this.tools.losses.add(htmlRemoved(html));
    return [];
  }

  private html(html: string): Block | null {
    this.tools.losses.add(htmlRemoved(html));
    const words = sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} });
    const text = words.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => SIGNS[name] ?? '');
    return text.trim() === '' ? null : { kind: 'paragraph', content: [{ kind: 'text', text: cleanText(text.trim()) }] };
  }
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function codeText(text: string): string {
  return text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (sign) => (sign === '\t' ? '  ' : '')))
    .join('\n');
}

function imageMissing(src: string, isExternal: boolean): Text {
  if (isExternal)
    return {
      vi: `Hình ở địa chỉ bên ngoài “${src}” không được tải về; mời anh/chị chèn lại hình từ máy.`,
      en: `The image at the outside address “${src}” was not fetched; please insert it from your computer.`,
    };
  return {
    vi: `Hình “${src}” không nằm trong tệp; mời anh/chị chèn lại.`,
    en: `The image “${src}” is not in the file; please insert it again.`,
  };
}

function htmlRemoved(html: string): Text {
  const code = excerpt(cleanText(html));
  return {
    vi: `Mã HTML được bỏ, chữ bên trong giữ lại: “${code}”.`,
    en: `HTML was removed, the words in it were kept: “${code}”.`,
  };
}
