import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { adminUrl, createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { createDataSource } from './data-source.js';
import { SnakeCaseNaming, snakeCase } from './naming-strategy.js';

describe('createDataSource', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database.drop());

  const one = async (sql: string) => {
    const [row] = await database.dataSource.query<Record<string, unknown>[]>(sql);
    return row;
  };

  it('bounds every session and keeps it in UTC', async () => {
    expect(
      await one(`SELECT current_setting('TimeZone') AS zone, current_setting('statement_timeout') AS statement,
                        current_setting('idle_in_transaction_session_timeout') AS idle`),
    ).toEqual({ zone: 'UTC', statement: '30s', idle: '1min' });
  });

  it('takes a role, and keeps the options that a URL already has', async () => {
    const admin = new pg.Client({ connectionString: adminUrl() });
    await admin.connect();
    const url = new URL(database.ownerUrl);
    url.searchParams.set('options', '-c work_mem=8MB');
    try {
      await admin.query(`CREATE ROLE test_taken; GRANT test_taken TO "${url.username}"`);
      const settings = { url: url.toString(), pool: 1, entities: [], applicationName: 'test', statementTimeoutMs: 0 };
      const dataSource = await createDataSource({ ...settings, role: 'test_taken' }).initialize();
      const [row] = await dataSource.query<unknown[]>(
        `SELECT current_user AS role, current_setting('work_mem') AS memory, current_setting('statement_timeout') AS timeout`,
      );
      expect(row).toEqual({ role: 'test_taken', memory: '8MB', timeout: '0' });
      await dataSource.destroy();
    } finally {
      await admin.query('DROP ROLE IF EXISTS test_taken');
      await admin.end();
    }
  });

  it('reads dates as strings and numbers as numbers', async () => {
    expect(
      await one(`SELECT '2026-11-21'::date AS day, ARRAY['0001-01-01', NULL]::date[] AS days, count(*) AS count,
                        12.50::numeric(5, 2) AS share, -0.000001::numeric AS small, ARRAY[5]::bigint[] AS numbers,
                        '2026-11-21 00:00+07'::timestamptz AS instant`),
    ).toEqual({
      day: '2026-11-21',
      days: ['0001-01-01', null],
      count: 1,
      share: 12.5,
      small: -0.000001,
      numbers: [5],
      instant: new Date('2026-11-20T17:00:00Z'),
    });
  });

  it('never rounds: long decimals stay strings, too big integers are refused', async () => {
    expect(await one(`SELECT 1234567890.1234567 AS long`)).toEqual({ long: '1234567890.1234567' });
    await expect(one('SELECT 9007199254740993 AS big')).rejects.toThrow('beyond what a number holds exactly');
    expect(await one('SELECT 9007199254740991 AS big')).toEqual({ big: 9007199254740991 });
  });
});

describe('names', () => {
  const naming = new SnakeCaseNaming();

  it.each([
    ['validFrom', 'valid_from'],
    ['PDFKey', 'pdf_key'],
    ['sha256', 'sha256'],
    ['id', 'id'],
  ])('%s becomes %s', (name, expected) => expect(snakeCase(name)).toBe(expected));

  it('say what a constraint is on', () => {
    expect(naming.primaryKeyName('quiz')).toBe('pk_quiz');
    expect(naming.uniqueConstraintName('public.quiz', ['revision_id', 'slug'])).toBe('uq_quiz_revision_id_slug');
    expect(naming.foreignKeyName('quiz', ['lesson_id'])).toBe('fk_quiz_lesson_id');
    expect(naming.indexName('quiz', ['slug'])).toBe('ix_quiz_slug');
  });

  it('fit into 63 characters and stay distinct', () => {
    const columns = ['a_rather_long_column_name', 'another_rather_long_column_name'];
    const [one, two] = [
      naming.indexName('some_table', [...columns, 'a']),
      naming.indexName('some_table', [...columns, 'b']),
    ];
    expect(one.length).toBe(63);
    expect(two.length).toBe(63);
    expect(one).not.toBe(two);
  });
});
