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
