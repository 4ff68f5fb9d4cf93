import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { Person } from './entities/person.entity.js';
import { IdentityModule } from './identity.module.js';
import { IdentityService } from './identity.service.js';
import { OfficeTermService } from './office-term.service.js';
import { PeopleReaderService } from './people-reader.service.js';
import { PeopleService } from './people.service.js';

let world: FeatureWorld;
let people: PeopleService;
let reader: PeopleReaderService;
let root: Organisation;
let province: Organisation;
let grassroots: Organisation;
let elsewhere: Organisation;
let officer: Actor;
let below: Actor;

beforeAll(async () => {
  world = await FeatureWorld.start([IdentityModule]);
  people = world.get(PeopleService);
  reader = world.get(PeopleReaderService);
  root = await world.found('TLD', 'Tổng Liên đoàn', null);
  province = await world.found('TINH', 'LĐLĐ tỉnh', root.id);
  grassroots = await world.found('CDCS', 'CĐCS Lúa Vàng', province.id);
  elsewhere = await world.found('KHAC', 'LĐLĐ tỉnh khác', root.id);
  const chief = await world.admit('Cán bộ Tỉnh');
  officer = world.actor(chief, 'federation-officer', province);
  below = world.actor(await world.admit('Cán bộ Cơ sở'), 'unit-officer', grassroots);
});
afterAll(() => world.stop());

const office = (unit: Organisation, titleCode = 'uy-vien-bch') => ({
  ...{ organisationId: unit.id, titleCode, validFrom: '2026-01-01' },
});
const names = async (actor: Actor, filter: Parameters<PeopleReaderService['list']>[1] = {}) =>
  (await reader.list(actor, filter)).items.map(({ fullName }) => fullName);
const lastAct = async (subjectId: string) =>
  world.dataSource.manager.findOneOrFail(AuditEntry, { where: { subjectId }, order: { id: 'DESC' } });

describe('people', () => {
  it('are entered with an office and listed by given name, in the units of the reader alone', async () => {
    for (const fullName of ['Trần Thị Ân', 'Lê Văn Anh', 'Phạm Hạ', 'Đỗ Thị Hà', 'Nguyễn An'])
      await people.register(officer, { fullName, birthDate: '1985-02-17', office: office(grassroots) });
    await people.register(world.actor(officer.personId, 'administrator', root), {
      ...{ fullName: 'Vũ Thị Xa', office: office(elsewhere) },
    });
    const inOrder = ['Nguyễn An', 'Lê Văn Anh', 'Trần Thị Ân', 'Đỗ Thị Hà', 'Phạm Hạ'];
    expect(await names(officer)).toEqual(inOrder);
    expect(await names(below)).toEqual(inOrder);
    expect(await names(officer, { organisationId: grassroots.id, titleCode: 'uy-vien-bch' })).toEqual(inOrder);
    expect(await names(officer, { titleCode: 'chu-tich' })).toEqual([]);
    expect(await names(officer, { asOf: '2025-12-31' })).toEqual([]);
    expect(await refusalOf(reader.list(officer, { organisationId: elsewhere.id }))).toBe('not-found');
    expect(await names(world.actor(officer.personId))).toEqual([]);
  });

  it('are found without diacritics, and nobody outside the scope is', async () => {
    expect(await names(officer, { q: 'do thi ha' })).toEqual(['Đỗ Thị Hà']);
    expect(await names(officer, { q: 'THỊ' })).toEqual(['Trần Thị Ân', 'Đỗ Thị Hà']);
    expect(await names(officer, { q: 'vu thi xa' })).toEqual([]);
    expect(await names(officer, { q: '%' })).toEqual([]);
    expect(await names(officer, { q: "' OR 1=1 --" })).toEqual([]);
  });

  it('come page by page, each once', async () => {
    const unit = await world.found('DONG', 'CĐCS đông người', province.id);
    const many = Array.from({ length: 103 }, (_, n) => `Nguyễn Văn ${String.fromCharCode(65 + (n % 26))}${n}`);
    for (const fullName of many) await people.register(officer, { fullName, office: office(unit) });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await reader.list(officer, { organisationId: unit.id, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.items.map(({ fullName }) => fullName));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(103);
    expect(new Set(seen)).toEqual(new Set(many));
  });

  it('are shown with what is personal masked, and without offices that are none of the reader’s business', async () => {
    const id = await people.register(officer, {
      ...{ fullName: 'Hồ Thị Mận', birthDate: '1991-03-08', gender: 'female', office: office(grassroots, 'to-truong') },
    });
    await world.dataSource.transaction(async (tx) => {
      const identity = world.get(IdentityService);
      await identity.openAccount(tx, { personId: id, password: 'congdoan2026', logins: ['0901 000 001', 'PN-77'] });
      await identity.giveOffice(tx, { personId: id, ...office(elsewhere, 'chu-tich') });
    });
    expect(await reader.get(below, id)).toEqual({
      ...{ id, fullName: 'Hồ Thị Mận', birthDate: '••/••/1991', gender: 'female', hasAccount: true, erased: false },
      phones: ['090••••001'],
      offices: [
        {
          ...{ id: expect.any(String), fullTime: false, validFrom: '2026-01-01', validTo: null, decisionId: null },
          organisation: { id: grassroots.id, name: 'CĐCS Lúa Vàng' },
          title: { code: 'to-truong', name: { vi: 'Tổ trưởng công đoàn', en: 'Union group leader' } },
        },
      ],
      can: { unmask: true, change: true },
    });
    const stranger = world.actor(officer.personId, 'unit-officer', await world.found('XA', 'Đơn vị xa', elsewhere.id));
    expect(await refusalOf(reader.get(stranger, id))).toBe('not-found');
    const auditor = world.actor(officer.personId, 'auditor', province);
    expect((await reader.get(auditor, id)).can).toEqual({ unmask: false, change: false });
    expect(await refusalOf(reader.unmask(auditor, id, 'Kiểm tra'))).toBe('not-found');
  });

  it('are unmasked with a reason, and the record keeps who and why, not what', async () => {
    const [{ id = '' } = {}] = (await reader.list(officer, { q: 'ho thi man' })).items;
    expect(await reader.unmask(below, id, 'Gọi báo lịch học')).toEqual({
      ...{ birthDate: '1991-03-08', phones: ['0901000001'] },
    });
    const act = await lastAct(id);
    expect(act).toMatchObject({ action: 'identity.unmask-person', organisationId: grassroots.id, details: {} });
    expect(act).toMatchObject({ reason: 'Gọi báo lịch học', actorId: below.personId });
    expect(await refusalOf(reader.unmask(world.actor(officer.personId), id, 'Không có quyền'))).toBe('not-found');
  });

  it('are corrected on the record of fields, not of values', async () => {
    const id = await people.register(officer, { fullName: 'Ly Văn Sai', office: office(grassroots) });
    await people.correct(below, id, { fullName: ' Lý  Văn Đúng ', birthDate: '1970-12-31', reason: 'Theo căn cước' });
    expect(await world.dataSource.manager.findOneByOrFail(Person, { id })).toMatchObject({
      ...{ fullName: 'Lý Văn Đúng', fullNameFolded: 'ly van dung', sortName: 'Đúng Lý Văn', birthDate: '1970-12-31' },
    });
    const act = await lastAct(id);
    expect(act).toMatchObject({ action: 'identity.correct-person', details: { fields: ['fullName', 'birthDate'] } });
    expect(JSON.stringify(act)).not.toMatch(/Đúng|1970/);
    await people.correct(below, id, { fullName: 'Lý Văn Đúng' });
    expect((await lastAct(id)).id).toBe(act.id);
    expect(await refusalOf(people.correct(below, id, { birthDate: '2030-01-01' }))).toBe('birth-date-invalid');
    expect(await refusalOf(people.correct(below, id, { fullName: '\u200b' }))).toBe('person-name-invalid');
  });

  it('who look like somebody in the unit are asked about once more, also by two officers at once', async () => {
    const person = { fullName: 'Ngô Thị Đôi', birthDate: '1988-08-08', office: office(grassroots) };
    const outcomes = await Promise.all([1, 2, 3].map(() => refusalOf(people.register(officer, person))));
    expect(outcomes.sort()).toEqual(['namesake-in-unit', 'namesake-in-unit', null]);
    await people.register(officer, { ...person, fullName: 'NGO THI DOI', isAnother: true });
    expect(await names(officer, { q: 'ngo thi doi' })).toHaveLength(2);
  });

  it('who leave their last office stay with its unit', async () => {
    const id = await people.register(officer, { fullName: 'Mai Văn Thôi', office: office(grassroots) });
    const [held] = (await reader.get(below, id)).offices;
    await world.get(OfficeTermService).end(below, held?.id ?? '', { onDate: '2026-11-01' });
    expect(await names(officer, { q: 'mai van thoi' })).toEqual([]);
    expect(await names(officer, { q: 'mai van thoi', asOf: '2026-10-31' })).toEqual(['Mai Văn Thôi']);
    expect((await reader.get(below, id)).offices).toMatchObject([{ validTo: '2026-11-01' }]);
    const next = world.actor(officer.personId, 'administrator', root);
    await world.get(OfficeTermService).appoint(next, { personId: id, ...office(elsewhere), validFrom: '2026-11-02' });
    expect(await refusalOf(reader.get(below, id))).toBe('not-found');
  });
});
