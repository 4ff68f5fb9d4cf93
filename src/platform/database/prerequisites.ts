import pg from 'pg';
import { APP_ROLE } from './embedded/logins.js';

/** What the schema uses. All of them are "trusted": the owner of the database may install them itself. */
const EXTENSIONS = ['pg_trgm', 'btree_gist', 'ltree'];

const INSUFFICIENT_PRIVILEGE = '42501';
/** The extension's files are not on the server (contrib package). */
const NOT_INSTALLED = '0A000';
/** Another process made the same role, or gave the same grant, at the same moment. Roles are shared by all databases. */
const MADE_MEANWHILE = new Set(['42710', '23505', 'XX000']);

/** Something the owner's login may not make itself. */
export class MissingPrerequisiteError extends Error {
  constructor(what: string, sql: string[]) {
    super(
      `${what} An administrator of the PostgreSQL server has to run:\n${sql.map((line) => `  ${line};`).join('\n')}`,
    );
    this.name = 'MissingPrerequisiteError';
  }
}

/**
 * Makes the role that the application's sessions have, and lets the owner's login take it (`SET ROLE`). A role that can
 * sign in itself (embedded, or DATABASE_APP_URL) is left as it is.
 * @throws MissingPrerequisiteError
 */
export async function ensureAppRole(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ owner: string; missing: boolean; usable: boolean }>(
    `SELECT current_user AS owner, role.oid IS NULL AS missing,
            role.rolcanlogin
              OR pg_has_role(current_user, role.oid, CASE WHEN version.num < 160000 THEN 'MEMBER' ELSE 'SET' END) AS usable
       FROM (SELECT current_setting('server_version_num')::int AS num) version
       LEFT JOIN pg_roles role ON role.rolname = $1`,
    [APP_ROLE],
  );
  const [found] = rows;
  if (!found || found.usable) return;
  const statements = [
    ...(found.missing ? [`CREATE ROLE ${APP_ROLE} NOLOGIN`] : []),
    `GRANT ${APP_ROLE} TO ${pg.escapeIdentifier(found.owner)}`,
  ];
  await runAll(client, statements, `The login ${found.owner} needs the role ${APP_ROLE} and may not make or take it.`);
}

/** @throws MissingPrerequisiteError */
export async function ensureExtensions(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT extname AS name FROM pg_extension');
  const installed = new Set(rows.map(({ name }) => name));
  const statements = EXTENSIONS.filter((name) => !installed.has(name)).map(
    (name) => `CREATE EXTENSION IF NOT EXISTS ${name}`,
  );
  const { rows: database } = await client.query<{ name: string }>('SELECT current_database() AS name');
  await runAll(client, statements, `Extensions are missing in the database ${database[0]?.name}.`);
}

async function runAll(client: pg.ClientBase, statements: string[], what: string): Promise<void> {
  for (const [index, statement] of statements.entries()) {
    try {
      await client.query(statement);
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (code === INSUFFICIENT_PRIVILEGE || code === NOT_INSTALLED) {
        throw new MissingPrerequisiteError(what, statements.slice(index));
      }
      if (!MADE_MEANWHILE.has(code)) throw error;
    }
  }
}
