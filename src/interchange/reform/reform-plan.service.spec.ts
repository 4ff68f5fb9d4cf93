import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FakeClock } from '../../../test/support/clock.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { DemoUnionService } from '../../identity/demo-union.service.js';
import { IdentityService } from '../../identity/identity.service.js';
import { OfficeSuccessionService } from '../../identity/office-succession.service.js';
import { PasswordService } from '../../identity/password.service.js';
import { OrganisationActService } from '../../organisation/organisation-act.service.js';
import { OrganisationChangeService } from '../../organisation/organisation-change.service.js';
import { OrganisationSuccessionService } from '../../organisation/organisation-succession.service.js';
import { OrganisationService } from '../../organisation/organisation.service.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { AuditEntry } from '../../platform/audit/entities/audit-entry.entity.js';
import { DEMO_REFORM } from '../demo/demo-reform.js';
import { DemoReformService } from '../demo/demo-reform.service.js';
import { contentHashOf, PlanRefused, type Plan } from './reform-plan.js';
import { ReformPlanService, type PlanOutcome } from './reform-plan.service.js';
import { ReformSplitService } from './reform-split.service.js';
import { ReformStepsService } from './reform-steps.service.js';

let database: TestDatabase;
let folder: string;
let organisations: OrganisationService;
let acts: OrganisationActService;
let identity: IdentityService;
let plans: ReformPlanService;
let demo: DemoReformService;
let union: DemoUnionService;
const clock = new FakeClock('2026-11-21T02:00:00Z');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'union-skills-reform-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(): Promise<void> {
  database = await createTestDatabase();
  const audit = new AuditService(clock);
  const passwords = new PasswordService();
  organisations = new OrganisationService(clock, audit);
  acts = new OrganisationActService(clock, audit);
  const changes = new OrganisationChangeService(database.dataSource, clock, organisations, acts);
  identity = new IdentityService(organisations, passwords, clock, audit);
  const tree = new OrganisationSuccessionService(clock, acts);
  const offices = new OfficeSuccessionService(clock, audit);
  const steps = new ReformStepsService(
    ...([organisations, acts, tree, offices, identity] as const),
    new ReformSplitService(acts, tree, offices, identity),
  );
  plans = new ReformPlanService(database.dataSource, clock, audit, changes, steps);
  union = new DemoUnionService(organisations, identity, passwords);
  demo = new DemoReformService(organisations, changes, acts, plans);
  await identity.ensureOfficeTitles(database.dataSource.manager);
}

beforeEach(start);
afterEach(() => database.drop());

let files = 0;
async function carryOut(text: string, dryRun = false): Promise<PlanOutcome> {
  files += 1;
  const file = join(folder, `plan-${files}.yaml`);
  await writeFile(file, text);
  const outcome = await plans.carryOutFile({ file, contentDir: resolve('content'), dryRun });
  return { ...outcome, text: outcome.text.replaceAll(`${file}:`, '') };
}

const found = (code: string, parent: string | null, more: { tier: string; kind: string }): Promise<{ id: string }> =>
  database.dataSource.transaction(async (tx) => {
    const parentId = parent === null ? null : ((await organisations.findByCode(tx, parent))?.id ?? null);
    const unit = { code, name: `Đơn vị ${code}`, sector: 'mixed' as const, foundedOn: '2000-01-01', parentId };
    return organisations.found(tx, { ...unit, ...more });
  });
const PROVINCE = { tier: 'superior', kind: 'ldld-tinh' };
const DISTRICT = { tier: 'district', kind: 'ldld-huyen' };
const CDCS = { tier: 'grassroots', kind: 'cdcs' };

const seated = (code: string, fullName: string, titleCode = 'chu-tich'): Promise<string> =>
  database.dataSource.transaction(async (tx) => {
    const { id: personId } = await identity.createPerson(tx, { fullName });
    const organisationId = (await organisations.findByCode(tx, code))?.id ?? '';
    await identity.giveOffice(tx, { personId, organisationId, titleCode, validFrom: '2023-01-01' });
    return personId;
  });

/** Code → code above and members, on a day. */
async function tree(day: string): Promise<Record<string, [string | null, number | null]>> {
  const rows = await database.dataSource.query<{ code: string; parent: string | null; members: number | null }[]>(
    `SELECT o.code, up.code AS parent,
            (SELECT h.members FROM organisation_head_count h WHERE h.organisation_id = o.id AND h.superseded_at IS NULL
                AND h.counted_on <= $1 ORDER BY h.counted_on DESC LIMIT 1) AS members
       FROM organisation_period p JOIN organisation o ON o.id = p.organisation_id
       LEFT JOIN organisation up ON up.id = p.parent_id
      WHERE p.superseded_at IS NULL AND p.valid_from <= $1 AND (p.valid_to IS NULL OR p.valid_to > $1) ORDER BY 1`,
    [day],
  );
  return Object.fromEntries(rows.map(({ code, parent, members }) => [code, [parent, members]]));
}

const people = (day: string) =>
  database.dataSource.query<{ personId: string; code: string }[]>(
    `SELECT t.person_id AS "personId", o.code FROM office_term t JOIN organisation o ON o.id = t.organisation_id
      WHERE t.superseded_at IS NULL AND t.valid_from <= $1 AND (t.valid_to IS NULL OR t.valid_to > $1) ORDER BY 1, 2`,
    [day],
  );

const everything = async () => ({
  trees: [await tree('2025-06-30'), await tree('2025-07-01'), await tree('2026-11-21')],
  people: [await people('2025-06-30'), await people('2025-07-01')],
  audit: await database.dataSource.manager.count(AuditEntry),
});

async function twoProvinces(): Promise<void> {
  await found('TLD', null, { tier: 'central', kind: 'tong-lien-doan' });
  for (const code of ['A', 'B']) {
    await found(`TINH-${code}`, 'TLD', PROVINCE);
    await found(`HUYEN-${code}`, `TINH-${code}`, DISTRICT);
    await found(`CS-${code}`, `HUYEN-${code}`, CDCS);
    await seated(`TINH-${code}`, `Chủ tịch tỉnh ${code}`);
    await seated(`HUYEN-${code}`, `Chủ tịch huyện ${code}`);
  }
}

const PLAN = `
title: Hợp nhất hai tỉnh
onDate: '2025-07-01'
found:
  - { code: TINH-M, name: Liên đoàn tỉnh Mới, kind: ldld-tinh, sector: mixed, parent: TLD }
merge:
  - { units: [TINH-A, TINH-B], into: TINH-M }
abolish:
  - { tier: district, into: parent, people: parent }
rename:
  - { unit: CS-A, name: Công đoàn cơ sở A mới }
`;

describe('a plan of reform', () => {
  it('says in a dry run what moves where, and changes nothing', async () => {
    await twoProvinces();
    const before = await everything();
    const { state, text } = await carryOut(PLAN, true);
    expect(state).toBe('dry-run');
    expect(text).toContain(
      'Kết thúc TINH-B (Đơn vị TINH-B), nhập vào TINH-M (Liên đoàn tỉnh Mới): 1 đơn vị trực thuộc.',
    );
    expect(text).toContain('  - HUYEN-B (Đơn vị HUYEN-B) về trực thuộc TINH-M.');
    expect(text).toContain('  - Chủ tịch tỉnh B: Chủ tịch đã có người giữ, chuyển thành Phó Chủ tịch.');
    expect(text).toContain('4 đơn vị kết thúc, 4 đơn vị trực thuộc và 4 lượt người');
    expect(text).toMatch(/chạy thử: chưa có gì thay đổi/);
    expect(await everything()).toEqual(before);
  });

  it('is carried out whole, once: again it changes nothing, also when two start together', async () => {
    await twoProvinces();
    const before = await everything();
    const together = await Promise.all([carryOut(PLAN), carryOut(`# lời dẫn khác\n${PLAN}`)]);
    expect(together.map(({ state }) => state).toSorted()).toEqual(['done', 'done-before']);
    const after = await everything();
    expect([after.trees[0], after.people[0]]).toEqual([before.trees[0], before.people[0]]);
    const NEW = { TLD: [null, null], 'TINH-M': ['TLD', null], 'CS-A': ['TINH-M', null], 'CS-B': ['TINH-M', null] };
    expect(after.trees.slice(1)).toEqual([NEW, NEW]);
    expect(after.people[1]?.map(({ code }) => code)).toEqual(['TINH-M', 'TINH-M', 'TINH-M', 'TINH-M']);
    expect(after.audit).toBeGreaterThan(before.audit);
    const again = await carryOut(PLAN);
    expect(again.text).toMatch(/^Kế hoạch “Hợp nhất hai tỉnh” đã được thực hiện lúc .* Không có gì thay đổi\.$/);
    expect(await everything()).toEqual(after);
  });

  it('that leaves anybody without a unit is refused by name, and nothing of it is done', async () => {
    await twoProvinces();
    const before = await everything();
    const { state, text } = await carryOut(PLAN.replace(', people: parent', ''));
    expect(state).toBe('refused');
    expect(text).toContain('9: HUYEN-A: còn 1 người chưa có đơn vị mới (Chủ tịch huyện A). Mời thêm mục people.');
    expect(text).toContain('9: HUYEN-B: còn 1 người chưa có đơn vị mới (Chủ tịch huyện B)');
    expect(await everything()).toEqual(before);
  });

  it('with mistakes names each with its line', async () => {
    await twoProvinces();
    const text = async (plan: string) => (await carryOut(plan)).text;
    expect(await text('title: x\nonDate: 2025-13-01\nmerg: []')).toMatch(/^2: Mục onDate: .*\n3: Có mục lạ "merg"/);
    expect(await text('title: [')).toMatch(/Không đọc được YAML/);
    const unknown = await text(
      PLAN.replace('TINH-B]', 'TINH-X]').replace('tier: district', 'unit: tinh-a').replace('ldld-tinh', 'hoi-quan'),
    );
    expect(unknown.split('\n').slice(0, 3).toSorted()).toEqual(
      [
        '5: Không có loại hình đơn vị “hoi-quan”.',
        '7: Không có đơn vị nào mang mã TINH-X.',
        '9: Đơn vị tinh-a kết thúc hai lần.',
      ].toSorted(),
    );
    const head = "title: x\nonDate: '2025-07-01'\n";
    expect(await text(`${head}merge:\n  - { units: [TINH-A], into: CS-A }`)).toMatch(
      /^4: Không thể chuyển đơn vị vào chính nó/,
    );
    expect(await text(`${head}move:\n  - { unit: TINH-A, parent: HUYEN-A }`)).toMatch(/^4: Không thể chuyển đơn vị/);
    expect(await text(`${head}abolish:\n  - { tier: truong, into: parent }`)).toMatch(
      /^4: Ngày 2025-07-01 không có đơn vị/,
    );
    const early = PLAN.replace('2025-07-01', '1999-01-01');
    expect(await text(early)).toMatch(/Đơn vị cấp trên không còn hoạt động|Ngày không nằm trong/);
  });

  it('whatever it is, conserves people and heads and leaves the past alone', async () => {
    const end = fc.record({ at: fc.nat({ max: 5 }), into: fc.nat({ max: 5 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(end, { minLength: 1, maxLength: 4 }), fc.boolean(), async (ends, tier) => {
        await database.drop();
        await start();
        await found('TLD', null, { tier: 'central', kind: 'tong-lien-doan' });
        const codes: string[] = [];
        for (let i = 0; i < 6; i++) {
          codes.push(`DV-${i}`);
          await found(`DV-${i}`, i < 3 ? 'TLD' : `DV-${i - 3}`, i < 3 ? PROVINCE : DISTRICT);
          await seated(`DV-${i}`, `Chủ tịch ${i}`);
          await database.dataSource.transaction(async (tx) => {
            const unitId = (await organisations.findByCode(tx, `DV-${i}`))?.id ?? '';
            await acts.count(tx, { unitId, actorId: null, onDate: '2024-01-01', members: 10 + i, workers: 20 });
          });
        }
        const before = await everything();
        const plan: Plan = {
          ...{ title: 'Ngẫu nhiên', onDate: '2025-07-01' },
          merge: ends.map(({ at, into }) => ({ units: [codes[at] ?? ''], into: codes[into] ?? '' })),
          ...(tier ? { abolish: [{ tier: 'district', into: 'parent', people: 'parent' }] } : {}),
        };
        try {
          await database.dataSource.transaction((tx) => plans.carryOut(tx, plan));
        } catch (error) {
          if (!(error instanceof PlanRefused)) throw error;
          expect(await everything()).toEqual(before);
        }
        const after = await everything();
        expect([after.trees[0], after.people[0]]).toEqual([before.trees[0], before.people[0]]);
        for (const now of after.trees) {
          expect(Object.values(now).reduce((sum, [, members]) => sum + (members ?? 0), 0)).toBe(75);
        }
        expect(new Set(after.people[1]?.map(({ personId }) => personId)).size).toBe(6);
        expect(after.people[1]?.filter(({ code }) => !(code in (after.trees[1] ?? {})))).toEqual([]);
      }),
      { numRuns: 6 },
    );
  }, 90_000);
});

/** A province of three grassroots units, three people with member codes, and a count of 75. */
async function oneProvince(): Promise<string[]> {
  await found('TLD', null, { tier: 'central', kind: 'tong-lien-doan' });
  await found('TINH', 'TLD', PROVINCE);
  for (const code of ['CS-0', 'CS-1', 'CS-2']) await found(code, 'TINH', CDCS);
  const ids: string[] = [];
  for (const [at, title] of ['chu-tich', 'pho-chu-tich', 'uy-vien-bch'].entries()) {
    const personId = await seated('TINH', `Cán bộ ${at}`, title);
    const account = { personId, password: { hash: 'x' }, logins: [`CB-${at}`] };
    await database.dataSource.transaction((tx) => identity.openAccount(tx, account));
    ids.push(personId);
  }
  await database.dataSource.transaction(async (tx) => {
    const unitId = (await organisations.findByCode(tx, 'TINH'))?.id ?? '';
    await acts.count(tx, { unitId, actorId: null, onDate: '2024-01-01', members: 75, workers: 100 });
  });
  return ids;
}

const partFounded = (at: number) =>
  `  - { code: MOI-${at}, name: Liên đoàn mới ${at}, kind: ldld-tinh, sector: mixed, parent: TLD }\n`;

const SPLIT = `
title: Chia một tỉnh
onDate: '2025-07-01'
found:
${partFounded(0)}${partFounded(1)}split:
  - unit: TINH
    ends: true
    parts:
      - { unit: MOI-0, children: [CS-0], people: [CB-0], members: 50, workers: 60 }
      - { unit: MOI-1, children: [CS-1], people: [CB-1], members: 25, workers: 40 }
`;

describe('a split in a plan', () => {
  it('says in a dry run who and what goes where, changes nothing, and is then carried out so', async () => {
    const ids = await oneProvince();
    const before = await everything();
    const tried = await carryOut(SPLIT, true);
    expect(tried.state).toBe('dry-run');
    expect(tried.text).toContain('Chia TINH (Đơn vị TINH); đơn vị này kết thúc.');
    expect(tried.text).toContain('  - MOI-1 (Liên đoàn mới 1): 25 đoàn viên, 40 người lao động, 1 đơn vị trực thuộc.');
    // What no part was given goes to the first.
    expect(tried.text).toContain('  - CS-2 (Đơn vị CS-2) về trực thuộc MOI-0.');
    expect(tried.text).toContain('  - Cán bộ 2 về MOI-0.');
    expect(tried.text).toContain('1 đơn vị kết thúc, 3 đơn vị trực thuộc và 3 lượt người');
    expect(await everything()).toEqual(before);

    const done = await carryOut(SPLIT);
    expect(done.state).toBe('done');
    const after = await everything();
    expect(after.trees[0]).toEqual(before.trees[0]);
    expect(after.trees[1]).toEqual({
      ...{ TLD: [null, null], 'MOI-0': ['TLD', 50], 'MOI-1': ['TLD', 25] },
      ...{ 'CS-0': ['MOI-0', null], 'CS-1': ['MOI-1', null], 'CS-2': ['MOI-0', null] },
    });
    const places = Object.fromEntries((after.people[1] ?? []).map(({ personId, code }) => [personId, code]));
    expect(ids.map((id) => places[id])).toEqual(['MOI-0', 'MOI-1', 'MOI-0']);
    expect((await carryOut(SPLIT)).state).toBe('done-before');
  });

  it('with mistakes names each with its line, and nothing of it is done', async () => {
    await oneProvince();
    const before = await everything();
    const text = async (plan: string) => (await carryOut(plan)).text;
    expect(await text(SPLIT.replace('members: 25', 'members: 26'))).toMatch(/^8: /);
    expect(await text(SPLIT.replace('CB-1', 'CB-9'))).toMatch(/^12: Đơn vị được tách không có người .* CB-9/);
    expect(await text(SPLIT.replace('CB-1', 'CB-0'))).toMatch(/^12: Người mang mã .* CB-0 được nêu hai lần/);
    expect(await text(SPLIT.replace('unit: MOI-1', 'unit: CS-2'))).toMatch(
      /^12: Đơn vị CS-2 .* cần có trong mục found/,
    );
    expect(await text(SPLIT.replace('[CS-1]', '[TLD]'))).toMatch(/^8: /);
    expect(await text(`${SPLIT}merge:\n  - { units: [TINH], into: MOI-0 }`)).toMatch(/TINH kết thúc hai lần/);
    expect(await everything()).toEqual(before);
  });

  it('whatever it is, conserves people and heads and leaves the past alone', async () => {
    const share = fc.nat({ max: 2 });
    const shares = fc.array(share, { minLength: 3, maxLength: 3 });
    const heads = fc.nat({ max: 90 });
    await fc.assert(
      fc.asyncProperty(shares, shares, heads, fc.boolean(), async (children, persons, first, ends) => {
        await database.drop();
        await start();
        await oneProvince();
        const before = await everything();
        // 0 and 1 are parts; 2 is named nowhere.
        const part = (at: number, members: number) => ({
          unit: `MOI-${at}`,
          children: children.flatMap((to, n) => (to === at ? [`CS-${n}`] : [])),
          people: persons.flatMap((to, n) => (to === at ? [`CB-${n}`] : [])),
          ...{ members, workers: members },
        });
        const second = ends ? Math.max(75 - first, 0) : 5;
        const founded = { kind: 'ldld-tinh', sector: 'mixed' as const, parent: 'TLD' };
        const plan: Plan = {
          ...{ title: 'Ngẫu nhiên', onDate: '2025-07-01' },
          found: [0, 1].map((at) => ({ code: `MOI-${at}`, name: `Mới ${at}`, ...founded })),
          split: [{ unit: 'TINH', ends, parts: [part(0, first), { ...part(1, second), workers: 100 - first }] }],
        };
        const fits = ends ? first <= 75 : first + 5 <= 75;
        const carried = await database.dataSource
          .transaction((tx) => plans.carryOut(tx, plan))
          .then(
            () => true,
            (error: unknown) => {
              if (!(error instanceof PlanRefused)) throw error;
              return false;
            },
          );
        expect(carried).toBe(fits);
        const after = await everything();
        if (!carried) expect(after).toEqual(before);
        expect([after.trees[0], after.people[0]]).toEqual([before.trees[0], before.people[0]]);
        for (const now of after.trees) {
          expect(Object.values(now).reduce((sum, [, members]) => sum + (members ?? 0), 0)).toBe(75);
          expect(Object.keys(now).filter((code) => code.startsWith('CS-'))).toHaveLength(3);
          for (const [above] of Object.values(now)) expect(above === null || above in now).toBe(true);
        }
        expect(new Set(after.people[1]?.map(({ personId }) => personId)).size).toBe(3);
        expect(after.people[1]?.filter(({ code }) => !(code in (after.trees[1] ?? {})))).toEqual([]);
      }),
      { numRuns: 6 },
    );
  }, 90_000);
});

describe('the demonstration', () => {
  it('replays the reform of 2025, once: June shows the districts, today does not', async () => {
    await database.dataSource.transaction((tx) => union.seed(tx));
    for (let times = 0; times < 2; times++) await database.dataSource.transaction((tx) => demo.seed(tx));
    const june = await tree('2025-06-01');
    expect(june['CDCS-LUAVANG']).toEqual(['LDLD-PN-ANBINH', 980]);
    expect(june['LDLD-PT-HOABAN']?.[0]).toBe('LDLD-PT');
    const today = await tree('2026-11-21');
    expect(Object.keys(today)).toEqual(
      ['CDCS-ANHSAO', 'CDCS-BENXUAN', 'CDCS-HOABAN', 'CDCS-LUAVANG', 'LDLD-PN', 'TCD', 'TLD'].toSorted(),
    );
    for (const code of ['CDCS-ANHSAO', 'CDCS-BENXUAN', 'CDCS-HOABAN', 'CDCS-LUAVANG', 'TCD']) {
      expect(today[code]?.[0]).toBe('LDLD-PN');
    }
    expect(await people('2026-11-21')).toHaveLength(14);
  });

  it('is the plan of docs/examples', async () => {
    await database.dataSource.transaction((tx) => union.seed(tx));
    await database.dataSource.transaction((tx) => demo.seed(tx));
    const file = resolve('docs/examples/reform-2025.yaml');
    const outcome = await plans.carryOutFile({ file, contentDir: resolve('content'), dryRun: false });
    expect(outcome.state).toBe('done-before');
    const reordered = Object.fromEntries(Object.entries(DEMO_REFORM).toReversed()) as unknown as Plan;
    expect(contentHashOf(reordered)).toBe(contentHashOf(DEMO_REFORM));
  });
});
