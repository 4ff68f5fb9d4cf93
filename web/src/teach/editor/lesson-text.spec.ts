import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { LessonText } from './lesson-text.js';
import { BOXES, GRAMMAR } from './markdown-grammar.js';
import { readLesson } from './markdown-reader.js';
import { BOX_TITLES, LESSON_SCHEMA } from './schema.js';

const schema = getSchema(LESSON_SCHEMA);
const COURSES = 'content/courses';

const lessons = readdirSync(COURSES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({
    file,
    markdown: readFileSync(join(COURSES, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
  }));

const docOf = (nodes: Node[]): Node => schema.node('doc', null, nodes);

/** What a learner would see, without the spaces that HTML does not show. */
const shown = (markdown: string): string => GRAMMAR.render(markdown).replace(/\s+/g, ' ');

/** Through the editor with nothing remembered: every block is written anew. */
function rewritten(markdown: string): string {
  const { blocks } = readLesson(markdown, schema);
  return new LessonText(schema).write(docOf(blocks.map(({ node }) => node)));
}

/** Through the editor as a lecturer opens and saves it. */
function reopened(markdown: string): string {
  const text = new LessonText(schema);
  return text.write(docOf(text.read(markdown)));
}

describe('the lessons of content/', () => {
  test('are there', () => {
    expect(lessons.length).toBeGreaterThan(100);
  });

  test('come out of the editor as they went in, to the byte', () => {
    for (const { file, markdown } of lessons)
      expect({ file, markdown: reopened(markdown) }).toEqual({ file, markdown });
  });

  test('have no part that the editor cannot show', () => {
    const kept = lessons.flatMap(({ file, markdown }) =>
      readLesson(markdown, schema)
        .blocks.filter(({ node }) => node.type.name === 'verbatim')
        .map(({ source }) => ({ file, source })),
    );
    expect(kept).toEqual([]);
  });

  test('show the learner the same when every block is written anew', () => {
    for (const { file, markdown } of lessons) {
      expect({ file, html: shown(rewritten(markdown)) }).toEqual({ file, html: shown(markdown) });
    }
  });

  test('keep every other line when one block is changed', () => {
    for (const { file, markdown } of lessons) {
      const text = new LessonText(schema);
      const nodes = text.read(markdown);
      const at = nodes.findIndex(({ type }) => type.name === 'paragraph');
      const before = nodes.map((node) => text.write(docOf([node])).trimEnd());
      nodes[at] = schema.node('paragraph', null, [schema.text('Đoạn này đã được viết lại.')]);
      const expected = markdown.replace(before[at] as string, () => 'Đoạn này đã được viết lại.');
      expect({ file, markdown: text.write(docOf(nodes)) }).toEqual({ file, markdown: expected });
    }
  });
});

test('the boxes are those of the server', () => {
  const server = readFileSync('src/catalogue/lesson-markdown.ts', 'utf8');
  const callouts = /const CALLOUTS[^{]*\{([\s\S]*?)\n\};/.exec(server)?.[1] ?? '';
  const theirs = [...callouts.matchAll(/'([a-z-]+)': '([^']+)'/g)].map(([, name, title]) => [name, title]);
  expect(new Map(BOXES.map((box) => [box, BOX_TITLES[box]]))).toEqual(new Map(theirs as [string, string][]));
});

describe('what lecturers write and lessons do not hold yet', () => {
  const samples: Record<string, string> = {
    'emphasis in words': 'Mức **500.000** đồng, *không* phải ***mười*** lần; ~~bỏ~~ `mã`, 3 * 4 = 12, a_b_c.',
    'link with brackets and title':
      '[trang](https://example.vn/a_(b) "Tựa \\"đề\\"") và [Điều 5](law:vn.blld.2019.d5).',
    'a file to take along': 'Tải [mẫu **đơn**](tep/mau-don-1a2b3c4d.docx) về.',
    image: 'Trước ![Sơ đồ \\[1\\]](anh/so-do.webp) sau!\\\n![Một mình](anh/a.webp)',
    'lines that look like blocks': '1\\. Không phải danh sách\\\n\\- nữa\\\n\\# và\\\n\\> này\\\n\\::: vi-du\\\n\\===',
    'nested lists': '1. Một\n   - a\n   - b\n     1. sâu\n2. Hai\n\n3) khác\n4) nữa\n\n* khác dấu\n\n- lại khác',
    'a loose list': '- Một\n\n  đoạn hai\n\n- Hai\n\n      mã thụt\n',
    'list from seven': '7. bảy\n8. tám',
    table: '| A | B |\n|:--|--:|\n| a \\| b | **c** |\n| | d |',
    'boxes in boxes': ':::: vi-du\nngoài\n\n::: ghi-nho\ntrong\n:::\n::::',
    quotation: '> một\n>\n> hai\n\n> riêng',
    'code and rule': '```js\nlet a = `x`;\n\n```\n\n---\n\n~~~\n```\n~~~',
    'headings of all levels': '# A\n\nB\n---\n\n### C \\#\n\n###### D',
    'entities and angle brackets': '&copy; &amp;copy; a < b \\<b> <https://example.vn>',
  };

  test.each(Object.entries(samples))('%s', (_name, markdown) => {
    expect(reopened(markdown)).toBe(markdown);
    expect(shown(rewritten(markdown))).toBe(shown(markdown));
    expect(rewritten(rewritten(markdown))).toBe(rewritten(markdown));
  });

  test('definitions of links and odd blocks stay as they are', () => {
    const markdown =
      'Xem [luật][1].\n\n[1]: https://example.vn "Luật"\n\n- > trích trong danh sách\n\n::: vi-du chữ thừa\na\n:::\n';
    const { blocks } = readLesson(markdown, schema);
    expect(blocks.map(({ node }) => node.type.name)).toEqual(['paragraph', 'verbatim', 'verbatim', 'verbatim']);
    expect(rewritten(markdown)).toContain('[1]: https://example.vn "Luật"\n\n- > trích trong danh sách');
  });

  test('line ends of Windows and missing ones are kept', () => {
    for (const markdown of ['a\r\n\r\nb\r\n', 'a', '\n\na\n\n\n\nb\n\n', '']) expect(reopened(markdown)).toBe(markdown);
  });

  test('emphasis of signs beside letters stays emphasis', () => {
    const bold = schema.mark('bold');
    const italic = schema.mark('italic');
    const link = schema.mark('link', { href: 'law:vn.blld.2019.d5', title: null });
    const words = [
      schema.text('từ'),
      schema.text('(a)', [bold]),
      schema.text('đến'),
      schema.text(' “b” ', [italic]),
      schema.text('và '),
      schema.text('Điều 5', [link, bold]),
      schema.text('xong!'),
      schema.text('đây', [link]),
    ];
    const written = new LessonText(schema).write(docOf([schema.node('paragraph', null, words)]));
    expect(shown(written)).toBe(
      '<p>từ<strong>(a)</strong>đến <em>“b”</em> và <a href="law:vn.blld.2019.d5"><strong>Điều 5</strong></a>xong!' +
        '<a href="law:vn.blld.2019.d5">đây</a></p> ',
    );
  });

  test('two lists that come together stay two', () => {
    const text = new LessonText(schema);
    const [first, , second] = text.read('- a\n- b\n\nGiữa\n\n- c\n') as [Node, Node, Node];
    const written = text.write(docOf([first, second]));
    expect(written).toBe('- a\n- b\n\n* c\n');
    expect(shown(written).match(/<ul>/g)).toHaveLength(2);
  });

  test('an unfinished box that is no longer the last is finished', () => {
    const text = new LessonText(schema);
    const nodes = text.read('::: vi-du\ntrong');
    const after = schema.node('paragraph', null, [schema.text('ngoài')]);
    expect(text.write(docOf([...nodes, after]))).toBe('::: vi-du\ntrong\n:::\n\nngoài\n');
  });
});
