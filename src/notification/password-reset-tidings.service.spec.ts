import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FakeClock } from '../../test/support/clock.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { HttpClient } from '../../test/support/http-client.js';
import { DemoUnionService, type DemoUnion } from '../identity/demo-union.service.js';
import { IdentityModule } from '../identity/identity.module.js';
import { AuthGuard } from '../platform/auth/auth.guard.js';
import { Config } from '../platform/config/config.js';
import { createHttpApp } from '../platform/http/create-http-app.js';
import { OutboxEntry } from '../platform/jobs/entities/outbox-entry.entity.js';
import { PostgresQueueBackend } from '../platform/jobs/queue-backend.js';
import { KeyRing } from '../platform/keys/key-ring.js';
import { createLogger } from '../platform/logging/logger.js';
import { PlatformModule } from '../platform/platform.module.js';
import { FolderStorage } from '../platform/storage/folder-storage.js';
import { Notification } from './entities/notification.entity.js';
import { NotificationJobs } from './notification.jobs.js';
import { NotificationModule } from './notification.module.js';

let database: TestDatabase;
let app: NestFastifyApplication;
let dataDir: string;
let demo: DemoUnion;
const clock = new FakeClock();

@Module({})
class SmallApp {}

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'union-skills-reset-'));
  const config = Object.assign(new Config(), { NODE_ENV: 'test', ROLE: 'api', DATA_DIR: dataDir });
  const { dataSource, appUrl } = database;
  const queueBackend = new PostgresQueueBackend({ connectionString: appUrl });
  const keys = new KeyRing(randomBytes(48));
  const parts = { config, clock, logger: createLogger('silent'), dataSource, queueBackend, keys };
  const storage = new FolderStorage(join(dataDir, 'files'));
  const root = {
    module: SmallApp,
    imports: [PlatformModule.register({ ...parts, storage }), IdentityModule, NotificationModule],
    providers: [{ provide: APP_GUARD, useClass: AuthGuard }],
  };
  app = await createHttpApp(root, parts);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  demo = await dataSource.transaction((tx) => app.get(DemoUnionService).seed(tx));
});
afterAll(async () => {
  await app.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const ask = (name: string) => new HttpClient(app).post('/api/v1/password-reset-requests', { name });

/** Does what the worker does with everything asked for so far. */
async function work(): Promise<number> {
  const entries = await database.dataSource.manager.findBy(OutboxEntry, { job: 'notification.tell-password-reset' });
  for (const { payload } of entries)
    await app.get(NotificationJobs).tellPasswordReset(payload as { personId: string; day: string });
  return entries.length;
}

it('a request for a new password is told to the nearest officers once a day; an unknown name leaves the same trace', async () => {
  for (const name of ['0901000001', '+84 901 000 001', '0909999999']) expect((await ask(name)).status).toBe(202);
  expect(await work()).toBe(3);
  clock.advance({ days: 1 });
  await ask('0901000001');
  expect(await work()).toBe(4);
  const lines = await database.dataSource.manager.find(Notification, { order: { dedupeKey: 'ASC' } });
  const [{ personId: asker } = { personId: '' }] = demo.accounts;
  const officer = await database.dataSource.query<{ personId: string }[]>(
    `SELECT person_id AS "personId" FROM role_grant WHERE role = 'federation-officer'`,
  );
  expect(lines.map(({ personId, kind }) => ({ personId, kind }))).toEqual([
    { personId: officer[0]?.personId, kind: 'password-reset-asked' },
    { personId: officer[0]?.personId, kind: 'password-reset-asked' },
  ]);
  for (const { dedupeKey, params } of lines) {
    expect(dedupeKey).toContain(`password-reset:${asker}:`);
    expect(params).toEqual({
      ...{ person: 'Nguyễn Thị Hồng Thắm', unit: 'Công đoàn cơ sở Công ty TNHH May mặc Lúa Vàng' },
    });
  }
});
