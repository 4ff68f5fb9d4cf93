// The server processes of a run: how they are set, and the one that writes its statements down.
import { join } from 'node:path';
import { LoadClient } from './load.mjs';
import { readRecording } from './replay.mjs';

const RECORD_FILE = 'statements.json';
const MASTER_KEY = 'k8Zr2vQ0yWm5Tt9sLx3Jc7Hb1Nf6Pd4Ga';

/** The settings of every server process: as in production, on a database of its own. */
export function settings(folder, database) {
  return {
    NODE_ENV: 'production',
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    PUBLIC_URL: 'https://union-skills.example',
    TRUSTED_PROXIES: '127.0.0.1',
    MASTER_KEY,
  };
}

/** What is to be replayed, once, on a server that writes down its statements; stops it. */
export async function record(plans, { folder, world, server }) {
  const client = new LoadClient(server);
  for (const { workload, recorded } of plans) {
    if (!workload.noCeiling) await client.perform(workload, recorded, world);
  }
  client.close();
  await server.stop();
  return readRecording(join(folder, RECORD_FILE));
}

export function startRecorder(start, folder, database) {
  const recorder = new URL('./record-statements.mjs', import.meta.url).href;
  // So many connections that no request waits for one: what waits is counted, but in another order.
  const env = { ...settings(folder, database), ROLE: 'api', DATABASE_POOL: '30' };
  const nodeFlags = ['--import', recorder];
  return start({ env: { ...env, RECORD_FILE: join(folder, RECORD_FILE) }, nodeFlags });
}
