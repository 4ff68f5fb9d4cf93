/** What a handbook says in its own name. Papers of the union are in Vietnamese, as the lessons are. */
export const WORDING = {
  platform: 'Kỹ năng Công đoàn',
  kind: 'Cẩm nang',
  contents: 'Mục lục',
  module: (number: number) => `Chuyên đề ${number}`,
  lesson: (number: string) => `Bài ${number}`,
  minutes: (minutes: number) => `Đọc khoảng ${minutes} phút`,
  deadlines: 'Các bảng thời hạn',
  deadlinesLead: 'Gom từ các bài, giữ nguyên căn cứ. Xem bài gốc trước khi dùng.',
  articles: 'Tra cứu điều luật',
  articlesLead: 'Điều luật nào được nhắc ở bài nào.',
  /** What stands before the title; an annex or a text without articles has a title only. */
  article: (number: string) => (/^\d/.test(number) ? `Điều ${number}. ` : ''),
  from: (lesson: string) => `Bài ${lesson}`,
  page: (number: number) => `tr. ${number}`,
  picture: (description: string) => `Hình: ${description}`,
  asOf: (day: string) => `Theo pháp luật có hiệu lực đến ngày ${dayOf(day)}`,
  edition: (number: number, day: string) => `Lần xuất bản thứ ${number}, ngày ${dayOf(day)}`,
  caution:
    'Cẩm nang in từ khoá học cùng tên. Khi giải quyết một việc cụ thể, mời anh/chị đọc nguyên văn điều luật và xem khoá học đã có bản mới hơn chưa.',
};

/** "2026-11-21" as it is written in Vietnamese: 21/11/2026. */
function dayOf(day: string): string {
  return day.slice(0, 10).split('-').reverse().join('/');
}
