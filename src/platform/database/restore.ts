import { resolve } from 'node:path';
import pg from 'pg';
import { MigrationExecutor, type Migration, type QueryRunner } from 'typeorm';
import { ArchiveReader } from './archive/archive-reader.js';
import { withoutConstraints } from './archive/loading.js';
import { KEYS, type Manifest } from './archive/manifest.js';
import { openKeys, writeKeyFiles } from './archive/sealed-keys.js';
import { StagedFolders } from './archive/staged-folders.js';
import { copyIn, listTables, PORTABLE_SESSION, setSequences } from './archive/tables.js';
import { CorruptArchiveError, type TarEntry } from './archive/tar.js';
import { migrate, MIGRATION_LOCK, migrationDataSource, prepare, withOwner } from './migrate.js';
import { MIGRATIONS } from './migrations/index.js';

export interface RestoreOptions {
  file: string;
  ownerUrl: string;
  /** Data folder to fill; its `files`, `checkpoints` and `keys` must be missing or empty. */
  dataDir: string;
  entities: NewableFunction[];
  /** Opens the keys in the archive. */
  passphrase?: string;
  /** Restores everything but the keys, when there is no passphrase any more. */
  withoutKeys?: boolean;
}

export interface RestoreReport {
  /** When the backup was made, ISO 8601. */
  createdAt: string;
  tables: number;
  rows: number;
  files: number;
  /** Tables in the archive that somebody made beside the application; they are not restored. */
  skipped: string[];
  /** What became of the keys, for people. */
  keys: string;
}

/**
 * Fills an empty database and data folder from an archive of `backup`, completely or not at all. Every hash is compared
 * before anything is written. The tables are made as they were at the time of the backup, filled, and then migrated
 * to today's; the archive may come from another major version of PostgreSQL.
 * @throws CorruptArchiveError, WrongPassphraseError, or Error when the target is not empty
 */
export async function restore(options: RestoreOptions): Promise<RestoreReport> {
  const archive = await ArchiveReader.open(resolve(options.file));
  try {
    assertKnownMigrations(archive.manifest);
    await withOwner(options.ownerUrl, assertEmpty);
    const report = await fill(archive, options);
    // The queue's schema and the grants; each start does it again, so it may come after the commit.
    await migrate(options);
    await withOwner(options.ownerUrl, (client) => client.query('ANALYZE'));
    return report;
  } finally {
    await archive.close();
  }
}

async function fill(archive: ArchiveReader, options: RestoreOptions): Promise<RestoreReport> {
  const folders = await StagedFolders.create(options.dataDir);
  try {
    const keys = await stageKeys(archive, folders, options);
    const { createdAt, tables, files } = archive.manifest;
    const skipped = await restoreAll(archive, folders, options);
    const restored = tables.filter(({ name }) => !skipped.includes(name));
    const rows = restored.reduce((sum, table) => sum + table.rows, 0);
    return { createdAt, tables: restored.length, rows, files, skipped, keys };
  } catch (error) {
    await folders.discard();
    throw error;
  }
}

function assertKnownMigrations({ migrations }: Manifest): void {
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const unknown = migrations.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Error(`The backup was made by a newer version of this application (it knows ${unknown.join(', ')}).`);
  }
}

async function assertEmpty(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
      LIMIT 3`,
  );
  if (rows.length === 0) return;
  throw new Error(
    `The database is not empty (it has ${rows.map(({ name }) => name).join(', ')}…). ` +
      'A backup is restored into an empty database only: make a new one, or give an unused DATA_DIR.',
  );
}

/** Opens the keys first: a wrong passphrase must be noticed before anything is written. */
async function stageKeys(archive: ArchiveReader, folders: StagedFolders, options: RestoreOptions): Promise<string> {
  const { keys } = archive.manifest;
  if (keys === null) return 'none in the archive';
  if (options.withoutKeys === true) return 'left out, as asked';
  if (options.passphrase === undefined) {
    throw new Error('The archive holds encrypted keys: give the passphrase, or ask to restore without the keys.');
  }
  for await (const entry of archive.entries()) {
    if (entry.name !== KEYS) continue;
    await writeKeyFiles(folders.keysFolder, await openKeys(await entry.bytes(), keys, options.passphrase));
    return 'restored';
  }
  throw new CorruptArchiveError(`${KEYS} is missing`);
}

async function restoreAll(archive: ArchiveReader, folders: StagedFolders, options: RestoreOptions): Promise<string[]> {
  const dataSource = await migrationDataSource(options.ownerUrl, options.entities).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as pg.PoolClient;
    await runner.startTransaction();
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query(PORTABLE_SESSION);
    await prepare(client);
    await assertEmpty(client);
    await new PartialMigration(dataSource, runner, archive.manifest.migrations).executePendingMigrations();
    const skipped = await load(client, archive, folders);
    await new MigrationExecutor(dataSource, runner).executePendingMigrations();
    // The last thing that can fail before the commit; taken back by the caller if the commit does.
    await folders.moveIntoPlace();
    await runner.commitTransaction();
    return skipped;
  } catch (error) {
    await rollback(runner);
    throw error;
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}

async function rollback(runner: QueryRunner): Promise<void> {
  if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
}

/** Runs the migrations that the backup had, inside a transaction that is already open. */
class PartialMigration extends MigrationExecutor {
  constructor(
    dataSource: ConstructorParameters<typeof MigrationExecutor>[0],
    runner: QueryRunner,
    private readonly names: string[],
  ) {
    super(dataSource, runner);
  }

  protected override getMigrations(): Migration[] {
    return super.getMigrations().filter(({ name }) => this.names.includes(name));
  }
}

/** @returns names of archived tables that no migration of ours makes */
async function load(client: pg.PoolClient, archive: ArchiveReader, folders: StagedFolders): Promise<string[]> {
  const { manifest } = archive;
  const entries = archive.entries();
  const next = async () => {
    const { value, done } = (await entries.next()) as IteratorResult<TarEntry, undefined>;
    if (done === true) throw new CorruptArchiveError('entries are missing');
    return value;
  };
  const known = new Set((await listTables(client)).map(({ name }) => name));
  await withoutConstraints(client, async () => {
    // Migrations may have put in rows of their own; the backup has them too, as they were by then.
    await truncate(client, [...known]);
    for (const table of manifest.tables) {
      if (known.has(table.name)) await copyIn(client, table, next);
      else for (const _part of table.parts) await next();
    }
    await setSequences(client, manifest.sequences);
  });
  for await (const entry of entries) {
    if (entry.name !== KEYS) await folders.unpack(entry);
  }
  return manifest.tables.map(({ name }) => name).filter((name) => !known.has(name));
}

async function truncate(client: pg.PoolClient, tables: string[]): Promise<void> {
  const names = tables.map((name) => `public.${pg.escapeIdentifier(name)}`);
  if (names.length > 0) await client.query(`TRUNCATE ${names.join(', ')}`);
}
