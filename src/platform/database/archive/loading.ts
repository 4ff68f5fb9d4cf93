import pg from 'pg';

type Client = Pick<pg.ClientBase, 'query'>;

interface Trigger {
  table: string;
  name: string;
  /** pg_trigger.tgenabled: `O`rigin, `A`lways, `R`eplica, `D`isabled. */
  state: 'O' | 'A' | 'R' | 'D';
}

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

const ENABLE: Record<Trigger['state'], string> = {
  O: 'ENABLE TRIGGER',
  A: 'ENABLE ALWAYS TRIGGER',
  R: 'ENABLE REPLICA TRIGGER',
  D: 'DISABLE TRIGGER',
};

/**
 * Runs `load` with foreign keys and triggers taken off, and puts them back as they were: rows come in any order, in
 * circles too, and no trigger takes a restored row for a new one. Adding a foreign key checks every row, in one pass.
 * All of it needs no more than owning the tables, and belongs into one transaction.
 */
export async function withoutConstraints(client: Client, load: () => Promise<void>): Promise<void> {
  const triggers = await userTriggers(client);
  const foreignKeys = await listForeignKeys(client);
  const tables = [...new Set(triggers.map(({ table }) => table))];
  await runAll(client, [
    ...tables.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`),
    ...foreignKeys.map(({ table, name }) => `ALTER TABLE ${table} DROP CONSTRAINT ${name}`),
  ]);
  await load();
  await runAll(client, [
    ...foreignKeys.map(({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`),
    ...triggers.map(({ table, name, state }) => `ALTER TABLE ${table} ${ENABLE[state]} ${name}`),
  ]);
}

async function userTriggers(client: Client): Promise<Trigger[]> {
  const { rows } = await client.query<Trigger>(
    `SELECT tgrelid::regclass::text AS "table", quote_ident(tgname) AS name, tgenabled AS state
       FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
      WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal`,
  );
  return rows;
}

async function listForeignKeys(client: Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'f' AND conparentid = 0`,
  );
  return rows;
}

async function runAll(client: Client, statements: string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}
