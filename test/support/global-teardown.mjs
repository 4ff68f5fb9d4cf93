import { rmSync } from 'node:fs';
import pg from 'pg';

export default async function teardown() {
  const { embedded, adminUrl, template } = globalThis.__TEST_SERVER__;
  if (embedded) {
    await embedded.stop();
    for (const folder of [embedded.cluster, embedded.dir]) rmSync(folder, { recursive: true, force: true });
    return;
  }
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`DROP DATABASE ${template} WITH (FORCE)`);
  await client.end();
}
