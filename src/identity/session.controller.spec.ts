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

/** The two lowest features alone on the real platform: their contract with the browser does not depend on the others. */
@Module({})
class SmallApp {}

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'union-skills-identity-'));
  const config = Object.assign(new Config(), { NODE_ENV: 'test', ROLE: 'api', DATA_DIR: dataDir });
  const logger = createLogger('silent');
  const { dataSource, appUrl } = database;
  const queueBackend = new PostgresQueueBackend({ connectionString: appUrl });
  const parts = { config, clock, logger, dataSource, queueBackend, keys: KeyRing.open(config) };
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

const SESSION = '/api/v1/session';
const client = () => new HttpClient(app);

async function signedIn(login: string): Promise<HttpClient> {
  const http = client();
  await http.signIn(login, PASSWORD);
  return http;
}

describe('POST /session', () => {
  it('answers who signed in and sets a cookie that scripts and other sites cannot use', async () => {
    const http = client();
    const answer = await http.post(SESSION, { name: '+84 901 000 001', password: PASSWORD });
    expect(answer.status).toBe(201);
    const { personId } = demo.accounts[0] ?? { personId: '' };
    const cadre = {
      person: { id: personId, fullName: 'Nguyễn Thị Hồng Thắm' },
      locale: 'vi',
      unit: { id: demo.units.get('CDCS-LUAVANG'), name: 'Công đoàn cơ sở Công ty TNHH May mặc Lúa Vàng' },
      office: 'Chủ tịch',
      roles: ['learner'],
      can: { teach: false, manage: false },
    };
    expect(answer.body).toEqual(cadre);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^us_session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await http.get(SESSION)).body).toEqual(cadre);
  });

  it('answers a problem in the reader’s language, the same for an unknown account', async () => {
    const english = { 'accept-language': 'en' };
    const wrong = await client().post(SESSION, { name: '0901000012', password: 'sai' }, english);
    const unknown = await client().post(SESSION, { name: '0909090909', password: 'sai' }, english);
    expect(wrong.status).toBe(401);
    expect(wrong.headers['content-type']).toContain('application/problem+json');
    expect(wrong.headers['set-cookie']).toBeUndefined();
    const trimmed = ({ body }: { body: object }) => ({ ...body, traceId: undefined });
    expect(wrong.body).toMatchObject({ type: '/problems/wrong-credentials', title: 'Sign-in failed' });
    expect(trimmed(unknown)).toEqual(trimmed(wrong));
  });

  it('says when to come back after five failures', async () => {
    const sign = (password: string) => client().post(SESSION, { name: '0901000011', password });
    for (let i = 0; i < 5; i++) expect((await sign('sai')).status).toBe(401);
    const locked = await sign(PASSWORD);
    expect(locked.status).toBe(429);
    expect(Number(locked.headers['retry-after'])).toBe(900);
    expect(locked.body).toMatchObject({ code: 'too-many-attempts', title: 'Đăng nhập sai quá nhiều lần' });
  });

  it('names the fields that are missing or too many', async () => {
    const answer = await client().post<{ errors: { pointer: string }[] }>(SESSION, { name: '', role: 'administrator' });
    expect(answer.status).toBe(422);
    const pointers = new Set(answer.body.errors.map(({ pointer }) => pointer));
    expect([...pointers].sort()).toEqual(['/name', '/password', '/role']);
  });

  it('switches the person on a shared phone', async () => {
    const http = await signedIn('0901000001');
    await http.signIn('0901000002', PASSWORD);
    expect((await http.get(SESSION)).body).toMatchObject({
      person: { fullName: 'Trần Minh Khuê' },
      roles: ['learner', 'lecturer'],
      can: { teach: true, manage: false },
    });
  });
});

describe('the session', () => {
  it('needs signing in', async () => {
    const answer = await client().get(SESSION);
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ code: 'not-signed-in' });
  });

  it('changes language, and the office is named in it', async () => {
    const http = await signedIn('0901000003');
    const answer = await http.send('PATCH', SESSION, { locale: 'en' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ locale: 'en', office: 'Full-time union official', can: { manage: true } });
    expect((await http.send('PATCH', SESSION, { locale: 'fr' })).status).toBe(422);
  });

  it('slides along in the browser with each start of the application', async () => {
    const http = await signedIn('0901000001');
    expect(String((await http.get(SESSION)).headers['set-cookie'])).toContain('Max-Age=7776000');
  });

  it('ends for good with DELETE', async () => {
    const http = await signedIn('0901000001');
    const copy = String((await http.get(SESSION)).headers['set-cookie']).split(';')[0] ?? '';
    const answer = await http.send('DELETE', SESSION);
    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/^us_session=;.*(Max-Age=0|1970)/);
    expect((await http.get(SESSION)).status).toBe(401);
    expect((await client().get(SESSION, { cookie: copy })).status).toBe(401);
  });

  it('is not changed by another site’s page', async () => {
    const http = await signedIn('0901000001');
    const answer = await http.send('DELETE', SESSION, undefined, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect((await http.get(SESSION)).status).toBe(200);
  });
});

describe('GET /organisations', () => {
  it('shows an officer the own subtree and learners nothing', async () => {
    const federation = await signedIn('0901000004');
    const list = await federation.get<{ items: { code: string; parentId: string | null }[] }>('/api/v1/organisations');
    expect(list.body.items.map(({ code }) => code).sort()).toEqual([
      'CDCS-ANHSAO',
      'CDCS-BENXUAN',
      'CDCS-LUAVANG',
      'LDLD-PN',
      'TCD',
    ]);
    expect(list.body.items[0]).toMatchObject({ code: 'LDLD-PN', parentId: null });
    expect((await (await signedIn('0901000001')).get('/api/v1/organisations')).status).toBe(403);
    expect((await federation.get('/api/v1/organisations?cursor=x')).status).toBe(422);
  });
});
