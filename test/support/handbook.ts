import { bookOf, type Book, type CitedInLesson } from '../../src/catalogue/handbook/book.js';
import { parseLesson } from '../../src/catalogue/handbook/lesson-parser.js';
import { renderLesson } from '../../src/catalogue/lesson-markdown.js';

/** Every letter with a mark that Vietnamese has, and what markup has to escape. */
export const LETTERS = 'ằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữựỳýỷỹỵđ ẰẮẲẴẶẦẤẨẪẬỀẾỂỄỆỒỐỔỖỘỜỚỞỠỢỪỨỬỮỰỲÝỶỸỴĐ';

/** A lesson with everything that a lesson can hold. */
export const FULL_LESSON = `**Trả lời ngắn.** Có, nếu *quá* 05 ngày < 10 ngày & "còn" ~~hạn~~. ${LETTERS}

## Luật nói gì

Theo [Điều 188](law:vn.blld.2019.d188) và [Điều 999](law:vn.blld.2019.d999); xem [Công báo](https://congbao.chinhphu.vn/?a=1&b=2).

### Chi tiết

| Việc | Thời hạn | Căn cứ |
|---|---|---|
| Hoà giải | **05 ngày** làm việc | [Điều 188](law:vn.blld.2019.d188) |
| Trọng tài | 30 ngày | |

::: quy-trinh
1. Viết đơn:
   - một bản cho hoà giải viên
   - một bản giữ lại

   Rồi ký.
2. Gửi đơn.
:::

::: vi-du
Công ty A có 46 người.

| Mốc | Thời hạn |
|---|---|
| Nhận đơn | 02/11/2026 |

7. Bắt đầu từ bảy
8. Rồi tám
:::

> Trích *nguyên văn*.

---

\`\`\`
mẫu   đơn <tờ>
  dòng hai
\`\`\`

![Sơ đồ ba bước](anh/so-do.webp)

::: nghi-van
Chưa đối chiếu \`Công báo\`.
:::

::: luu-y
Lưu ý một.
:::

::: ghi-nho
- Hoà giải trước
- Đình công sau
:::
`;

export const CITED: CitedInLesson[] = ['188', '8a', '36'].map((number) => ({
  code: `vn.blld.2019.d${number}`,
  number,
  title: `Tên điều ${number} & hơn`,
  documentTitle: 'Bộ luật Lao động',
}));

/** A book of two skill modules, with what markup could break. */
export function sampleBook(given: { lessons?: number } = {}): Book {
  const lesson = (id: string, title: string, markdown: string) => ({
    ...{ id, title, minutes: 6 },
    blocks: parseLesson(
      renderLesson(markdown, { images: { 'anh/so-do.webp': { hash: 'a1', width: 640, height: 480 } } }),
    ),
  });
  const more = Array.from({ length: given.lessons ?? 1 }, (_, i) =>
    lesson(`more-${i}`, `Bài thứ ${i + 1}?`, FULL_LESSON),
  );
  return bookOf(
    {
      id: '0195e6a0-0000-7000-8000-000000000001',
      title: 'Giải quyết <tranh chấp> & đình công',
      summary: 'Xếp đúng loại "tranh chấp", gửi đúng nơi.',
      asOf: '2026-11-21',
      revisionNumber: 3,
      publishedAt: '2026-11-21T02:00:00Z',
      publishedOn: '2026-11-21',
    },
    [
      {
        title: 'Từ hoà giải & trọng tài',
        summary: 'Ba nơi <gửi>.',
        lessons: [lesson('a', 'Gửi đơn ở đâu?', FULL_LESSON)],
      },
      { title: 'Không có bài đọc', summary: '', lessons: [] },
      { title: 'Đình công', summary: '', lessons: [lesson('b', 'Khi nào <hợp pháp>?', 'Một dòng.'), ...more] },
    ],
    new Map([
      ['a', CITED],
      ['b', [CITED[2] as CitedInLesson]],
    ]),
  );
}
