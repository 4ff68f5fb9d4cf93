import pg from 'pg';
import type { Passwords } from './cluster-folder.js';
import { SUPERUSER } from './cluster-folder.js';

export const DATABASE = 'union_skills';
export const OWNER = 'union_owner';
export const APP_ROLE = 'union_app';

export interface ClusterUrls {
  superUrl: string;
  ownerUrl: string;
  appUrl: string;
}

/** The connection strings of the three logins. The superuser's leads to the maintenance database. */
export function clusterUrls(port: number, passwords: Passwords): ClusterUrls {
  const url = (user: string, password: string, database: string) =>
    `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return {
    superUrl: url(SUPERUSER, passwords.superuser, 'postgres'),
    ownerUrl: url(OWNER, passwords.owner, DATABASE),
    appUrl: url(APP_ROLE, passwords.app, DATABASE),
  };
}

/**
 * Makes what is missing of the two logins and the database, and sets the passwords: an earlier start may have been
 * interrupted anywhere. The owner owns the database and its tables; the application's login owns nothing.
 * @throws Error when the server on that port serves another data folder
 */
export async function ensureLogins(superUrl: string, passwords: Passwords, cluster: string): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl, application_name: 'union-skills-launcher' });
  await client.connect();
  try {
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    if (rows[0]?.data_directory !== cluster)
      throw new Error(`${superUrl.split('@')[1]} serves ${rows[0]?.data_directory}`);
    await ensureLogin(client, OWNER, passwords.owner);
    await ensureLogin(client, APP_ROLE, passwords.app);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await client.end();
  }
}

async function ensureLogin(client: pg.Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(
    `${verb} ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(password)}`,
  );
}
