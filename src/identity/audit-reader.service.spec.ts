import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import { OrganisationChangeService } from '../organisation/organisation-change.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Sealer } from '../platform/audit/sealer.js';
import { ROLE_NAMES, type RoleName } from '../platform/auth/actor.js';
import { vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { AuditReaderService } from './audit-reader.service.js';
import { IdentityModule } from './identity.module.js';
import { AUDIT_IN_SCOPE } from './identity.queries.js';

const READERS: RoleName[] = ['auditor', 'unit-officer', 'federation-officer', 'administrator'];
const ACTION = 'classes.open-class';

let world: FeatureWorld;
let reader: AuditReaderService;
let root: Organisation;
let middle: Organisation;
let child: Organisation;
let sibling: Organisation;

beforeAll(async () => {
  world = await FeatureWorld.start([IdentityModule]);
  reader = world.get(AuditReaderService);
  root = await world.found('TLD', 'Tổng Liên đoàn', null);
  middle = await world.found('LDLD', 'Liên đoàn Lao động tỉnh', root.id);
  child = await world.found('CDCS', 'Công đoàn cơ sở', middle.id);
  sibling = await world.found('LDLD-2', 'Liên đoàn Lao động tỉnh bên', root.id);
}, 60_000);
afterAll(() => world.stop());

/** An act now. @returns the id of its subject */
async function act(unit: Organisation | null, given: { action?: string; subjectId?: string; reason?: string } = {}) {
  const { action = ACTION, subjectId = newId(), ...rest } = given;
  const fact = { action, subjectId, subjectKind: 'training-class', actorId: newId(), details: { capacity: 30 } };
  await world.dataSource.transaction((tx) =>
    world.get(AuditService).record(tx, { ...fact, ...rest, organisationId: unit?.id ?? null }),
  );
  return subjectId;
}

const as = (role: RoleName, unit: Organisation = middle) => world.actor(newId(), role, unit);

async function subjects(role: RoleName, filter: Parameters<AuditReaderService['list']>[1] = {}, unit = middle) {
  const { items } = await reader.list(as(role, unit), filter);
  return items.map(({ subjectId }) => subjectId);
}

interface PlanNode {
  Alias?: string;
  'Relation Name'?: string;
  'Rows Removed by Filter'?: number;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: PlanNode[];
}

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap((child) => nodesOf(child))].filter((node) => node['Actual Loops'] > 0);
}

/** What autovacuum does in time; only the owner may. */
async function analyse(): Promise<void> {
  const owner = new pg.Client({ connectionString: world.database.ownerUrl });
  await owner.connect();
  try {
    await owner.query('ANALYZE audit_entry, audit_seal, organisation');
  } finally {
    await owner.end();
  }
}

describe('reading the audit', () => {
  it('shows each role the acts of its units and of those below, newest first, and nothing else', async () => {
    await act(root);
    await act(sibling);
    await act(null);
    const first = await act(middle);
    world.clock.advance({ seconds: 1 });
    const second = await act(child);
    for (const role of ROLE_NAMES) {
      expect([role, await subjects(role)]).toEqual([role, READERS.includes(role) ? [second, first] : []]);
    }
    expect(await subjects('administrator', {}, child)).toEqual([second]);
    expect(await subjects('administrator', {}, root)).toHaveLength(4);
  });

  it('tells who did what to what and why, and whether it is sealed yet', async () => {
    const subjectId = await act(child, { reason: 'theo đề nghị của Ban Chấp hành' });
    const read = async () => (await reader.list(as('auditor'), { subjectId })).items[0];
    expect(await read()).toEqual({
      ...{ id: expect.any(String), action: ACTION, actorId: expect.any(String), subjectKind: 'training-class' },
      ...{ subjectId, organisationId: child.id, details: { capacity: 30 }, reason: 'theo đề nghị của Ban Chấp hành' },
      ...{ occurredAt: world.clock.now(), sealed: false, names: { [child.id]: 'Công đoàn cơ sở' } },
    });
    await world.get(Sealer).seal();
    expect(await read()).toMatchObject({ subjectId, sealed: true });
  });

  it('names the units and people of the scope, and nobody else', async () => {
    const inside = await world.admit('Nguyễn Thị Trong', child.id);
    const outside = await world.admit('Trần Văn Ngoài', sibling.id);
    const tell = async (actorId: string, subjectId: string) => {
      const fact = { action: 'identity.give-office', subjectKind: 'person', actorId, subjectId };
      const details = { fromId: child.id, toId: sibling.id };
      await world.dataSource.transaction((tx) =>
        world.get(AuditService).record(tx, { ...fact, details, organisationId: child.id }),
      );
      return (await reader.list(as('auditor'), { subjectId })).items[0]?.names;
    };
    const unit = { [child.id]: 'Công đoàn cơ sở' };
    expect(await tell(outside, inside)).toEqual({ ...unit, [inside]: 'Nguyễn Thị Trong' });
    expect(await tell(inside, outside)).toEqual({ ...unit, [inside]: 'Nguyễn Thị Trong' });
  });

  it('narrows by unit, action, subject and time; a unit outside the scope looks unknown', async () => {
    const unit = await world.found('LDLD-3', 'Liên đoàn Lao động tỉnh nữa', root.id);
    const below = await world.found('CDCS-3', 'Công đoàn cơ sở nữa', unit.id);
    const from = world.clock.now();
    const one = await act(unit, { action: 'identity.grant-role' });
    world.clock.advance({ hours: 1 });
    const to = world.clock.now();
    const two = await act(below);
    const read = (filter: Parameters<AuditReaderService['list']>[1]) => subjects('unit-officer', filter, unit);
    expect(await read({ organisationId: below.id })).toEqual([two]);
    expect(await read({ organisationId: unit.id })).toEqual([two, one]);
    expect(await read({ action: 'identity.grant-role' })).toEqual([one]);
    expect(await read({ subjectId: two })).toEqual([two]);
    expect(await read({ from, to })).toEqual([one]);
    expect(await read({ from: to })).toEqual([two]);
    for (const organisationId of [root.id, sibling.id, child.id, newId()]) {
      expect(await refusalOf(read({ organisationId }))).toBe('not-found');
    }
  });

  it('leaves the record of what ended, or is still to begin, to the superior unit, and to nobody beside it', async () => {
    const unit = await world.found('LDLD-5', 'Liên đoàn Lao động có đơn vị cũ', root.id);
    const other = await world.found('LDLD-6', 'Liên đoàn Lao động từng quản lý', root.id);
    const ended = await world.found('CDCS-5', 'Công đoàn đã giải thể', other.id);
    const below = await world.found('CDCS-6', 'Tổ công đoàn đã giải thể', ended.id);
    const changes = world.get(OrganisationChangeService);
    const chief = as('administrator', root);
    const today = vietnamDate(world.clock.now());
    await changes.move(chief, ended.id, { parentId: unit.id, onDate: '2025-06-01' });
    const whileAlive = [await act(ended), await act(below)];
    await changes.abolish(chief, below.id, { onDate: today });
    await changes.abolish(chief, ended.id, { onDate: today });
    const future = {
      ...{ code: 'CDCS-7', name: 'Công đoàn sắp thành lập', parentId: unit.id },
      foundedOn: '2099-01-01',
    };
    const kind = { tier: 'superior', kind: 'ldld-tinh', sector: 'state' as const };
    const coming = await changes.found(chief, { ...future, ...kind });
    const paths = await world.dataSource.query<unknown[]>(
      'SELECT 1 FROM organisation WHERE id = ANY($1) AND path IS NOT NULL',
      [[ended.id, below.id, coming]],
    );
    expect(paths).toEqual([]);

    const unitsReadBy = async (role: RoleName, at: Organisation, filter = {}) => {
      const { items } = await reader.list(as(role, at), filter);
      return new Set(items.map(({ organisationId }) => organisationId));
    };
    for (const role of READERS) {
      expect(await subjects(role, {}, unit)).toEqual(expect.arrayContaining([...whileAlive, coming]));
      for (const stranger of [other, sibling, middle]) {
        const read = await unitsReadBy(role, stranger);
        for (const id of [ended.id, below.id, coming]) expect([role, id, read.has(id)]).toEqual([role, id, false]);
      }
    }
    // The unit can be asked for, with what was below it, and its name is told: to the superior unit alone.
    expect(await unitsReadBy('auditor', unit, { organisationId: ended.id })).toEqual(new Set([ended.id, below.id]));
    const named = (await reader.list(as('auditor', unit), { organisationId: coming })).items[0];
    expect(named?.names).toMatchObject({ [coming]: 'Công đoàn sắp thành lập' });
    for (const stranger of [other, sibling]) {
      for (const organisationId of [ended.id, below.id, coming]) {
        expect(await refusalOf(reader.list(as('auditor', stranger), { organisationId }))).toBe('not-found');
      }
      const act = (await reader.list(as('auditor', unit), { organisationId: ended.id })).items[0]!;
      expect(await subjects('auditor', { cursor: act.id }, stranger)).toEqual([]);
    }
    // The record follows the superior unit: under whom it stands now, there it is read.
    await changes.move(chief, unit.id, { parentId: middle.id, onDate: today });
    expect(await unitsReadBy('auditor', middle, { organisationId: coming })).toEqual(new Set([coming]));
  });

  it('gives 50 at a time, each once, also of the same instant; a foreign cursor is an unknown one', async () => {
    const unit = await world.found('LDLD-4', 'Liên đoàn Lao động nhiều việc', root.id);
    const below = await world.found('CDCS-4', 'Công đoàn cơ sở nhiều việc', unit.id);
    const written: string[] = [];
    for (let n = 0; n < 60; n += 1) written.push(await act(unit), await act(below));
    const seen: string[] = [];
    const sizes: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<AuditReaderService['list']>> = await reader.list(as('auditor', unit), {
        ...(cursor === null ? {} : { cursor }),
      });
      sizes.push(page.items.length);
      seen.push(...page.items.map(({ subjectId }) => subjectId));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(sizes).toEqual([50, 50, 20]);
    expect([...seen].sort()).toEqual([...written].sort());
    await act(sibling);
    const foreign = (await reader.list(as('auditor', sibling), {})).items[0]!.id;
    expect(await subjects('auditor', { cursor: foreign }, unit)).toEqual([]);
    expect(await subjects('auditor', { cursor: newId() }, unit)).toEqual([]);
  });

  it('writes nothing', async () => {
    const count = async () => {
      const sql = 'SELECT (SELECT count(*) FROM audit_entry) + (SELECT count(*) FROM audit_seal) AS rows';
      return world.dataSource.query<{ rows: string }[]>(sql);
    };
    const before = await count();
    await reader.list(as('administrator', root), {});
    expect(await count()).toEqual(before);
  });

  it('takes a page from the index of the unit, however long the record is', async () => {
    await world.dataSource.query(
      `INSERT INTO audit_entry (id, action, subject_kind, subject_id, organisation_id, details, occurred_at)
       SELECT gen_random_uuid(), $2, 'training-class', gen_random_uuid(), $1, '{}', now() - n * interval '1 minute'
         FROM generate_series(1, 20000) n`,
      [middle.id, ACTION],
    );
    await analyse();
    const sql = `EXPLAIN (ANALYZE, FORMAT JSON) ${AUDIT_IN_SCOPE}`;
    const [deep] = await world.dataSource.query<[{ id: string }]>(
      'SELECT id FROM audit_entry WHERE organisation_id = $1 ORDER BY occurred_at OFFSET 10000 LIMIT 1',
      [middle.id],
    );
    for (const cursor of [null, deep.id]) {
      const today = vietnamDate(world.clock.now());
      const values = [[middle.path], null, null, null, null, null, cursor, 51, today];
      const [row] = await world.dataSource.query<[{ 'QUERY PLAN': [{ Plan: PlanNode }] }]>(sql, values);
      const nodes = nodesOf(row['QUERY PLAN'][0].Plan);
      const scans = nodes.filter((node) => node['Relation Name'] === 'audit_entry' && node.Alias === 'e');
      expect(scans.map((node) => node['Index Name'])).toEqual(['ix_audit_entry_organisation_id_occurred_at']);
      // Two units of the scope, a page of each: not the 20,000 rows that are there.
      const { 'Actual Rows': rows, 'Actual Loops': loops, 'Rows Removed by Filter': removed = 0 } = scans[0]!;
      expect((rows + removed) * loops).toBeLessThan(200);
    }
  });
});
