import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PNG } from '../../../test/support/word-file.js';
import { renderLesson } from '../../catalogue/lesson-markdown.js';
import { lessonFromMarkdown } from './markdown-lesson.js';

const imported = (text: string) => lessonFromMarkdown(Buffer.from(text));
const lossesOf = ({ losses }: ReturnType<typeof imported>) =>
  losses.map(({ what, where }) => `${where ?? '-'}: ${what.vi}`);

describe('a Markdown file as a lesson', () => {
  it('takes the title of the front matter and says what else stood there', () => {
    const lesson = imported("---\ntitle:\n  vi: 'Thử việc'\nminutes: 7\nasOf: 2026-11-21\n---\n\n# Luật\n\nChữ.\n");
    expect(lesson.title).toBe('Thử việc');
    expect(lesson.markdown).toBe('## Luật\n\nChữ.\n');
    expect(lossesOf(lesson)).toEqual([expect.stringContaining('minutes, asOf')]);
  });

  it('takes the first heading as title where there is no front matter', () => {
    const lesson = imported('Thử việc\n========\n\n## Một\n\n#### Hai\n\nx\n\n---\n\ny');
    expect(lesson).toMatchObject({ title: 'Thử việc', markdown: '## Một\n\n### Hai\n\nx\n\n---\n\ny\n', losses: [] });
  });

  it('removes HTML and names it, keeping its words', () => {
    const lesson = imported(
      '# Bài\n\n## Mục\n\nMột <b>hai</b> <script>alert(1)</script><br>ba\n\n<div onclick="x()">bốn &lt;b&gt; &amp; <i>năm</i></div>\n\n<!-- ghi chú -->',
    );
    expect(lesson.markdown).toBe('## Mục\n\nMột hai alert(1)\\\nba\n\nbốn \\<b> & năm\n');
    expect(renderLesson(lesson.markdown)).not.toMatch(/<(?:script|div|b|i)\b/);
    expect(lossesOf(lesson)).toHaveLength(6);
    expect(lossesOf(lesson)[0]).toBe('Mục: Mã HTML được bỏ, chữ bên trong giữ lại: “<b>”.');
  });

  it('resolves links by reference, drops unsafe ones, keeps those to the law', () => {
    const lesson = imported(
      '[Công báo][1], [xấu](javascript:alert(1)), [Điều 13](law:vn.blld.2019.d13), <https://a.vn>, [tệp](bai.docx)\n\n[1]: https://congbao.chinhphu.vn/x_(y) "Tên"\n',
    );
    expect(lesson.markdown).toBe(
      '[Công báo](https://congbao.chinhphu.vn/x_%28y%29), xấu, [Điều 13](law:vn.blld.2019.d13), [https://a.vn](https://a.vn/), tệp\n',
    );
    expect(lesson.losses).toHaveLength(2);
  });

  it('names images that are not in the file and takes those that are', () => {
    const data = `data:image/png;base64,${PNG.toString('base64')}`;
    const lesson = imported(
      `![a](anh/a.webp) ![b](http://10.0.0.1/b.png) ![c][i] ![](data:image/svg+xml;base64,PHN2Zz4=)\n\n[i]: <${data}>`,
    );
    expect(lesson.markdown).toBe('![c](anh/hinh-1.png)\n');
    expect(lesson.images).toHaveLength(1);
    expect(lossesOf(lesson)).toEqual([
      expect.stringContaining('“anh/a.webp” không nằm trong tệp'),
      expect.stringContaining('không được tải về'),
      expect.stringContaining('SVG'),
    ]);
  });

  it('lists footnotes at the end by the order in which they are pointed to', () => {
    const lesson = imported(
      'Lương[^b] và thưởng[^a], lại[^b]. `[^a]`\n\n[^a]: Một\n    tiếp\n[^b]: Hai **đậm**\n\nCuối[^c].',
    );
    expect(lesson.markdown).toBe(
      'Lương\\[1\\] và thưởng\\[2\\], lại\\[1\\]. `[^a]`\n\nCuối\\[^c\\].\n\n## Chú thích\n\n1. Hai **đậm**\n2. Một tiếp\n',
    );
  });

  it('keeps lists, tables, boxes, code and quotations', () => {
    const text = [
      '3. Ba\n   - trong\n     1. sâu\n4. Bốn',
      '- thưa\n\n  hai đoạn\n\n- nữa',
      '| a | b |\n| --- | --- |\n| `x\\|y` | **c** |',
      '::: quy-trinh\n1. Một\n2. Hai\n:::',
      '```js\n::: vi-du\n<b>\n```',
      '> Lời dẫn\n>\n> - ý\n',
    ].join('\n\n');
    expect(imported(text).markdown).toBe(text);
  });

  it('makes a box of a quotation that begins with the words', () => {
    expect(imported('> **Lưu ý:** giữ bằng gốc là sai.').markdown).toBe('::: luu-y\ngiữ bằng gốc là sai.\n:::\n');
  });

  it('refuses what is no text, empty or nested too deep', () => {
    expect(() => lessonFromMarkdown(Buffer.from([0x80, 0x81]))).toThrow('lesson-encoding-unknown');
    expect(() => lessonFromMarkdown(PNG)).toThrow('lesson-encoding-unknown');
    expect(() => imported(' \n\n')).toThrow('lesson-file-empty');
    const nested = Array.from({ length: 1000 }, (_, at) => `${'  '.repeat(at)}- ${at}`).join('\n');
    expect(() => imported(nested)).toThrow('lesson-file-too-large');
    expect(() => imported('> '.repeat(1000) + 'x')).toThrow('lesson-file-too-large');
  });

  it('reads UTF-16 with its mark', () => {
    expect(lessonFromMarkdown(Buffer.from('\ufeff# Bài\r\n\r\nChữ', 'utf16le'))).toMatchObject({
      title: 'Bài',
      markdown: 'Chữ\n',
    });
  });

  it('survives front matter that is an attack or no front matter', () => {
    const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n---\nx`;
    expect(imported(bomb).markdown).toBe('x\n');
    expect(imported('---\n: [\n---\nx').markdown).toBe('x\n');
    expect(imported('---\n\nx\n\n---\n\ny').markdown).toBe('---\n\nx\n\n---\n\ny\n');
  });
});

const lessons = readdirSync('content/courses', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('content/courses', name));

/** What a learner reads, whatever the spaces between the elements. */
const shown = (markdown: string) => renderLesson(markdown).replace(/\s+/g, ' ').replaceAll('> <', '><');

describe('round trip', () => {
  it('every lesson of the project reads as before', () => {
    expect(lessons.length).toBeGreaterThan(50);
    for (const file of lessons) {
      const text = readFileSync(file, 'utf8');
      const body = text.replace(/^---\n[^]*?\n---\n/, '');
      expect([file, shown(imported(text).markdown)]).toEqual([file, shown(body)]);
    }
  });

  it('an imported lesson is imported without change', () => {
    const line = fc.oneof(
      fc.string({ unit: fc.constantFrom(...' \n*_`#->+=|[](){}!\\<&~:.1a)ệ"\t'), maxLength: 40 }),
      fc.constantFrom(
        '::: ghi-nho',
        ':::',
        '| a | b |',
        '|---|---|',
        '[x]: y',
        '```',
        '[^1]: n',
        '[^1]',
        '<b>',
        '1. x',
        '   - y',
        '> z',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const text = `# T\n\nx\n\n${lines.join('\n')}`;
        const once = imported(text);
        const again = imported(`---\ntitle: T\n---\n${once.markdown}`);
        expect(shown(again.markdown)).toBe(shown(once.markdown));
        expect(shown(once.markdown)).not.toMatch(/<b>|<script/);
      }),
      { numRuns: 300 },
    );
  });
});
