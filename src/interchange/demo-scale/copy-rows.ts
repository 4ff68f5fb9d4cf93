import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Value = string | number | boolean | Date | Buffer | object | null;
/** By column. All rows of one table name the same columns. */
export type Row = Record<string, Value>;

const CHUNK_ROWS = 500;

/**
 * Sends rows by COPY, as the role of the connection: constraints and triggers see each of them.
 * @returns how many there were
 */
export async function copyRows(client: pg.ClientBase, table: string, rows: Iterable<Row>): Promise<number> {
  const list = [...rows];
  const columns = Object.keys(list[0] ?? {});
  if (columns.length === 0) return 0;
  const names = columns.map((name) => pg.escapeIdentifier(name)).join(', ');
  const stream = client.query(copyFrom(`COPY ${pg.escapeIdentifier(table)} (${names}) FROM STDIN`));
  await pipeline(Readable.from(chunks(list, columns)), stream);
  return stream.rowCount;
}

function* chunks(rows: Row[], columns: string[]): Generator<string> {
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    const part = rows.slice(start, start + CHUNK_ROWS);
    yield part.map((row) => `${columns.map((name) => text(row[name] ?? null)).join('\t')}\n`).join('');
  }
}

/** A value in COPY's text format. */
function text(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return typeof value === 'object' ? escaped(JSON.stringify(value)) : String(value);
}

function escaped(value: string): string {
  return value.replace(/[\\\t\n\r]/g, (sign) => `\\${{ '\t': 't', '\n': 'n', '\r': 'r' }[sign] ?? sign}`);
}
