import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildEnrolment, buildOutboxEntry } from '../support/builders.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  redisAvailability,
  removeDataDir,
  startRedis,
  startServer,
  waitUntil,
  type RedisProcess,
  type ServerProcess,
} from '../support/processes.js';

const JOBS = 1_000;
const KILL_AFTER = 250;
const redis = redisAvailability();

describe.each([
  { backend: 'PostgreSQL', run: true, title: '' },
  { backend: 'Redis', ...redis },
])('certificate, exactly once, on $backend$title', ({ backend, run }) => {
  let database: TestDatabase;
  let redisServer: RedisProcess | undefined;
  let workers: ServerProcess[] = [];

  beforeEach(async () => {
    if (!run) return;
    database = await createTestDatabase();
    if (backend === 'Redis') redisServer = await startRedis();
  }, 60_000);

  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
    await Promise.all(workers.map(removeDataDir));
    workers = [];
    await redisServer?.stop();
    redisServer = undefined;
    if (run) await database.drop();
  }, 60_000);

  const startWorker = () =>
    startServer({
      env: {
        ROLE: 'worker',
        DATABASE_URL: database.ownerUrl,
        DATABASE_APP_URL: database.appUrl,
        ...(redisServer ? { REDIS_URL: redisServer.url } : {}),
      },
    });

  const count = async (sql: string, values: unknown[] = []): Promise<number> => {
    const rows = await database.dataSource.query<[{ n: number }]>(`SELECT count(*)::int AS n FROM ${sql}`, values);
    return rows[0].n;
  };

  (run ? it : it.skip)(
    `${JOBS} duplicate jobs, two workers, one killed midway: one certificate, one number, one message`,
    async () => {
      workers.push(await startWorker());
      const enrolment = await buildEnrolment(database.dataSource, { completed: true });
      const payload = { enrolmentId: enrolment.id };
      for (let n = 0; n < JOBS; n += 1) {
        await buildOutboxEntry(database.dataSource, 'credentials.issue-certificate', payload);
      }
      workers.push(await startWorker());
      const finished = () => count('outbox_entry WHERE finished_at IS NOT NULL');
      await waitUntil('a quarter is done', async () => (await finished()) >= KILL_AFTER, 60_000);
      await workers[0]?.end('SIGKILL');
      const open = () => count('outbox_entry WHERE finished_at IS NULL');
      await waitUntil('nothing is left open', async () => (await open()) === 0, 180_000);

      expect(await count('outbox_entry WHERE dead_at IS NOT NULL')).toBe(0);
      expect(await count(`outbox_entry WHERE job = 'credentials.issue-certificate'`)).toBe(JOBS);
      expect(await count('certificate')).toBe(1);
      expect(await count('certificate WHERE enrolment_id = $1 AND pdf_key IS NOT NULL', [enrolment.id])).toBe(1);
      expect(await count('certificate_register WHERE last_number = 1')).toBe(1);
      expect(
        await count(`notification WHERE person_id = $1 AND kind = 'certificate-issued'`, [enrolment.personId]),
      ).toBe(1);
    },
    300_000,
  );
});
