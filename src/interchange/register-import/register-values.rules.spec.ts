import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ImportFault } from '../entities/import-job.entity.js';
import type { Cell } from '../../platform/sheet/sheet.js';
import { faultText, FAULT_CODES } from './import-texts.js';
import { COLUMNS, headingsOf } from './register-columns.js';
import { readRow } from './register-row.rules.js';
import { countOf, dayAfter, dayOf, shownDay } from './register-values.rules.js';

const cell = (text: string, kind: Cell['kind'] = 'text'): Cell => ({ kind, text });

describe('days', () => {
  it.each([
    ['31/12/1985', '1985-12-31'],
    ['1/2/1985', '1985-02-01'],
    ['01.02.1985', '1985-02-01'],
    ['1985-02-01', '1985-02-01'],
    ['1985-02-01T00:00:00', '1985-02-01'],
    ['31079', '1985-02-01'],
    ['31079.5', '1985-02-01'],
    ['', null],
    ['1985', undefined],
    ['01/02/85', undefined],
    ['31/04/1985', undefined],
    ['29/02/1900', undefined],
    ['01/01/0085', undefined],
    ['ngày 1', undefined],
  ])('%j is %j', (text, day) => expect(dayOf(text)).toBe(day));

  it('counts from 1904 where the file does', () => expect(dayOf('29617', true)).toBe('1985-02-01'));

  it('reads what it shows', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(dayOf(shownDay(day))).toBe(day);
        expect(dayAfter(day) > day).toBe(true);
      }),
    );
  });
});

describe('headings', () => {
  it('are recognised in two languages, in NFD, in any case and order, with stars and brackets', () => {
    const row = [
      '  PHONE ',
      'Họ và tên (*)'.normalize('NFD'),
      'mã  ĐƠN VỊ',
      'Office',
      'Từ ngày (dd/MM/yyyy)',
      'Ghi chú',
      'Lỗi',
    ];
    const headings = headingsOf('people', 3, row);
    expect([...headings.keys.values()]).toEqual(['phone', 'fullName', 'unitCode', 'title', 'validFrom']);
    expect(headings).toMatchObject({ missing: [], twice: [], ignored: ['Ghi chú'], faultColumn: 6 });
  });

  it('mean one column each', () => {
    for (const kind of ['people', 'units'] as const) {
      for (const { key, heading, also } of COLUMNS[kind]) {
        for (const text of [heading.vi, heading.en, ...also]) {
          expect([...headingsOf(kind, 1, [text]).keys.values()]).toEqual([key]);
        }
      }
    }
  });
});

describe('rows', () => {
  const titles = new Map([['chu tich', 'chu-tich']]);
  const context = { isDate1904: false, today: '2026-11-21', titles };
  const read = (cells: Record<string, Cell>) => readRow('people', new Map(Object.entries(cells)), context);
  const codes = (faults: ImportFault[]) => faults.map(({ code, column }) => `${code} ${column}`);
  const good = {
    fullName: cell('Lê Ánh'),
    unitCode: cell('a-1'),
    title: cell('CHỦ TỊCH'),
    validFrom: cell('01/01/2026'),
  };

  it('keeps names in NFC without what is invisible, and gives phones their zero back', () => {
    const { value, faults } = read({
      ...{ ...good, fullName: cell('  Lê\u202e  Ánh '.normalize('NFD')), phone: cell('901234567', 'number') },
      ...{ validTo: cell('31/12/2026'), gender: cell('NỮ'), memberCode: cell(' dv 01 ') },
    });
    expect(faults).toEqual([]);
    expect(value).toMatchObject({
      ...{ fullName: 'Lê Ánh', phone: '0901234567', validTo: '2027-01-01', gender: 'female', memberCode: 'DV01' },
      ...{ unitCode: 'A-1', titleCode: 'chu-tich', sortName: 'Ánh Lê' },
    });
  });

  it('names each fault', () => {
    const { faults } = read({
      ...{
        fullName: cell('', 'formula'),
        unitCode: cell("A'; DROP TABLE person"),
        title: cell('<b>'),
        phone: cell('12'),
      },
      ...{
        validFrom: cell('02/01/2026'),
        validTo: cell('01/01/2026'),
        birthDate: cell('01/01/2030'),
        personId: cell('1'),
      },
    });
    expect(codes(faults)).toEqual([
      'value-invalid unitCode',
      'formula fullName',
      'title-unknown title',
      'day-in-future birthDate',
      'days-out-of-order validTo',
      'value-invalid personId',
      'value-invalid phone',
    ]);
  });

  it('never fails, whatever is typed', () => {
    const anything = fc.record(
      Object.fromEntries(
        COLUMNS.people.map(({ key }) => [key, fc.string({ unit: 'binary' }).map((text) => cell(text))]),
      ),
    );
    fc.assert(
      fc.property(anything, (cells) => {
        const { value, faults } = read(cells);
        expect(JSON.stringify([value, faults])).not.toContain('\\u0000');
        for (const fault of faults) expect(FAULT_CODES).toContain(fault.code);
      }),
    );
  });

  it('reads counts in groups of three', () => {
    expect(['1.200', '1,200', '1200', '', '-1', '1.5'].map(countOf)).toEqual([
      1200,
      1200,
      1200,
      null,
      undefined,
      undefined,
    ]);
  });
});

it('puts every fault into words of both languages', () => {
  const params = { columns: ['fullName'], value: 'x', row: 3, day: '01/01/2026', rows: 9 };
  for (const code of FAULT_CODES) {
    const { vi, en } = faultText('people', { code, column: 'fullName', params });
    expect(vi).not.toMatch(/[{}]/);
    expect(en).not.toMatch(/[{}]/);
    expect(vi).not.toBe(en);
  }
});
