import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
import { PostgresQueueBackend } from '../platform/jobs/queue-backend.js';
import { KeyRing } from '../platform/keys/key-ring.js';
import { createLogger } from '../platform/logging/logger.js';
import { PlatformModule } from '../platform/platform.module.js';
import { FolderStorage } from '../platform/storage/folder-storage.js';
import { NotificationModule } from './notification.module.js';
import { NotificationService } from './notification.service.js';

let database: TestDatabase;
let app: NestFastifyApplication;
let dataDir: string;
let demo: DemoUnion;
const clock = new FakeClock();
const PASSWORD = 'congdoan2026';

/** This feature and those below it on the real platform. */
@Module({})
class SmallApp {}

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'union-skills-notification-'));
  const config = Object.assign(new Config(), { NODE_ENV: 'test', ROLE: 'api', DATA_DIR: dataDir });
  const logger = createLogger('silent');
  const { dataSource, appUrl } = database;
  const queueBackend = new PostgresQueueBackend({ connectionString: appUrl });
  const parts = { config, clock, logger, dataSource, queueBackend, keys: KeyRing.open(config) };
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

async function signedIn(login: string): Promise<HttpClient> {
  const http = new HttpClient(app);
  await http.signIn(login, PASSWORD);
  return http;
}

describe('GET /notifications', () => {
  it('is the inbox of who is signed in; reading is marked by POST', async () => {
    const { personId } = demo.accounts[0] ?? { personId: '' };
    await database.dataSource.transaction((tx) =>
      app.get(NotificationService).tell(tx, {
        ...{ personId, dedupeKey: 'certificate-issued:1', kind: 'certificate-issued' },
        ...{ params: { course: 'Thương lượng tập thể' }, link: '/chung-chi/1' },
      }),
    );
    const http = await signedIn('0901000001');
    type Inbox = { items: { id: string; readAt: string | null }[]; nextCursor: null };
    const read = () => http.get<Inbox>('/api/v1/notifications');
    const { body } = await read();
    expect(body).toMatchObject({
      items: [{ kind: 'certificate-issued', createdAt: clock.now().toISOString(), readAt: null }],
      nextCursor: null,
    });
    const url = `/api/v1/notifications/${body.items[0]?.id}/read`;
    expect((await (await signedIn('0901000002')).post(url)).status).toBe(404);
    expect((await http.post(url)).status).toBe(204);
    expect((await http.post('/api/v1/notifications/1/read')).status).toBe(404);
    expect((await read()).body.items[0]?.readAt).toBe(clock.now().toISOString());
  });
});
