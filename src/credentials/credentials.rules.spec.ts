import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addMonths,
  dayBefore,
  groupedCode,
  newVerificationCode,
  readCertificateName,
  registerNumberOf,
  stateOn,
} from './credentials.rules.js';

describe('verification code', () => {
  it('is sixteen characters that have one reading', () => {
    const codes = Array.from({ length: 500 }, newVerificationCode);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(new Set(codes).size).toBe(500);
  });

  it('is recognised however a person types it', () => {
    const code = '7K3M9QWE4T01XH6R';
    for (const typed of [
      code,
      groupedCode(code),
      code.toLowerCase(),
      ' 7k3m 9qwe 4tol xh6r ',
      '7K3M-9QWE-4TOI-XH6R-',
      '７Ｋ３Ｍ９ＱＷＥ４Ｔ０１ＸＨ６Ｒ',
      `https://kynang.example.vn/xac-minh/${code}`,
      `kynang.example.vn/xac-minh/${code}?lang=en`,
    ]) {
      expect(readCertificateName(typed)).toEqual({ by: 'code', code });
    }
  });

  it('any code survives dashes, case and the usual confusions', () => {
    const letter = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    fc.assert(
      fc.property(fc.array(letter, { minLength: 16, maxLength: 16 }), fc.boolean(), (letters, lower) => {
        const code = letters.join('');
        const confused = groupedCode(code).replaceAll('0', 'O').replaceAll('1', 'l');
        expect(readCertificateName(lower ? confused.toLowerCase() : confused)).toEqual({ by: 'code', code });
      }),
    );
  });

  it.each(['', ' ', 'abc', '7K3M-9QWE-4T2B', 'U'.repeat(16), '<script>', '1'.repeat(5000), 'TCD-2026', '\0'])(
    'does not recognise %j',
    (typed) => expect(readCertificateName(typed)).toBeNull(),
  );
});

describe('register number', () => {
  it('has the issuer, the year and six figures', () => {
    expect(registerNumberOf('TCD', 2026, 7)).toBe('TCD-2026-000007');
    expect(registerNumberOf('LDLD-HCM', 2026, 1_234_567)).toBe('LDLD-HCM-2026-1234567');
  });

  it.each([
    ['TCD-2026-000123', 'TCD2026000123', 2026, 123],
    ['tcd 2026 000123', 'TCD2026000123', 2026, 123],
    ['TCD–2026–OOO123', 'TCD2026000123', 2026, 123],
    ['LDLD-HCM-2026-000999', 'LDLDHCM2026000999', 2026, 999],
    ['CDCS-LUAVANG-2026-000001', 'CDCSLUAVANG2026000001', 2026, 1],
    // Sixteen characters, like a code.
    ['TCDABC-2026-000123', 'TCDABC2026000123', 2026, 123],
  ])('%s is looked up by its figures', (typed, key, year, sequence) => {
    expect(readCertificateName(typed)).toEqual({ by: 'register', key, year, sequence });
  });
});

describe('state of a certificate', () => {
  const until = (expiresOn: string | null) => ({ state: 'valid' as const, expiresOn });

  it('expires on the first day on which it is no longer valid', () => {
    expect(stateOn(until('2029-11-25'), '2029-11-24')).toBe('valid');
    expect(stateOn(until('2029-11-25'), '2029-11-25')).toBe('expired');
    expect(stateOn(until(null), '2999-12-31')).toBe('valid');
  });

  it('revoked and superseded say so, expired or not', () => {
    expect(stateOn({ state: 'revoked', expiresOn: '2020-01-01' }, '2026-11-21')).toBe('revoked');
    expect(stateOn({ state: 'superseded', expiresOn: null }, '2026-11-21')).toBe('superseded');
  });
});

describe('calendar', () => {
  it.each([
    ['2026-11-25', 36, '2029-11-25'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('%s and %d months is %s', (day, months, later) => expect(addMonths(day, months)).toBe(later));

  it('the day before', () => {
    expect(dayBefore('2029-11-25')).toBe('2029-11-24');
    expect(dayBefore('2028-03-01')).toBe('2028-02-29');
    expect(dayBefore('2027-01-01')).toBe('2026-12-31');
  });
});
