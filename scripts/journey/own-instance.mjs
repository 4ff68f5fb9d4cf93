// An instance for one journey: the built server with an empty data folder of its own, removed afterwards.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { MAIN, removeFolder, ROOT, startServer, temporaryFolder } from './server-process.mjs';

/** Five minutes, in slots of 20 seconds. */
const SLOTS_AGO = 15;

function buildIfMissing() {
  if (existsSync(MAIN)) return;
  const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/start.mjs'), '--build-only'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('The build failed: npm run build');
}

/** @returns its address, how to get the code that a class showed five minutes ago, and how to end it */
export async function startOwnInstance() {
  buildIfMissing();
  const folder = await temporaryFolder('union-skills-journey-');
  let server;
  const end = async () => {
    await server?.stop();
    await removeFolder(folder);
  };
  try {
    server = await startServer({ env: { DATA_DIR: folder, DEMO: 'yes' } });
  } catch (error) {
    await end();
    throw error;
  }
  return { url: server.url, end, expiredToken: (sessionId) => expiredToken(folder, sessionId) };
}

/** The code is made from a secret that never leaves the server; here it is read where the server keeps it. */
async function expiredToken(folder, sessionId) {
  const { attachToEmbeddedPostgres } = await import(join(ROOT, 'dist/platform/database/embedded-postgres.js'));
  const { makeToken, slotOf } = await import(join(ROOT, 'dist/classes/check-in-code.rules.js'));
  const { ownerUrl } = await attachToEmbeddedPostgres(join(folder, 'postgres'));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT check_in_secret AS secret FROM class_session WHERE id = $1', [
      sessionId,
    ]);
    return makeToken(rows[0].secret, sessionId, slotOf(new Date()) - SLOTS_AGO);
  } finally {
    await client.end();
  }
}
