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
import { DemoUnionService } from '../identity/demo-union.service.js';
import { IdentityModule } from '../identity/identity.module.js';
import { AuthGuard } from '../platform/auth/auth.guard.js';
import { Config } from '../platform/config/config.js';
import { createHttpApp } from '../platform/http/create-http-app.js';
import { PostgresQueueBackend } from '../platform/jobs/queue-backend.js';
import { KeyRing } from '../platform/keys/key-ring.js';
import { createLogger } from '../platform/logging/logger.js';
import { PlatformModule } from '../platform/platform.module.js';
import { FolderStorage } from '../platform/storage/folder-storage.js';
import { OrganisationModule } from './organisation.module.js';

let database: TestDatabase;
let app: NestFastifyApplication;
let dataDir: string;
const clock = new FakeClock();
const PASSWORD = 'congdoan2026';

/** This feature and those below it on the real platform. */
@Module({})
class SmallApp {}

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'union-skills-organisation-'));
  const config = Object.assign(new Config(), { NODE_ENV: 'test', ROLE: 'api', DATA_DIR: dataDir });
  const logger = createLogger('silent');
  const { dataSource, appUrl } = database;
  const queueBackend = new PostgresQueueBackend({ connectionString: appUrl });
  const parts = { config, clock, logger, dataSource, queueBackend, keys: KeyRing.open(config) };
  const storage = new FolderStorage(join(dataDir, 'files'));
  const root = {
    module: SmallApp,
    imports: [PlatformModule.register({ ...parts, storage }), IdentityModule, OrganisationModule],
    providers: [{ provide: APP_GUARD, useClass: AuthGuard }],
  };
  app = await createHttpApp(root, parts);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await dataSource.transaction((tx) => app.get(DemoUnionService).seed(tx));
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

interface Unit {
  id: string;
  code: string;
}

describe('/organisations', () => {
  it('founds, renames, counts, moves and abolishes, and tells the history', async () => {
    const http = await signedIn('0901000004');
    const list = await http.get<{ items: Unit[] }>('/api/v1/organisations?q=anh%20sao');
    expect(list.body.items.map(({ code }) => code)).toEqual(['CDCS-ANHSAO']);
    const [sibling] = list.body.items;
    const [top] = (await http.get<{ items: Unit[] }>('/api/v1/organisations?q=ldld-pn')).body.items;
    const founding = {
      ...{ code: 'CDCS-MOI', name: 'Công đoàn cơ sở Mới', tier: 'grassroots', kind: 'cdcs', sector: 'non-state' },
      ...{ parentId: top?.id, foundedOn: '2026-01-01' },
    };
    const founded = await http.post<Unit>('/api/v1/organisations', founding);
    expect(founded.status).toBe(201);
    expect(founded.body).toMatchObject({ name: 'Công đoàn cơ sở Mới', parent: { id: top?.id }, children: 0 });
    const url = `/api/v1/organisations/${founded.body.id}`;
    const onDate = '2026-06-01';
    expect((await http.post(`${url}/renaming`, { onDate, name: 'Tên sau' })).status).toBe(201);
    expect((await http.post(`${url}/head-counts`, { onDate, members: 40, workers: 50 })).status).toBe(201);
    expect((await http.post(`${url}/move`, { onDate, parentId: sibling?.id })).status).toBe(201);
    const before = await http.get(`${url}?asOf=2026-05-31`);
    expect(before.body).toMatchObject({ name: 'Công đoàn cơ sở Mới', headCount: null, parent: { id: top?.id } });
    const today = await http.get(url);
    expect(today.body).toMatchObject({
      ...{ name: 'Tên sau', headCount: { countedOn: onDate, members: 40, workers: 50 }, parent: { id: sibling?.id } },
      can: { rename: true, move: true, abolish: true, recordHeadCount: true, foundBelow: true },
    });
    expect((await http.post(`${url}/abolition`, { onDate: '2026-10-01' })).status).toBe(201);
    expect((await http.get(url)).status).toBe(404);
    const history = await http.get<{ periods: object[] }>(`${url}/history`);
    expect(history.body.periods.at(-1)).toMatchObject({ name: 'Tên sau', validTo: '2026-10-01', supersededAt: null });
    expect(history.body).toMatchObject({ headCounts: [{ members: 40, workers: 50, supersededAt: null }] });
  });

  it('merges for one of many who ask at once, and refuses nonsense', async () => {
    const http = await signedIn('0901000004');
    const [top] = (await http.get<{ items: Unit[] }>('/api/v1/organisations?q=ldld-pn')).body.items;
    const made: Unit[] = [];
    for (const code of ['GOP-1', 'GOP-2', 'GOP-3']) {
      const { body } = await http.post<Unit>('/api/v1/organisations', {
        ...{ code, name: `Công đoàn ${code}`, tier: 'grassroots', kind: 'cdcs', sector: 'non-state' },
        ...{ parentId: top?.id, foundedOn: '2020-01-01' },
      });
      made.push(body);
    }
    const [one, two, three] = made.map(({ id }) => id);
    const act = { onDate: '2026-06-01' };
    const url = (id = '', verb = 'merger') => `/api/v1/organisations/${id}/${verb}`;
    for (const body of [
      {},
      { unitIds: [] },
      { unitIds: ['x'] },
      { unitIds: [one], newUnit: 'x' },
      { unitIds: [one, one] },
    ]) {
      expect((await http.post(url(two), { ...act, ...body })).status).toBe(422);
    }
    expect((await http.post(url(two, 'split'), { ...act, ends: true, parts: [] })).status).toBe(422);
    const asked = [one, two, one, two].map((id) => http.post(url(id), { ...act, unitIds: [three] }));
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([201, 422, 422, 422]);
    const crossed = await Promise.all([
      http.post(url(one), { ...act, unitIds: [two] }),
      http.post(url(two), { ...act, unitIds: [one] }),
    ]);
    expect(crossed.map(({ status }) => status).toSorted()).toEqual([201, 422]);
  });

  it('answers nonsense with problems', async () => {
    const http = await signedIn('0901000004');
    const [unit] = (await http.get<{ items: Unit[] }>('/api/v1/organisations?q=anhsao')).body.items;
    const url = `/api/v1/organisations/${unit?.id}`;
    for (const query of [
      'asOf=2026-02-30',
      'asOf=9999-01-01',
      'asOf=x',
      'knownAt=2026-01-01',
      'knownAt=2026-01-01T00:00',
    ])
      expect((await http.get(`${url}?${query}`)).status).toBe(422);
    expect((await http.get('/api/v1/organisations?q=%00%25%5C')).status).toBe(200);
    expect((await http.get('/api/v1/organisations?parentId=1')).status).toBe(422);
    const onDate = '2026-01-01';
    for (const members of [-1, 1.5, 1e12, '3'])
      expect((await http.post(`${url}/head-counts`, { onDate, members, workers: 1 })).status).toBe(422);
    expect((await http.post(`${url}/renaming`, { onDate, name: ' \u200b ' })).status).toBe(422);
    expect((await http.post(`${url}/move`, { onDate, parentId: unit?.id })).status).toBe(422);
  });

  it('knows tiers and kinds as data, and refuses others in words', async () => {
    const learner = await signedIn('0901000001');
    const { body } = await learner.get<{ tiers: object[]; kinds: object[] }>('/api/v1/organisation-kinds');
    expect(body.tiers.map((tier) => (tier as Unit).code)).toEqual(['central', 'superior', 'district', 'grassroots']);
    expect(body.tiers[2]).toEqual({
      ...{ code: 'district', name: { vi: 'Cấp huyện', en: 'District' }, validFrom: null, validTo: '2025-07-01' },
    });
    expect(body.kinds).toContainEqual(expect.objectContaining({ code: 'cdcs', tier: 'grassroots', validTo: null }));
    const http = await signedIn('0901000004');
    const [top] = (await http.get<{ items: Unit[] }>('/api/v1/organisations?q=ldld-pn')).body.items;
    const founding = { code: 'H-1', name: 'Huyện', sector: 'state', parentId: top?.id, foundedOn: '2025-07-01' };
    const codeOf = async (kind: object) =>
      (await http.post<{ code: string }>('/api/v1/organisations', { ...founding, ...kind })).body.code;
    expect(await codeOf({ tier: 'district', kind: 'ldld-huyen' })).toBe('organisation-kind-not-in-force');
    expect(await codeOf({ tier: 'central', kind: 'cdcs' })).toBe('organisation-tier-wrong');
    expect(await codeOf({ tier: 'grassroots', kind: 'hoi-quan' })).toBe('organisation-kind-unknown');
    const past = await http.post('/api/v1/organisations', {
      ...{ ...founding, foundedOn: '2025-06-30', tier: 'district', kind: 'ldld-huyen' },
    });
    expect(past.status).toBe(201);
  });

  it('is closed to learners', async () => {
    const learner = await signedIn('0901000001');
    expect((await learner.get('/api/v1/organisations')).status).toBe(403);
    expect((await learner.post('/api/v1/organisations', {})).status).toBe(403);
  });
});
