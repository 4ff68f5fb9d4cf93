import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FakeClock } from '../../test/support/clock.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import { newId } from '../platform/ids/new-id.js';
import { Problem } from '../platform/problems/problem.js';
import { OfficialDocument } from './entities/official-document.entity.js';
import { OrganisationPeriod } from './entities/organisation-period.entity.js';
import { Organisation } from './entities/organisation.entity.js';
import { OrganisationActService } from './organisation-act.service.js';
import { OrganisationChangeService } from './organisation-change.service.js';
import { OrganisationReaderService } from './organisation-reader.service.js';
import { OrganisationService, type Founding } from './organisation.service.js';

let database: TestDatabase;
let organisations: OrganisationService;
let changes: OrganisationChangeService;
let reader: OrganisationReaderService;
let root: Organisation;
let admin: Actor;
const clock = new FakeClock('2026-11-21T02:00:00Z');
let sequence = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const audit = new AuditService(clock);
  organisations = new OrganisationService(clock, audit);
  const acts = new OrganisationActService(clock, audit);
  changes = new OrganisationChangeService(database.dataSource, clock, organisations, acts);
  reader = new OrganisationReaderService(database.dataSource, clock, organisations);
});
afterAll(() => database.drop());
beforeEach(async () => {
  root = await found(null, { foundedOn: '2000-01-01' });
  admin = officer('administrator', root);
});

function found(parent: Organisation | null, more: Partial<Founding> = {}): Promise<Organisation> {
  sequence += 1;
  return database.dataSource.transaction((tx) =>
    organisations.found(tx, {
      code: `C-${sequence}`,
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

function officer(role: RoleName, ...units: Organisation[]): Actor {
  const grants = units.map(({ id, path }) => ({ role, organisationId: id, path: path ?? '' }));
  return { userId: newId(), personId: newId(), sessionId: newId(), locale: 'vi', grants };
}

/** What is known now; the clock has moved on when this returns. */
function now(): Date {
  const instant = clock.now();
  clock.advance({ seconds: 1 });
  return instant;
}

const pathOf = async (unit: Organisation) =>
  (await database.dataSource.manager.findOneByOrFail(Organisation, { id: unit.id })).path;
const on = (day: string, unit: Organisation, knownAt?: Date) =>
  reader.get(admin, unit.id, { asOf: day, ...(knownAt ? { knownAt } : {}) });
const refused = (code: string) => expect.objectContaining({ code });

describe('a change on a day', () => {
  it('is so from that day on, and was not so before; what was known is still known to have been', async () => {
    const unit = await found(root, { name: 'Tên cũ' });
    const before = now();
    await changes.rename(admin, unit.id, { name: 'Tên mới', onDate: '2024-03-01' });
    expect((await on('2024-02-29', unit)).name).toBe('Tên cũ');
    expect((await on('2024-03-01', unit)).name).toBe('Tên mới');
    expect((await on('2024-03-01', unit, before)).name).toBe('Tên cũ');
    const { periods } = await reader.history(admin, unit.id);
    expect(
      periods.map(({ name, validFrom, validTo, supersededAt }) => [name, validFrom, validTo, !supersededAt]),
    ).toEqual([
      ['Tên cũ', '2020-01-01', null, false],
      ['Tên cũ', '2020-01-01', '2024-03-01', true],
      ['Tên mới', '2024-03-01', null, true],
    ]);
  });

  it('recorded late goes on through later changes of other facts, up to the next change of the same one', async () => {
    const [one, two, unit] = [await found(root), await found(root), await found(root, { name: 'A' })];
    await changes.rename(admin, unit.id, { name: 'B', onDate: '2025-01-01' });
    await changes.move(admin, unit.id, { parentId: two.id, onDate: '2026-01-01' });
    const before = now();
    await changes.move(admin, unit.id, { parentId: one.id, onDate: '2024-01-01' });
    const [then, later, today] = [
      await on('2024-06-01', unit),
      await on('2025-06-01', unit),
      await on('2026-06-01', unit),
    ];
    expect([then.name, then.parent?.id]).toEqual(['A', one.id]);
    expect([later.name, later.parent?.id]).toEqual(['B', one.id]);
    expect([today.name, today.parent?.id]).toEqual(['B', two.id]);
    expect((await on('2025-06-01', unit, before)).parent?.id).toBe(root.id);
    const known = await reader.list(admin, { asOf: '2025-06-01', knownAt: before, parentId: one.id });
    expect(known.items).toEqual([]);
    const asNow = await reader.list(admin, { asOf: '2025-06-01', parentId: one.id });
    expect(asNow.items.map(({ id }) => id)).toEqual([unit.id]);
  });

  it('leaves an audit row with the decision; saying it twice changes nothing', async () => {
    const unit = await found(root);
    const decisionId = newId();
    const paper = { id: decisionId, organisationId: root.id, number: '12/QĐ', signedOn: '2024-01-01' };
    await database.dataSource.manager.insert(OfficialDocument, { ...paper, signedBy: 'X', title: 'Y', fileKey: null });
    const act = { name: 'Tên khác', onDate: '2024-03-01', decisionId, reason: 'theo đề nghị' };
    await changes.rename(admin, unit.id, act);
    await changes.rename(admin, unit.id, act);
    const rows = await database.dataSource.manager.findBy(AuditEntry, { subjectId: unit.id });
    expect(rows).toMatchObject([
      { action: 'organisation.rename-unit', actorId: admin.personId, details: { decisionId, onDate: '2024-03-01' } },
    ]);
    const { periods } = await reader.history(admin, unit.id);
    expect(periods.map((period) => period.decisionId)).toEqual([null, null, decisionId]);
    await expect(changes.rename(admin, unit.id, { ...act, decisionId: newId() })).rejects.toEqual(
      refused('organisation-decision-unknown'),
    );
  });

  it('is refused outside the life of the unit', async () => {
    const unit = await found(root);
    const problem = refused('organisation-not-in-force');
    await expect(changes.rename(admin, unit.id, { name: 'X', onDate: '2019-12-31' })).rejects.toEqual(problem);
    await expect(changes.abolish(admin, unit.id, { onDate: '2020-01-01' })).rejects.toEqual(problem);
    await changes.abolish(admin, unit.id, { onDate: '2025-01-01' });
    await expect(changes.rename(admin, unit.id, { name: 'X', onDate: '2025-01-01' })).rejects.toEqual(problem);
    await expect(changes.abolish(admin, unit.id, { onDate: '2026-01-01' })).rejects.toEqual(problem);
    await expect(on('2025-01-01', unit)).rejects.toEqual(refused('not-found'));
    expect((await on('2024-12-31', unit)).validTo).toBe('2025-01-01');
  });
});

describe('moving and abolishing', () => {
  it('takes the whole subtree along', async () => {
    const [from, to] = [await found(root), await found(root)];
    const unit = await found(from);
    const child = await found(unit);
    await changes.move(admin, unit.id, { parentId: to.id, onDate: '2026-11-21' });
    const label = (one: Organisation) => one.id.replaceAll('-', '');
    expect(await pathOf(child)).toBe([root, to, unit, child].map(label).join('.'));
    const seen = await reader.list(officer('unit-officer', to));
    expect(seen.items.map(({ id }) => id)).toEqual([to.id, unit.id, child.id]);
    const past = await reader.list(officer('unit-officer', from), { asOf: '2026-11-20' });
    expect(past.items.map(({ id }) => id)).toEqual([from.id, unit.id, child.id]);
  });

  it('into the own subtree is refused, as is a parent that does not exist that day', async () => {
    const unit = await found(root);
    const child = await found(unit);
    const young = await found(root, { foundedOn: '2026-01-01' });
    for (const parentId of [unit.id, child.id]) {
      const move = changes.move(admin, unit.id, { parentId, onDate: '2025-01-01' });
      await expect(move).rejects.toEqual(refused('organisation-cycle'));
    }
    const early = changes.move(admin, unit.id, { parentId: young.id, onDate: '2025-01-01' });
    await expect(early).rejects.toEqual(refused('organisation-parent-not-in-force'));
    await changes.move(admin, unit.id, { parentId: young.id, onDate: '2026-01-01' });
  });

  it('leaves nobody without a unit: first the children, then the parent', async () => {
    const unit = await found(root);
    const child = await found(unit);
    const abolish = changes.abolish(admin, unit.id, { onDate: '2026-01-01' });
    await expect(abolish).rejects.toEqual(refused('organisation-has-children'));
    await changes.move(admin, child.id, { parentId: root.id, onDate: '2026-01-01' });
    await changes.abolish(admin, unit.id, { onDate: '2026-01-01' });
    expect(await pathOf(unit)).toBeNull();
    expect((await reader.history(admin, unit.id)).periods).toHaveLength(2);
  });

  it('on a day to come happens that day', async () => {
    const [to, unit, dying] = [await found(root), await found(root), await found(root)];
    const path = await pathOf(unit);
    await changes.move(admin, unit.id, { parentId: to.id, onDate: '2027-01-01' });
    await changes.abolish(admin, dying.id, { onDate: '2027-01-01' });
    const newborn = await found(to, { foundedOn: '2027-01-01' });
    await changes.applyDueChanges();
    expect([await pathOf(unit), await pathOf(newborn)]).toEqual([path, null]);
    expect(await pathOf(dying)).not.toBeNull();
    const today = clock.now();
    clock.set('2026-12-31T17:00:00Z');
    await changes.applyDueChanges();
    clock.set(today);
    expect(await pathOf(unit)).toContain(to.id.replaceAll('-', ''));
    expect(await pathOf(newborn)).toContain(to.id.replaceAll('-', ''));
    expect(await pathOf(dying)).toBeNull();
    await changes.applyDueChanges();
  });

  it('in parallel never makes a cycle: exactly one of two wins', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await found(root), await found(root)];
      const outcomes = await Promise.allSettled([
        changes.move(admin, one.id, { parentId: two.id, onDate: '2025-01-01' }),
        changes.move(admin, two.id, { parentId: one.id, onDate: '2025-01-01' }),
      ]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const lost = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(lost?.reason).toEqual(refused('organisation-cycle'));
    }
  });
});

describe('head counts', () => {
  it('hold until the next count; a correction does not change what was reported', async () => {
    const unit = await found(root);
    await changes.recordHeadCount(admin, unit.id, { onDate: '2024-12-31', members: 90, workers: 100 });
    await changes.recordHeadCount(admin, unit.id, { onDate: '2025-12-31', members: 120, workers: 130 });
    const reported = now();
    await changes.recordHeadCount(admin, unit.id, { onDate: '2024-12-31', members: 85, workers: 100 });
    expect((await on('2024-12-30', unit)).headCount).toBeNull();
    expect((await on('2025-06-01', unit)).headCount).toEqual({ countedOn: '2024-12-31', members: 85, workers: 100 });
    expect((await on('2025-06-01', unit, reported)).headCount?.members).toBe(90);
    expect((await on('2026-01-01', unit)).headCount?.members).toBe(120);
    expect((await reader.history(admin, unit.id)).headCounts.map(({ members }) => members)).toEqual([90, 85, 120]);
  });

  it('are refused for days to come and for days without the unit', async () => {
    const unit = await found(root);
    const count = { members: 1, workers: 1 };
    const future = changes.recordHeadCount(admin, unit.id, { ...count, onDate: '2026-11-22' });
    await expect(future).rejects.toEqual(refused('organisation-head-count-in-future'));
    const early = changes.recordHeadCount(admin, unit.id, { ...count, onDate: '2019-01-01' });
    await expect(early).rejects.toEqual(refused('organisation-not-in-force'));
  });
});

describe('an officer', () => {
  it('changes what is below the own unit; the own one may be renamed, not moved or abolished', async () => {
    const own = await found(root);
    const [below, target] = [await found(own), await found(own)];
    const actor = officer('unit-officer', own);
    const act = { onDate: '2025-01-01' };
    await changes.rename(actor, own.id, { ...act, name: 'Tên của mình' });
    await expect(changes.move(actor, own.id, { ...act, parentId: below.id })).rejects.toEqual(refused('not-allowed'));
    await expect(changes.abolish(actor, own.id, act)).rejects.toEqual(refused('not-allowed'));
    await changes.move(actor, below.id, { ...act, parentId: target.id });
    expect((await reader.get(actor, own.id, {})).can).toMatchObject({ rename: true, move: false, abolish: false });
    expect((await reader.get(actor, own.id, {})).parent).toBeNull();
    expect((await reader.history(actor, own.id)).periods.map(({ parentId }) => parentId)).toEqual([null, null, null]);
  });

  it('does not learn of units outside the scope', async () => {
    const [own, foreign] = [await found(root), await found(root)];
    const below = await found(own);
    const actor = officer('federation-officer', own);
    const act = { onDate: '2025-01-01' };
    const missing = refused('not-found');
    for (const id of [foreign.id, root.id, newId()]) {
      await expect(reader.get(actor, id, {})).rejects.toEqual(missing);
      await expect(reader.history(actor, id)).rejects.toEqual(missing);
      await expect(changes.rename(actor, id, { ...act, name: 'X' })).rejects.toEqual(missing);
      await expect(changes.abolish(actor, id, act)).rejects.toEqual(missing);
      await expect(changes.recordHeadCount(actor, id, { ...act, members: 1, workers: 1 })).rejects.toEqual(missing);
      const into = changes.move(actor, below.id, { ...act, parentId: id });
      await expect(into).rejects.toEqual(refused('organisation-parent-not-in-force'));
    }
    expect((await reader.list(actor, { asOf: '2025-01-01' })).items.map(({ id }) => id)).toEqual([own.id, below.id]);
  });

  it('who only reads changes nothing', async () => {
    const unit = await found(root);
    const rename = changes.rename(officer('auditor', root), unit.id, { name: 'X', onDate: '2025-01-01' });
    await expect(rename).rejects.toEqual(refused('not-allowed'));
  });

  it('opens one branch at a time, by name, in pages, with what a list says of each', async () => {
    const unit = await found(root, { name: 'Liên đoàn' });
    const [b, a, c] = [
      await found(unit, { name: 'Đơn vị Ất' }),
      await found(unit, { name: 'Đơn vị Ánh' }),
      await found(unit, { name: 'Đơn vị Bính' }),
    ];
    await found(a, { name: 'Tổ công đoàn' });
    await changes.recordHeadCount(admin, a.id, { onDate: '2026-01-01', members: 40, workers: 50 });
    const actor = officer('unit-officer', unit);
    for (const time of [{}, { asOf: '2026-10-01' }]) {
      const top = await reader.list(actor, { ...time, top: true });
      expect(top.items).toMatchObject([{ id: unit.id, parentId: null, parentName: null, children: 3 }]);
      const first = await reader.list(actor, { ...time, parentId: unit.id, limit: 2 });
      expect(first.items).toMatchObject([
        { id: a.id, parentName: 'Liên đoàn', children: 1, headCount: { members: 40, workers: 50 } },
        { id: b.id, children: 0, headCount: null },
      ]);
      const rest = await reader.list(actor, { ...time, parentId: unit.id, limit: 2, cursor: first.nextCursor ?? '' });
      expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([[c.id], null]);
    }
    expect((await reader.list(actor, { parentId: root.id })).items).toEqual([]);
    expect((await reader.list(actor, { parentId: unit.id, asOf: '1990-01-01' })).items).toEqual([]);
    const { ancestors } = await reader.get(officer('unit-officer', unit), a.id, {});
    expect(ancestors).toEqual([{ id: unit.id, name: 'Liên đoàn' }]);
  });

  it('finds units without diacritics, and LIKE signs mean themselves', async () => {
    const unit = await found(root, { name: 'Công ty Đông Á 100%' });
    await found(root, { name: 'Công ty Đông Á 100 lẻ' });
    for (const time of [{}, { asOf: '2025-01-01' }]) {
      const ids = async (q: string) => (await reader.list(admin, { ...time, q })).items.map(({ id }) => id);
      expect(await ids('DONG A 100%')).toEqual([unit.id]);
      expect(await ids(unit.code.toLowerCase())).toContain(unit.id);
      expect(await ids('_')).toEqual([]);
    }
  });
});

describe('the database itself', () => {
  const change = (sql: string, values: unknown[]) =>
    database.dataSource.transaction(async (tx) => void (await tx.query(sql, values)));
  const MOVE = 'UPDATE organisation_period SET parent_id = $2 WHERE organisation_id = $1 AND superseded_at IS NULL';
  const check = refused('23514');

  it('refuses a cycle', async () => {
    const [one, two] = [await found(root), await found(root)];
    const three = await found(two);
    await change(MOVE, [two.id, one.id]);
    await expect(change(MOVE, [one.id, three.id])).rejects.toEqual(check);
  });

  it('refuses two transactions that together make one', async () => {
    const [one, two] = [await found(root), await found(root)];
    const outcomes = await Promise.allSettled([change(MOVE, [one.id, two.id]), change(MOVE, [two.id, one.id])]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses a child outside the life of its parent, from either side', async () => {
    const unit = await found(root);
    const child = await found(unit);
    const EARLY = "UPDATE organisation_period SET valid_from = '1999-01-01' WHERE organisation_id = $1";
    await expect(change(EARLY, [child.id])).rejects.toEqual(check);
    const END = "UPDATE organisation_period SET valid_to = '2025-01-01' WHERE organisation_id = $1";
    await expect(change(END, [unit.id])).rejects.toEqual(check);
    const gone = 'DELETE FROM organisation_period WHERE organisation_id = $1';
    await expect(change(gone, [unit.id])).rejects.toEqual(check);
    const superseded = 'UPDATE organisation_period SET superseded_at = now() WHERE organisation_id = $1';
    await expect(change(superseded, [unit.id])).rejects.toEqual(check);
    await change(END, [child.id]);
    await change(END, [unit.id]);
  });
});

describe('any sequence of acts', () => {
  const DAYS = ['2019-06-01', '2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01', '2027-01-01'];
  const act = fc.record({
    kind: fc.constantFrom('move', 'move', 'rename', 'abolish', 'found', 'count'),
    unit: fc.nat({ max: 7 }),
    other: fc.nat({ max: 7 }),
    onDate: fc.constantFrom(...DAYS),
    number: fc.nat({ max: 50 }),
  });

  async function figures(knownAt: Date): Promise<unknown> {
    const trees = DAYS.map(async (asOf) => (await reader.list(admin, { asOf, knownAt })).items);
    const items = await Promise.all(trees);
    const units = await Promise.all(
      items.map((tree, at) => Promise.all(tree.map(({ id }) => counted(id, DAYS[at], knownAt)))),
    );
    return { items, units };
  }

  const counted = async (id: string, asOf: string | undefined, knownAt: Date) =>
    (await reader.get(admin, id, { knownAt, ...(asOf ? { asOf } : {}) })).headCount;

  /** Every unit that exists on a day is reached from the root that day, once. */
  async function expectTrees(units: Organisation[]): Promise<void> {
    const periods = await database.dataSource.manager.find(OrganisationPeriod);
    for (const day of DAYS) {
      const living = periods.filter(
        (one) => !one.supersededAt && one.validFrom <= day && (one.validTo === null || one.validTo > day),
      );
      const existing = units.filter(({ id }) => living.some((one) => one.organisationId === id)).map(({ id }) => id);
      const { items } = await reader.list(admin, { asOf: day });
      expect(items.map(({ id }) => id).toSorted()).toEqual(existing.toSorted());
    }
  }

  it('keeps the tree of every day one tree, and the figures of past days as known then', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 10 }), async (acts) => {
        root = await found(null, { foundedOn: '2000-01-01' });
        admin = officer('administrator', root);
        const units = [root];
        for (let i = 0; i < 4; i++) units.push(await found(units[i % 3] ?? root));
        const snapshots: { knownAt: Date; seen: unknown }[] = [];
        for (const { kind, unit, other, onDate, number } of acts) {
          const knownAt = now();
          snapshots.push({ knownAt, seen: await figures(knownAt) });
          const [target, parent] = [units[unit % units.length] ?? root, units[other % units.length] ?? root];
          try {
            if (kind === 'move') await changes.move(admin, target.id, { parentId: parent.id, onDate });
            if (kind === 'rename') await changes.rename(admin, target.id, { name: `Tên ${number}`, onDate });
            if (kind === 'abolish' && target !== root) await changes.abolish(admin, target.id, { onDate });
            if (kind === 'count')
              await changes.recordHeadCount(admin, target.id, { onDate, members: number, workers: 50 });
            if (kind === 'found') units.push(await found(parent, { foundedOn: onDate }));
          } catch (error) {
            if (!(error instanceof Problem)) throw error;
          }
          await expectTrees(units);
        }
        for (const { knownAt, seen } of snapshots) expect(await figures(knownAt)).toEqual(seen);
      }),
      { numRuns: 8 },
    );
  }, 90_000);
});
