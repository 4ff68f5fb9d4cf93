import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { ENTITIES } from '../../src/schema.js';

/** What global-setup.mjs tells the workers. */
interface TestServer {
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  appRole?: string;
  template: string;
}

/** A database of a test's own, without tables. */
export interface EmptyDatabase {
  ownerUrl: string;
  appUrl: string;
  /** Role to take after signing in with `appUrl`; absent when that login is the application's own. */
  appRole?: string;
  drop(): Promise<void>;
}

/** A migrated database of a test's own. */
export interface TestDatabase extends EmptyDatabase {
  /** Connected as the application, which owns no table and cannot change append-only ones. */
  dataSource: DataSource;
}

/** Every entity, for specs of the platform, which may not import features themselves. */
export const testEntities = ENTITIES;

function server(): TestServer {
  const text = process.env['TEST_SERVER'];
  if (!text) throw new Error('TEST_SERVER is missing: run tests through jest.config.mjs, whose globalSetup makes it');
  return JSON.parse(text) as TestServer;
}

/** The superuser of the test cluster, on the maintenance database. */
export function adminUrl(): string {
  return server().adminUrl;
}

/** A copy of the migrated template, or of another one, in well under 100 ms. Drop it in `afterAll`. */
export async function createTestDatabase(template = server().template): Promise<TestDatabase> {
  const database = await create(template);
  const dataSource = createDataSource({
    url: database.appUrl,
    role: database.appRole,
    pool: 10,
    entities: ENTITIES,
    applicationName: 'test',
  });
  await dataSource.initialize();
  const drop = async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.drop();
  };
  return { ...database, dataSource, drop };
}

/**
 * A template with more in it than tables, filled once in a run by whoever needs it first; the others wait.
 * @returns its name, for `createTestDatabase`
 */
export async function sharedTemplate(
  what: string,
  fill: (database: TestDatabase) => Promise<unknown>,
): Promise<string> {
  const template = `${server().template}_${what}`;
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    // Until this connection ends.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (rowCount === 0) {
      const database = await createTestDatabase();
      const { dataSource } = database;
      // Whoever fills it does not drop it.
      const leave = async () => (dataSource.isInitialized ? dataSource.destroy() : undefined);
      await fill({ ...database, drop: leave }).finally(leave);
      await client.query(`ALTER DATABASE ${new URL(database.ownerUrl).pathname.slice(1)} RENAME TO ${template}`);
      await client.query(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
    }
    return template;
  } finally {
    await client.end();
  }
}

/** A database without anything in it, for tests of migrations and of restoring. */
export function createEmptyDatabase(): Promise<EmptyDatabase> {
  return create('template1');
}

async function create(template: string): Promise<EmptyDatabase> {
  const { ownerUrl, appUrl, appRole } = server();
  const name = `union_test_${randomUUID().replaceAll('-', '')}`;
  const owner = pg.escapeIdentifier(decodeURIComponent(new URL(ownerUrl).username));
  await asAdmin(`CREATE DATABASE ${name} OWNER ${owner} TEMPLATE ${template}`);
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  return {
    ownerUrl: at(ownerUrl),
    appUrl: at(appUrl),
    ...(appRole === undefined ? {} : { appRole }),
    drop: () => asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
