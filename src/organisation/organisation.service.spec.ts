import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../test/support/clock.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import { OrganisationPeriod } from './entities/organisation-period.entity.js';
import { Organisation } from './entities/organisation.entity.js';
import { OrganisationReaderService } from './organisation-reader.service.js';
import { OrganisationService, type Founding } from './organisation.service.js';

let database: TestDatabase;
let organisations: OrganisationService;
let reader: OrganisationReaderService;
const clock = new FakeClock();
let sequence = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  organisations = new OrganisationService(clock, new AuditService(clock));
  reader = new OrganisationReaderService(database.dataSource, clock, organisations);
});
afterAll(() => database.drop());

function found(parent: Organisation | null, more: Partial<Founding> = {}): Promise<Organisation> {
  sequence += 1;
  return database.dataSource.transaction((tx) =>
    organisations.found(tx, {
      code: `U-${sequence}`,
      name: `Đơn vị ${sequence}`,
      tier: 'grassroots',
      kind: 'cdcs',
      sector: 'non-state',
      parentId: parent?.id ?? null,
      foundedOn: '2020-01-01',
      ...more,
    }),
  );
}

function officerOf(role: RoleName, ...units: Organisation[]): Actor {
  const grants = units.map(({ id, path }) => ({ role, organisationId: id, path: path ?? '' }));
  return { userId: newId(), personId: newId(), sessionId: newId(), locale: 'vi', grants };
}

describe('founding', () => {
  it('hangs the unit below its parent and opens its first period', async () => {
    const parent = await found(null);
    const child = await found(parent, { code: 'cdcs-x', name: '  Công đoàn cơ sở  Bến Xuân '.normalize('NFD') });
    expect(child.code).toBe('CDCS-X');
    expect(child.path).toBe(`${parent.path}.${child.id.replaceAll('-', '')}`);
    const [period] = await database.dataSource.manager.findBy(OrganisationPeriod, { organisationId: child.id });
    expect(period).toMatchObject({
      parentId: parent.id,
      name: 'Công đoàn cơ sở Bến Xuân'.normalize('NFC'),
      nameFolded: 'cong doan co so ben xuan',
      validFrom: '2020-01-01',
      validTo: null,
      supersededAt: null,
    });
  });

  it('refuses a code that another unit has, whatever its case', async () => {
    const first = await found(null, { code: 'TAKEN-1' });
    await expect(found(null, { code: 'taken-1' })).rejects.toMatchObject({ code: 'organisation-code-taken' });
    expect((await organisations.findByCode(database.dataSource.manager, 'taken-1'))?.id).toBe(first.id);
  });

  it('refuses a code or a name that cannot be one', async () => {
    await expect(found(null, { code: 'LĐLĐ' })).rejects.toMatchObject({ code: 'organisation-code-invalid' });
    await expect(found(null, { name: ' \u200b ' })).rejects.toMatchObject({ code: 'organisation-name-invalid' });
  });

  it('refuses a parent that is unknown or abolished', async () => {
    const parent = await found(null);
    await database.dataSource.manager.update(
      Organisation,
      { id: parent.id },
      { path: null, abolishedOn: '2025-07-01' },
    );
    const problem = { code: 'organisation-parent-not-in-force' };
    await expect(found(parent)).rejects.toMatchObject(problem);
    await expect(found(null, { parentId: newId() })).rejects.toMatchObject(problem);
  });

  it('leaves an audit row when a person did it, none when the system did', async () => {
    const actorId = newId();
    const byPerson = await found(null, { actorId });
    const bySystem = await found(null);
    const rows = (unit: Organisation) =>
      database.dataSource.manager.findBy(AuditEntry, { subjectKind: 'organisation', subjectId: unit.id });
    expect(await rows(byPerson)).toMatchObject([{ action: 'organisation.found-unit', actorId }]);
    expect(await rows(bySystem)).toEqual([]);
  });
});

describe('the tree an officer sees', () => {
  it('is the own subtree: no sibling, nothing above, parents first', async () => {
    const root = await found(null);
    const own = await found(root);
    const sibling = await found(root);
    await found(sibling);
    const child = await found(own);
    const grandchild = await found(child);
    const { items, nextCursor } = await reader.list(officerOf('unit-officer', own));
    expect(items.map(({ id, parentId }) => ({ id, parentId }))).toEqual([
      { id: own.id, parentId: null },
      { id: child.id, parentId: own.id },
      { id: grandchild.id, parentId: child.id },
    ]);
    expect(nextCursor).toBeNull();
  });

  it('is empty for who holds no such role', async () => {
    const root = await found(null);
    expect((await reader.list(officerOf('lecturer', root))).items).toEqual([]);
    expect((await reader.list(officerOf('auditor'))).items).toEqual([]);
  });

  it('comes in pages without gap or repetition', async () => {
    const root = await found(null);
    const units = 1001;
    await database.dataSource.transaction(async (tx) => {
      for (let i = 1; i < units; i++)
        await organisations.found(tx, {
          code: `PAGE-${i}`,
          name: `Đơn vị ${i}`,
          tier: 'grassroots',
          kind: 'cdcs',
          sector: 'state',
          parentId: root.id,
          foundedOn: '2020-01-01',
        });
    });
    const actor = officerOf('auditor', root);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await reader.list(actor, cursor ? { cursor } : {});
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(units);
    expect(new Set(seen).size).toBe(units);
  }, 300_000);

  it('begins no page after a unit outside the scope: whether such a unit exists is not told', async () => {
    const root = await found(null);
    const sibling = await found(root);
    const own = await found(root);
    const officer = officerOf('unit-officer', own);
    for (const cursor of [root.id, sibling.id, newId()]) {
      expect(await reader.list(officer, { cursor })).toEqual({ items: [], nextCursor: null });
    }
  });
});

describe('names on a day', () => {
  it('are those of the day, not of today', async () => {
    const { manager } = database.dataSource;
    const unit = await found(null, { name: 'Tên cũ' });
    const [first] = await manager.findBy(OrganisationPeriod, { organisationId: unit.id });
    await manager.update(OrganisationPeriod, { organisationId: unit.id }, { validTo: '2025-07-01' });
    await manager.insert(OrganisationPeriod, { ...first, id: newId(), name: 'Tên mới', validFrom: '2025-07-01' });
    const nameOn = async (day: string) => (await organisations.describe(manager, [unit.id], day)).get(unit.id)?.name;
    expect(await nameOn('2025-06-30')).toBe('Tên cũ');
    expect(await nameOn('2025-07-01')).toBe('Tên mới');
    expect(await nameOn('2019-01-01')).toBe('Tên cũ');
  });

  it('leave unknown ids out', async () => {
    const { manager } = database.dataSource;
    expect(await organisations.describe(manager, [newId()], '2025-07-01')).toEqual(new Map());
    expect(await organisations.describe(manager, [], '2025-07-01')).toEqual(new Map());
  });

  it('never overlap: the database refuses a second period at the same time', async () => {
    const { manager } = database.dataSource;
    const unit = await found(null);
    const [first] = await manager.findBy(OrganisationPeriod, { organisationId: unit.id });
    await expect(manager.insert(OrganisationPeriod, { ...first, id: newId(), name: 'Khác' })).rejects.toMatchObject({
      code: '23P01',
    });
  });
});
