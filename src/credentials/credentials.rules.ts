import { randomBytes } from 'node:crypto';
import type { Certificate } from './entities/certificate.entity.js';

/** Crockford's base 32: no I, L, O and U, so that a code read aloud or typed from paper has one reading. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 16;
const CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/;
const SEQUENCE_DIGITS = 6;

/** What a verification says of a certificate that exists. */
export type CertificateState = 'valid' | 'expired' | 'superseded' | 'revoked';

/** Something typed or scanned that may name a certificate. */
export type CertificateName =
  | { by: 'code'; code: string }
  | { by: 'register'; year: number; sequence: number; /** Letters and figures of the whole number. */ key: string };

/** 80 random bits: not to be guessed, whatever the number of certificates. */
export function newVerificationCode(): string {
  // 256 is a multiple of 32, so every letter is equally likely.
  return Array.from(randomBytes(CODE_LENGTH), (byte) => ALPHABET[byte % 32]).join('');
}

/** `7K3M9QWE4T2BXH6R` as printed: `7K3M-9QWE-4T2B-XH6R`. */
export function groupedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** Số vào sổ: `<issuer>-<year>-<six figures>`. */
export function registerNumberOf(issuerCode: string, year: number, sequence: number): string {
  return `${issuerCode}-${year}-${String(sequence).padStart(SEQUENCE_DIGITS, '0')}`;
}

/** Letters and figures of a register number, as compared. */
export function registerKey(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/**
 * What a person meant: spaces, dashes, case, full-width characters, O for 0, I and L for 1 are forgiven, a pasted
 * address of the verification page too. Null when it can be neither a code nor a register number.
 */
export function readCertificateName(typed: string): CertificateName | null {
  const text = typed
    .normalize('NFKC')
    .replace(/^.*\/xac-minh\//i, '')
    .replace(/[?#].*$/s, '');
  const key = registerKey(text);
  const code = key.replaceAll('O', '0').replace(/[IL]/g, '1');
  // A register number can have sixteen characters as well; its dashes tell, and only a number ends in year and figures.
  const number = /^([A-Z0-9]+)(20[0-9OIL]{2})([0-9OIL]{6})$/.exec(key);
  const looksLikeNumber = number !== null && /[-–./\s]\s*20\S\S\s*[-–./\s]/i.test(text);
  if (CODE.test(code) && !looksLikeNumber) return { by: 'code', code };
  if (!number) return null;
  const figures = (part: string | undefined) => Number((part ?? '').replaceAll('O', '0').replace(/[IL]/g, '1'));
  const [year, sequence] = [figures(number[2]), figures(number[3])];
  return {
    by: 'register',
    year,
    sequence,
    key: `${number[1]}${year}${String(sequence).padStart(SEQUENCE_DIGITS, '0')}`,
  };
}

/** The state on a day (YYYY-MM-DD). `expiresOn` is the first day on which it is no longer valid. */
export function stateOn(certificate: Pick<Certificate, 'state' | 'expiresOn'>, today: string): CertificateState {
  if (certificate.state !== 'valid') return certificate.state;
  return certificate.expiresOn !== null && certificate.expiresOn <= today ? 'expired' : 'valid';
}

const DAY_MS = 86_400_000;

/** A day so many months later; the last day of the month when there is no such day. Dates are YYYY-MM-DD. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}
