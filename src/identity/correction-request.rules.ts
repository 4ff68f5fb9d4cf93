import { InvalidRequest } from '../platform/problems/problem.js';
import { cleanWords } from '../platform/text/vietnamese.js';
import type { CorrectionRequest } from './entities/correction-request.entity.js';
import type { Person } from './entities/person.entity.js';
import { PersonNameInvalid } from './identity.problems.js';
import { BirthDateInvalid } from './people.problems.js';
import { isBirthDate, nameOf } from './person.rules.js';

const GENDERS: readonly string[] = ['female', 'male', 'other'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Field = CorrectionRequest['field'];

/**
 * The wish as stored, checked as it would be when it is granted.
 * @throws Problem person-name-invalid, birth-date-invalid, invalid-request
 */
export function wishOf(
  { field, wishedValue, note }: { field: Field; wishedValue?: string; note?: string },
  today: string,
): { value: string | null; note: string | null } {
  const said = cleanWords(note ?? '');
  const words = said === '' ? null : said;
  if (field === 'other' && words === null) throw InvalidRequest(undefined, { errors: [missing('/note')] });
  if (field === 'other' || field === 'erasure') return { value: null, note: words };
  if (wishedValue === undefined) throw InvalidRequest(undefined, { errors: [missing('/wishedValue')] });
  return { value: checked(field, wishedValue, today), note: words };
}

function checked(field: 'full-name' | 'birth-date' | 'gender', wished: string, today: string): string {
  if (field === 'full-name') {
    const name = nameOf(wished);
    if (!name) throw PersonNameInvalid();
    return name.fullName;
  }
  if (field === 'birth-date') {
    if (!isDay(wished) || !isBirthDate(wished, today)) throw BirthDateInvalid();
    return wished;
  }
  if (!GENDERS.includes(wished)) throw InvalidRequest(undefined, { errors: [missing('/wishedValue')] });
  return wished;
}

const isDay = (text: string) => DAY.test(text) && !Number.isNaN(Date.parse(text)) && toDay(text) === text;
const toDay = (text: string) => new Date(text).toISOString().slice(0, 10);

function missing(pointer: string) {
  return { pointer, detail: { vi: 'cần được điền đúng', en: 'must be filled in' } };
}

/** What granting a request changes in the person's record; null for what is done elsewhere. */
export function correctionOf(
  request: Pick<CorrectionRequest, 'field' | 'wishedValue'>,
): { fullName: string } | { birthDate: string } | { gender: Person['gender'] } | null {
  const { field, wishedValue } = request;
  if (wishedValue === null) return null;
  if (field === 'full-name') return { fullName: wishedValue };
  if (field === 'birth-date') return { birthDate: wishedValue };
  return field === 'gender' ? { gender: wishedValue as Person['gender'] } : null;
}
