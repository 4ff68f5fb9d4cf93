import type { Block, ListBlock, Run, TableBlock } from '../lesson-document.js';
import { WORDING } from '../wording.js';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 cannot hold, not even escaped. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);

/** Where links of a page lead: the file of an article's entry, or null when the book has none. */
export type ArticleAddress = (code: string) => string | null;

/** One content document. */
export function page(title: string, body: string, attributes = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="vi" xml:lang="vi">
<head>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body${attributes}>
${body}
</body>
</html>
`;
}

/** Blocks as XHTML. */
export class XhtmlWriter {
  constructor(private readonly addressOf: ArticleAddress) {}

  blocks(blocks: Block[]): string {
    return blocks.map((block) => this.block(block)).join('\n');
  }

  private block(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
        return `<p>${this.runs(block.runs)}</p>`;
      case 'heading':
        return `<h${block.level}>${this.runs(block.runs)}</h${block.level}>`;
      case 'list':
        return this.list(block);
      case 'table':
        return this.table(block);
      case 'box':
        return `<aside class="box ${escapeXml(block.name)}">\n<p class="box-title">${escapeXml(block.title)}</p>\n${this.blocks(block.blocks)}\n</aside>`;
      case 'quote':
        return `<blockquote>\n${this.blocks(block.blocks)}\n</blockquote>`;
      case 'code':
        return `<pre>${escapeXml(block.text)}</pre>`;
      case 'rule':
        return '<hr/>';
      case 'picture':
        return `<p class="picture">${escapeXml(WORDING.picture(block.description))}</p>`;
    }
  }

  private list({ start, items }: ListBlock): string {
    const inner = items.map((item) => `<li>${this.item(item)}</li>`).join('\n');
    if (start === null) return `<ul>\n${inner}\n</ul>`;
    return `<ol${start === 1 ? '' : ` start="${start}"`}>\n${inner}\n</ol>`;
  }

  /** A single paragraph stands in its item as it is, as it does in the lesson. */
  private item(blocks: Block[]): string {
    const [first] = blocks;
    if (first?.kind !== 'paragraph') return this.blocks(blocks);
    return this.runs(first.runs) + (blocks.length > 1 ? `\n${this.blocks(blocks.slice(1))}` : '');
  }

  table({ head, rows }: TableBlock): string {
    const row = (cells: Run[][], tag: string) =>
      `<tr>${cells.map((cell) => `<${tag}>${this.runs(cell)}</${tag.slice(0, 2)}>`).join('')}</tr>`;
    const thead = head ? `<thead>\n${row(head, 'th scope="col"')}\n</thead>\n` : '';
    const tbody = rows.length > 0 ? `<tbody>\n${rows.map((cells) => row(cells, 'td')).join('\n')}\n</tbody>\n` : '';
    return `<table>\n${thead}${tbody}</table>`;
  }

  runs(runs: Run[]): string {
    return runs.map((run) => this.run(run)).join('');
  }

  private run(run: Run): string {
    let html = escapeXml(run.text).replaceAll('\n', '<br/>');
    if (run.code) html = `<code>${html}</code>`;
    if (run.raised) html = `<${run.raised}>${html}</${run.raised}>`;
    if (run.strike) html = `<s>${html}</s>`;
    if (run.italic) html = `<em>${html}</em>`;
    if (run.bold) html = `<strong>${html}</strong>`;
    const address = this.hrefOf(run);
    return address === null ? html : `<a href="${escapeXml(address)}">${html}</a>`;
  }

  private hrefOf({ link }: Run): string | null {
    if (!link) return null;
    if (link.kind === 'article') return this.addressOf(link.code);
    return URL.canParse(link.href) ? new URL(link.href).href : null;
  }
}
