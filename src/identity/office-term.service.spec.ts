import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { OfficeTerm } from './entities/office-term.entity.js';
import { IdentityModule } from './identity.module.js';
import { OfficeTermService } from './office-term.service.js';

let world: FeatureWorld;
let offices: OfficeTermService;
let unit: Organisation;
let officer: Actor;

beforeAll(async () => {
  world = await FeatureWorld.start([IdentityModule]);
  offices = world.get(OfficeTermService);
  const root = await world.found('TLD', 'Tổng Liên đoàn', null);
  unit = await world.found('CDCS', 'CĐCS Lúa Vàng', root.id);
  officer = world.actor(await world.admit('Cán bộ'), 'unit-officer', unit);
});
afterAll(() => world.stop());

const appoint = (personId: string, titleCode: string, more: object = {}) =>
  offices.appoint(officer, { personId, organisationId: unit.id, titleCode, validFrom: '2026-11-01', ...more });
const holders = async (asOf?: string) =>
  (await offices.ofUnit(officer, unit.id, asOf === undefined ? {} : { asOf })).items.map(
    ({ person, title }) => `${title.code} ${person.fullName}`,
  );

describe('offices', () => {
  it('are a catalogue in order of precedence', async () => {
    const codes = (await offices.titles()).map(({ code }) => code);
    expect(codes[0]).toBe('chu-tich');
    for (const code of ['pho-chu-tich', 'uy-vien-bch', 'chu-nhiem-ubkt', 'uy-ban-kiem-tra', 'to-truong'])
      expect(codes).toContain(code);
    expect(codes).toEqual(expect.arrayContaining(['truong-ban-nu-cong', 'uy-vien-ban-nu-cong', 'uy-vien-btv']));
  });

  it('have one chair at a time, also when two are appointed at once', async () => {
    const candidates = await Promise.all(['Lê A', 'Lê B', 'Lê C', 'Lê D'].map((name) => world.admit(name, unit.id)));
    const outcomes = await Promise.all(candidates.map((id) => refusalOf(appoint(id, 'chu-tich'))));
    expect(outcomes.filter((code) => code === null)).toHaveLength(1);
    expect(outcomes.filter((code) => code === 'office-already-held')).toHaveLength(3);
    expect((await holders()).filter((line) => line.startsWith('chu-tich'))).toHaveLength(1);
  });

  it('end on a day, and what was recorded before is kept', async () => {
    const [chair] = (await offices.ofUnit(officer, unit.id, {})).items;
    const successor = await world.admit('Trần Kế', unit.id);
    const ended = await offices.end(officer, chair?.id ?? '', { onDate: '2026-11-15', reason: 'Nghỉ hưu' });
    expect(ended).toMatchObject({ validTo: '2026-11-15', person: chair?.person });
    await appoint(successor, 'chu-tich', { validFrom: '2026-11-15', fullTime: true });
    expect((await holders('2026-11-14'))[0]).toBe(`chu-tich ${chair?.person.fullName}`);
    expect((await offices.ofUnit(officer, unit.id, {})).items[0]).toMatchObject({
      ...{ person: { id: successor, fullName: 'Trần Kế' }, fullTime: true },
    });
    const rows = await world.dataSource.manager.findBy(OfficeTerm, {
      personId: chair?.person.id,
      titleCode: 'chu-tich',
    });
    expect(rows.map(({ validTo, supersededAt }) => `${validTo} ${supersededAt !== null}`).sort()).toEqual([
      '2026-11-15 false',
      'null true',
    ]);
    const where = { subjectId: chair?.person.id ?? '', action: 'identity.end-office' };
    expect(await world.dataSource.manager.findOneBy(AuditEntry, where)).toMatchObject({
      ...{ organisationId: unit.id, reason: 'Nghỉ hưu', details: { titleCode: 'chu-tich', onDate: '2026-11-15' } },
    });
    expect(await refusalOf(offices.end(officer, chair?.id ?? '', { onDate: '2026-11-16' }))).toBe('not-found');
    expect(await refusalOf(offices.end(officer, ended.id, { onDate: '2026-12-01' }))).toBe('office-already-held');
    expect(await refusalOf(offices.end(officer, ended.id, { onDate: '2026-11-01' }))).toBe('office-period-invalid');
  });

  it('are held several at a time, full-time as the title says or as told', async () => {
    const personId = await world.admit('Phan Nhiều', unit.id);
    expect((await appoint(personId, 'chuyen-trach')).fullTime).toBe(true);
    expect((await appoint(personId, 'truong-ban-nu-cong')).fullTime).toBe(false);
    expect(await holders()).toEqual(expect.arrayContaining(['chuyen-trach Phan Nhiều', 'uy-vien-bch Phan Nhiều']));
    expect(await refusalOf(appoint(personId, 'chuyen-trach'))).toBe('office-already-held');
  });

  it('are refused where they cannot be', async () => {
    const personId = await world.admit('Vũ Sai', unit.id);
    const cases: [string, object, string][] = [
      ['khong-co', {}, 'office-title-unknown'],
      ['to-truong', { validTo: '2026-11-01' }, 'office-period-invalid'],
      ['to-truong', { validFrom: '2019-12-31' }, 'office-outside-unit'],
      ['to-truong', { decisionId: personId }, 'office-decision-unknown'],
      ['to-truong', { organisationId: (await world.found('NGOAI', 'Đơn vị ngoài', null)).id }, 'not-found'],
    ];
    for (const [title, more, code] of cases) expect(await refusalOf(appoint(personId, title, more))).toBe(code);
    const stranger = await world.admit('Người lạ');
    expect(await refusalOf(appoint(stranger, 'to-truong'))).toBe('not-found');
  });

  it('come in pages, and a term that was ended meanwhile still says where it stood', async () => {
    const many = await world.found('NHIEU', 'CĐCS nhiều tổ', unit.id);
    const ids: string[] = [];
    for (let n = 0; n < 205; n += 1) ids.push(await world.admit(`Lê Tổ ${String(n).padStart(3, '0')}`, many.id));
    const first = await offices.ofUnit(officer, many.id, {});
    expect(first.items).toHaveLength(200);
    const cursor = first.nextCursor ?? '';
    await offices.end(officer, cursor, { onDate: '2026-11-20' });
    const second = await offices.ofUnit(officer, many.id, { cursor });
    expect(second.items.map(({ person }) => person.id)).toEqual(ids.slice(200));
    expect(second.nextCursor).toBeNull();
  });
});
