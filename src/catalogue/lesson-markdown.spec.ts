import { describe, expect, it } from '@jest/globals';
import { attachmentsInMarkdown, citedInMarkdown, renderLesson, renderText } from './lesson-markdown.js';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt&#58;alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:alert(1))',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x](https://a.vn/x.png "onerror=alert(1)")',
  '<svg onload=alert(1)>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="https://a.vn" style="position:fixed" onclick=alert(1)>x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '[x](law:vn.blld"onclick="alert(1))',
  '[x](law:vn.blld.2019.d1/../../evil)',
  '::: ghi-nho <script>alert(1)</script>\nx\n:::',
  '`<script>alert(1)</script>`',
];

/** What a browser would make of it, in the only ways in which HTML runs code. */
function expectHarmless(html: string): void {
  expect(html).not.toMatch(/<\/?(?:script|svg|math|iframe|object|embed|style|form|input|base|meta|link)\b/i);
  for (const [element] of html.matchAll(/<[a-z][^>]*>/gi)) {
    expect(element).not.toMatch(/["'\s]on\w+\s*=/i);
    expect(element).not.toMatch(/\s(?:style|srcdoc|formaction)\s*=/i);
    expect(element).not.toMatch(/(?:href|src)\s*=\s*["']?\s*(?!https?:|mailto:|tel:|\/|["']|[a-z0-9%._-]*["'])/i);
  }
}

describe('renderLesson', () => {
  it('links an article to the library', () => {
    expect(renderLesson('Xem [Điều 188](law:vn.blld.2019.d188).')).toBe(
      '<p>Xem <a href="/phap-luat/vn.blld.2019.d188" class="law">Điều 188</a>.</p>\n',
    );
  });

  it('makes boxes with a heading', () => {
    const html = renderLesson('::: ghi-nho\n- Hoà giải trước\n:::\n');
    expect(html).toContain('<aside class="callout ghi-nho"><p class="callout-title">Ghi nhớ</p>');
    expect(html).toContain('<li>Hoà giải trước</li>');
  });

  it('lets a table scroll by itself', () => {
    const html = renderLesson('| Bước | Hạn |\n|---|---|\n| Hoà giải | 05 ngày |\n');
    expect(html).toContain('<div class="table-scroll" tabindex="0"><table>');
    expect(html).toContain('<th scope="col">Bước</th>');
  });

  it('starts headings at h2', () => {
    expect(renderLesson('# Một\n\n## Hai\n')).toBe('<h2>Một</h2>\n<h2>Hai</h2>\n');
  });

  it.each(HOSTILE)('keeps %j harmless', (markdown) => expectHarmless(renderLesson(markdown)));

  it('opens other sites without giving them this page', () => {
    expect(renderLesson('[Công báo](https://congbao.chinhphu.vn/)')).toContain('rel="noopener noreferrer"');
  });
});

describe('an attachment', () => {
  const attachments = { 'tep/mau-don.docx': { hash: 'a'.repeat(64), size: 34_001 } };

  it('is a download with its kind and size', () => {
    expect(
      renderLesson('Tải [mẫu **đơn**](tep/mau-don.docx) về, rồi [xem](law:vn.blld.2019.d188).', { attachments }),
    ).toBe(
      `<p>Tải <a href="/api/v1/attachments/${'a'.repeat(64)}/mau-don.docx" class="attachment" download="mau-don.docx">mẫu ` +
        '<strong>đơn</strong> (DOCX, 35 kB)</a> về, rồi <a href="/phap-luat/vn.blld.2019.d188" class="law">xem</a>.</p>\n',
    );
  });

  it('that is not there is no link', () => {
    expect(renderLesson('Tải [mẫu](tep/khac.pdf).', { attachments })).toBe('<p>Tải <em>mẫu</em>.</p>\n');
    expect(renderText('markdown', '[mẫu](tep/mau-don.docx)')).toBe('<em>mẫu</em>');
  });

  it('is found with its line, in lists and tables too', () => {
    expect(attachmentsInMarkdown('Một\n\n- [a](tep/a.pdf)\n\n| x |\n|---|\n| [b](tep/b.xlsx) |\n')).toEqual([
      { path: 'tep/a.pdf', line: 2 },
      { path: 'tep/b.xlsx', line: 6 },
    ]);
  });
});

describe('renderText', () => {
  it('has no paragraph around one line of Markdown', () => {
    expect(renderText('markdown', '**không** bắt buộc')).toBe('<strong>không</strong> bắt buộc');
    expect(renderText('markdown', 'Một\n\nHai')).toBe('<p>Một</p>\n<p>Hai</p>');
  });

  it('reads the formats of Moodle', () => {
    expect(renderText('plain', '5 < 6 & <b>x</b>\ny')).toBe('5 &lt; 6 &amp; &lt;b&gt;x&lt;/b&gt;<br />\ny');
    expect(renderText('html', '<b>a</b><i>b</i>')).toBe('<strong>a</strong><em>b</em>');
    expect(renderText('moodle', 'lương < 5 triệu\n<b>hai</b>')).toBe('lương &lt; 5 triệu<br />\n<strong>hai</strong>');
  });

  it.each(['markdown', 'html', 'plain', 'moodle'] as const)('keeps hostile %s harmless', (format) => {
    for (const text of HOSTILE) expectHarmless(renderText(format, text));
  });
});

describe('citedInMarkdown', () => {
  it('lists each article once', () => {
    expect(citedInMarkdown('[a](law:vn.blld.2019.d1) [b](law:vn.lcd.2024.d2) [c](law:vn.blld.2019.d1)')).toEqual([
      'vn.blld.2019.d1',
      'vn.lcd.2024.d2',
    ]);
  });
});
