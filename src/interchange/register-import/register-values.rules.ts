import { cleanName, foldVietnamese } from '../../platform/text/vietnamese.js';
import type { Cell } from '../../platform/sheet/sheet.js';
import { unguarded } from '../../platform/sheet/sheet-writer.js';

/** A value, null for an empty cell, or `undefined` for one that says nothing sensible. */
export type Reading<T> = T | null | undefined;

const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar, counted so that its 29 February 1900, which never was, does no harm after that. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
const [EARLIEST, LATEST] = ['1900-01-01', '2199-12-31'];

/** The text of a cell without blanks around it and without the apostrophe that an export put before it. */
export function textOf(cell: Cell | undefined): string {
  return unguarded((cell?.text ?? '').normalize('NFC').replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, ''));
}

/**
 * A day as YYYY-MM-DD, from dd/MM/yyyy (also with dots, hyphens, single digits), yyyy-MM-dd, or the serial number that
 * spreadsheets keep for a day. A year alone is no day; two digits are no year.
 */
export function dayOf(text: string, isDate1904 = false): Reading<string> {
  if (text === '') return null;
  const plain = text.normalize('NFKC').replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '');
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain);
  if (vietnamese) return realDay(vietnamese[3], vietnamese[2], vietnamese[1]);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso) return realDay(iso[1], iso[2], iso[3]);
  // From 1908 on: what is smaller is a year.
  if (!/^\d{4,5}(\.\d+)?$/.test(plain) || Number(plain) < 3000) return undefined;
  const serial = Math.floor(Number(plain)) + (isDate1904 ? DAYS_TO_1904 : 0);
  return withinReason(new Date(EXCEL_EPOCH + serial * DAY_MS).toISOString().slice(0, 10));
}

function realDay(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  // JavaScript takes 31 April for 1 May.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? withinReason(text) : undefined;
}

function withinReason(day: string): string | undefined {
  return day >= EARLIEST && day <= LATEST ? day : undefined;
}

/** The day after: files say the last day of a term, the register the first day without it. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

/** As people write it: dd/MM/yyyy. */
export function shownDay(day: string): string {
  return day.split('-').reverse().join('/');
}

const MEMBER_CODE = /^[\p{L}\p{N}][\p{L}\p{N}./_-]{1,39}$/u;

/** A member code as sign-in names are stored. */
export function memberCodeOf(text: string): Reading<string> {
  if (text === '') return null;
  const code = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  return MEMBER_CODE.test(code) ? code : undefined;
}

const GENDERS: Record<string, 'female' | 'male' | 'other'> = {
  ...{ nu: 'female', female: 'female', f: 'female' },
  ...{ nam: 'male', male: 'male', m: 'male' },
  ...{ khac: 'other', other: 'other' },
};

export function genderOf(text: string): Reading<'female' | 'male' | 'other'> {
  return text === '' ? null : GENDERS[foldVietnamese(text)];
}

export const GENDER_NAMES = { female: 'Nữ', male: 'Nam', other: 'Khác' };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function idOf(text: string): Reading<string> {
  if (text === '') return null;
  const id = text.toLowerCase();
  return UUID.test(id) ? id : undefined;
}

/** A count: digits, also in groups of three as Vietnamese and English write them. */
export function countOf(text: string): Reading<number> {
  if (text === '') return null;
  const digits = /^\d{1,3}([.,\u00a0 ]\d{3})+$/.test(text) ? text.replace(/[.,\u00a0 ]/g, '') : text;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

const TIERS: Record<string, string> = {
  ...{ 'trung uong': 'central', central: 'central' },
  ...{ 'cap tren': 'superior', 'cap tren truc tiep co so': 'superior', 'cap tren co so': 'superior' },
  ...{ superior: 'superior', 'co so': 'grassroots', 'cong doan co so': 'grassroots', grassroots: 'grassroots' },
};

export const TIER_NAMES: Record<string, string> = {
  ...{ central: 'Trung ương', superior: 'Cấp trên', grassroots: 'Cơ sở' },
};

const SECTORS: Record<string, 'state' | 'non-state' | 'mixed'> = {
  ...{ 'nha nuoc': 'state', state: 'state', 'khu vuc nha nuoc': 'state' },
  ...{ 'ngoai nha nuoc': 'non-state', 'non-state': 'non-state', 'non state': 'non-state' },
  ...{ 'hon hop': 'mixed', 'ca hai': 'mixed', mixed: 'mixed' },
};

export const SECTOR_NAMES: Record<string, string> = {
  ...{ state: 'Nhà nước', 'non-state': 'Ngoài nhà nước', mixed: 'Hỗn hợp' },
};

const SLUG = /^[a-z][a-z0-9-]{0,39}$/;

/** A tier is data: its Vietnamese or English name, or its code as the register has it. */
export function tierOf(text: string): Reading<string> {
  return text === '' ? null : (TIERS[foldVietnamese(text)] ?? codeOf(text));
}

export function sectorOf(text: string): Reading<'state' | 'non-state' | 'mixed'> {
  return text === '' ? null : SECTORS[foldVietnamese(text)];
}

/** A code of the register's own lists, such as `cdcs`. */
export function codeOf(text: string): Reading<string> {
  if (text === '') return null;
  const code = text.toLowerCase();
  return SLUG.test(code) ? code : undefined;
}

const NAME_MAX = 120;

export function personNameOf(text: string): Reading<string> {
  const name = cleanName(text);
  if (name === '') return null;
  return name.length <= NAME_MAX && /\p{L}/u.test(name) ? name : undefined;
}
