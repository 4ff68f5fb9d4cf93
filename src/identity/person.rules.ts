import type { RoleName } from '../platform/auth/actor.js';
import { cleanName, foldVietnamese, givenNameFirst } from '../platform/text/vietnamese.js';
import type { Person } from './entities/person.entity.js';

/** Who reads the people of the units they answer for. */
export const PEOPLE_READERS: RoleName[] = [
  'auditor',
  'school-officer',
  'unit-officer',
  'federation-officer',
  'administrator',
];

/** Who may see what is masked, with a reason. */
export const UNMASKERS: RoleName[] = ['school-officer', 'unit-officer', 'federation-officer', 'administrator'];

/** Who enters and corrects people and their offices. */
export const PEOPLE_CHANGERS: RoleName[] = ['unit-officer', 'federation-officer', 'administrator'];

const NAME_MAX = 120;

/** A name as stored, with what it is searched and sorted by; null when it is empty or longer than 120 characters. */
export function nameOf(typed: string): Pick<Person, 'fullName' | 'fullNameFolded' | 'sortName'> | null {
  const fullName = cleanName(typed);
  if (fullName === '' || fullName.length > NAME_MAX) return null;
  return { fullName, fullNameFolded: foldVietnamese(fullName), sortName: givenNameFirst(fullName) };
}

/** A birth date (YYYY-MM-DD) as lists show it: the year tells namesakes apart, the day opens bank accounts. */
export function maskedBirthDate(date: string): string {
  return `••/••/${date.slice(0, 4)}`;
}

/** A phone number as lists show it: enough to recognise one that is known, too little to call one that is not. */
export function maskedPhone(phone: string): string {
  const shown = phone.length >= 9 ? 3 : 1;
  return phone.slice(0, shown) + '•'.repeat(Math.max(phone.length - 2 * shown, 1)) + phone.slice(-shown);
}

/** A LIKE pattern of folded text for part of a name; null when nothing is left to look for. */
export function namePattern(typed: string | undefined): string | null {
  const folded = foldVietnamese(cleanName(typed ?? ''));
  return folded === '' ? null : `%${folded.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Nobody alive was born before 1900, and nobody tomorrow. Days are YYYY-MM-DD. */
export function isBirthDate(date: string, today: string): boolean {
  return date >= '1900-01-01' && date <= today;
}

/** Who erases the personal data of others. Not the unit next door, which might want a dispute forgotten. */
export const ERASERS: RoleName[] = ['federation-officer', 'administrator'];

/** What stands in registers in place of a name that was erased. */
export const PSEUDONYM = {
  fullName: 'Người đã xoá dữ liệu',
  fullNameFolded: 'nguoi da xoa du lieu',
  sortName: 'liệu Người đã xoá dữ',
};

/** What stays after an erasure, as the officer is told; docs/personal-data.md says the same. */
export const KEPT_AFTER_ERASURE: { what: string; why: { vi: string; en: string } }[] = [
  {
    what: 'certificates',
    why: {
      vi: 'Sổ cấp giấy chứng nhận giữ nguyên nội dung đã in, kể cả họ tên, để giấy đã cấp vẫn kiểm tra được.',
      en: 'The register of certificates keeps what was printed, the name included, so that papers can still be verified.',
    },
  },
  {
    what: 'attendance',
    why: {
      vi: 'Chứng cứ điểm danh không sửa hay xoá được; nay chỉ còn gắn với một mã và tên thay thế.',
      en: 'Evidence of attendance cannot be changed or removed; it now leads to an id and a pseudonym only.',
    },
  },
  {
    what: 'offices',
    why: {
      vi: 'Nhiệm kỳ đã qua ở lại trong lịch sử đơn vị dưới tên thay thế, để số liệu các năm không đổi.',
      en: 'Past terms of office stay in the history of the unit under a pseudonym, so that past figures do not change.',
    },
  },
  {
    what: 'learning',
    why: {
      vi: 'Kết quả học và đăng ký lớp ở lại dưới tên thay thế, để thống kê lượt và người không đổi.',
      en: 'Results and class registrations stay under a pseudonym, so that counts of people and participations do not change.',
    },
  },
  {
    what: 'audit',
    why: {
      vi: 'Nhật ký hành chính chỉ ghi mã, không ghi tên; không ai sửa hay xoá được.',
      en: 'The record of acts holds ids and no names; nobody can change or remove it.',
    },
  },
];
