import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { ensureAppRole, ensureExtensions } from './prerequisites.js';
import { grantAll, QUEUE_SCHEMA } from './grants.js';
import { MIGRATIONS } from './migrations/index.js';

const MINIMUM_MAJOR = 15;
/** One migration at a time per database: several processes may start at once. */
export const MIGRATION_LOCK = 0x0041_1110;

export interface MigrateOptions {
  /** Login that owns the tables. Not through a pooler in transaction mode: the lock belongs to the session. */
  ownerUrl: string;
  entities: NewableFunction[];
}

/** The server is older than what the schema needs. */
export class UnsupportedPostgresError extends Error {
  constructor(version: string) {
    super(
      `PostgreSQL ${MINIMUM_MAJOR} or newer is needed; this server is ${version}. Upgrade it, or leave DATABASE_URL empty.`,
    );
    this.name = 'UnsupportedPostgresError';
  }
}

/**
 * Brings roles, extensions, tables, the queue's schema and the grants up to date. May be repeated, and run by several
 * processes at once: all but one wait, and then find nothing to do.
 * @returns names of the migrations that this call ran
 * @throws UnsupportedPostgresError, MissingPrerequisiteError (with the SQL a DBA has to run)
 */
export async function migrate({ ownerUrl, entities }: MigrateOptions): Promise<string[]> {
  return withOwner(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await prepare(client);
    const names = await runTableMigrations(ownerUrl, entities);
    await runQueueMigrations(client, QUEUE_SCHEMA);
    await grantAll(client);
    return names;
  });
}

/**
 * What has to be there before the first table: the application's role and the extensions.
 * @throws MissingPrerequisiteError
 */
export async function prepare(client: pg.ClientBase): Promise<void> {
  await ensureAppRole(client);
  await ensureExtensions(client);
}

/**
 * A session of the owner without time limits. Ending it gives its advisory locks free, also when the process dies.
 * @throws UnsupportedPostgresError
 */
export async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'union-skills-owner' });
  await client.connect();
  try {
    await assertVersion(client);
    return await work(client);
  } finally {
    await client.end();
  }
}

async function assertVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`,
  );
  const [server] = rows;
  if (!server || server.number < MINIMUM_MAJOR * 10_000)
    throw new UnsupportedPostgresError(server?.version ?? 'unknown');
}

async function runTableMigrations(ownerUrl: string, entities: NewableFunction[]): Promise<string[]> {
  const dataSource = await migrationDataSource(ownerUrl, entities).initialize();
  try {
    const done = await dataSource.runMigrations({ transaction: 'all' });
    return done.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

/** One session of the owner that knows every migration and has no time limit. */
export function migrationDataSource(ownerUrl: string, entities: NewableFunction[]): DataSource {
  return createDataSource({
    url: ownerUrl,
    pool: 1,
    entities,
    migrations: MIGRATIONS,
    applicationName: 'union-skills-migrate',
    statementTimeoutMs: 0,
  });
}
