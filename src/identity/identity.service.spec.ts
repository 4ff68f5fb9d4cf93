import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { FakeClock } from '../../test/support/clock.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import { OfficeTerm } from './entities/office-term.entity.js';
import { OfficeTitle } from './entities/office-title.entity.js';
import type { Person } from './entities/person.entity.js';
import { IdentityService, withinScope, type NewOffice } from './identity.service.js';
import { PasswordService } from './password.service.js';

let database: TestDatabase;
let organisations: OrganisationService;
let identity: IdentityService;
const clock = new FakeClock();
let sequence = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const audit = new AuditService(clock);
  organisations = new OrganisationService(clock, audit);
  identity = new IdentityService(organisations, new PasswordService(), clock, audit);
  await identity.ensureOfficeTitles(database.dataSource.manager);
});
afterAll(() => database.drop());

const inTx = <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> => database.dataSource.transaction(work);

function buildUnit(parent: Organisation | null = null, name = 'Đơn vị'): Promise<Organisation> {
  sequence += 1;
  const unit = { code: `I-${sequence}`, name, tier: 'grassroots', kind: 'cdcs', foundedOn: '2015-01-01' };
  return inTx((tx) => organisations.found(tx, { ...unit, sector: 'non-state', parentId: parent?.id ?? null }));
}

function buildPerson(fullName = 'Nguyễn Thị Ánh Nguyệt'): Promise<Person> {
  return inTx((tx) => identity.createPerson(tx, { fullName }));
}

const give = (person: Person, unit: Organisation, titleCode: string, more: Partial<NewOffice> = {}) =>
  inTx((tx) =>
    identity.giveOffice(tx, {
      ...{ personId: person.id, organisationId: unit.id, titleCode, validFrom: '2023-01-01' },
      ...more,
    }),
  );

function actorWith(role: RoleName, unit: Organisation): Actor {
  const grants = [{ role, organisationId: unit.id, path: unit.path ?? '' }];
  return { userId: newId(), personId: newId(), sessionId: newId(), locale: 'vi', grants };
}

describe('a person', () => {
  it('keeps each diacritic in one form, without invisible characters', async () => {
    const typed = ' Đỗ  Thị\u200b Ướt\u202e '.normalize('NFD');
    const person = await inTx((tx) =>
      identity.createPerson(tx, { fullName: typed, birthDate: '1974-03-08', gender: 'female' }),
    );
    const cards = await identity.personCards(database.dataSource.manager, [person.id]);
    expect(cards.get(person.id)).toEqual({
      id: person.id,
      fullName: 'Đỗ Thị Ướt'.normalize('NFC'),
      sortName: 'Ướt Đỗ Thị'.normalize('NFC'),
      birthDate: '1974-03-08',
      gender: 'female',
      unit: null,
      office: null,
    });
    expect(person.fullNameFolded).toBe('do thi uot');
  });

  it('needs a name', async () => {
    await expect(buildPerson(' \u200b ')).rejects.toMatchObject({ code: 'person-name-invalid' });
    await expect(buildPerson('A'.repeat(121))).rejects.toMatchObject({ code: 'person-name-invalid' });
  });
});

describe('an account', () => {
  const open = (person: Person, ...logins: string[]) =>
    inTx((tx) => identity.openAccount(tx, { personId: person.id, password: 'congdoan2026', logins }));

  it('is found by any form of its sign-in names', async () => {
    const person = await buildPerson();
    await open(person, '+84 912 345 678', 'cđ-0001'.normalize('NFD'));
    const { manager } = database.dataSource;
    for (const typed of ['0912345678', '0912.345.678', 'CĐ-0001'])
      expect((await identity.findPersonByLogin(manager, typed))?.id).toBe(person.id);
    expect(await identity.findPersonByLogin(manager, '0912345679')).toBeNull();
  });

  it('is one per person, with names that nobody else has', async () => {
    const [one, other] = [await buildPerson(), await buildPerson()];
    await open(one, '0913000001');
    await expect(open(one, '0913000002')).rejects.toMatchObject({ code: 'account-already-open' });
    await expect(open(other, '+84913000001')).rejects.toMatchObject({ code: 'login-name-taken' });
    await expect(open(other, '<x>')).rejects.toMatchObject({ code: 'login-name-invalid' });
    await open(other, '0913000002');
  });

  it('refuses a short password and stores none', async () => {
    const person = await buildPerson();
    const tooShort = inTx((tx) =>
      identity.openAccount(tx, { personId: person.id, password: 'cđ2026', logins: ['0913000009'] }),
    );
    await expect(tooShort).rejects.toMatchObject({ code: 'password-too-short' });
    await open(person, '0913000009');
    const rows: { password_hash: string }[] = await database.dataSource.query(
      'SELECT password_hash FROM user_account WHERE person_id = $1',
      [person.id],
    );
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('an office', () => {
  it('of a chair has one holder at a time, and the next from the day the term ended', async () => {
    const unit = await buildUnit();
    const [former, next] = [await buildPerson(), await buildPerson()];
    await give(former, unit, 'chu-tich', { validFrom: '2020-01-01', validTo: '2025-07-01' });
    const early = give(next, unit, 'chu-tich', { validFrom: '2025-06-30' });
    await expect(early).rejects.toMatchObject({ code: 'office-already-held' });
    await give(next, unit, 'chu-tich', { validFrom: '2025-07-01' });
    await give(next, await buildUnit(), 'chu-tich');
  });

  it('has one of two chairs appointed at the same moment', async () => {
    const unit = await buildUnit();
    const people = await Promise.all(Array.from({ length: 8 }, () => buildPerson()));
    const outcomes = await Promise.allSettled(people.map((person) => give(person, unit, 'chu-tich')));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'office-already-held' });
  });

  it('is guarded by the database itself', async () => {
    const unit = await buildUnit();
    const [one, other] = [await buildPerson(), await buildPerson()];
    await give(one, unit, 'chu-tich');
    const { manager } = database.dataSource;
    const [held] = await manager.findBy(OfficeTerm, { organisationId: unit.id });
    const second = { ...held, id: newId(), personId: other.id };
    await expect(manager.insert(OfficeTerm, second)).rejects.toMatchObject({
      code: '23P01',
      driverError: { constraint: 'ex_office_term_one_holder' },
    });
    // Claiming that a chair is not exclusive does not help: the copy is tied to the title.
    await expect(manager.insert(OfficeTerm, { ...second, exclusive: false })).rejects.toMatchObject({ code: '23503' });
  });

  it('of a committee has many holders, but no person twice', async () => {
    const unit = await buildUnit();
    const [one, other] = [await buildPerson(), await buildPerson()];
    await give(one, unit, 'uy-vien-bch');
    await give(other, unit, 'uy-vien-bch');
    await expect(give(one, unit, 'uy-vien-bch')).rejects.toMatchObject({ code: 'office-already-held' });
    await expect(give(one, unit, 'vua')).rejects.toMatchObject({ code: 'office-title-unknown' });
  });

  it('catalogue can be ensured again without touching what an installation changed', async () => {
    const { manager } = database.dataSource;
    await manager.update(OfficeTitle, { code: 'to-truong' }, { nameVi: 'Tổ trưởng tổ công đoàn' });
    const before = await manager.find(OfficeTitle, { order: { code: 'ASC' } });
    await identity.ensureOfficeTitles(manager);
    expect(await manager.find(OfficeTitle, { order: { code: 'ASC' } })).toEqual(before);
  });
});

describe('the card of a person', () => {
  it('names unit and office of the day, the highest of several', async () => {
    const { manager } = database.dataSource;
    const [factory, federation] = [await buildUnit(null, 'CĐCS Bến Xuân'), await buildUnit(null, 'LĐLĐ Phương Nam')];
    const person = await buildPerson();
    await give(person, federation, 'uy-vien-bch', { validFrom: '2021-01-01' });
    await give(person, factory, 'chu-tich', { validFrom: '2023-05-01', validTo: '2026-05-01' });
    const on = async (day?: string) => identity.unitOf(manager, person.id, day);
    expect(await on('2020-12-31')).toBeNull();
    expect(await on('2021-01-01')).toMatchObject({ unit: { id: federation.id }, office: { code: 'uy-vien-bch' } });
    expect(await on('2023-05-01')).toEqual({
      unit: { id: factory.id, name: 'CĐCS Bến Xuân' },
      office: { code: 'chu-tich', name: { vi: 'Chủ tịch', en: 'Chair' } },
    });
    expect(await on('2026-04-30')).toMatchObject({ unit: { id: factory.id } });
    expect(await on()).toMatchObject({ unit: { id: federation.id } });
  });

  it('is the same whichever of two equal offices was entered first', async () => {
    const [one, two] = [await buildUnit(), await buildUnit()];
    const [first, second] = [await buildPerson(), await buildPerson()];
    const early = { validFrom: '2021-01-01' };
    await give(first, one, 'uy-vien-bch', early);
    await give(first, two, 'uy-vien-bch');
    await give(second, two, 'uy-vien-bch');
    await give(second, one, 'uy-vien-bch', early);
    const cards = await identity.personCards(database.dataSource.manager, [second.id, first.id, second.id, newId()]);
    expect([...cards.values()].map(({ unit }) => unit?.id)).toEqual([one.id, one.id]);
  });

  it('leaves a term entered wrongly and superseded out', async () => {
    const person = await buildPerson();
    await give(person, await buildUnit(), 'chu-tich');
    await database.dataSource.manager.update(OfficeTerm, { personId: person.id }, { supersededAt: clock.now() });
    expect(await identity.unitOf(database.dataSource.manager, person.id)).toBeNull();
  });
});

describe('scope', () => {
  it('shows the own subtree; a sibling and what is above look like nothing', async () => {
    const root = await buildUnit();
    const [own, sibling] = [await buildUnit(root), await buildUnit(root)];
    const child = await buildUnit(own);
    const actor = actorWith('unit-officer', own);
    const roles: RoleName[] = ['unit-officer', 'school-officer'];
    const asked = (organisationId: string) =>
      identity.requireInScope(database.dataSource.manager, { actor, roles, organisationId });
    await asked(own.id);
    await asked(child.id);
    for (const id of [sibling.id, root.id, newId()]) await expect(asked(id)).rejects.toMatchObject({ status: 404 });
    const withoutRole = { actor, roles: ['auditor' as const], organisationId: own.id };
    await expect(identity.requireInScope(database.dataSource.manager, withoutRole)).rejects.toMatchObject({
      status: 404,
    });
  });

  it('filters a query of any feature by one condition', async () => {
    const root = await buildUnit();
    const [one, two] = [await buildUnit(root), await buildUnit(root)];
    const people = await Promise.all([one, two, root].map(async (unit) => ({ unit, person: await buildPerson() })));
    for (const { unit, person } of people) await give(person, unit, 'chu-tich');
    const visibleTo = async (actor: Actor) => {
      const rows: { person_id: string }[] = await database.dataSource.query(
        `SELECT t.person_id FROM office_term t JOIN organisation o ON o.id = t.organisation_id
          WHERE o.id = ANY($1) AND ${withinScope('o.path', 2)} ORDER BY t.id`,
        [[root.id, one.id, two.id], identity.scopeOf(actor, ['auditor'])],
      );
      return rows.map((row) => row.person_id);
    };
    expect(await visibleTo(actorWith('auditor', one))).toEqual([people[0]?.person.id]);
    expect(await visibleTo(actorWith('auditor', root))).toHaveLength(3);
    expect(await visibleTo(actorWith('lecturer', root))).toEqual([]);
  });
});

describe('acts of a person', () => {
  it('leave audit rows with ids only; acts of the system leave none', async () => {
    const unit = await buildUnit();
    const person = await buildPerson();
    const actorId = (await buildPerson()).id;
    await give(person, unit, 'uy-vien-bch', { actorId });
    await give(person, unit, 'chu-tich');
    const grant = { personId: person.id, organisationId: unit.id, role: 'auditor' as const, validFrom: '2026-01-01' };
    await inTx((tx) => identity.grantRole(tx, { ...grant, actorId }));
    await expect(inTx((tx) => identity.grantRole(tx, { ...grant, actorId }))).rejects.toMatchObject({
      code: 'role-already-granted',
    });
    await inTx((tx) =>
      identity.openAccount(tx, { personId: person.id, password: 'congdoan2026', logins: ['0914000001'], actorId }),
    );
    const rows = await database.dataSource.manager.find(AuditEntry, {
      where: { subjectId: person.id },
      order: { id: 'ASC' },
    });
    expect(rows.map(({ action }) => action)).toEqual([
      'identity.give-office',
      'identity.grant-role',
      'identity.open-account',
    ]);
    expect(rows.every((row) => row.actorId === actorId)).toBe(true);
    expect(JSON.stringify(rows)).not.toMatch(/Nguyệt|0914000001/);
  });
});
