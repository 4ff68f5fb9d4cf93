import type { Text } from '../../platform/problems/problem.js';
import type { SheetFaultCode } from '../../platform/sheet/sheet.js';
import type { WordFaultCode } from '../../platform/word/check-word.js';

type FileFaultCode = SheetFaultCode | WordFaultCode | 'headings-unknown' | 'formula' | 'turning';

const MACROS: Text = {
  vi: 'Tệp có macro nên không được nhận; hãy lưu lại dạng .docx hoặc .xlsx thường.',
  en: 'The file has macros and is refused; please save it as a plain .docx or .xlsx.',
};
const PROTECTED: Text = {
  vi: 'Tệp có mật khẩu hoặc ở định dạng cũ (.xls, .doc); hãy lưu lại dạng .xlsx hoặc .docx không mật khẩu.',
  en: 'The file has a password or is of an old format (.xls, .doc); please save it as .xlsx or .docx without one.',
};
const DAMAGED: Text = {
  vi: 'Tệp bị hỏng, không đọc được. Mời mở tệp, lưu lại và gửi lần nữa.',
  en: 'The file is damaged and cannot be read. Please open it, save it again and resend it.',
};
const LARGE: Text = {
  vi: 'Tệp quá lớn. Ngân hàng câu hỏi tối đa 20 MB; mời chia thành nhiều tệp hoặc bỏ bớt hình.',
  en: 'The file is too large. A bank of questions may have 20 MB; please split it or leave out pictures.',
};
const FOREIGN: Text = {
  vi: 'Tệp này không phải tệp câu hỏi. Nhận GIFT, Aiken, Moodle XML, Excel (.xlsx) và Word (.docx).',
  en: 'This is no file of questions. GIFT, Aiken, Moodle XML, Excel (.xlsx) and Word (.docx) are read.',
};

/** What a whole file is refused for, in words. */
export const FILE_FAULTS: Record<FileFaultCode, Text> = {
  'file-empty': { vi: 'Tệp không có nội dung.', en: 'The file is empty.' },
  'file-unreadable': FOREIGN,
  'file-old-or-encrypted': PROTECTED,
  'file-has-macros': MACROS,
  'file-expands-too-much': LARGE,
  'file-damaged': DAMAGED,
  'file-too-wide': { vi: 'Bảng có quá nhiều cột (tối đa 200).', en: 'The table has too many columns (at most 200).' },
  'file-too-long': {
    vi: 'Bảng có quá nhiều dòng (tối đa 20.000).',
    en: 'The table has too many rows (at most 20,000).',
  },
  'file-cell-too-long': { vi: 'Một ô của bảng quá dài.', en: 'A cell of the table is too long.' },
  'file-encoding-unknown': FOREIGN,
  damaged: DAMAGED,
  'not-word': FOREIGN,
  'has-macros': MACROS,
  encrypted: PROTECTED,
  'too-large': LARGE,
  'headings-unknown': {
    vi: 'Không tìm thấy dòng tiêu đề có cột "Câu hỏi". Mời tải tệp mẫu và điền theo mẫu.',
    en: 'No row of headings with the column "Câu hỏi" was found. Please use the template.',
  },
  formula: {
    vi: 'Dòng này có ô công thức; công thức không được tính, hãy ghi kết quả vào ô.',
    en: 'This row has a formula, which is not computed; please put its result into the cell.',
  },
  turning: {
    vi: 'Câu này có ký tự ẩn đảo chiều chữ: người đọc thấy một đằng, máy chấm một nẻo. Mời gõ lại phần chữ đó.',
    en: 'This question has hidden characters that turn the direction of reading. Please type the text again.',
  },
};
