import type { Text } from '../../platform/problems/problem.js';
import type { ImportFault, ImportKind } from '../entities/import-job.entity.js';
import { COLUMNS } from './register-columns.js';

type Params = Record<string, string>;

/** What each fault says. `{column}` is the heading of its column, the others are parameters. */
const TEXTS: Record<string, Text> = {
  'file-empty': { vi: 'Tệp không có dữ liệu.', en: 'The file is empty.' },
  'file-unreadable': {
    vi: 'Đây không phải bảng tính xlsx hay CSV. Mời anh/chị lưu lại bằng Excel, kiểu "Sổ làm việc Excel (.xlsx)".',
    en: 'This is neither an xlsx nor a CSV table. Please save it as an Excel workbook (.xlsx).',
  },
  'file-old-or-encrypted': {
    vi: 'Tệp có mật khẩu hoặc thuộc kiểu .xls cũ. Mời anh/chị bỏ mật khẩu và lưu thành .xlsx.',
    en: 'The file asks for a password or is of the old .xls kind. Please remove the password and save it as .xlsx.',
  },
  'file-has-macros': {
    vi: 'Tệp có macro nên không được nhận. Mời anh/chị lưu thành .xlsx (không phải .xlsm).',
    en: 'The file contains macros and is not accepted. Please save it as .xlsx (not .xlsm).',
  },
  'file-expands-too-much': {
    vi: 'Tệp bung ra quá lớn so với dung lượng gửi lên nên không được đọc.',
    en: 'The file unpacks to far more than it should and is not read.',
  },
  'file-damaged': {
    vi: 'Tệp bị hỏng ở giữa chừng. Mời anh/chị mở lại bằng Excel, lưu một bản mới rồi gửi lại.',
    en: 'The file is damaged. Please open it, save a new copy and send that.',
  },
  'file-too-wide': { vi: 'Bảng có quá nhiều cột (tối đa 200).', en: 'The table has too many columns (at most 200).' },
  'file-too-long': {
    vi: 'Bảng có quá nhiều dòng (tối đa {rows}). Mời anh/chị chia thành nhiều tệp.',
    en: 'The table has too many rows (at most {rows}). Please split it.',
  },
  'file-cell-too-long': {
    vi: 'Có ô chứa quá nhiều chữ (dòng {row}). Có thể tệp thiếu một dấu ngoặc kép.',
    en: 'A cell holds too much text (row {row}). Perhaps a quotation mark is missing.',
  },
  'file-encoding-unknown': {
    vi: 'Không đọc được dấu tiếng Việt trong tệp CSV này. Mời anh/chị lưu kiểu "CSV UTF-8" hoặc .xlsx.',
    en: 'The accents of this CSV file cannot be read. Please save it as "CSV UTF-8" or .xlsx.',
  },
  'headings-unknown': {
    vi: 'Không tìm thấy dòng tiêu đề. Mời anh/chị dùng tệp mẫu.',
    en: 'No row of headings was found. Please use the template.',
  },
  'headings-missing': { vi: 'Thiếu cột: {columns}.', en: 'Columns are missing: {columns}.' },
  'heading-twice': { vi: 'Có hai cột cùng nghĩa: {columns}.', en: 'Two columns mean the same: {columns}.' },
  required: { vi: 'Thiếu "{column}".', en: '"{column}" is missing.' },
  formula: {
    vi: 'Ô "{column}" là công thức. Mời anh/chị dán giá trị thay cho công thức.',
    en: '"{column}" is a formula. Please paste its value.',
  },
  'value-invalid': { vi: '"{column}" chưa đúng: {value}', en: '"{column}" is not valid: {value}' },
  'day-invalid': {
    vi: '"{column}" phải là ngày dạng 31/12/2025: {value}',
    en: '"{column}" must be a day such as 31/12/2025: {value}',
  },
  'day-in-future': { vi: '"{column}" ở tương lai.', en: '"{column}" is in the future.' },
  'days-out-of-order': { vi: '"{column}" trước ngày bắt đầu.', en: '"{column}" is before the beginning.' },
  'title-unknown': { vi: 'Không có chức danh "{value}" trong danh mục.', en: 'There is no office "{value}".' },
  'unit-unknown': {
    vi: 'Không có đơn vị mang mã này trong phạm vi của anh/chị.',
    en: 'There is no unit with this code among those you answer for.',
  },
  'person-unknown': {
    vi: 'Không có người mang mã hệ thống này trong phạm vi của anh/chị.',
    en: 'There is no person with this system id among those you answer for.',
  },
  'code-held-elsewhere': {
    vi: 'Mã đoàn viên này chưa dùng được ở đây. Mời anh/chị nhờ công đoàn cấp trên kiểm tra.',
    en: 'This member code cannot be used here. Please ask your superior union.',
  },
  'code-of-another': {
    vi: 'Mã đoàn viên này thuộc về một người khác (họ tên và ngày sinh đều không khớp).',
    en: 'This member code belongs to another person (neither name nor date of birth agree).',
  },
  'code-twice': {
    vi: 'Mã đoàn viên này đã đi với người khác ở dòng {row}.',
    en: 'This member code goes with another person in row {row}.',
  },
  'row-twice': { vi: 'Trùng hoàn toàn với dòng {row}.', en: 'The same as row {row}.' },
  'differs-from-row': {
    vi: 'Thông tin của cùng một người khác với dòng {row}.',
    en: 'Says something else about the same person than row {row}.',
  },
  'office-overlaps': {
    vi: 'Người này đã giữ chức danh này tại đơn vị từ {day}. Mời anh/chị ghi đúng ngày đó hoặc kết thúc nhiệm kỳ cũ.',
    en: 'This person holds the office in the unit since {day}. Please give that day or end the former term.',
  },
  'office-overlaps-row': {
    vi: 'Trùng thời gian với cùng chức danh ở dòng {row}.',
    en: 'Overlaps with the same office in row {row}.',
  },
  'office-held': {
    vi: 'Chức danh này tại đơn vị đang có người khác giữ trong thời gian đó.',
    en: 'Somebody else holds this office in the unit within that time.',
  },
  'office-held-row': {
    vi: 'Chức danh này tại đơn vị đã giao cho người khác ở dòng {row}.',
    en: 'Row {row} gives this office of the unit to somebody else.',
  },
  'unit-code-taken': {
    vi: 'Mã đơn vị này đã được dùng. Mời anh/chị chọn mã khác.',
    en: 'The unit code is taken. Please choose another one.',
  },
  'unit-code-twice': { vi: 'Mã đơn vị trùng với dòng {row}.', en: 'The unit code is that of row {row}.' },
  'unit-differs': {
    vi: 'Đơn vị đã có và khác ở: {columns}. Mời anh/chị dùng chức năng đổi tên hoặc chuyển đơn vị.',
    en: 'The unit exists and differs in: {columns}. Please use renaming or moving.',
  },
  'unit-in-circle': { vi: 'Các đơn vị cấp trên tạo thành vòng tròn.', en: 'The superior units form a circle.' },
  'parent-faulty': { vi: 'Đơn vị cấp trên ở dòng {row} còn lỗi.', en: 'The superior unit in row {row} has errors.' },
  'founded-before-parent': {
    vi: 'Ngày thành lập nằm ngoài thời gian hoạt động của đơn vị cấp trên.',
    en: 'The founding is outside the life of the superior unit.',
  },
  'count-before-founding': { vi: 'Ngày thống kê trước ngày thành lập.', en: 'Counted before the unit was founded.' },
  'count-incomplete': {
    vi: 'Số đoàn viên, số người lao động và ngày thống kê phải có đủ cả ba.',
    en: 'Members, workers and the day of the count go together.',
  },
};

/** A fault in words, in both languages. */
export function faultText(kind: ImportKind, { code, column, params = {} }: ImportFault): Text {
  const heading = (key: string): Text => COLUMNS[kind].find((one) => one.key === key)?.heading ?? { vi: key, en: key };
  const inOne = (locale: 'vi' | 'en'): string => {
    const named: Params = column === undefined ? {} : { column: heading(column)[locale] };
    for (const [name, value] of Object.entries(params)) {
      named[name] = Array.isArray(value) ? value.map((key) => heading(key)[locale]).join(', ') : String(value);
    }
    const text = TEXTS[code]?.[locale] ?? code;
    return text.replace(/\{(\w+)\}/g, (_, name: string) => named[name] ?? '');
  };
  return { vi: inOne('vi'), en: inOne('en') };
}

/** Every code that has words; tests compare it with the codes that are used. */
export const FAULT_CODES = Object.keys(TEXTS);
