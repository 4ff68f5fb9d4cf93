import { defineProblem } from '../../platform/problems/problem.js';

const NOTHING_VI = 'Chưa có gì được nhập.';
const NOTHING_EN = 'Nothing was imported.';

const UNREADABLE = { vi: 'Không đọc được tệp bài giảng', en: 'The lesson file cannot be read' };

export const NoWordFile = defineProblem({
  code: 'lesson-no-word-file',
  status: 422,
  title: UNREADABLE,
  detail: () => ({
    vi: `Tệp này không phải tệp Word (.docx) dù mang tên đó. Mời anh/chị mở tệp bằng Word rồi chọn Lưu thành (Save As) kiểu .docx. ${NOTHING_VI}`,
    en: `This is no Word file (.docx), whatever its name says. Please open it in Word and save it as .docx. ${NOTHING_EN}`,
  }),
});

export const OldOrEncryptedWordFile = defineProblem({
  code: 'lesson-old-or-encrypted',
  status: 422,
  title: UNREADABLE,
  detail: () => ({
    vi: `Tệp này là Word đời cũ (.doc) hoặc đang đặt mật khẩu. Mời anh/chị mở tệp bằng Word, bỏ mật khẩu nếu có, rồi lưu thành .docx. ${NOTHING_VI}`,
    en: `This is an old Word file (.doc) or one with a password. Please open it in Word, take the password off, and save it as .docx. ${NOTHING_EN}`,
  }),
});

export const WordFileHasMacros = defineProblem({
  code: 'lesson-has-macros',
  status: 422,
  title: { vi: 'Tệp có chứa mã lệnh (macro)', en: 'The file contains macros' },
  detail: () => ({
    vi: `Vì an toàn, hệ thống không nhận tệp Word có macro (.docm). Mời anh/chị lưu lại thành .docx (Word sẽ bỏ macro) rồi nhập lại. ${NOTHING_VI}`,
    en: `For safety, Word files with macros (.docm) are not taken. Please save the file as .docx (Word leaves the macros out) and import that. ${NOTHING_EN}`,
  }),
});

export const LessonFileDamaged = defineProblem({
  code: 'lesson-file-damaged',
  status: 422,
  title: UNREADABLE,
  detail: () => ({
    vi: `Tệp bị hỏng hoặc tải lên chưa trọn vẹn. Mời anh/chị mở tệp bằng Word, lưu lại thành một tệp mới rồi nhập lại. ${NOTHING_VI}`,
    en: `The file is damaged or was not sent completely. Please open it in Word, save it as a new file, and import that. ${NOTHING_EN}`,
  }),
});

export const LessonFileUnsafe = defineProblem({
  code: 'lesson-file-unsafe',
  status: 422,
  title: { vi: 'Tệp có cấu trúc không an toàn', en: 'The file is built in an unsafe way' },
  detail: () => ({
    vi: `Bên trong tệp có khai báo mà Word không bao giờ ghi (DTD, thực thể XML). Mời anh/chị mở tệp bằng Word và lưu lại thành tệp mới. ${NOTHING_VI}`,
    en: `The file contains declarations that Word never writes (DTD, XML entities). Please open it in Word and save it as a new file. ${NOTHING_EN}`,
  }),
});

/** What a lesson is never larger than. */
export type LessonLimit =
  'file' | 'unpacked' | 'entries' | 'paragraphs' | 'tables' | 'images' | 'nesting' | 'text' | 'time';

const LIMITS: Record<LessonLimit, { vi: (most: number) => string; en: (most: number) => string }> = {
  file: { vi: (most) => `Tệp lớn hơn ${most} MB.`, en: (most) => `The file is larger than ${most} MB.` },
  unpacked: {
    vi: (most) => `Khi giải nén, tệp phình ra quá mức (hơn ${most} MB hoặc bất thường).`,
    en: (most) => `Unpacked, the file grows beyond reason (more than ${most} MB, or out of proportion).`,
  },
  entries: { vi: (most) => `Tệp chứa hơn ${most} phần.`, en: (most) => `The file has more than ${most} parts.` },
  paragraphs: { vi: (most) => `Tệp có hơn ${most} đoạn.`, en: (most) => `The file has more than ${most} paragraphs.` },
  tables: { vi: (most) => `Tệp có hơn ${most} bảng.`, en: (most) => `The file has more than ${most} tables.` },
  images: { vi: (most) => `Tệp có hơn ${most} hình.`, en: (most) => `The file has more than ${most} images.` },
  nesting: {
    vi: (most) => `Bảng, danh sách hoặc khung lồng vào nhau quá ${most} lớp.`,
    en: (most) => `Tables, lists or frames are nested more than ${most} deep.`,
  },
  text: { vi: (most) => `Bài dài hơn ${most} ký tự.`, en: (most) => `The text is longer than ${most} signs.` },
  time: { vi: (most) => `Đọc tệp quá ${most} giây.`, en: (most) => `Reading the file took more than ${most} seconds.` },
};

export const LessonFileTooLarge = defineProblem<{ limit: LessonLimit; most: number }>({
  code: 'lesson-file-too-large',
  status: 422,
  title: { vi: 'Tệp quá lớn cho một bài học', en: 'The file is too large for one lesson' },
  detail: ({ limit, most }) => ({
    vi: `${LIMITS[limit].vi(most)} Mời anh/chị tách thành nhiều bài rồi nhập từng tệp. ${NOTHING_VI}`,
    en: `${LIMITS[limit].en(most)} Please split it into several lessons and import each. ${NOTHING_EN}`,
  }),
});

export const LessonFileEmpty = defineProblem({
  code: 'lesson-file-empty',
  status: 422,
  title: { vi: 'Tệp không có nội dung', en: 'The file is empty' },
  detail: () => ({
    vi: `Trong tệp không có chữ, bảng hay hình nào nhập được. ${NOTHING_VI}`,
    en: `There are no words, tables or images in the file that can be imported. ${NOTHING_EN}`,
  }),
});

export const LessonEncodingUnknown = defineProblem({
  code: 'lesson-encoding-unknown',
  status: 422,
  title: UNREADABLE,
  detail: () => ({
    vi: `Tệp Markdown phải ở bảng mã Unicode (UTF-8). Mời anh/chị lưu lại với bảng mã UTF-8. ${NOTHING_VI}`,
    en: `A Markdown file must be in Unicode (UTF-8). Please save it in UTF-8. ${NOTHING_EN}`,
  }),
});
