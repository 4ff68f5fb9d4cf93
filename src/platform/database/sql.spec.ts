import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { namedQuery } from './sql.js';

describe('namedQuery', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database.drop());

  const pid = async (tx: EntityManager) => {
    const [row] = await namedQuery<{ pid: number }>(tx, 'test.pid', 'SELECT pg_backend_pid() AS pid', []);
    return row?.pid;
  };

  it('runs on the connection of the transaction and sees what it wrote', async () => {
    await database.dataSource.transaction(async (tx) => {
      const [own] = await tx.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
      expect(await pid(tx)).toBe(own?.pid);
      await tx.query(`INSERT INTO sign_in_throttle VALUES ('test', 3, now())`);
      const rows = await namedQuery(tx, 'test.throttle', 'SELECT failures FROM sign_in_throttle WHERE key = $1', [
        'test',
      ]);
      expect(rows).toEqual([{ failures: 3 }]);
    });
  });

  it('is prepared once per connection', async () => {
    await database.dataSource.transaction(async (tx) => {
      for (let i = 0; i < 3; i++) await namedQuery(tx, 'test.once', 'SELECT $1::int AS value', [i]);
      const prepared = await tx.query(
        `SELECT generic_plans + custom_plans AS runs FROM pg_prepared_statements WHERE name = 'test.once'`,
      );
      expect(prepared).toEqual([{ runs: 3 }]);
    });
  });

  it('runs on the pool without a transaction, and gives every connection back', async () => {
    const ask = (n: number) =>
      namedQuery<{ n: number }>(database.dataSource.manager, 'test.pool', 'SELECT $1::int AS n', [n]);
    const rows = await Promise.all(Array.from({ length: 50 }, (_, n) => ask(n)));
    expect(rows.flat().map(({ n }) => n)).toEqual(Array.from({ length: 50 }, (_, n) => n));
    // All ten connections of the pool can be taken again.
    await Promise.all(Array.from({ length: 10 }, () => database.dataSource.transaction(() => Promise.resolve())));
  });

  it('returns the rows of UPDATE … RETURNING', async () => {
    const text = `INSERT INTO sign_in_throttle VALUES ($1, 1, now()) ON CONFLICT (key) DO UPDATE SET failures = 2 RETURNING key`;
    expect(await namedQuery(database.dataSource, 'test.upsert', text, ['a'])).toEqual([{ key: 'a' }]);
    expect(await namedQuery(database.dataSource, 'test.upsert', text, ['a'])).toEqual([{ key: 'a' }]);
  });

  it('fails as TypeORM does, and leaves the connection usable', async () => {
    const text = 'INSERT INTO sign_in_throttle VALUES ($1, 1, now())';
    await namedQuery(database.dataSource, 'test.insert', text, ['twice']);
    const again = namedQuery(database.dataSource, 'test.insert', text, ['twice']);
    await expect(again).rejects.toThrow(QueryFailedError);
    await expect(again).rejects.toMatchObject({ driverError: { code: '23505', constraint: 'pk_sign_in_throttle' } });
    expect(await namedQuery(database.dataSource, 'test.after', 'SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
  });

  it('refuses the manager of a transaction that has ended', async () => {
    let kept: EntityManager | undefined;
    await database.dataSource.transaction(async (tx) => {
      kept = tx;
    });
    await expect(pid(kept as EntityManager)).rejects.toThrow('has ended');
  });
});
