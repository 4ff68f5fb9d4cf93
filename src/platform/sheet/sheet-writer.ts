import { Readable } from 'node:stream';
import { zipOf, type ZipPart } from '../zip/zip-writer.js';

export type SheetFormat = 'xlsx' | 'csv';

/** A table to write: the first row is the headings. */
export interface Table {
  name: string;
  rows: AsyncIterable<string[]> | Iterable<string[]>;
}

const DANGEROUS = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** A text that a spreadsheet program would take for a formula gets an apostrophe; `unguarded` takes it off again. */
export function guarded(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** The text as it was before `guarded`. */
export function unguarded(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}

/** Content type of the format. */
export const CONTENT_TYPES: Record<SheetFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Writes tables as they are read. CSV has one table only: the first one. */
export function writeSheet(format: SheetFormat, tables: [Table, ...Table[]]): Readable {
  return format === 'csv' ? Readable.from(csvOf(tables[0])) : Readable.from(zipOf(xlsxParts(tables)));
}

/** With a mark, without which Excel reads the accents of UTF-8 wrongly. */
async function* csvOf({ rows }: Table): AsyncGenerator<Buffer> {
  let text = '\ufeff';
  for await (const row of rows) {
    text += row.map(csvField).join(',') + '\r\n';
    if (text.length < 32_768) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

function csvField(text: string): string {
  const safe = guarded(text);
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function* xlsxParts(tables: Table[]): Generator<ZipPart> {
  const sheets = tables.map((_, index) => index + 1);
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${SPREADSHEET}.${type}+xml"/>`;
  yield part(
    '[Content_Types].xml',
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}` +
      `${override('styles.xml', 'styles')}${sheets.map((n) => override(`worksheets/sheet${n}.xml`, 'worksheet')).join('')}</Types>`,
  );
  yield part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  yield part(
    'xl/workbook.xml',
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${tables
      .map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
  );
  const targets = sheets.map((n): [string, string] => ['worksheet', `worksheets/sheet${n}.xml`]);
  yield part('xl/_rels/workbook.xml.rels', relations([...targets, ['styles', 'styles.xml']]));
  yield part('xl/styles.xml', STYLES);
  for (const [index, table] of tables.entries()) {
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(table) };
  }
}

const part = (name: string, xml: string): ZipPart => ({ name, content: [Buffer.from(xml)] });

const relations = (list: [string, string][]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** Style 1 is text, so that leading zeros survive being edited; style 2 is a bold heading. */
const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  `<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>` +
  `<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">` +
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
  `<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

async function* sheetXml({ rows }: Table): AsyncGenerator<Buffer> {
  let xml = `${XML}<worksheet xmlns="${MAIN}"><cols><col min="1" max="30" width="20" style="1" customWidth="1"/></cols><sheetData>`;
  let isHeading = true;
  for await (const row of rows) {
    const style = isHeading ? 2 : 1;
    isHeading = false;
    xml += `<row>${row.map((text) => cellXml(text, style)).join('')}</row>`;
    if (xml.length < 32_768) continue;
    yield Buffer.from(xml);
    xml = '';
  }
  yield Buffer.from(`${xml}</sheetData></worksheet>`);
}

function cellXml(text: string, style: number): string {
  if (text === '') return '<c/>';
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(guarded(text))}</t></is></c>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// What XML 1.0 cannot hold, and the underscore of what would read as the escape of such a character.
const UNWRITABLE = /(?![\t\n])[\p{Cc}\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)|[&<>"]/gu;

function escaped(text: string): string {
  return text.replace(
    UNWRITABLE,
    (found) => ENTITIES[found] ?? `_x${found.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
  );
}
