import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { givenNameFirst, foldVietnamese } from '../platform/text/vietnamese.js';
import { isBirthDate, maskedBirthDate, maskedPhone, namePattern, nameOf, PSEUDONYM } from './person.rules.js';

describe('what officers see of a person', () => {
  it('is the year of birth and the ends of a phone number', () => {
    expect(maskedBirthDate('1985-02-17')).toBe('••/••/1985');
    expect(maskedPhone('0901000001')).toBe('090••••001');
    expect(maskedPhone('02812345678')).toBe('028•••••678');
  });

  it('never shows more than six digits of a phone number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0\d{1,11}$/), (phone) => {
        const shown = maskedPhone(phone).replaceAll('•', '');
        expect(shown.length).toBeLessThanOrEqual(6);
        expect(maskedPhone(phone)).toContain('•');
      }),
    );
  });
});

describe('names', () => {
  it('are stored clean, with what they are searched and sorted by', () => {
    expect(nameOf(' Nguyễn\u202e  Thị Mận ')).toEqual({
      ...{ fullName: 'Nguyễn Thị Mận', fullNameFolded: 'nguyen thi man', sortName: 'Mận Nguyễn Thị' },
    });
    expect(nameOf('\u200b')).toBeNull();
    expect(nameOf('a'.repeat(121))).toBeNull();
  });

  it('are looked for literally', () => {
    expect(namePattern('50%_\\')).toBe('%50\\%\\_\\\\%');
    expect(namePattern('  ')).toBeNull();
    expect(namePattern(undefined)).toBeNull();
  });

  it('that were erased are replaced by one that is searched and sorted like any other', () => {
    const { fullName, fullNameFolded, sortName } = PSEUDONYM;
    expect({ fullNameFolded, sortName }).toEqual({
      ...{ fullNameFolded: foldVietnamese(fullName), sortName: givenNameFirst(fullName) },
    });
  });
});

describe('a birth date', () => {
  it('lies between 1900 and today', () => {
    expect([isBirthDate('1900-01-01', '2026-11-21'), isBirthDate('2026-11-21', '2026-11-21')]).toEqual([true, true]);
    expect([isBirthDate('1899-12-31', '2026-11-21'), isBirthDate('2026-11-22', '2026-11-21')]).toEqual([false, false]);
  });
});
