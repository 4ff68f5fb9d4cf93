import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { CorrectionDecisionService } from './correction-decision.service.js';
import { CorrectionRequestService } from './correction-request.service.js';
import { Person } from './entities/person.entity.js';
import { IdentityModule } from './identity.module.js';
import { IdentityService } from './identity.service.js';
import { OfficeTermService } from './office-term.service.js';
import { PeopleReaderService } from './people-reader.service.js';
import { PeopleService } from './people.service.js';
import { PersonErasureService } from './person-erasure.service.js';

let world: FeatureWorld;
let requests: CorrectionRequestService;
let decisions: CorrectionDecisionService;
let root: Organisation;
let province: Organisation;
let unit: Organisation;
let officer: Actor;
let federation: Actor;
/** Somebody in office in the unit, anew for each test. */
let person: Actor;
let sequence = 0;

const TODAY = '2026-11-21';

beforeAll(async () => {
  world = await FeatureWorld.start([IdentityModule]);
  requests = world.get(CorrectionRequestService);
  decisions = world.get(CorrectionDecisionService);
  root = await world.found('TLD', 'Tổng Liên đoàn', null);
  province = await world.found('TINH', 'LĐLĐ tỉnh', root.id);
  unit = await world.found('CDCS', 'CĐCS Lúa Vàng', province.id);
  officer = world.actor(await world.admit('Cán bộ', unit.id), 'unit-officer', unit);
  federation = world.actor(await world.admit('Cán bộ tỉnh', province.id), 'federation-officer', province);
});
afterAll(() => world.stop());
beforeEach(async () => {
  person = world.actor(await world.admit('Nguyễn Thị Mận', unit.id));
});

const record = () => world.dataSource.manager.findOneByOrFail(Person, { id: person.personId });
const lastAct = () =>
  world.dataSource.manager.findOneOrFail(AuditEntry, { where: { subjectId: person.personId }, order: { id: 'DESC' } });

describe('a request about one’s own data', () => {
  it('is asked once while it is open, and listed to the person and the officers of the unit', async () => {
    const asked = await requests.ask(person, { field: 'full-name', wishedValue: ' Nguyễn  Thị Mẫn ', note: 'Sai dấu' });
    expect(asked).toMatchObject({ wishedValue: 'Nguyễn Thị Mẫn', note: 'Sai dấu', state: 'open' });
    const again = () => requests.ask(person, { field: 'full-name', wishedValue: 'Khác' });
    expect(await refusalOf(again())).toBe('correction-already-asked');
    await requests.ask(person, { field: 'birth-date', wishedValue: '1985-02-17' });
    expect((await requests.own(person)).map(({ field }) => field)).toEqual(['birth-date', 'full-name']);
    const seen = (await requests.open(officer)).items.filter((item) => item.person.id === person.personId);
    expect(seen.map(({ field }) => field)).toEqual(['full-name', 'birth-date']);
    const elsewhere = world.actor(officer.personId, 'unit-officer', await world.found('BEN', 'CĐCS bên', province.id));
    expect((await requests.open(elsewhere)).items).toEqual([]);
    expect((await requests.open(person)).items).toEqual([]);
    expect(await refusalOf(decisions.decide(elsewhere, asked.id, { decision: 'accept' }))).toBe('not-found');
  });

  it('is refused when it could not be granted', async () => {
    const cases: [Parameters<CorrectionRequestService['ask']>[1], string][] = [
      [{ field: 'full-name', wishedValue: '\u200b' }, 'person-name-invalid'],
      [{ field: 'full-name' }, 'invalid-request'],
      [{ field: 'birth-date', wishedValue: '2026-02-30' }, 'birth-date-invalid'],
      [{ field: 'birth-date', wishedValue: '<script>' }, 'birth-date-invalid'],
      [{ field: 'gender', wishedValue: 'x' }, 'invalid-request'],
      [{ field: 'other', note: '  ' }, 'invalid-request'],
    ];
    for (const [wish, code] of cases) expect(await refusalOf(requests.ask(person, wish))).toBe(code);
  });

  it('is applied when accepted, on the record by field, and decided once', async () => {
    const { id } = await requests.ask(person, { field: 'full-name', wishedValue: 'Nguyễn Thị Mẫn' });
    const both = [
      decisions.decide(officer, id, { decision: 'accept' }),
      decisions.decide(federation, id, { decision: 'accept' }),
    ];
    expect((await Promise.all(both.map(refusalOf))).sort()).toEqual(['correction-decided', null]);
    expect(await record()).toMatchObject({ fullName: 'Nguyễn Thị Mẫn', sortName: 'Mẫn Nguyễn Thị' });
    const act = await lastAct();
    expect(act).toMatchObject({
      ...{ action: 'identity.accept-correction', organisationId: unit.id },
      details: { requestId: id, field: 'full-name', fields: ['fullName'] },
    });
    expect(JSON.stringify(act)).not.toContain('Mẫn');
    expect((await requests.own(person))[0]).toMatchObject({ state: 'accepted', decidedAt: world.clock.now() });
  });

  it('is rejected with a reason, which the person reads', async () => {
    const { id } = await requests.ask(person, { field: 'gender', wishedValue: 'male' });
    expect(await refusalOf(decisions.decide(officer, id, { decision: 'reject', reason: ' ' }))).toBe(
      'rejection-needs-reason',
    );
    await decisions.decide(officer, id, { decision: 'reject', reason: 'Chưa khớp căn cước' });
    expect(await record()).toMatchObject({ gender: null });
    expect((await requests.own(person))[0]).toMatchObject({ state: 'rejected', reason: 'Chưa khớp căn cước' });
    expect(await lastAct()).toMatchObject({ action: 'identity.reject-correction', reason: 'Chưa khớp căn cước' });
  });

  it('is nobody’s own to decide', async () => {
    const { id } = await requests.ask(officer, { field: 'gender', wishedValue: 'female' });
    expect(await refusalOf(decisions.decide(officer, id, { decision: 'accept' }))).toBe('own-matter');
    await decisions.decide(federation, id, { decision: 'accept' });
  });
});

describe('erasure', () => {
  const erase = (actor: Actor) => world.get(PersonErasureService).erase(actor, person.personId, 'Theo đề nghị');
  const count = async (table: string, condition: string) => {
    const sql = `SELECT count(*)::int AS rows FROM ${table} WHERE ${condition}`;
    const [row] = await world.dataSource.query<[{ rows: number }]>(sql, [person.personId]);
    return row.rows;
  };

  async function openAccount(): Promise<void> {
    const login = `09080000${String((sequence += 1)).padStart(2, '0')}`;
    await world.dataSource.transaction((tx) =>
      world.get(IdentityService).openAccount(tx, {
        ...{ personId: person.personId, password: { hash: '$argon2id$x' }, logins: [login] },
      }),
    );
  }

  async function leaveOffice(): Promise<void> {
    const [held] = (await world.get(PeopleReaderService).get(officer, person.personId)).offices;
    await world.get(OfficeTermService).end(officer, held?.id ?? '', { onDate: TODAY });
  }

  async function plant(role: RoleName, place: Organisation): Promise<void> {
    const grant = { personId: person.personId, role, organisationId: place.id, validFrom: '2026-01-01' };
    await world.dataSource.transaction((tx) => world.get(IdentityService).grantRole(tx, grant));
  }

  it('waits until the offices have ended, and is not the unit’s own to do', async () => {
    expect(await refusalOf(erase(federation))).toBe('erasure-while-in-office');
    await leaveOffice();
    expect(await refusalOf(erase(officer))).toBe('not-found');
    expect(await refusalOf(erase(world.actor(person.personId, 'federation-officer', province)))).toBe('own-matter');
  });

  it('takes account, names, roles, codes and words; keeps the registers under a pseudonym', async () => {
    await openAccount();
    await plant('lecturer', unit);
    const before = await record();
    await requests.ask(person, { field: 'other', note: 'Chuyện riêng' });
    await leaveOffice();
    await erase(federation);
    expect(await record()).toMatchObject({
      ...{ fullName: 'Người đã xoá dữ liệu', birthDate: null, gender: null, erasedAt: world.clock.now() },
    });
    for (const [table, condition] of [
      ['user_account', 'person_id = $1'],
      ['login_name', 'user_id IN (SELECT id FROM user_account WHERE person_id = $1)'],
      ['correction_request', 'person_id = $1'],
      ['one_time_code', 'person_id = $1'],
      ['role_grant', `person_id = $1 AND (valid_to IS NULL OR valid_to > '${TODAY}')`],
    ] as const)
      expect([table, await count(table, condition)]).toEqual([table, 0]);
    expect(await count('office_term', 'person_id = $1')).toBe(2);
    const act = await lastAct();
    expect(act).toMatchObject({ action: 'identity.erase-person', organisationId: unit.id, reason: 'Theo đề nghị' });
    const texts = await world.dataSource.query<{ text: string }[]>(
      `SELECT row_to_json(a)::text AS text FROM audit_entry a WHERE subject_id = $1`,
      [person.personId],
    );
    for (const { text } of texts) expect(text).not.toContain(before.fullName);
    expect(await world.get(PeopleReaderService).get(federation, person.personId)).toMatchObject({
      ...{ erased: true, hasAccount: false, phones: [], can: { unmask: false, change: false } },
    });
    for (const attempt of [
      erase(federation),
      world.get(PeopleService).correct(federation, person.personId, { fullName: 'Trở lại' }),
      world.get(PeopleReaderService).unmask(federation, person.personId, 'Xem lại'),
    ])
      expect(await refusalOf(attempt)).toBe('person-erased');
  });

  it('never takes rights that the officer could not take away', async () => {
    await plant('administrator', province);
    await leaveOffice();
    expect(await refusalOf(erase(federation))).toBe('role-beyond-own');
    await erase(world.actor(federation.personId, 'administrator', root));
  });

  it('never takes the last administrator', async () => {
    await openAccount();
    await plant('administrator', root);
    await leaveOffice();
    const admin = world.actor(federation.personId, 'administrator', root);
    expect(await refusalOf(erase(admin))).toBe('last-administrator');
    expect((await record()).erasedAt).toBeNull();
  });

  it('on one’s own request is decided by a federation officer', async () => {
    const { id } = await requests.ask(person, { field: 'erasure' });
    expect(await refusalOf(decisions.decide(officer, id, { decision: 'accept' }))).toBe('not-allowed');
    expect(await refusalOf(decisions.decide(federation, id, { decision: 'accept' }))).toBe('erasure-while-in-office');
    await leaveOffice();
    await decisions.decide(federation, id, { decision: 'accept' });
    expect((await record()).erasedAt).toEqual(world.clock.now());
    expect(await lastAct()).toMatchObject({ action: 'identity.erase-person', details: { requestId: id } });
  });
});
