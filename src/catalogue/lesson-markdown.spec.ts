import { describe, expect, it } from '@jest/globals';
import { citedInMarkdown, renderLesson, renderLine } from './lesson-markdown.js';

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

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '![x](javascript:alert(1))',
    '<svg onload=alert(1)>',
    '[x](law:vn.blld"onclick="alert(1))',
    '::: ghi-nho <script>alert(1)</script>\nx\n:::',
  ])('keeps %j harmless', (markdown) => {
    const html = renderLesson(markdown);
    const element = /<[a-z][^>]*(?:\son\w+\s*=|(?:href|src)\s*=\s*"?\s*(?:javascript|data):)/i;
    expect(html).not.toMatch(/<(script|svg|iframe|object)/i);
    expect(html).not.toMatch(element);
  });

  it('opens other sites without giving them this page', () => {
    expect(renderLesson('[Công báo](https://congbao.chinhphu.vn/)')).toContain('rel="noopener noreferrer"');
  });
});

describe('renderLine', () => {
  it('has no paragraph around one line', () => {
    expect(renderLine('**không** bắt buộc')).toBe('<strong>không</strong> bắt buộc');
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
