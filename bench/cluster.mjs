// A PostgreSQL of the benchmark's own, as it runs in production: fsync on, synchronous commit on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Starts it in a folder. */
export async function startCluster(folder) {
  const { startEmbeddedPostgres } = await import('../dist/platform/database/embedded-postgres.js');
  const dir = join(folder, 'postgres');
  const server = await startEmbeddedPostgres({ dir, flags: ['-c', 'max_connections=100'] });
  const owner = new URL(server.ownerUrl).username;
  const asSuperuser = (statement) => withClient(server.superUrl, (client) => client.query(statement));
  return {
    postmasterPid: Number(readFileSync(join(server.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]),
    stop: () => server.stop(),
    /** A database, empty or a copy of another one that nobody is connected to. */
    async createDatabase(name, template = 'template1') {
      await asSuperuser(`CREATE DATABASE ${name} OWNER ${owner} TEMPLATE ${template}`);
      return {
        ownerUrl: at(server.ownerUrl, name),
        appUrl: at(server.appUrl, name),
        superUrl: at(server.superUrl, name),
      };
    },
    /** Writes everything to disk now, so that no checkpoint falls into a measurement. */
    checkpoint: () => asSuperuser('CHECKPOINT'),
  };
}

function at(url, database) {
  return Object.assign(new URL(url), { pathname: `/${database}` }).toString();
}

/** Runs something on a connection of its own. */
export async function withClient(connectionString, run) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
