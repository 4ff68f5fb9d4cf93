import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../src/platform/database/data-source.js';
import { prepare, withOwner } from '../src/platform/database/migrate.js';
import { ENTITIES } from '../src/schema.js';
import { createEmptyDatabase, createTestDatabase, type EmptyDatabase } from './support/database.js';

const HOW_TO_FIX = 'run "npm run migration:generate -- <name>"';
const NAME_KEPT =
  'what kept its name is not generated: take the unmerged migration back and generate it again, or write one';

/** Columns, constraints and indexes as PostgreSQL itself writes them. */
const SHAPE = `
  SELECT 'constraint ' || conrelid::regclass || ' ' || conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND contype <> 't'
  UNION ALL
  SELECT 'index ' || indrelid::regclass || ' ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
    FROM pg_index JOIN pg_class ON pg_class.oid = indrelid WHERE relnamespace = 'public'::regnamespace
  UNION ALL
  SELECT 'column ' || attrelid::regclass || ' ' || attname,
         format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END
           || coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid), '')
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
   WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped`;

describe('entities and migrations', () => {
  let migrated: EmptyDatabase;
  let built: EmptyDatabase;
  const open: DataSource[] = [];

  async function connect(database: EmptyDatabase): Promise<DataSource> {
    const settings = { url: database.ownerUrl, pool: 2, entities: ENTITIES, applicationName: 'schema-drift' };
    const dataSource = await createDataSource(settings).initialize();
    open.push(dataSource);
    return dataSource;
  }

  beforeAll(async () => {
    const database = await createTestDatabase();
    await database.dataSource.destroy();
    migrated = database;
    built = await createEmptyDatabase();
  });

  afterAll(async () => {
    for (const dataSource of open) await dataSource.destroy();
    await migrated.drop();
    await built.drop();
  });

  it(`agree, as TypeORM compares them (else ${HOW_TO_FIX})`, async () => {
    const dataSource = await connect(migrated);
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  // TypeORM compares checks, exclusions and partial indexes by name only.
  it(`agree in every definition (else ${NAME_KEPT})`, async () => {
    await withOwner(built.ownerUrl, prepare);
    const fromEntities = await connect(built);
    await fromEntities.synchronize();
    const expected = await shapeOf(fromEntities);
    const actual = await shapeOf(await connect(migrated));
    expect(expected.size).toBeGreaterThan(100);
    const differing = [...expected].filter(([name, definition]) => actual.get(name) !== definition);
    expect(differing.map(([name, definition]) => ({ name, definition, migrated: actual.get(name) }))).toEqual([]);
  });

  async function shapeOf(dataSource: DataSource): Promise<Map<string, string>> {
    const rows = await dataSource.query<{ name: string; definition: string }[]>(SHAPE);
    return new Map(rows.map(({ name, definition }) => [name, definition]));
  }
});
