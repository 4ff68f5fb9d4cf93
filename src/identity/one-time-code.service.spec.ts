import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../test/support/clock.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { Config } from '../platform/config/config.js';
import { newId } from '../platform/ids/new-id.js';
import { KeyRing } from '../platform/keys/key-ring.js';
import { CodeRedemptionService, type Redemption } from './code-redemption.service.js';
import { OneTimeCode } from './entities/one-time-code.entity.js';
import { SignInThrottle } from './entities/sign-in-throttle.entity.js';
import { User } from './entities/user.entity.js';
import { IdentityService } from './identity.service.js';
import { OneTimeCodeService } from './one-time-code.service.js';
import { newCode } from './one-time-code.rules.js';
import { PasswordService } from './password.service.js';
import { SessionAuthenticator } from './session-authenticator.service.js';
import { SessionService } from './session.service.js';
import { SignInThrottleService } from './sign-in-throttle.service.js';

const START = '2026-11-21T02:00:00Z';
const PASSWORD = 'mật khẩu mới';
const REFUSED = { code: 'code-refused', status: 401 };

let database: TestDatabase;
let identity: IdentityService;
let sessions: SessionService;
let codes: OneTimeCodeService;
let redemption: CodeRedemptionService;
let authenticator: SessionAuthenticator;
let federation: Unit;
let factory: Unit;
let sibling: Unit;
let officer: Actor;
let oldHash: string;
const clock = new FakeClock(START);
let sequence = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const { dataSource } = database;
  const audit = new AuditService(clock);
  const passwords = new PasswordService();
  await passwords.onModuleInit();
  oldHash = await passwords.hash('mật khẩu cũ');
  const organisations = new OrganisationService(clock, audit);
  identity = new IdentityService(organisations, passwords, clock, audit);
  await identity.ensureOfficeTitles(dataSource.manager);
  authenticator = new SessionAuthenticator(dataSource, clock);
  const keys = new KeyRing(randomBytes(48));
  const throttle = new SignInThrottleService(dataSource, clock, keys);
  sessions = new SessionService(dataSource, clock, passwords, throttle, authenticator, identity);
  const config = Object.assign(new Config(), { PUBLIC_URL: 'https://kynang.example.vn' });
  codes = new OneTimeCodeService(dataSource, clock, identity, audit, config, keys);
  redemption = new CodeRedemptionService(dataSource, codes, identity, passwords, sessions, throttle);
  await dataSource.transaction(async (tx) => {
    const unit = (code: string, parentId: string | null) =>
      organisations.found(tx, {
        ...{ code, name: `Công đoàn ${code}`, tier: 'superior', kind: 'cdcs', sector: 'mixed' },
        ...{ parentId, foundedOn: '2020-01-01' },
      });
    federation = await unit('LDLD', null);
    factory = await unit('XUONG', federation.id);
    sibling = await unit('BEN', federation.id);
  });
  officer = await buildOfficer('unit-officer', factory);
});
afterAll(() => database.drop());
beforeEach(async () => {
  clock.set(START);
  await database.dataSource.manager.createQueryBuilder().delete().from(SignInThrottle).execute();
});

type Unit = { id: string; path: string | null };

async function buildMember(unit: Unit, more: { account?: boolean; role?: RoleName; roleOn?: Unit } = {}) {
  sequence += 1;
  const phone = `0908${String(sequence).padStart(6, '0')}`;
  return database.dataSource.transaction(async (tx) => {
    const { id: personId } = await identity.createPerson(tx, { fullName: `Đoàn Viên ${sequence}` });
    const term = { personId, validFrom: '2023-01-01' };
    await identity.giveOffice(tx, { ...term, organisationId: unit.id, titleCode: 'uy-vien-bch' });
    if (more.role) await identity.grantRole(tx, { ...term, organisationId: (more.roleOn ?? unit).id, role: more.role });
    const account = { personId, password: { hash: oldHash }, logins: [phone] };
    const userId = more.account === false ? null : await identity.openAccount(tx, account);
    return { personId, phone, userId };
  });
}

async function buildOfficer(role: RoleName, unit: Unit): Promise<Actor> {
  const { personId, userId } = await buildMember(unit, { role });
  const grants = [{ role, organisationId: unit.id, path: unit.path ?? '' }];
  return { userId: userId ?? '', personId, sessionId: newId(), locale: 'vi', grants };
}

async function issueFor(personId: string): Promise<string> {
  const [issued] = await codes.issue(officer, [personId]);
  return issued?.code ?? '';
}

const redeem = (code: string, more: Partial<Redemption> = {}) =>
  redemption.redeem({ code, password: PASSWORD, address: '203.0.113.7', ...more });

const audited = (personId: string) =>
  database.dataSource.manager.find(AuditEntry, { where: { subjectId: personId }, order: { id: 'ASC' } });

describe('issuing', () => {
  it('gives each person a code that is shown once, stored as a keyed hash, and audited by ids', async () => {
    const people = [await buildMember(factory), await buildMember(factory)];
    const issued = await codes.issue(
      officer,
      people.map(({ personId }) => personId),
    );
    expect(issued.map(({ personId }) => personId)).toEqual(people.map(({ personId }) => personId));
    for (const { personId, fullName, unit, code, url, expiresOn } of issued) {
      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/);
      expect(url).toBe(`https://kynang.example.vn/ma-dang-nhap#${code}`);
      expect({ fullName, unit: unit?.id, expiresOn }).toEqual({
        ...{ fullName: expect.stringContaining('Đoàn Viên'), unit: factory.id, expiresOn: '2026-12-04' },
      });
      const rows = await audited(personId);
      expect(rows.map(({ action, actorId }) => ({ action, actorId }))).toEqual([
        { action: 'identity.issue-one-time-code', actorId: officer.personId },
      ]);
      const stored = await database.dataSource.manager.findBy(OneTimeCode, { personId });
      expect(JSON.stringify([rows, stored])).not.toContain(code.replace('-', ''));
    }
  });

  it('is on the record of the person’s unit, as is using the code and opening the account with it', async () => {
    const { personId } = await buildMember(factory, { account: false });
    await redeem(await issueFor(personId), { name: `TV-${personId.slice(-6)}` });
    expect((await audited(personId)).map(({ action, organisationId }) => [action, organisationId])).toEqual([
      ['identity.issue-one-time-code', factory.id],
      ['identity.redeem-one-time-code', factory.id],
      ['identity.open-account', factory.id],
    ]);
  });

  it('again revokes the former code, also when two officers do it at once', async () => {
    const { personId } = await buildMember(factory);
    const first = await issueFor(personId);
    const both = await Promise.all([issueFor(personId), issueFor(personId)]);
    await expect(redeem(first)).rejects.toMatchObject(REFUSED);
    const outcomes = await Promise.allSettled(both.map((code) => redeem(code)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is 404 for who holds no office today in the officer’s units, and then nobody gets a code', async () => {
    const own = await buildMember(factory);
    const other = await buildMember(sibling);
    const above = await buildMember(federation);
    for (const personId of [other.personId, above.personId, newId()])
      await expect(codes.issue(officer, [own.personId, personId])).rejects.toMatchObject({ status: 404 });
    await expect(codes.issue({ ...officer, grants: [] }, [own.personId])).rejects.toMatchObject({ status: 404 });
    expect(await audited(own.personId)).toEqual([]);
  });

  it('does not open accounts with rights above or outside the officer’s own', async () => {
    const chief = await buildMember(factory, { role: 'administrator', roleOn: federation });
    const teacher = await buildMember(factory, { role: 'lecturer', roleOn: sibling });
    for (const { personId } of [chief, teacher])
      await expect(codes.issue(officer, [personId])).rejects.toMatchObject({ code: 'code-beyond-office', status: 403 });
    const colleague = await buildMember(factory, { role: 'unit-officer' });
    expect(await codes.issue(officer, [colleague.personId])).toHaveLength(1);
  });
});

describe('redeeming', () => {
  it('sets the password, ends every other session and the one of this browser, and begins one', async () => {
    const member = await buildMember(factory);
    const neighbour = await buildMember(factory);
    const open = (userId: string | null) => database.dataSource.transaction((tx) => sessions.open(tx, userId ?? ''));
    const former = await open(member.userId);
    const shared = await open(neighbour.userId);
    const replaces = (await authenticator.authenticate(shared))?.sessionId;
    const code = await issueFor(member.personId);
    const { token, actor } = await redeem(code.toLowerCase().replace('-', ' '), { replaces });
    expect(actor.personId).toBe(member.personId);
    expect(await authenticator.authenticate(token)).toEqual(actor);
    expect(await authenticator.authenticate(former)).toBeNull();
    expect(await authenticator.authenticate(shared)).toBeNull();
    const signIn = { name: member.phone, password: PASSWORD, address: '203.0.113.7' };
    expect((await sessions.signIn(signIn)).actor.personId).toBe(member.personId);
    expect((await audited(member.personId)).map(({ action }) => action)).toEqual([
      'identity.issue-one-time-code',
      'identity.redeem-one-time-code',
    ]);
  });

  it('opens the account of who has none, under the name given', async () => {
    const { personId } = await buildMember(factory, { account: false });
    const { phone: taken } = await buildMember(factory);
    const code = await issueFor(personId);
    await expect(redeem(code)).rejects.toMatchObject({ code: 'sign-in-name-needed', status: 422 });
    await expect(redeem(code, { name: taken })).rejects.toMatchObject({ code: 'login-name-taken', status: 409 });
    await expect(redeem(code, { name: '?' })).rejects.toMatchObject({ code: 'login-name-invalid', status: 422 });
    await expect(redeem(code, { name: 'PN-77', password: 'ngắn' })).rejects.toMatchObject({ status: 422 });
    expect((await redeem(code, { name: 'PN-77' })).actor.personId).toBe(personId);
    expect((await identity.findPersonByLogin(database.dataSource.manager, 'pn-77'))?.id).toBe(personId);
  });

  it('in parallel has exactly one winner', async () => {
    const { personId, userId } = await buildMember(factory);
    const code = await issueFor(personId);
    const tries = Array.from({ length: 6 }, (_, i) => redeem(code, { password: `mật khẩu thứ ${i}` }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rows = await database.dataSource.query<unknown[]>(
      'SELECT 1 FROM user_session WHERE user_id = $1 AND revoked_at IS NULL',
      [userId],
    );
    expect(rows).toHaveLength(1);
  });

  it('answers alike for wrong, malformed, used, revoked and expired codes and suspended accounts', async () => {
    const [used, revoked, expired, suspended] = await Promise.all(
      Array.from({ length: 4 }, () => buildMember(factory)),
    );
    const dead = [newCode(), '???'];
    for (const member of [used, revoked, expired, suspended]) dead.push(await issueFor(member?.personId ?? ''));
    await redeem(dead[2] ?? '');
    await issueFor(revoked?.personId ?? '');
    const { manager } = database.dataSource;
    const past = { createdAt: new Date('2026-11-01T00:00:00Z'), expiresAt: new Date(START) };
    await manager.update(OneTimeCode, { personId: expired?.personId ?? '' }, past);
    await manager.update(User, { personId: suspended?.personId ?? '' }, { state: 'suspended' });
    const answers: unknown[] = [];
    for (const code of dead) {
      const {
        code: problem,
        status,
        detail,
        extras,
      } = (await redeem(code).catch((error: unknown) => error)) as {
        [key in 'code' | 'status' | 'detail' | 'extras']: unknown;
      };
      answers.push({ code: problem, status, detail, extras });
    }
    expect(answers[0]).toMatchObject(REFUSED);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

describe('guessing', () => {
  it('closes a prefix after five wrong codes, from wherever they come, and opens it after a quarter of an hour', async () => {
    const { personId } = await buildMember(factory);
    const code = await issueFor(personId);
    const wrong = `${code.slice(0, 3)}22-22222`;
    for (let i = 0; i < 5; i++)
      await expect(redeem(wrong, { address: `198.51.100.${i}` })).rejects.toMatchObject(REFUSED);
    await expect(redeem(code)).rejects.toMatchObject({ code: 'too-many-attempts', status: 429 });
    clock.advance({ minutes: 15 });
    expect((await redeem(code)).actor.personId).toBe(personId);
  });

  it('closes a network after a hundred failures; learners behind one address who each mistype four times get in', async () => {
    const members = await Promise.all(Array.from({ length: 9 }, () => buildMember(factory)));
    const issued = await codes.issue(
      officer,
      members.map(({ personId }) => personId),
    );
    for (const { code } of issued.slice(0, 8)) {
      for (let i = 0; i < 4; i++)
        await expect(redeem(`${code.slice(0, 3)}22-2222${i + 2}`)).rejects.toMatchObject(REFUSED);
      await redeem(code);
    }
    const { manager } = database.dataSource;
    await manager.update(SignInThrottle, { key: 'network:203.0.113.7' }, { failures: 100 });
    await expect(redeem(issued[8]?.code ?? '')).rejects.toMatchObject({ status: 429 });
    await redeem(issued[8]?.code ?? '', { address: '203.0.113.8' });
  });
});
