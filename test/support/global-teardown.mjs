import pg from 'pg';

export default async function teardown() {
  const { embedded, adminUrl, template } = globalThis.__TEST_SERVER__;
  if (embedded) return embedded.stop();
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`DROP DATABASE ${template} WITH (FORCE)`);
  await client.end();
}
