import pg from 'pg';
import { APPEND_ONLY_TABLES } from './migrations/guards/append-only.js';
import { APP_ROLE } from './embedded/logins.js';

export const QUEUE_SCHEMA = 'bullmq';
/** TypeORM's record of what was run: the application reads it for its health check, and nothing more. */
const READ_ONLY_TABLES = ['migrations'];

/**
 * Gives the application's role what it needs, on exactly the tables of this owner, and the same on tables to come.
 * One transaction: there is no moment at which an append-only table could be changed.
 */
export async function grantAll(client: pg.Client): Promise<void> {
  const tables = await ownTables(client, 'public');
  const restricted = new Set<string>([...APPEND_ONLY_TABLES, ...READ_ONLY_TABLES]);
  const statements = [
    `GRANT USAGE ON SCHEMA public TO ${APP_ROLE}`,
    ...grant(
      'SELECT, INSERT, UPDATE, DELETE',
      tables.filter((table) => !restricted.has(table)),
    ),
    ...restrict(
      'SELECT, INSERT',
      tables.filter((table) => APPEND_ONLY_TABLES.some((name) => name === table)),
    ),
    ...restrict(
      'SELECT',
      tables.filter((table) => READ_ONLY_TABLES.includes(table)),
    ),
    ...futureTables('public'),
    ...queueGrants(),
    // BullMQ gathers bulk inserts in a temporary table; by default everybody may, but an administrator can change that.
    `GRANT TEMPORARY ON DATABASE ${pg.escapeIdentifier(await databaseName(client))} TO ${APP_ROLE}`,
  ];
  await client.query('BEGIN');
  try {
    for (const statement of statements) await client.query(statement);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function databaseName(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  return rows[0]?.name ?? '';
}

async function ownTables(client: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = $1::regnamespace AND relkind IN ('r', 'p') AND pg_get_userbyid(relowner) = current_user
      ORDER BY relname`,
    [schema],
  );
  return rows.map(({ name }) => name);
}

function list(tables: string[]): string {
  return tables.map((table) => `public.${pg.escapeIdentifier(table)}`).join(', ');
}

function grant(privileges: string, tables: string[]): string[] {
  return tables.length === 0 ? [] : [`GRANT ${privileges} ON ${list(tables)} TO ${APP_ROLE}`];
}

/** Takes away first: the defaults for new tables gave more. */
function restrict(privileges: string, tables: string[]): string[] {
  return tables.length === 0 ? [] : [`REVOKE ALL ON ${list(tables)} FROM ${APP_ROLE}`, ...grant(privileges, tables)];
}

function futureTables(schema: string): string[] {
  return [
    // Only the owner's: BullMQ makes a sequence per queue under the application's role, which the owner may not grant.
    `DO $$ DECLARE own regclass; BEGIN
       FOR own IN SELECT oid::regclass FROM pg_class WHERE relkind = 'S' AND relnamespace = '${schema}'::regnamespace
                     AND pg_get_userbyid(relowner) = current_user
       LOOP EXECUTE format('GRANT USAGE ON SEQUENCE %s TO ${APP_ROLE}', own); END LOOP;
     END $$`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${APP_ROLE}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT USAGE ON SEQUENCES TO ${APP_ROLE}`,
  ];
}

/** BullMQ works on its tables through its functions, which run with the rights of the caller. */
function queueGrants(): string[] {
  return [
    // CREATE: BullMQ makes a sequence for each queue when it is first used.
    `GRANT USAGE, CREATE ON SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE}`,
    ...futureTables(QUEUE_SCHEMA),
  ];
}
