import { createGunzip, gzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { ArchivedSequence, ArchivedTable } from './manifest.js';
import { CorruptArchiveError, type TarEntry } from './tar.js';

const compress = promisify(gzip);

/** Text collected before it is packed and written: what bounds the memory of a backup. */
const PART_BYTES = 4 * 1024 * 1024;

/** TypeORM's own record: restoring runs the migrations, which writes it anew. */
const NOT_ARCHIVED = 'migrations';

/** Forms of text in which every major version reads what any other wrote. */
export const PORTABLE_SESSION = `
  SET LOCAL client_encoding = 'UTF8'; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'iso_8601';
  SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex';
  SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`;

type Client = Pick<pg.ClientBase, 'query'>;

/** Tables of schema public with the columns that hold data of their own; a table comes after those it refers to. */
export async function listTables(client: Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; refers_to: string[] }>(
    `SELECT c.relname AS name,
            (SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
              WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
            ARRAY(SELECT DISTINCT target.relname::text FROM pg_constraint f JOIN pg_class target ON target.oid = f.confrelid
              WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS refers_to
       FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname <> $1
        AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
      ORDER BY c.relname`,
    [NOT_ARCHIVED],
  );
  return inDependencyOrder(rows).map(({ name, columns }) => ({ name, columns }));
}

/** Tables that refer to each other in a circle come last, by name: restoring takes the foreign keys off meanwhile. */
function inDependencyOrder<T extends { name: string; refers_to: string[] }>(tables: T[]): T[] {
  const ordered: T[] = [];
  const done = new Set<string>();
  for (let left = tables; left.length > 0;) {
    const ready = left.filter(({ refers_to }) => refers_to.every((name) => done.has(name)));
    const next = ready.length > 0 ? ready : left;
    ordered.push(...next);
    for (const { name } of next) done.add(name);
    left = left.filter(({ name }) => !done.has(name));
  }
  return ordered;
}

const copyTarget = (table: { name: string; columns: string[] }) =>
  `public.${pg.escapeIdentifier(table.name)} (${table.columns.map((name) => pg.escapeIdentifier(name)).join(', ')})`;

/** Copies a table out in packed parts, handed over one by one. */
export async function copyOut(
  client: Client,
  table: { name: string; columns: string[] },
  put: (part: string, bytes: Buffer) => Promise<void>,
): Promise<ArchivedTable> {
  const stream = client.query(copyTo(`COPY ${copyTarget(table)} TO STDOUT`));
  const parts: string[] = [];
  let waiting: Buffer[] = [];
  let bytes = 0;
  const flush = async () => {
    if (bytes === 0) return;
    const part = `tables/${table.name}.${String(parts.length + 1).padStart(5, '0')}.copy.gz`;
    await put(part, await compress(Buffer.concat(waiting)));
    parts.push(part);
    waiting = [];
    bytes = 0;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes >= PART_BYTES) await flush();
  }
  await flush();
  return { ...table, rows: stream.rowCount, parts };
}

/**
 * Copies the parts of one table in. The entries have to come in the order of the manifest.
 * @throws CorruptArchiveError when the number of rows is another than the manifest says
 */
export async function copyIn(client: Client, table: ArchivedTable, next: () => Promise<TarEntry>): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${copyTarget(table)} FROM STDIN`));
  async function* text() {
    for (const part of table.parts) {
      const entry = await next();
      if (entry.name !== part) throw new CorruptArchiveError(`${part} is not where it belongs`);
      const unpacked = createGunzip();
      entry
        .stream()
        .on('error', (error) => unpacked.destroy(error))
        .pipe(unpacked);
      yield* unpacked as AsyncIterable<Buffer>;
    }
  }
  await pipeline(text(), stream);
  if (stream.rowCount !== table.rows) {
    throw new CorruptArchiveError(`${table.name} has ${stream.rowCount} rows instead of ${table.rows}`);
  }
}

export async function listSequences(client: Client): Promise<ArchivedSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'
        AND relname <> 'migrations_id_seq' ORDER BY relname`,
  );
  const sequences: ArchivedSequence[] = [];
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value AS value, is_called AS called FROM public.${pg.escapeIdentifier(name)}`,
    );
    sequences.push({ name, value: Number(state.rows[0]?.value), called: state.rows[0]?.called ?? false });
  }
  return sequences;
}

export async function setSequences(client: Client, sequences: ArchivedSequence[]): Promise<void> {
  for (const { name, value, called } of sequences) {
    await client.query('SELECT setval($1::regclass, $2, $3)', [`public.${pg.escapeIdentifier(name)}`, value, called]);
  }
}
