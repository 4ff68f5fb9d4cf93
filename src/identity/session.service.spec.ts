import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../test/support/clock.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { newId } from '../platform/ids/new-id.js';
import { KeyRing } from '../platform/keys/key-ring.js';
import { Organisation } from '../organisation/entities/organisation.entity.js';
import { RoleGrant } from './entities/role-grant.entity.js';
import { SignInThrottle } from './entities/sign-in-throttle.entity.js';
import { UserSession } from './entities/user-session.entity.js';
import { User } from './entities/user.entity.js';
import { IdentityService } from './identity.service.js';
import { PasswordService } from './password.service.js';
import { SessionAuthenticator } from './session-authenticator.service.js';
import { SessionService, type SignInAttempt } from './session.service.js';
import { SignInThrottleService } from './sign-in-throttle.service.js';

const PASSWORD = 'mật khẩu đúng';
/** Hashing is slow on purpose; a busy machine does seventy of them in its own time. */
const PATIENT_MS = 120_000;
const START = '2026-11-21T02:00:00Z';

let database: TestDatabase;
let identity: IdentityService;
let sessions: SessionService;
let throttle: SignInThrottleService;
let authenticator: SessionAuthenticator;
let organisations: OrganisationService;
let passwordHash: string;
const clock = new FakeClock(START);
let sequence = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const { dataSource } = database;
  const audit = new AuditService(clock);
  const passwords = new PasswordService();
  await passwords.onModuleInit();
  passwordHash = await passwords.hash(PASSWORD);
  organisations = new OrganisationService(clock, audit);
  identity = new IdentityService(organisations, passwords, clock, audit);
  await identity.ensureOfficeTitles(dataSource.manager);
  authenticator = new SessionAuthenticator(dataSource, clock);
  throttle = new SignInThrottleService(dataSource, clock, new KeyRing(randomBytes(48)));
  sessions = new SessionService(dataSource, clock, passwords, throttle, authenticator, identity);
});
afterAll(() => database.drop());
beforeEach(async () => {
  clock.set(START);
  await database.dataSource.manager.createQueryBuilder().delete().from(SignInThrottle).execute();
});

async function buildAccount(): Promise<{ personId: string; phone: string; code: string }> {
  sequence += 1;
  const phone = `0907${String(sequence).padStart(6, '0')}`;
  const code = `CĐ-${sequence}`;
  return database.dataSource.transaction(async (tx) => {
    const { id: personId } = await identity.createPerson(tx, { fullName: `Người Thứ ${sequence}` });
    await identity.openAccount(tx, { personId, password: { hash: passwordHash }, logins: [phone, code] });
    return { personId, phone, code };
  });
}

const attempt = (name: string, password = PASSWORD, more: Partial<SignInAttempt> = {}) =>
  sessions.signIn({ name, password, address: '203.0.113.7', ...more });

/** The problem that a sign-in answers, without its stack. */
async function refusal(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason as { code: string; status: number; title: unknown; detail: unknown; extras: unknown },
  );
  if (!error) return null;
  const { code, status, title, detail, extras } = error;
  return { code, status, title, detail, extras };
}

const WRONG = { code: 'wrong-credentials', status: 401 };
const LOCKED = { code: 'too-many-attempts', status: 429 };

async function fail(name: string, times: number, address?: string): Promise<void> {
  for (let i = 0; i < times; i++)
    expect(await refusal(attempt(name, 'sai mật khẩu', address ? { address } : {}))).toMatchObject(WRONG);
}

describe('signing in', () => {
  it('takes the phone number or the member code in the forms people type', async () => {
    const { personId, phone, code } = await buildAccount();
    const digits = phone.slice(1);
    const names = [phone, `+84 ${digits.slice(0, 3)} ${digits.slice(3)}`, `84${digits}`, code, code.toLowerCase()];
    for (const name of [...names, code.normalize('NFD')]) {
      const { token, actor } = await attempt(name, PASSWORD.normalize('NFD'));
      expect(actor).toMatchObject({ personId, locale: 'vi', grants: [] });
      expect(await authenticator.authenticate(token)).toEqual(actor);
    }
  });

  it('stores no token, only its hash', async () => {
    const { phone } = await buildAccount();
    const { token, actor } = await attempt(phone, PASSWORD, { userAgent: 'x'.repeat(1000) });
    const row = await database.dataSource.manager.findOneByOrFail(UserSession, { id: actor.sessionId });
    expect(row.tokenHash).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row.userAgent).toHaveLength(300);
  });

  it('answers the same for a wrong password, an unknown account, nonsense and a suspended account', async () => {
    const { phone } = await buildAccount();
    const suspended = await buildAccount();
    await database.dataSource.manager.update(User, { personId: suspended.personId }, { state: 'suspended' });
    const answers = [
      await refusal(attempt(phone, 'sai mật khẩu')),
      await refusal(attempt('0909999999')),
      await refusal(attempt('<nobody>')),
      await refusal(attempt(suspended.phone)),
    ];
    expect(answers[0]).toMatchObject(WRONG);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('opens no session for a suspended account, and counts its password as wrong', async () => {
    const { phone, personId } = await buildAccount();
    const { manager } = database.dataSource;
    await manager.update(User, { personId }, { state: 'suspended' });
    for (let i = 0; i < 5; i++) expect(await refusal(attempt(phone))).toMatchObject(WRONG);
    expect(await refusal(attempt(phone))).toMatchObject(LOCKED);
    expect(await manager.countBy(UserSession, { user: { personId } })).toBe(0);
  });

  it('spends the same work on an unknown account as on a wrong password', async () => {
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let i = 0; i < 5; i++) {
      const { phone } = await buildAccount();
      for (const [kind, name] of [
        ['known', phone],
        ['unknown', `09088888${i}0`],
      ] as const) {
        const startedAt = process.hrtime.bigint();
        await refusal(attempt(name, 'sai mật khẩu'));
        times[kind].push(Number(process.hrtime.bigint() - startedAt));
      }
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[2] ?? 0;
    const ratio = median(times.unknown) / median(times.known);
    // Without the decoy an unknown account takes a tenth.
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it('ends the session that this browser had before', async () => {
    const [first, second] = [await buildAccount(), await buildAccount()];
    const former = await attempt(first.phone);
    const other = await attempt(first.phone);
    await attempt(second.phone, PASSWORD, { replaces: former.actor.sessionId });
    expect(await authenticator.authenticate(former.token)).toBeNull();
    expect(await authenticator.authenticate(other.token)).not.toBeNull();
  });
});

describe('an account under attack', () => {
  it('closes after five failures, also for the right password, and opens a quarter of an hour later', async () => {
    const { phone } = await buildAccount();
    await fail(phone, 5);
    clock.advance({ minutes: 5 });
    expect(await refusal(attempt(phone))).toMatchObject({ ...LOCKED, extras: { retryAfterSeconds: 600 } });
    clock.advance({ minutes: 9, seconds: 59 });
    expect(await refusal(attempt(phone))).toMatchObject({ ...LOCKED, extras: { retryAfterSeconds: 1 } });
    clock.advance({ seconds: 1 });
    await attempt(phone);
  });

  it('closes for a whole quarter of an hour from the fifth failure', async () => {
    const { phone } = await buildAccount();
    await fail(phone, 1);
    clock.advance({ minutes: 14 });
    await fail(phone, 4);
    clock.advance({ minutes: 14 });
    expect(await refusal(attempt(phone))).toMatchObject({ ...LOCKED, extras: { retryAfterSeconds: 60 } });
  });

  it('is closed to a password found right while another process used up the limit', async () => {
    const { manager } = database.dataSource;
    const keys = throttle.keysOf(newId(), '203.0.113.7');
    for (let i = 0; i < 4; i++) await throttle.countFailure(manager, keys);
    await database.dataSource.transaction((tx) => throttle.admit(tx, keys));
    for (let i = 0; i < 5; i++) await throttle.countFailure(manager, keys);
    const late = database.dataSource.transaction((tx) => throttle.admit(tx, keys));
    expect(await refusal(late)).toMatchObject(LOCKED);
  });

  it('is not kept closed by trying on', async () => {
    const { phone } = await buildAccount();
    await fail(phone, 5);
    clock.advance({ minutes: 14 });
    for (let i = 0; i < 10; i++) expect(await refusal(attempt(phone, 'sai mật khẩu'))).toMatchObject(LOCKED);
    clock.advance({ minutes: 1 });
    await attempt(phone);
  });

  it('does not close when the failures lie further apart, nor after a success in between', async () => {
    const { phone } = await buildAccount();
    await fail(phone, 4);
    clock.advance({ minutes: 15 });
    await fail(phone, 4);
    await attempt(phone);
    await fail(phone, 4);
    await attempt(phone);
  });

  it('counts the phone number and the member code together', async () => {
    const { phone, code } = await buildAccount();
    await fail(phone, 3);
    await fail(code, 2);
    expect(await refusal(attempt(code))).toMatchObject(LOCKED);
  });

  it('answers as an account that does not exist: five failures, then closed', async () => {
    const { phone } = await buildAccount();
    await fail(phone, 5);
    await fail('0908000000', 5);
    expect(await refusal(attempt('+84 908 000 000'))).toEqual(await refusal(attempt(phone)));
  });

  it('is closed to the right password hidden in a burst of guesses', async () => {
    const { phone } = await buildAccount();
    const guesses = Array.from({ length: 30 }, () => refusal(attempt(phone, 'sai mật khẩu')));
    const hidden = refusal(attempt(phone));
    const answers = await Promise.all(guesses);
    expect(answers.filter((answer) => answer?.code === WRONG.code).length).toBe(5);
    expect(await hidden).toMatchObject(LOCKED);
  });

  it('does not show in the database whose it is', async () => {
    const { phone } = await buildAccount();
    await fail(phone, 1);
    await fail('0908111222', 1);
    const rows = await database.dataSource.manager.find(SignInThrottle);
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${phone}|0908111222`));
  });
});

describe('one address for many people', () => {
  it(
    'forty learners sign in and thirty more err once: nobody else is locked out',
    async () => {
      const learners = await Promise.all(Array.from({ length: 40 }, () => buildAccount()));
      const others = await Promise.all(Array.from({ length: 30 }, () => buildAccount()));
      const bystander = await buildAccount();
      await Promise.all([...learners.map(({ phone }) => attempt(phone)), ...others.map(({ phone }) => fail(phone, 1))]);
      await attempt(bystander.phone);
      await Promise.all(others.map(({ phone }) => attempt(phone)));
    },
    PATIENT_MS,
  );

  it(
    'is slowed after a hundred failures, and only it',
    async () => {
      const { phone } = await buildAccount();
      const names = Array.from({ length: 100 }, (_, i) => `0905${String(i).padStart(6, '0')}`);
      await Promise.all(names.map((name) => fail(name, 1, '2001:db8:1:2::aaaa')));
      const from = (address: string) => refusal(attempt(phone, PASSWORD, { address }));
      expect(await from('2001:db8:1:2:ffff::1')).toMatchObject({ ...LOCKED, extras: { retryAfterSeconds: 900 } });
      expect(await from('2001:db8:1:3::1')).toBeNull();
      clock.advance({ minutes: 15 });
      expect(await from('2001:db8:1:2:ffff::1')).toBeNull();
    },
    PATIENT_MS,
  );
});

describe('a session', () => {
  it('lives for ninety days after it was last used', async () => {
    const { phone } = await buildAccount();
    const { token } = await attempt(phone);
    clock.advance({ days: 80 });
    expect(await authenticator.authenticate(token)).not.toBeNull();
    clock.advance({ days: 89, hours: 23 });
    expect(await authenticator.authenticate(token)).not.toBeNull();
    clock.advance({ days: 90 });
    expect(await authenticator.authenticate(token)).toBeNull();
  });

  it('is written at most once an hour', async () => {
    const { phone } = await buildAccount();
    const { token, actor } = await attempt(phone);
    const lastSeen = async () =>
      (await database.dataSource.manager.findOneByOrFail(UserSession, { id: actor.sessionId })).lastSeenAt;
    const signedInAt = clock.now();
    clock.advance({ minutes: 59 });
    await authenticator.authenticate(token);
    expect(await lastSeen()).toEqual(signedInAt);
    clock.advance({ minutes: 1 });
    await Promise.all(Array.from({ length: 8 }, () => authenticator.authenticate(token)));
    expect(await lastSeen()).toEqual(clock.now());
  });

  it('ends with signing out, on this browser only', async () => {
    const { phone } = await buildAccount();
    const [phoneBrowser, desk] = [await attempt(phone), await attempt(phone)];
    await sessions.signOut(phoneBrowser.actor);
    await sessions.signOut(phoneBrowser.actor);
    expect(await authenticator.authenticate(phoneBrowser.token)).toBeNull();
    expect(await authenticator.authenticate(desk.token)).not.toBeNull();
  });

  it('ends when the account is suspended', async () => {
    const { phone, personId } = await buildAccount();
    const { token } = await attempt(phone);
    await database.dataSource.manager.update(User, { personId }, { state: 'suspended' });
    expect(await authenticator.authenticate(token)).toBeNull();
  });

  it('is not made by a token that nobody was given', async () => {
    for (const token of ['', 'x', 'A'.repeat(43), `${'A'.repeat(42)}'`])
      expect(await authenticator.authenticate(token)).toBeNull();
  });

  it('remembers the language for all devices', async () => {
    const { phone } = await buildAccount();
    const { token, actor } = await attempt(phone);
    expect((await sessions.changeLocale(actor, 'en')).actor.locale).toBe('en');
    expect((await authenticator.authenticate(token))?.locale).toBe('en');
  });

  it('is forgotten a month after its end, living ones are kept', async () => {
    const { phone } = await buildAccount();
    const [ended, living] = [await attempt(phone), await attempt(phone)];
    await sessions.signOut(ended.actor);
    clock.advance({ days: 31 });
    await sessions.sweep();
    const { manager } = database.dataSource;
    expect(await manager.existsBy(UserSession, { id: ended.actor.sessionId })).toBe(false);
    expect(await manager.existsBy(UserSession, { id: living.actor.sessionId })).toBe(true);
  });
});

describe('the grants of an actor', () => {
  async function buildUnit(parentId: string | null = null): Promise<Organisation> {
    sequence += 1;
    const unit = { code: `S-${sequence}`, name: 'Đơn vị', tier: 'grassroots', kind: 'cdcs', foundedOn: '2020-01-01' };
    return database.dataSource.transaction((tx) => organisations.found(tx, { ...unit, sector: 'non-state', parentId }));
  }

  it('are those in force today in Viet Nam, with the path of their unit', async () => {
    const { personId, phone } = await buildAccount();
    const unit = await buildUnit();
    const grant = (role: RoleGrant['role'], validFrom: string, validTo: string | null) =>
      database.dataSource.manager.insert(RoleGrant, {
        ...{ id: newId(), personId, organisationId: unit.id, grantedById: null },
        ...{ role, validFrom, validTo },
      });
    await grant('lecturer', '2026-01-01', null);
    await grant('auditor', '2026-01-01', '2026-11-21');
    await grant('reviewer', '2026-11-22', null);
    await grant('unit-officer', '2026-01-01', '2026-11-22');
    // 23:59 in Viet Nam on the 21st: expired yesterday's, not yet tomorrow's.
    clock.set('2026-11-21T16:59:00Z');
    const { token, actor } = await attempt(phone);
    const organisationId = unit.id;
    expect(actor.grants).toEqual([
      { role: 'lecturer', organisationId, path: unit.path },
      { role: 'unit-officer', organisationId, path: unit.path },
    ]);
    clock.set('2026-11-21T17:00:00Z');
    const roles = (await authenticator.authenticate(token))?.grants.map(({ role }) => role);
    expect(roles).toEqual(['lecturer', 'reviewer']);
  });

  it('end with the unit', async () => {
    const { personId, phone } = await buildAccount();
    const unit = await buildUnit();
    await database.dataSource.transaction((tx) =>
      identity.grantRole(tx, { personId, role: 'unit-officer', organisationId: unit.id, validFrom: '2020-01-01' }),
    );
    const { token, actor } = await attempt(phone);
    expect(actor.grants).toHaveLength(1);
    await database.dataSource.manager.update(Organisation, { id: unit.id }, { path: null, abolishedOn: '2026-11-21' });
    expect((await authenticator.authenticate(token))?.grants).toEqual([]);
  });
});
