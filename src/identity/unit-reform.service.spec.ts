import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FakeClock } from '../../test/support/clock.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import { OrganisationActService } from '../organisation/organisation-act.service.js';
import { OrganisationChangeService } from '../organisation/organisation-change.service.js';
import { OrganisationSuccessionService } from '../organisation/organisation-succession.service.js';
import { OrganisationService, type Founding } from '../organisation/organisation.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import { Problem } from '../platform/problems/problem.js';
import { RoleGrant } from './entities/role-grant.entity.js';
import { IdentityService } from './identity.service.js';
import { OfficeSuccessionService } from './office-succession.service.js';
import { PasswordService } from './password.service.js';
import { UnitReformService, type PartAsked } from './unit-reform.service.js';

let database: TestDatabase;
let organisations: OrganisationService;
let changes: OrganisationChangeService;
let identity: IdentityService;
let reform: UnitReformService;
let root: Organisation;
let admin: Actor;
const clock = new FakeClock('2026-11-21T02:00:00Z');
let sequence = 0;
const DAY = '2025-07-01';
const BEFORE = '2025-06-30';

beforeAll(async () => {
  database = await createTestDatabase();
  const audit = new AuditService(clock);
  organisations = new OrganisationService(clock, audit);
  const acts = new OrganisationActService(clock, audit);
  changes = new OrganisationChangeService(database.dataSource, clock, organisations, acts);
  identity = new IdentityService(organisations, new PasswordService(), clock, audit);
  const tree = new OrganisationSuccessionService(clock, acts);
  const offices = new OfficeSuccessionService(clock, audit);
  reform = new UnitReformService(database.dataSource, changes, acts, tree, offices);
  await identity.ensureOfficeTitles(database.dataSource.manager);
});
afterAll(() => database.drop());
beforeEach(async () => {
  root = await found(null, { foundedOn: '2000-01-01' });
  admin = officer('administrator', root);
});

function found(parent: Organisation | null, more: Partial<Founding> = {}): Promise<Organisation> {
  sequence += 1;
  const unit = { code: `R-${sequence}`, name: `Đơn vị ${sequence}`, tier: 'superior', kind: 'ldld-tinh' };
  return database.dataSource.transaction((tx) =>
    organisations.found(tx, {
      ...{ ...unit, sector: 'mixed', parentId: parent?.id ?? null, foundedOn: '2020-01-01', ...more },
    }),
  );
}

function officer(role: RoleName, ...units: Organisation[]): Actor {
  const grants = units.map(({ id, path }) => ({ role, organisationId: id, path: path ?? '' }));
  return { userId: newId(), personId: newId(), sessionId: newId(), locale: 'vi', grants };
}

/** Somebody with a title in a unit since 2023. @returns the person's id */
function seated(unit: Organisation, titleCode: string, given?: string): Promise<string> {
  return database.dataSource.transaction(async (tx) => {
    const personId = given ?? (await identity.createPerson(tx, { fullName: 'Nguyễn Văn Thử' })).id;
    await identity.giveOffice(tx, { personId, organisationId: unit.id, titleCode, validFrom: '2023-01-01' });
    return personId;
  });
}

const count = (unit: Organisation, members: number) =>
  changes.recordHeadCount(admin, unit.id, { onDate: '2024-12-31', members, workers: members + 10 });

/** Who held what where on a day below the root, as known now. */
async function offices(day: string): Promise<{ personId: string; unitId: string; titleCode: string }[]> {
  return database.dataSource.query(
    `SELECT t.person_id AS "personId", t.organisation_id AS "unitId", t.title_code AS "titleCode"
       FROM office_term t
      WHERE t.superseded_at IS NULL AND t.valid_from <= $1 AND (t.valid_to IS NULL OR t.valid_to > $1)
        AND t.organisation_id = ANY ($2::uuid[]) ORDER BY 1, 2, 3`,
    [day, await everyUnit()],
  );
}

/** The units below the root that ever were. */
async function everyUnit(): Promise<string[]> {
  const rows = await database.dataSource.query<{ id: string }[]>(
    `WITH RECURSIVE t AS (SELECT $1::uuid AS id UNION
       SELECT p.organisation_id FROM organisation_period p JOIN t ON p.parent_id = t.id) SELECT id FROM t`,
    [root.id],
  );
  return rows.map(({ id }) => id);
}

/** Units in force on a day with parent and count, as known now. */
async function tree(day: string): Promise<{ id: string; parentId: string | null; members: number | null }[]> {
  return database.dataSource.query(
    `SELECT p.organisation_id AS id, p.parent_id AS "parentId",
            (SELECT h.members FROM organisation_head_count h WHERE h.organisation_id = p.organisation_id
                AND h.superseded_at IS NULL AND h.counted_on <= $1 ORDER BY h.counted_on DESC LIMIT 1) AS members
       FROM organisation_period p
      WHERE p.superseded_at IS NULL AND p.valid_from <= $1 AND (p.valid_to IS NULL OR p.valid_to > $1)
        AND p.organisation_id = ANY ($2::uuid[]) ORDER BY 1`,
    [day, await everyUnit()],
  );
}

const totalOf = (units: { members: number | null }[]) => units.reduce((sum, { members }) => sum + (members ?? 0), 0);
const pathOf = async ({ id }: { id: string }) =>
  (
    await database.dataSource.query<{ path: string | null }[]>('SELECT path::text FROM organisation WHERE id = $1', [
      id,
    ])
  )[0]?.path;
const refused = (code: string) => expect.objectContaining({ code });
const label = (one: { id: string }) => one.id.replaceAll('-', '');
const NEW_UNIT = { name: 'Liên đoàn mới', tier: 'superior', kind: 'ldld-tinh', sector: 'mixed' as const };

describe('merging', () => {
  it('takes over children, people and heads from the day on, and leaves the past alone', async () => {
    const [target, source] = [await found(root), await found(root)];
    const [child, planned] = [await found(source), await found(root)];
    await changes.move(admin, planned.id, { parentId: source.id, onDate: '2026-01-01' });
    await count(target, 100);
    await count(source, 50);
    const [chair, other, cadre] = [
      await seated(target, 'chu-tich'),
      await seated(source, 'chu-tich'),
      await seated(source, 'uy-vien-bch'),
    ];
    const [treeBefore, officesBefore] = [await tree(BEFORE), await offices(BEFORE)];
    const done = await reform.merge(admin, target.id, { unitIds: [source.id], onDate: DAY, reason: 'sắp xếp' });
    expect(done).toEqual({
      unitIds: [target.id],
      personIds: expect.arrayContaining([other, cadre]),
      substituted: [{ personId: other, titleCode: 'chu-tich', insteadCode: 'pho-chu-tich' }],
      endedRoles: [],
    });
    expect([await tree(BEFORE), await offices(BEFORE)]).toEqual([treeBefore, officesBefore]);
    const now = await tree(DAY);
    expect(now.find(({ id }) => id === target.id)?.members).toBe(150);
    expect(now.find(({ id }) => id === child.id)?.parentId).toBe(target.id);
    expect(now.map(({ id }) => id)).not.toContain(source.id);
    expect((await tree('2026-01-01')).find(({ id }) => id === planned.id)?.parentId).toBe(target.id);
    expect(new Set(await offices(DAY))).toEqual(
      new Set([
        { personId: chair, unitId: target.id, titleCode: 'chu-tich' },
        { personId: other, unitId: target.id, titleCode: 'pho-chu-tich' },
        { personId: cadre, unitId: target.id, titleCode: 'uy-vien-bch' },
      ]),
    );
    const audit = await database.dataSource.manager.findBy(AuditEntry, { actorId: admin.personId });
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['organisation.merge-unit', 'organisation.move-unit', 'identity.carry-over-offices']),
    );
    // What it leaves behind is its heir's to look after.
    expect(await pathOf(source)).toBe([root, target, source].map(label).join('.'));
  });

  it('into a new unit, nested ones too; the chair of the leading unit keeps the seat', async () => {
    const [one, two] = [await found(root), await found(root)];
    const three = await found(two);
    const [first, second] = [await seated(one, 'chu-tich'), await seated(three, 'chu-tich')];
    await seated(two, 'uy-vien-bch', first);
    const done = await reform.merge(admin, one.id, {
      ...{ unitIds: [two.id, three.id], onDate: DAY, newUnit: { ...NEW_UNIT, code: `M-${one.code}` } },
    });
    const [made] = done.unitIds;
    expect((await tree(DAY)).map(({ id }) => id).toSorted()).toEqual([root.id, made].toSorted());
    expect(await offices(DAY)).toEqual(
      [
        { personId: first, unitId: made, titleCode: 'chu-tich' },
        { personId: first, unitId: made, titleCode: 'uy-vien-bch' },
        { personId: second, unitId: made, titleCode: 'pho-chu-tich' },
      ].toSorted((a, b) => a.personId.localeCompare(b.personId) || a.titleCode.localeCompare(b.titleCode)),
    );
  });

  it('ends the roles of officers and lets those of learners follow', async () => {
    const [target, source] = [await found(root), await found(root)];
    const personId = await seated(source, 'chu-tich');
    const both = await seated(source, 'uy-vien-bch');
    await database.dataSource.transaction(async (tx) => {
      for (const role of ['learner', 'unit-officer'] as const) {
        await identity.grantRole(tx, { personId, role, organisationId: source.id, validFrom: '2023-01-01' });
      }
      for (const unit of [source, target]) {
        await identity.grantRole(tx, {
          ...{ personId: both, role: 'learner', organisationId: unit.id, validFrom: '2023-01-01' },
        });
      }
    });
    const done = await reform.merge(admin, target.id, { unitIds: [source.id], onDate: DAY });
    expect(done.endedRoles).toEqual([{ personId, role: 'unit-officer', organisationId: source.id }]);
    const grants = await database.dataSource.manager.findBy(RoleGrant, { personId });
    const seen = grants.map(({ role, organisationId, validFrom, validTo }) => [
      role,
      organisationId,
      validFrom,
      validTo,
    ]);
    expect(new Set(seen)).toEqual(
      new Set([
        ['learner', source.id, '2023-01-01', DAY],
        ['learner', target.id, DAY, null],
        ['unit-officer', source.id, '2023-01-01', DAY],
      ]),
    );
    expect(await database.dataSource.manager.countBy(RoleGrant, { personId: both })).toBe(2);
  });

  it('refuses what cannot be, and changes nothing', async () => {
    const [target, source, foreign] = [await found(root), await found(root), await found(null)];
    const below = await found(source);
    const deep = await found(below);
    const before = await tree(DAY);
    const merge = (into: Organisation, unitIds: string[], onDate = DAY) =>
      reform.merge(admin, into.id, { unitIds, onDate });
    await expect(merge(target, [source.id, source.id])).rejects.toEqual(refused('organisation-units-twice'));
    await expect(merge(target, [target.id])).rejects.toEqual(refused('organisation-units-twice'));
    for (const into of [below, deep]) {
      await expect(merge(into, [source.id])).rejects.toEqual(refused('organisation-cycle'));
    }
    await expect(merge(target, [source.id], '2019-01-01')).rejects.toEqual(refused('organisation-not-in-force'));
    for (const id of [foreign.id, newId()]) {
      const unknown = merge(target, [source.id, id]);
      await expect(unknown).rejects.toMatchObject({ extras: { errors: [{ pointer: '/unitIds/1' }] } });
    }
    await expect(merge(foreign, [source.id])).rejects.toEqual(refused('not-found'));
    const own = officer('unit-officer', source);
    await expect(reform.merge(own, source.id, { unitIds: [below.id], onDate: DAY })).resolves.toBeTruthy();
    const upwards = reform.merge(own, target.id, { unitIds: [deep.id], onDate: DAY });
    await expect(upwards).rejects.toEqual(refused('not-found'));
    expect(await tree(BEFORE)).toEqual(before);
    expect((await tree(DAY)).map(({ id }) => id)).not.toContain(below.id);
  });

  it('of one unit into two at once: exactly one wins, with all the people', async () => {
    for (let round = 0; round < 4; round++) {
      const [one, two, source] = [await found(root), await found(root), await found(root)];
      const personId = await seated(source, 'chu-tich');
      const outcomes = await Promise.allSettled(
        [one, two].map(({ id }) => reform.merge(admin, id, { unitIds: [source.id], onDate: DAY })),
      );
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect((await offices(DAY)).filter((office) => office.personId === personId)).toHaveLength(1);
    }
  });
});

describe('splitting', () => {
  const part = (more: Partial<PartAsked> = {}): PartAsked => {
    sequence += 1;
    const nothing = { childIds: [], personIds: [], members: 0, workers: 0 };
    return { ...NEW_UNIT, code: `P-${sequence}`, ...nothing, ...more };
  };

  it('a unit that ends gives everything to its parts, the rest to the first', async () => {
    const unit = await found(root);
    const [one, two] = [await found(unit), await found(unit)];
    await count(unit, 90);
    const [chair, vice] = [await seated(unit, 'chu-tich'), await seated(unit, 'pho-chu-tich')];
    const before = [await tree(BEFORE), await offices(BEFORE)];
    const parts = [
      part({ members: 60, workers: 60 }),
      part({ childIds: [two.id], personIds: [vice], members: 30, workers: 40 }),
    ];
    const wrong = reform.split(admin, unit.id, { ends: true, onDate: DAY, parts: parts.slice(0, 1) });
    await expect(wrong).rejects.toEqual(refused('organisation-split-counts-wrong'));
    const { unitIds } = await reform.split(admin, unit.id, { ends: true, onDate: DAY, parts });
    expect([await tree(BEFORE), await offices(BEFORE)]).toEqual(before);
    const now = await tree(DAY);
    expect(totalOf(now)).toBe(90);
    expect([one, two].map(({ id }) => now.find((each) => each.id === id)?.parentId)).toEqual(unitIds);
    const held = await offices(DAY);
    expect([chair, vice].map((id) => held.find(({ personId }) => personId === id)?.unitId)).toEqual(unitIds);
    expect(await pathOf(unit)).toBe([label(root), unitIds[0]?.replaceAll('-', ''), label(unit)].join('.'));
  });

  it('a unit that goes on keeps what no part was given', async () => {
    const unit = await found(root);
    const [one, two] = [await found(unit), await found(unit)];
    await count(unit, 90);
    const chair = await seated(unit, 'chu-tich');
    const given = part({ childIds: [two.id], members: 30, workers: 40 });
    const { unitIds } = await reform.split(admin, unit.id, { ends: false, onDate: DAY, parts: [given] });
    const now = await tree(DAY);
    expect([unit.id, ...unitIds].map((id) => now.find((each) => each.id === id)?.members)).toEqual([60, 30]);
    expect([one, two].map(({ id }) => now.find((each) => each.id === id)?.parentId)).toEqual([unit.id, unitIds[0]]);
    expect(await offices(DAY)).toEqual([{ personId: chair, unitId: unit.id, titleCode: 'chu-tich' }]);
  });

  it('refuses people and units that are not the unit’s, or are given away twice', async () => {
    const [unit, other] = [await found(root), await found(root)];
    const child = await found(unit);
    const stranger = await seated(other, 'chu-tich');
    const split = (...parts: PartAsked[]) => reform.split(admin, unit.id, { ends: true, onDate: DAY, parts });
    await expect(split(part({ personIds: [stranger] }))).rejects.toEqual(refused('people-not-in-unit'));
    await expect(split(part({ childIds: [other.id] }))).rejects.toEqual(refused('organisation-split-children-wrong'));
    const twice = split(part({ childIds: [child.id] }), part({ childIds: [child.id] }));
    await expect(twice).rejects.toEqual(refused('organisation-units-twice'));
    const taken = split(part({ code: other.code }));
    await expect(taken).rejects.toEqual(refused('organisation-code-taken'));
    await expect(
      reform.split(officer('unit-officer', unit), unit.id, { ends: true, onDate: DAY, parts: [part()] }),
    ).rejects.toEqual(refused('not-allowed'));
  });
});

describe('any mergers and splits', () => {
  const TITLES = ['chu-tich', 'pho-chu-tich', 'uy-vien-bch', 'chu-nhiem-ubkt'];
  const act = fc.record({
    kind: fc.constantFrom('merge', 'merge', 'merge-new', 'split'),
    units: fc.uniqueArray(fc.nat({ max: 6 }), { minLength: 2, maxLength: 4 }),
    cut: fc.nat({ max: 40 }),
    ends: fc.boolean(),
  });
  const seat = fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 3 }));

  it('keep the past, every person in a unit that exists, and the total', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(seat, { minLength: 3, maxLength: 10, selector: String }),
        async (acts, seats) => {
          root = await found(null, { foundedOn: '2000-01-01' });
          admin = officer('administrator', root);
          const units: { id: string }[] = [];
          for (let i = 0; i < 7; i++) {
            const above = (i < 3 ? root : units[i % 3]) as Organisation;
            const unit = await found(above);
            await count(unit, 10 * (i + 1));
            units.push(unit);
          }
          for (const [unit, title] of seats) await seated(units[unit] as Organisation, TITLES[title] ?? '');
          const past = { tree: await tree(BEFORE), offices: await offices(BEFORE) };
          const people = new Set((await offices(BEFORE)).map(({ personId }) => personId));
          for (const [index, { kind, units: at, cut, ends }] of acts.entries()) {
            const [first = units[0], ...others] = at.map((each) => units[each]);
            const onDate = `2025-07-0${index + 1}`;
            const unitIds = others.map((unit) => unit?.id ?? '');
            sequence += 1;
            const newUnit = { ...NEW_UNIT, code: `A-${sequence}` };
            try {
              if (kind === 'split') {
                const heads = (await tree(onDate)).find(({ id }) => id === first?.id)?.members ?? 0;
                const members = ends ? heads : Math.min(cut, heads);
                const parts = [{ ...newUnit, childIds: [], personIds: [], members, workers: ends ? members + 10 : 0 }];
                await reform.split(admin, first?.id ?? '', { ends, onDate, parts });
              } else {
                await reform.merge(admin, first?.id ?? '', {
                  ...{ unitIds, onDate, ...(kind === 'merge-new' ? { newUnit } : {}) },
                });
              }
            } catch (error) {
              if (!(error instanceof Problem)) throw error;
            }
          }
          expect({ tree: await tree(BEFORE), offices: await offices(BEFORE) }).toEqual(past);
          for (const day of ['2025-07-01', '2025-07-02', '2025-07-03', '2025-07-04', '2026-01-01']) {
            const now = await tree(day);
            expect(totalOf(now)).toBe(totalOf(past.tree));
            const held = await offices(day);
            const living = new Set(now.map(({ id }) => id));
            expect(held.filter(({ unitId }) => !living.has(unitId))).toEqual([]);
            expect(new Set(held.map(({ personId }) => personId))).toEqual(people);
          }
        },
      ),
      { numRuns: 10 },
    );
  }, 90_000);
});
