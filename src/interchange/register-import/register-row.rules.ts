import { cleanName, foldVietnamese, givenNameFirst } from '../../platform/text/vietnamese.js';
import { loginNameOf } from '../../identity/identity.service.js';
import { organisationCodeOf, unitNameOf } from '../../organisation/organisation.service.js';
import type { ImportFault, ImportKind } from '../entities/import-job.entity.js';
import type { Cell } from '../../platform/sheet/sheet.js';
import {
  codeOf,
  countOf,
  dayAfter,
  dayOf,
  genderOf,
  idOf,
  memberCodeOf,
  personNameOf,
  sectorOf,
  textOf,
  tierOf,
  type Reading,
} from './register-values.rules.js';

/** What is needed to read rows besides the rows. */
export interface RowContext {
  isDate1904: boolean;
  /** YYYY-MM-DD in Vietnam. */
  today: string;
  /** Code of an office by its folded names and its code. */
  titles: ReadonlyMap<string, string>;
}

export interface ReadRow {
  value: Record<string, string | number | null>;
  faults: ImportFault[];
}

/** Long enough to recognise the cell, short enough for a line of a report. */
const SHOWN = 60;

class RowReader {
  readonly faults: ImportFault[] = [];

  constructor(
    private readonly cells: ReadonlyMap<string, Cell>,
    private readonly context: RowContext,
  ) {}

  /** The normalised value of a column; a cell that says nothing sensible is a fault. */
  read<T>(column: string, reading: (text: string) => Reading<T>, fault = 'value-invalid'): T | null {
    const cell = this.cells.get(column);
    if (cell?.kind === 'formula') {
      this.faults.push({ code: 'formula', column });
      return null;
    }
    const text = textOf(cell);
    const value = reading(text);
    if (value !== undefined) return value;
    this.faults.push({ code: fault, column, params: { value: cleanName(text).slice(0, SHOWN) } });
    return null;
  }

  day(column: string): string | null {
    return this.read(column, (text) => dayOf(text, this.context.isDate1904), 'day-invalid');
  }

  require(column: string, value: unknown): void {
    const hasFault = this.faults.some((fault) => fault.column === column);
    if (value === null && !hasFault) this.faults.push({ code: 'required', column });
  }

  pastDay(column: string, day: string | null): void {
    if (day !== null && day > this.context.today) this.faults.push({ code: 'day-in-future', column });
  }
}

const orUndefined = <T>(value: T | null): T | undefined => value ?? undefined;

function phoneOf(text: string): Reading<string> {
  if (text === '') return null;
  const login = loginNameOf(text);
  return login?.kind === 'phone' ? login.value : undefined;
}

function readPerson(row: RowReader, { titles }: RowContext): ReadRow['value'] {
  const unitCode = row.read('unitCode', (text) => (text === '' ? null : orUndefined(organisationCodeOf(text))));
  const fullName = row.read('fullName', personNameOf);
  const titleCode = row.read(
    'title',
    (text) => (text === '' ? null : titles.get(foldVietnamese(text))),
    'title-unknown',
  );
  const validFrom = row.day('validFrom');
  const lastDay = row.day('validTo');
  const birthDate = row.day('birthDate');
  row.pastDay('birthDate', birthDate);
  if (validFrom !== null && lastDay !== null && lastDay < validFrom) {
    row.faults.push({ code: 'days-out-of-order', column: 'validTo' });
  }
  row.require('fullName', fullName);
  row.require('unitCode', unitCode);
  row.require('title', titleCode);
  row.require('validFrom', validFrom);
  return {
    personId: row.read('personId', idOf),
    memberCode: row.read('memberCode', memberCodeOf),
    fullName,
    fullNameFolded: foldVietnamese(fullName ?? ''),
    sortName: givenNameFirst(fullName ?? ''),
    birthDate,
    gender: row.read('gender', genderOf),
    phone: row.read('phone', phoneOf),
    unitCode,
    titleCode,
    validFrom,
    validTo: lastDay === null ? null : dayAfter(lastDay),
  };
}

function readUnit(row: RowReader): ReadRow['value'] {
  const unitCode = (text: string) => (text === '' ? null : orUndefined(organisationCodeOf(text)));
  const code = row.read('code', unitCode);
  const name = row.read('name', (text) => (text === '' ? null : orUndefined(unitNameOf(text))));
  const [members, workers] = [row.read('members', countOf), row.read('workers', countOf)];
  const countedOn = row.day('countedOn');
  row.pastDay('countedOn', countedOn);
  row.require('code', code);
  row.require('name', name);
  const counts = [members, workers, countedOn].filter((value) => value !== null).length;
  if (row.faults.length === 0 && counts > 0 && counts < 3) row.faults.push({ code: 'count-incomplete' });
  return {
    ...{ code, name, nameFolded: foldVietnamese(name ?? ''), parentCode: row.read('parentCode', unitCode) },
    ...{ tier: row.read('tier', tierOf), kind: row.read('kind', codeOf), sector: row.read('sector', sectorOf) },
    ...{ foundedOn: row.day('foundedOn'), members, workers, countedOn },
  };
}

/** What the cells of one row say, by column. */
export function readRow(kind: ImportKind, cells: ReadonlyMap<string, Cell>, context: RowContext): ReadRow {
  const row = new RowReader(cells, context);
  const value = kind === 'people' ? readPerson(row, context) : readUnit(row);
  return { value, faults: row.faults };
}
