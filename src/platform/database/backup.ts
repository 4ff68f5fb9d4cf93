import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type pg from 'pg';
import { ArchiveWriter } from './archive/archive-writer.js';
import { ARCHIVE_FORMAT, FOLDERS, isSafePath, KEYS, type ArchivedTable, type KeySeal } from './archive/manifest.js';
import { sealKeys } from './archive/sealed-keys.js';
import { copyOut, listSequences, listTables, PORTABLE_SESSION } from './archive/tables.js';
import { withOwner } from './migrate.js';

export interface BackupOptions {
  /** Archive to write; its folder is made when missing. */
  file: string;
  ownerUrl: string;
  /** Folder with `files`, `checkpoints` and `keys`. */
  dataDir: string;
  /** Encrypts the keys. Without it they are left out. */
  passphrase?: string;
}

export interface BackupReport {
  file: string;
  /** Size of the archive. */
  bytes: number;
  tables: number;
  rows: number;
  /** Stored files and checkpoints. */
  files: number;
  /** What became of the keys, for people. */
  keys: string;
}

/**
 * Writes everything an installation is into one archive (docs/adr/0004-backup-format.md): every table as it was at one
 * moment, the stored files, and the keys if there is a passphrase. The application may go on working meanwhile. Queued
 * jobs are not in it: the outbox is, and makes them again.
 * @throws Error when the file exists already; nothing is left behind then
 */
export async function backup(options: BackupOptions): Promise<BackupReport> {
  if (options.passphrase === '') throw new Error('The passphrase is empty.');
  const file = resolve(options.file);
  await mkdir(dirname(file), { recursive: true });
  const archive = await ArchiveWriter.create(file);
  try {
    const database = await withOwner(options.ownerUrl, (client) => archiveDatabase(client, archive));
    // After the tables: a file is stored before the row that names it, so every name in the snapshot has its file.
    const files = await archiveFolders(options.dataDir, archive);
    const keys = await archiveKeys(options, archive);
    const bytes = await archive.finish({
      format: ARCHIVE_FORMAT,
      createdAt: new Date().toISOString(),
      ...database,
      files,
      keys: keys.seal,
    });
    const rows = database.tables.reduce((sum, table) => sum + table.rows, 0);
    return { file, bytes, tables: database.tables.length, rows, files, keys: keys.said };
  } catch (error) {
    await archive.discard();
    throw error;
  }
}

async function archiveDatabase(client: pg.Client, archive: ArchiveWriter) {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query(PORTABLE_SESSION);
  const tables: ArchivedTable[] = [];
  for (const table of await listTables(client)) {
    tables.push(await copyOut(client, table, (part, bytes) => archive.add(part, bytes)));
  }
  const sequences = await listSequences(client);
  const server = await client.query<{ major: number; migrations: string[] }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS major,
            ARRAY(SELECT name::text FROM migrations ORDER BY timestamp) AS migrations`,
  );
  await client.query('COMMIT');
  const { major = 0, migrations = [] } = server.rows[0] ?? {};
  return { postgresMajor: major, migrations, tables, sequences };
}

async function archiveFolders(dataDir: string, archive: ArchiveWriter): Promise<number> {
  let count = 0;
  for (const folder of FOLDERS) {
    for await (const name of filesIn(join(dataDir, folder))) {
      await archive.addFile(`${folder}/${name}`, join(dataDir, folder, name));
      count++;
    }
  }
  return count;
}

/** Paths within the folder, a level at a time. Drafts begin with a dot and are no part of the data yet. */
async function* filesIn(folder: string, below = ''): AsyncGenerator<string> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(below, entry.name).replaceAll(sep, '/');
    if (entry.isDirectory()) yield* filesIn(folder, path);
    else if (entry.isFile() && isSafePath(path)) yield path;
  }
}

async function archiveKeys(
  { dataDir, passphrase }: BackupOptions,
  archive: ArchiveWriter,
): Promise<{ seal: KeySeal | null; said: string }> {
  if (passphrase === undefined) {
    return {
      seal: null,
      said: 'left out, because no passphrase was given: keep DATA_DIR/keys or MASTER_KEY elsewhere',
    };
  }
  const sealed = await sealKeys(join(dataDir, 'keys'), passphrase);
  if (!sealed) return { seal: null, said: 'none in DATA_DIR/keys: keep MASTER_KEY elsewhere' };
  await archive.add(KEYS, sealed.bytes);
  return { seal: sealed.seal, said: 'encrypted with the passphrase' };
}
