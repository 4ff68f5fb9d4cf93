// One PostgreSQL for the whole run, with one migrated database as the template of all others. Plain .mjs on purpose:
// Jest loads it outside its module system, so it uses the built files.
import { createHash } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import pg from 'pg';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '../..');
const dist = join(root, 'dist');

/** Test data is thrown away: nothing needs to survive a power cut. */
const FLAGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200', 'autovacuum=off'];

const MEMORY_FOLDER = '/dev/shm';
const MEMORY_NEEDED = 2 ** 30;

/**
 * In memory where there is room: copying a database makes some 600 files, which took 27 ms there and up to 600 ms on a
 * busy disk. A container's /dev/shm has 64 MB by default, so the room is looked at.
 */
function folderForClusters() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY_FOLDER);
    if (bavail * bsize >= MEMORY_NEEDED) {
      const checkout = createHash('sha256').update(root).digest('hex').slice(0, 12);
      return join(MEMORY_FOLDER, `union-skills-test-${userInfo().uid}-${checkout}`);
    }
  } catch {
    // No such folder on this system.
  }
  return join(root, '.data-test');
}

/** Two runs in one checkout each find a free folder; one left behind by a killed run is used again. */
async function startServer() {
  const { startEmbeddedPostgres } = await import(join(dist, 'platform/database/embedded-postgres.js'));
  const { DataFolderInUseError } = await import(join(dist, 'platform/database/embedded/instance-lock.js'));
  for (let slot = 0; ; slot++) {
    const dir = join(folderForClusters(), String(slot));
    try {
      const server = await startEmbeddedPostgres({ dir, flags: FLAGS.flatMap((flag) => ['-c', flag]) });
      return { ...server, dir };
    } catch (error) {
      if (!(error instanceof DataFolderInUseError)) throw error;
    }
  }
}

function withDatabase(url, database) {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

async function makeTemplate(server, template) {
  const { migrate } = await import(join(dist, 'platform/database/migrate.js'));
  const { ENTITIES } = await import(join(dist, 'schema.js'));
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT datname FROM pg_database WHERE datname LIKE 'union_test_%'`);
    // Only in our own cluster, whose lock we hold: elsewhere they may belong to another run.
    if (server.embedded) for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    const owner = pg.escapeIdentifier(decodeURIComponent(new URL(server.ownerUrl).username));
    await client.query(`CREATE DATABASE ${template} OWNER ${owner}`);
    await migrate({ ownerUrl: withDatabase(server.ownerUrl, template), entities: ENTITIES });
    await client.query(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
  } finally {
    await client.end();
  }
}

export default async function setup() {
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given ? null : await startServer();
  const server = embedded
    ? { embedded: true, adminUrl: embedded.superUrl, ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl }
    : { embedded: false, adminUrl: given, ownerUrl: given, appUrl: given, appRole: 'union_app' };
  const template = `union_test_template_${process.pid}`;
  await makeTemplate(server, template);
  // Jest's workers inherit the environment, and nothing else.
  process.env.TEST_SERVER = JSON.stringify({ ...server, template });
  globalThis.__TEST_SERVER__ = { embedded, adminUrl: server.adminUrl, template };
}
