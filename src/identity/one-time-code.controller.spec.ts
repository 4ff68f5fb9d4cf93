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
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AuthGuard } from '../platform/auth/auth.guard.js';
import { Config } from '../platform/config/config.js';
import { createHttpApp } from '../platform/http/create-http-app.js';
import { PostgresQueueBackend } from '../platform/jobs/queue-backend.js';
import { KeyRing } from '../platform/keys/key-ring.js';
import { createLogger } from '../platform/logging/logger.js';
import { PlatformModule } from '../platform/platform.module.js';
import { FolderStorage } from '../platform/storage/folder-storage.js';
import { DemoUnionService, type DemoUnion } from './demo-union.service.js';
import { IdentityModule } from './identity.module.js';

let database: TestDatabase;
let app: NestFastifyApplication;
let dataDir: string;
let demo: DemoUnion;
const clock = new FakeClock();
const PASSWORD = 'congdoan2026';
const SESSIONS = '/api/v1/sessions';
const CODES = '/api/v1/one-time-codes';
const ANDROID = { 'user-agent': 'Mozilla/5.0 (Linux; Android 10; K) Chrome/128.0.0.0 Mobile Safari/537.36' };

@Module({})
class SmallApp {}

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'union-skills-codes-'));
  const config = Object.assign(new Config(), { NODE_ENV: 'test', ROLE: 'api', DATA_DIR: dataDir });
  const { dataSource, appUrl } = database;
  const queueBackend = new PostgresQueueBackend({ connectionString: appUrl });
  const parts = {
    ...{ config, clock, logger: createLogger('silent'), dataSource, queueBackend, keys: KeyRing.open(config) },
  };
  const storage = new FolderStorage(join(dataDir, 'files'));
  const root = {
    module: SmallApp,
    imports: [PlatformModule.register({ ...parts, storage }), OrganisationModule, IdentityModule],
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

async function signedIn(name: string, headers: Record<string, string> = {}): Promise<HttpClient> {
  const http = new HttpClient(app);
  expect((await http.post('/api/v1/session', { name, password: PASSWORD }, headers)).status).toBe(201);
  return http;
}

interface Sessions {
  items: { id: string; createdAt: string; lastSeenAt: string; device: string; current: boolean }[];
}

describe('sessions', () => {
  it('are listed to their owner by device and end one by one; others’ are not found', async () => {
    const phone = await signedIn('0901000011', ANDROID);
    clock.advance({ minutes: 1 });
    const desk = await signedIn('0901000011');
    const { body } = await desk.get<Sessions>(SESSIONS);
    expect(body.items.map(({ device, current }) => ({ device, current }))).toEqual([
      { device: 'Thiết bị không rõ', current: true },
      { device: 'Chrome trên Android', current: false },
    ]);
    const other = `${SESSIONS}/${body.items[1]?.id}`;
    const stranger = await signedIn('0901000012');
    expect((await stranger.send('DELETE', other)).status).toBe(404);
    expect((await stranger.send('DELETE', `${SESSIONS}/1`)).status).toBe(404);
    expect((await phone.get(SESSIONS)).status).toBe(200);
    expect((await desk.send('DELETE', other)).status).toBe(204);
    expect((await phone.get(SESSIONS)).status).toBe(401);
    expect((await desk.get<Sessions>(SESSIONS)).body.items).toHaveLength(1);
    const own = await desk.send('DELETE', `${SESSIONS}/${body.items[0]?.id}`);
    expect(String(own.headers['set-cookie'])).toMatch(/^us_session=;/);
    expect((await desk.get(SESSIONS)).status).toBe(401);
  });

  it('all end but the one that asks', async () => {
    const [one, two, three] = [
      await signedIn('0901000013'),
      await signedIn('0901000013'),
      await signedIn('0901000014'),
    ];
    expect((await two.send('DELETE', SESSIONS)).status).toBe(204);
    expect([(await one.get(SESSIONS)).status, (await two.get(SESSIONS)).status]).toEqual([401, 200]);
    expect((await three.get(SESSIONS)).status).toBe(200);
    expect((await new HttpClient(app).get(SESSIONS)).status).toBe(401);
  });
});

describe('one-time codes', () => {
  interface Issued {
    items: { code: string; url: string; fullName: string; unit: { name: string } | null; expiresOn: string }[];
  }
  const personIds = () => [demo.accounts[0]?.personId ?? ''];

  it('are issued by officers alone, and no store or cache keeps them', async () => {
    const learner = await signedIn('0901000001');
    expect((await learner.post(CODES, { personIds: personIds() })).status).toBe(403);
    const officer = await signedIn('0901000004');
    const key = { 'idempotency-key': 'sheet-1' };
    const first = await officer.post<Issued>(CODES, { personIds: personIds() }, key);
    expect(first.status).toBe(201);
    expect(first.headers['cache-control']).toBe('no-store');
    expect(first.body.items).toMatchObject([
      { fullName: 'Nguyễn Thị Hồng Thắm', unit: { name: 'Công đoàn cơ sở Công ty TNHH May mặc Lúa Vàng' } },
    ]);
    expect(await database.dataSource.query('SELECT key FROM idempotency_record')).toEqual([]);
    expect((await officer.post(CODES, { personIds: [] })).status).toBe(422);
    expect((await officer.post(CODES, { personIds: ['1'] })).status).toBe(422);
    const unknown = await officer.post(CODES, { personIds: ['019a0000-0000-7000-8000-000000000000'] });
    expect(unknown.status).toBe(404);
  });

  it('open a session once', async () => {
    const officer = await signedIn('0901000004');
    const issued = await officer.post<Issued>(CODES, { personIds: personIds() });
    const code = issued.body.items[0]?.code;
    const http = new HttpClient(app);
    const redeemed = await http.post(`${CODES}/redemption`, { code, password: 'mật khẩu mới' });
    expect(redeemed.status).toBe(201);
    expect(redeemed.body).toMatchObject({ person: { fullName: 'Nguyễn Thị Hồng Thắm' } });
    expect(String(redeemed.headers['set-cookie'])).toMatch(/^us_session=[\w-]{43}; .*HttpOnly/);
    expect((await http.get('/api/v1/session')).status).toBe(200);
    const again = await new HttpClient(app).post(`${CODES}/redemption`, { code, password: 'mật khẩu khác' });
    expect(again.status).toBe(401);
    expect(again.body).toMatchObject({ code: 'code-refused', title: 'Mã chưa dùng được' });
  });
});

describe('POST /password-reset-requests', () => {
  it('answers the same for everybody, however often', async () => {
    const ask = (name: string) => new HttpClient(app).post('/api/v1/password-reset-requests', { name });
    for (const name of ['0901000001', '0909999999', '<nobody>', ...Array<string>(7).fill('PN-0001')]) {
      const { status, body } = await ask(name);
      expect({ status, body }).toEqual({ status: 202, body: { received: true } });
    }
    // The account itself is not closed by it.
    await signedIn('0901000015');
    expect((await ask('')).status).toBe(422);
  });
});
