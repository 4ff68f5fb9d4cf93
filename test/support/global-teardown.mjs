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
  const own = 'SELECT datname FROM pg_database WHERE datname LIKE $1';
  const { rows } = await client.query(own, [`${template.replaceAll('_', '\\_')}%`]);
  for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  await client.end();
}
