import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderLesson } from '../lesson-markdown.js';
import { runsOf, textOf } from './lesson-document.js';
import { parseLesson } from './lesson-parser.js';

const images = { 'anh/so-do.webp': { hash: 'a1', width: 640, height: 480 } };
const parse = (markdown: string) => parseLesson(renderLesson(markdown, { images }));

describe('a lesson for the book', () => {
  it('has its styles and links', () => {
    expect(parse('Xem **[Điều 188](law:vn.blld.2019.d188)** và *a*\nb.')).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'Xem ' },
          { text: 'Điều 188', bold: true, link: { kind: 'article', code: 'vn.blld.2019.d188' } },
          { text: ' và ' },
          { text: 'a', italic: true },
          { text: ' b.' },
        ],
      },
    ]);
  });

  it('has boxes, lists in lists and tables', () => {
    expect(parse('::: quy-trinh\n3. một\n   - hai\n:::')).toEqual([
      {
        ...{ kind: 'box', name: 'quy-trinh', title: 'Quy trình từng bước' },
        blocks: [
          {
            ...{ kind: 'list', start: 3 },
            items: [
              [
                { kind: 'paragraph', runs: [{ text: 'một' }] },
                { kind: 'list', start: null, items: [[{ kind: 'paragraph', runs: [{ text: 'hai' }] }]] },
              ],
            ],
          },
        ],
      },
    ]);
    expect(parse('| A | B |\n|---|---|\n| c | |\n')).toEqual([
      { kind: 'table', head: [[{ text: 'A' }], [{ text: 'B' }]], rows: [[[{ text: 'c' }], []]] },
    ]);
  });

  it('keeps forced breaks, spaces that do not break, and what a picture shows', () => {
    expect(parse('a  \nb 5\u00a0ngày\n\n![Sơ đồ](anh/so-do.webp)')).toEqual([
      { kind: 'paragraph', runs: [{ text: 'a\nb 5\u00a0ngày' }] },
      { kind: 'picture', description: 'Sơ đồ' },
    ]);
  });

  it('reads a link without an address', () => {
    expect(parse('[x]()')).toEqual([{ kind: 'paragraph', runs: [{ text: 'x' }] }]);
  });

  it('refuses what is not well-formed rather than leaving it out', () => {
    expect(() => parseLesson('<p>Một <strong>hai</p>')).toThrow();
  });

  it('loses no word, whatever is written', () => {
    const word = fc.constantFrom('hoà', 'giải', '<b>', '&', '"', '5', 'Điều');
    const pieces = fc.constantFrom(
      '**',
      '*',
      '\n\n',
      '\n',
      '- ',
      '1. ',
      '> ',
      '## ',
      '| ',
      '`',
      '::: ghi-nho\n',
      ':::\n',
    );
    const text = fc.array(fc.oneof(word, pieces), { maxLength: 40 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, (markdown) => {
        const html = renderLesson(markdown);
        const words = (from: string) => from.split(/\s+/).join('');
        const plain = html
          .replace(/<p class="callout-title">[^<]*<\/p>/g, '')
          .replace(/<[^>]*>/g, '')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&');
        const blocks = parseLesson(html);
        const code = blocks.flatMap((block) => (block.kind === 'code' ? [block.text] : []));
        const kept = textOf([...runsOf(blocks)]);
        // Code is no text that runs on; where there is some, the rest is still all there.
        if (code.length === 0 && !html.includes('<pre')) expect(words(kept)).toBe(words(plain));
      }),
    );
  });
});
