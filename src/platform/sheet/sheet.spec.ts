import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openSheet } from './open-sheet.js';
import { SheetFault, type Cell } from './sheet.js';
import { guarded, unguarded, writeSheet, type SheetFormat } from './sheet-writer.js';
import { zipOf } from '../zip/zip-writer.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheet-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(bytes: Buffer | string): Promise<Cell[][]> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  const sheet = await openSheet(path);
  try {
    const rows: Cell[][] = [];
    for await (const batch of sheet.rows()) rows.push(...batch.map(({ cells }) => cells));
    return rows;
  } finally {
    await sheet.close();
  }
}

const texts = async (bytes: Buffer | string) => (await read(bytes)).map((cells) => cells.map(({ text }) => text));

const refusal = (bytes: Buffer | string): Promise<string> =>
  read(bytes).then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof SheetFault) return error.code;
      throw error;
    },
  );

async function zip(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const list = Object.entries(parts).map(([name, content]) => ({ name, content: [Buffer.from(content)] }));
  for await (const chunk of zipOf(list)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const FIVE_GB = 5 * 1024 ** 3;

/** The archive with another size declared for a part when unpacked, as the directory at its end has it (ZIP64 if need be). */
function declared(archive: Buffer, part: string, bytes: number): Buffer {
  const end = archive.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const entry = archive.lastIndexOf(part) - 46;
  const head = Buffer.from(archive.subarray(entry, end));
  const nameEnd = 46 + head.readUInt16LE(28);
  const extra = Buffer.alloc(bytes > 0xffffffff ? 12 : 0);
  head.writeUInt32LE(Math.min(bytes, 0xffffffff), 24);
  if (extra.length > 0) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(bytes), 4);
    head.writeUInt16LE(head.readUInt16LE(30) + extra.length, 30);
  }
  const tail = Buffer.from(archive.subarray(end));
  tail.writeUInt32LE(tail.readUInt32LE(12) + extra.length, 12);
  return Buffer.concat([archive.subarray(0, entry), head.subarray(0, nameEnd), extra, head.subarray(nameEnd), tail]);
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const BOOK = {
  '[Content_Types].xml': '<Types/>',
  'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="Ẩn" sheetId="1" state="hidden" r:id="r1"/><sheet name="S" sheetId="2" r:id="r2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r2" Type="${RELATIONS}/worksheet" Target="worksheets/b.xml"/><Relationship Id="r3" Type="${RELATIONS}/sharedStrings" Target="/xl/strings.xml"/></Relationships>`,
};
const withSheet = (cells: string, more: Record<string, string | Buffer> = {}) =>
  zip({ ...BOOK, 'xl/worksheets/b.xml': `<worksheet><sheetData>${cells}</sheetData></worksheet>`, ...more });

describe('what is written is read again', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary-ascii', maxLength: 12 }),
    fc.constantFrom('=1', "'=1", '_x000D_', 'Đức', '""', 'a\nb'),
  );
  it.each<SheetFormat>(['csv', 'xlsx'])('in %s, whatever is in the cells', async (format) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant('x'), cell, cell, fc.constant('y')), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          // What XML has no place for, a line end of its own, comes back as a line feed.
          const clean = rows.map((row) => row.map((text) => text.replace(/\r\n?/g, '\n')));
          const bytes = await buffer(writeSheet(format, [{ name: 'S', rows: clean }]));
          // Blanks alone are nothing.
          const solid = (row: string[]) => row.map((text) => (text.trim() === '' ? '' : text));
          expect((await texts(bytes)).map((row) => solid(row.map(unguarded)))).toEqual(clean.map(solid));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes off exactly the apostrophe that it put on', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('', "'", "''"),
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', ''),
        (text, quotes, sign) => {
          const whole = quotes + sign + text;
          expect(unguarded(guarded(whole))).toBe(whole);
          expect(guarded(whole)).not.toMatch(/^[=+\-@\t\r]/);
        },
      ),
    );
  });
});

describe('CSV', () => {
  const TABLE = [
    ['Họ và tên', 'Mã'],
    ['Nguyễn Thị Hoà', '007'],
  ];
  const csv = (separator: string) => TABLE.map((row) => row.join(separator)).join('\r\n');
  it.each([',', ';', '\t'])('with the separator %j', async (separator) => {
    expect(await texts(csv(separator))).toEqual(TABLE);
    expect(await texts(`sep=${separator}\r\n${csv(separator)}`)).toEqual(TABLE);
  });

  it('in UTF-8 and UTF-16 with and without marks', async () => {
    const big = (text: string) => Buffer.from(text, 'utf16le').swap16();
    expect(await texts(Buffer.from(`\ufeff${csv(',')}`))).toEqual(TABLE);
    expect(await texts(Buffer.from(`\ufeff${csv(',')}`, 'utf16le'))).toEqual(TABLE);
    expect(await texts(big(`\ufeff${csv(',')}`))).toEqual(TABLE);
    const plain = 'Ho ten,Ma\r\nNguyen Thi Hoa,7';
    expect(await texts(Buffer.from(plain, 'utf16le'))).toEqual(await texts(plain));
  });

  it('in Windows-1258, where an accent stands after its letter', async () => {
    // "Họ tên": o and the dot below, e with its roof.
    const bytes = Buffer.from([0x48, 0x6f, 0xf2, 0x20, 0x74, 0xea, 0x6e, 0x2c, 0x41]);
    expect((await texts(bytes)).flat().map((text) => text.normalize('NFC'))).toEqual(['Họ tên', 'A']);
  });

  it('with quotation marks, line ends within them, and formulas', async () => {
    expect(await texts('a,"b ""c""\nd"\n"e",f\n')).toEqual([
      ['a', 'b "c"\nd'],
      ['e', 'f'],
    ]);
    expect((await read('a,b\n=1+1,x'))[1]?.[0]?.kind).toBe('formula');
  });

  it('refuses what is no table', async () => {
    expect(await refusal('')).toBe('file-empty');
    expect(await refusal('%PDF-1.7 …')).toBe('file-unreadable');
    expect(await refusal('a,"b\nc')).toBe('file-damaged');
    expect(await refusal(`a,"${'x'.repeat(200_000)}`)).toBe('file-cell-too-long');
    expect(await refusal(Array(10_000).fill('x').join(','))).toBe('file-too-wide');
    expect(await refusal(Buffer.from([0x61, 0, 0, 0x62, 0, 0, 0x63, 0x64]))).toBe('file-unreadable');
  });
});

describe('xlsx', () => {
  it('reads the first visible sheet: shared and inline texts, numbers, gaps, no phonetic guides', async () => {
    const strings = '<sst><si><t>Hoà</t><rPh><t>x</t></rPh></si><si><r><t>A</t></r><r><t>_x0041_</t></r></si></sst>';
    const cells =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>' +
      '<row r="5"><c t="inlineStr"><is><t>b</t></is></c><c><v>9.01234567E8</v></c><c><f>1+1</f><v>2</v></c><c t="e"><v>#REF!</v></c></row>';
    const rows = await read(await withSheet(cells, { 'xl/strings.xml': strings }));
    expect(rows[0]?.map(({ text }) => text)).toEqual(['Hoà', '', 'AA']);
    expect(rows[1]).toEqual([
      { kind: 'text', text: 'b' },
      { kind: 'number', text: '901234567' },
      { kind: 'formula', text: '' },
      { kind: 'formula', text: '' },
    ]);
  });

  it('refuses macros, old and encrypted files, foreign and damaged archives', async () => {
    const fine = await withSheet('<row><c t="inlineStr"><is><t>x</t></is></c></row>');
    expect(await refusal(fine)).toBe('read');
    expect(await refusal(await withSheet('', { 'xl/vbaProject.bin': 'x' }))).toBe('file-has-macros');
    const macroTypes = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    expect(await refusal(await withSheet('', { '[Content_Types].xml': macroTypes }))).toBe('file-has-macros');
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('file-old-or-encrypted');
    expect(await refusal(await zip({ 'readme.txt': 'x' }))).toBe('file-unreadable');
    expect(await refusal(fine.subarray(0, fine.length - 30))).toBe('file-damaged');
    expect(await refusal(await withSheet('<row><c'))).toBe('file-damaged');
  });

  it('refuses bombs without unpacking them', async () => {
    const before = process.memoryUsage().rss;
    const bomb = await withSheet(`<row>${' '.repeat(48 * 1_048_576)}</row>`);
    expect(await refusal(bomb)).toBe('file-expands-too-much');
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1_048_576);
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>';
    expect(await refusal(await withSheet('', { 'xl/worksheets/b.xml': laughs }))).toBe('file-damaged');
  });

  it('holds a part to the size that it declares, be it five gigabytes or a lie', async () => {
    const honest = await withSheet(`<row><c t="inlineStr"><is><t>${'Hoà '.repeat(2000)}</t></is></c></row>`);
    expect(await refusal(honest)).toBe('read');
    const before = process.memoryUsage().rss;
    expect(await refusal(declared(honest, 'xl/worksheets/b.xml', FIVE_GB))).toBe('file-expands-too-much');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1_048_576);
    expect(await refusal(declared(honest, 'xl/worksheets/b.xml', 100))).toBe('file-damaged');
  });

  it('refuses 10,000 columns, but not columns that are only coloured', async () => {
    const wide = (value: string) => `<row><c r="NTP1" t="inlineStr"><is><t>${value}</t></is></c><c r="A1"/></row>`;
    expect(await refusal(await withSheet(wide('x')))).toBe('file-too-wide');
    expect(await refusal(await withSheet(wide(' ')))).toBe('read');
  });
});
