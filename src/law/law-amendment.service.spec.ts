import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { IdentityModule } from '../identity/identity.module.js';
import type { Actor } from '../platform/auth/actor.js';
import { LawAmendment } from './entities/law-amendment.entity.js';
import { LawAmendmentService } from './law-amendment.service.js';
import { LawImportService, type ParsedArticle, type ParsedDocument, type ParsedVersion } from './law-import.service.js';
import { LawModule } from './law.module.js';
import { LawService } from './law.service.js';

const OLD = 'vn.nd12.2022';
const NEW = 'vn.nd283.2026';
const CODE = 'vn.blld.2019';

const version = (validFrom: string, validTo: string | null, summary: string): ParsedVersion => ({
  ...{ validFrom, validTo, summary, amended: null, note: null, confidence: 'source', sources: [] },
});
const article = (document: string, number: string, versions: ParsedVersion[]): ParsedArticle => ({
  ...{ code: `${document}.d${number}`, number, title: `Điều ${number}`, chapter: null, seeAlso: [], versions },
});
const document = (code: string, articles: ParsedArticle[]): ParsedDocument => ({
  ...{ code, number: code, title: code, issuedOn: null, effectiveFrom: null, effectiveTo: null, status: 'in-force' },
  ...{ confidence: 'source', sources: [], remarks: {}, articles },
});

const BEFORE = version('2021-01-01', null, 'Sinh con thứ hai nghỉ 06 tháng.');
const files = () => [
  document(CODE, [article(CODE, '139', [BEFORE]), article(CODE, '154', [version('2021-01-01', null, 'Giấy phép.')])]),
  document(
    OLD,
    ['8', '9'].map((number) => article(OLD, number, [version('2022-01-17', null, `Mức phạt ${number}.`)])),
  ),
  document(NEW, [article(NEW, '7', [version('2026-09-10', null, 'Mức phạt mới.')])]),
];

const WORDING = {
  ...{ effectiveOn: '2026-07-01', summary: 'Sinh con thứ hai nghỉ 07 tháng.', amendedBy: '113/2025/QH15' },
  ...{ source: 'Công báo số 1', reason: 'Luật Dân số có hiệu lực' },
};

let world: FeatureWorld;
let amendments: LawAmendmentService;
let officer: Actor;

const importFiles = (documents: ParsedDocument[]) =>
  world.dataSource.transaction((tx) => world.get(LawImportService).importLaw(tx, { sources: [], documents }));
const versionsOf = async (code: string) =>
  (await world.get(LawService).article(code)).versions.map(({ validFrom, validTo, summary }) => [
    validFrom,
    validTo,
    summary,
  ]);
const announced = async () =>
  world.dataSource.query<{ document: string; effective_on: string; is_announced: boolean }[]>(
    `SELECT d.code AS document, m.kind, m.effective_on::text, m.announced_at IS NOT NULL AS is_announced,
            (SELECT count(*)::int FROM amended_article x WHERE x.amendment_id = m.id) AS articles
       FROM law_amendment m JOIN law_document d ON d.id = m.document_id ORDER BY m.effective_on, d.code`,
  );

beforeAll(async () => {
  world = await FeatureWorld.start([IdentityModule, LawModule]);
  amendments = world.get(LawAmendmentService);
  const root = await world.found('GOC', 'Tổng liên đoàn', null);
  officer = world.actor(await world.admit('Cán bộ pháp luật', root.id), 'federation-officer', root);
  world.clock.set('2026-06-01T02:00:00Z');
  await importFiles(files());
});

afterAll(() => world.stop());

describe('amend', () => {
  it('is for officers', async () => {
    const lecturer = { ...officer, grants: officer.grants.map((grant) => ({ ...grant, role: 'lecturer' as const })) };
    expect(await refusalOf(amendments.amend(lecturer, `${CODE}.d139`, WORDING))).toBe('not-allowed');
    expect(await refusalOf(amendments.amend(officer, `${CODE}.d999`, WORDING))).toBe('not-found');
    expect(await refusalOf(amendments.amend(officer, "'", WORDING))).toBe('not-found');
  });

  it('records a wording of a day to come once, whoever records it how often and at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 6 }, () => amendments.amend(officer, `${CODE}.d139`, WORDING)),
    );
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    expect(results.filter(({ created }) => created)).toHaveLength(1);
    expect(await versionsOf(`${CODE}.d139`)).toEqual([
      ['2026-07-01', null, WORDING.summary],
      ['2021-01-01', '2026-07-01', BEFORE.summary],
    ]);
    expect(await announced()).toMatchObject([{ document: CODE, is_announced: false, articles: 1 }]);
    const acts = await world.dataSource.query<object[]>(
      `SELECT reason, details->>'effectiveOn' AS day FROM audit_entry WHERE action = 'law.record-amendment'`,
    );
    expect(acts).toEqual([{ reason: WORDING.reason, day: '2026-07-01' }]);
  });

  it('refuses another wording for that day, and a day before the article', async () => {
    const other = { ...WORDING, summary: 'Sinh con thứ hai nghỉ 08 tháng.' };
    expect(await refusalOf(amendments.amend(officer, `${CODE}.d139`, other))).toBe('amendment-differs');
    const early = { ...WORDING, effectiveOn: '2020-01-01' };
    expect(await refusalOf(amendments.amend(officer, `${CODE}.d139`, early))).toBe('amendment-day-invalid');
  });

  it('is announced on its day in Vietnam, once', async () => {
    world.clock.set('2026-06-30T16:59:59Z');
    await amendments.announceDue();
    expect(await announced()).toMatchObject([{ is_announced: false }]);
    world.clock.set('2026-06-30T17:00:00Z');
    await Promise.all([amendments.announceDue(), amendments.announceDue()]);
    expect(await announced()).toMatchObject([{ is_announced: true }]);
    const at = () => world.dataSource.manager.findOneByOrFail(LawAmendment, {}).then(({ announcedAt }) => announcedAt);
    const first = await at();
    world.clock.advance({ hours: 1 });
    await amendments.announceDue();
    expect(await at()).toEqual(first);
  });
});

describe('the files of an installation that stood before', () => {
  it('do not take back what an officer entered', async () => {
    expect(await importFiles(files())).toEqual({ written: 0, kept: [] });
    const [first, ...others] = files();
    const said = article(CODE, '139', [
      { ...BEFORE, validTo: '2026-07-01' },
      version('2026-07-01', null, 'Tệp ghi khác.'),
    ]);
    const changed = [{ ...(first as ParsedDocument), articles: [said] }, ...others];
    expect(await importFiles(changed)).toEqual({ written: 0, kept: [{ code: `${CODE}.d139`, day: '2026-07-01' }] });
    expect((await versionsOf(`${CODE}.d139`))[0]?.[2]).toBe(WORDING.summary);
  });

  it('make an amendment of a new version, and none of a new article', async () => {
    const [first, ...others] = files();
    const articles = [
      article(CODE, '154', [
        version('2021-01-01', '2026-01-01', 'Giấy phép.'),
        { ...version('2026-01-01', null, 'Giấy phép mới.'), amended: '71/2025/QH15' },
      ]),
      article(CODE, '155', [version('2021-01-01', null, 'Điều mới nhập.')]),
    ];
    await importFiles([{ ...(first as ParsedDocument), articles }, ...others]);
    const before = await announced();
    expect(before).toMatchObject([{ effective_on: '2026-01-01', is_announced: false, articles: 1 }, {}]);
    await importFiles([{ ...(first as ParsedDocument), articles }, ...others]);
    await amendments.announceDue();
    expect((await announced()).map((row) => row.is_announced)).toEqual([true, true]);
    const again = await world.dataSource.manager.countBy(LawAmendment, {});
    expect(again).toBe(2);
  });
});

describe('replace', () => {
  const REPLACEMENT = {
    ...{ byCode: NEW, effectiveOn: '2026-09-10', amendedBy: '283/2026/NĐ-CP', source: 'Công báo', reason: 'Thay thế' },
    mapping: [{ from: `${OLD}.d8`, to: [`${NEW}.d7`] }],
  };

  it('refuses a mapping that names articles of neither document', async () => {
    const mapping = [{ from: `${OLD}.d99`, to: [`${CODE}.d139`] }];
    expect(await refusalOf(amendments.replace(officer, OLD, { ...REPLACEMENT, mapping }))).toBe('mapping-unknown');
    expect(await announced()).toHaveLength(2);
  });

  it('ends every article on the day, once, and names the successors', async () => {
    const [one, two] = await Promise.all([0, 1].map(() => amendments.replace(officer, OLD, REPLACEMENT)));
    expect(one?.id).toBe(two?.id);
    const rows = await world.dataSource.query<object[]>(
      `SELECT a.code, x.successors, x.version_id FROM amended_article x JOIN law_article a ON a.id = x.article_id
        WHERE x.amendment_id = $1 ORDER BY a.code`,
      [one?.id],
    );
    expect(rows).toEqual([
      { code: `${OLD}.d8`, successors: [`${NEW}.d7`], version_id: null },
      { code: `${OLD}.d9`, successors: [], version_id: null },
    ]);
    expect((await versionsOf(`${OLD}.d9`))[0]).toEqual(['2022-01-17', '2026-09-10', 'Mức phạt 9.']);
    expect((await world.get(LawService).article(`${OLD}.d9`)).document).toMatchObject({ status: 'in-force' });
    const other = { ...REPLACEMENT, mapping: [] };
    expect(await refusalOf(amendments.replace(officer, OLD, other))).toBe('amendment-differs');
  });

  it('makes the document an expired one on that day, which files do not undo', async () => {
    world.clock.set('2026-09-09T17:00:00Z');
    await amendments.announceDue();
    const status = async () => (await world.get(LawService).article(`${OLD}.d9`)).document;
    expect(await status()).toMatchObject({ status: 'expired', effectiveTo: '2026-09-10' });
    await importFiles(files().slice(1));
    expect(await status()).toMatchObject({
      status: 'expired',
      effectiveTo: '2026-09-10',
      remarks: { replacedBy: NEW },
    });
    expect((await announced()).every((row) => row.is_announced)).toBe(true);
  });
});
