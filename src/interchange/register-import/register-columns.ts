import type { Text } from '../../platform/problems/problem.js';
import { cleanName, foldVietnamese } from '../../platform/text/vietnamese.js';
import type { ImportKind } from '../entities/import-job.entity.js';

/** A column of a register file. `also` are further headings in use, folded: without diacritics, lower case. */
export interface Column {
  key: string;
  heading: Text;
  also: string[];
  isRequired?: boolean;
}

const column = (key: string, vi: string, en: string, also: string[] = []): Column => ({
  ...{ key, heading: { vi, en }, also },
});

const required = (...given: Parameters<typeof column>): Column => ({ ...column(...given), isRequired: true });

/** In the order in which templates and exports show them. */
export const COLUMNS: Record<ImportKind, Column[]> = {
  people: [
    column('memberCode', 'Mã đoàn viên', 'Member code', ['ma dv', 'ma can bo', 'so the doan vien', 'ma so doan vien']),
    required('fullName', 'Họ và tên', 'Full name', ['ho ten', 'ho va ten can bo', 'name', 'ten can bo']),
    column('birthDate', 'Ngày sinh', 'Date of birth', ['ngay thang nam sinh', 'sinh ngay', 'birth date', 'dob']),
    column('gender', 'Giới tính', 'Gender', ['nam nu', 'gioi', 'sex']),
    column('phone', 'Số điện thoại', 'Phone', ['dien thoai', 'sdt', 'so dt', 'di dong', 'phone number', 'mobile']),
    required('unitCode', 'Mã đơn vị', 'Unit code', ['ma cong doan', 'ma cdcs', 'don vi ma']),
    required('title', 'Chức danh', 'Office', ['chuc vu', 'title', 'position', 'chuc danh cong doan']),
    required('validFrom', 'Từ ngày', 'From', ['ngay bat dau', 'giu chuc danh tu ngay', 'from date', 'start date']),
    column('validTo', 'Đến hết ngày', 'Until', ['den ngay', 'ngay ket thuc', 'to', 'until and including', 'end date']),
    column('personId', 'Mã hệ thống', 'System id', ['id']),
  ],
  units: [
    required('code', 'Mã đơn vị', 'Unit code', ['ma cong doan', 'ma cdcs', 'code']),
    required('name', 'Tên đơn vị', 'Unit name', ['ten cong doan', 'don vi', 'name']),
    column('parentCode', 'Mã đơn vị cấp trên', 'Superior unit code', ['ma cap tren', 'parent code', 'don vi cap tren']),
    column('tier', 'Cấp', 'Tier', ['cap cong doan', 'level']),
    column('kind', 'Loại hình', 'Kind', ['loai hinh cong doan', 'loai', 'type']),
    column('sector', 'Khu vực', 'Sector', ['khu vuc nha nuoc', 'khu vuc kinh te']),
    column('foundedOn', 'Ngày thành lập', 'Founded on', ['thanh lap ngay', 'founded', 'founding date']),
    column('members', 'Số đoàn viên', 'Members', ['doan vien', 'tong so doan vien']),
    column('workers', 'Số người lao động', 'Workers', ['so lao dong', 'lao dong', 'tong so lao dong']),
    column('countedOn', 'Ngày thống kê', 'Counted on', ['so lieu den ngay', 'count date']),
  ],
};

/** The column that a report adds; when it comes back with a corrected file, it is passed over. */
export const FAULT_HEADING: Text = { vi: 'Lỗi', en: 'Errors' };

/** What a heading is recognised by: no case, accents, brackets or stars, and single spaces. */
export function foldedHeading(text: string): string {
  const bare = cleanName(text).replace(/\([^)]*\)/g, ' ');
  return foldVietnamese(bare)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const namesOf = ({ heading, also }: Column) => [foldedHeading(heading.vi), foldedHeading(heading.en), ...also];

export interface Headings {
  /** Row in which they stand. */
  row: number;
  /** Column key by its position, from 0. */
  keys: Map<number, string>;
  /** Position of the column of errors of an earlier report. */
  faultColumn: number | null;
  /** Columns of the headings, beyond which nothing is expected. */
  width: number;
  ignored: string[];
  missing: Column[];
  twice: Column[];
}

/** What the texts of one row are when they are read as headings. */
export function headingsOf(kind: ImportKind, row: number, texts: readonly string[]): Headings {
  const keys = new Map<number, string>();
  const ignored: string[] = [];
  const twice: Column[] = [];
  let faultColumn: number | null = null;
  for (const [position, text] of texts.entries()) {
    const folded = foldedHeading(text);
    if (folded === '') continue;
    const found = COLUMNS[kind].find((candidate) => namesOf(candidate).includes(folded));
    if (found === undefined) {
      if ([FAULT_HEADING.vi, FAULT_HEADING.en].map(foldedHeading).includes(folded)) faultColumn = position;
      else ignored.push(cleanName(text).slice(0, 80));
    } else if ([...keys.values()].includes(found.key)) twice.push(found);
    else keys.set(position, found.key);
  }
  const known = [...keys.values()];
  const missing = COLUMNS[kind].filter(({ key, isRequired }) => isRequired && !known.includes(key));
  return { row, keys, faultColumn, width: texts.length, ignored, missing, twice };
}
