import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import type { HttpClient } from '../../test/support/http-client.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { IdentityModule } from './identity.module.js';
import { IdentityService } from './identity.service.js';
import { RoleGrantService } from './role-grant.service.js';

let world: FeatureWorld;
let grants: RoleGrantService;
let root: Organisation;
let province: Organisation;
let unit: Organisation;
let officer: Actor;
let sequence = 0;

const PASSWORD = 'congdoan2026';
const TODAY = '2026-11-21';

beforeAll(async () => {
  world = await FeatureWorld.start([IdentityModule], { http: true });
  grants = world.get(RoleGrantService);
  root = await world.found('TLD', 'Tổng Liên đoàn', null);
  province = await world.found('TINH', 'LĐLĐ tỉnh', root.id);
  unit = await world.found('CDCS', 'CĐCS Lúa Vàng', province.id);
  officer = world.actor(await world.admit('Cán bộ', province.id), 'federation-officer', province);
});
afterAll(() => world.stop());

async function withAccount(place: Organisation): Promise<{ personId: string; login: string }> {
  const login = `TV-${(sequence += 1)}`;
  const personId = await world.admit(`Người ${sequence}`, place.id);
  await world.dataSource.transaction((tx) =>
    world.get(IdentityService).openAccount(tx, { personId, password: PASSWORD, logins: [login] }),
  );
  return { personId, login };
}

async function signedIn(login: string): Promise<HttpClient> {
  const http = world.browser();
  await http.signIn(login, PASSWORD);
  return http;
}

const grant = (personId: string, role: RoleName, more: object = {}) =>
  grants.grant(officer, { personId, role, organisationId: unit.id, validFrom: TODAY, ...more });
const plant = (personId: string, role: RoleName, organisationId: string) =>
  world.dataSource.transaction((tx) =>
    world.get(IdentityService).grantRole(tx, { personId, role, organisationId, validFrom: '2026-01-01' }),
  );

describe('roles', () => {
  it('are in force with the next request, and gone with the next after revocation', async () => {
    const { personId, login } = await withAccount(unit);
    const http = await signedIn(login);
    expect((await http.get('/api/v1/people')).status).toBe(403);
    const { id } = await grant(personId, 'unit-officer');
    expect((await http.get('/api/v1/people')).status).toBe(200);
    await grants.revoke(officer, id, 'Chuyển công tác');
    expect((await http.get('/api/v1/people')).status).toBe(403);
    expect(await refusalOf(grants.revoke(officer, id))).toBe('not-found');
    const acts = await world.dataSource.manager.find(AuditEntry, {
      where: { subjectId: personId },
      order: { id: 'ASC' },
    });
    expect(acts.map(({ action, organisationId }) => [action, organisationId])).toEqual([
      ['identity.grant-role', unit.id],
      ['identity.revoke-role', unit.id],
    ]);
    expect(acts[1]).toMatchObject({ reason: 'Chuyển công tác', details: { role: 'unit-officer', grantId: id } });
  });

  it('are listed where they reach, with what the reader may take away', async () => {
    const personId = await world.admit('Kiểm tra viên', unit.id);
    await plant(personId, 'auditor', unit.id);
    await grant(personId, 'lecturer', { validFrom: '2026-12-01', validTo: '2027-01-01' });
    const { items } = await grants.list(officer, { organisationId: unit.id, personId });
    expect(
      items.map(({ role, organisation, can, validTo }) => ({ role, unit: organisation.name, can, validTo })),
    ).toEqual([
      { role: 'lecturer', unit: 'CĐCS Lúa Vàng', can: { revoke: true }, validTo: '2027-01-01' },
      { role: 'auditor', unit: 'CĐCS Lúa Vàng', can: { revoke: false }, validTo: null },
    ]);
    expect(await refusalOf(grants.list(officer, { organisationId: root.id }))).toBe('not-found');
    expect(await refusalOf(grants.revoke(officer, items[1]?.id ?? ''))).toBe('role-beyond-own');
  });

  it('are granted within one’s own units and no stronger than one’s own', async () => {
    const personId = await world.admit('Ứng viên', unit.id);
    const cases: [RoleName, object, string][] = [
      ['administrator', {}, 'role-beyond-own'],
      ['auditor', {}, 'role-beyond-own'],
      ['lecturer', { organisationId: root.id }, 'not-found'],
      ['lecturer', { personId: await world.admit('Người lạ') }, 'not-found'],
      ['lecturer', { validFrom: '2026-11-20' }, 'role-period-invalid'],
      ['lecturer', { validTo: TODAY }, 'role-period-invalid'],
    ];
    for (const [role, more, code] of cases) expect(await refusalOf(grant(personId, role, more))).toBe(code);
    await grant(personId, 'lecturer');
    expect(await refusalOf(grant(personId, 'lecturer'))).toBe('role-already-granted');
  });

  it('leave the root an administrator who can sign in, also when two revoke each other', async () => {
    const [one, two] = [await withAccount(root), await withAccount(root)];
    const first = await plant(one.personId, 'administrator', root.id);
    const dormant = await plant(await world.admit('Không tài khoản', root.id), 'administrator', root.id);
    const admin = world.actor(one.personId, 'administrator', root);
    await grants.revoke(admin, dormant);
    expect(await refusalOf(grants.revoke(admin, first))).toBe('last-administrator');
    const short = { role: 'administrator', organisationId: root.id, validFrom: TODAY, personId: two.personId } as const;
    const brief = await grants.grant(admin, { ...short, validTo: '2026-12-01' });
    expect(await refusalOf(grants.revoke(admin, first))).toBe('last-administrator');
    await grants.revoke(admin, brief.id);
    const second = await grants.grant(admin, short);
    const other = world.actor(two.personId, 'administrator', root);
    const outcomes = await Promise.all([
      refusalOf(grants.revoke(admin, second.id)),
      refusalOf(grants.revoke(other, first)),
    ]);
    expect(outcomes.sort()).toEqual(['last-administrator', null]);
  });
});

describe('over HTTP', () => {
  it('two requests at once make one chair, and the other is told why not', async () => {
    const chief = await withAccount(province);
    await plant(chief.personId, 'unit-officer', province.id);
    const http = [await signedIn(chief.login), await signedIn(chief.login)];
    const address = `/api/v1/organisations/${unit.id}/offices`;
    const answers = await Promise.all(
      http.map(async (browser, n) =>
        browser.post(address, {
          ...{ personId: await world.admit(`Ứng viên ${n}`, unit.id), titleCode: 'chu-tich', validFrom: TODAY },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'office-already-held', title: 'Chức danh đang có người giữ' });
  });

  it('what was masked is shown once, by no cache and no memory of requests', async () => {
    const chief = await withAccount(province);
    await plant(chief.personId, 'unit-officer', province.id);
    const http = await signedIn(chief.login);
    const personId = await world.admit('Người được xem', unit.id);
    const address = `/api/v1/people/${personId}/unmasking`;
    expect((await http.post(address, {})).status).toBe(422);
    expect((await http.post(address, { reason: '     ' })).status).toBe(422);
    const answer = await http.post(address, { reason: 'Lập danh sách lớp' }, { 'idempotency-key': 'look-1' });
    expect(answer).toMatchObject({ status: 201, body: { birthDate: '1980-03-08', phones: [] } });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await world.dataSource.query('SELECT key FROM idempotency_record')).toEqual([]);
    expect((await http.get(`/api/v1/people/${personId}`)).text).not.toContain('1980-03-08');
    expect((await http.get('/api/v1/people/1')).status).toBe(404);
    expect((await http.get('/api/v1/people?cursor=1')).status).toBe(422);
    expect((await http.get('/api/v1/people?asOf=2026-02-30')).status).toBe(422);
  });
});
