import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../test/support/clock.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { newId } from '../platform/ids/new-id.js';
import type { Problem } from '../platform/problems/problem.js';
import { LawImportService, type ParsedArticle, type ParsedLaw, type ParsedVersion } from './law-import.service.js';
import { LawService } from './law.service.js';

const CODE = 'vn.blld.2019';

const version = (validFrom: string, validTo: string | null, summary: string): ParsedVersion => ({
  ...{ validFrom, validTo, summary },
  amended: null,
  note: null,
  confidence: 'source',
  sources: ['S1'],
});

const article = (number: string, title: string, versions: ParsedVersion[]): ParsedArticle => ({
  code: `${CODE}.d${number}`,
  number,
  title,
  chapter: 'Chương XIV',
  seeAlso: [],
  versions,
});

const BEFORE = version('2021-01-01', '2026-07-01', 'Hoà giải viên kết thúc hoà giải trong 05 ngày làm việc.');
const AFTER = version('2026-07-01', null, 'Hoà giải viên kết thúc hoà giải trong 07 ngày làm việc.');

const library = (articles: ParsedArticle[]): ParsedLaw => ({
  sources: [{ code: 'S1', text: 'Công báo' }],
  documents: [
    {
      code: CODE,
      number: '45/2019/QH14',
      title: 'Bộ luật Lao động',
      issuedOn: '2019-11-20',
      effectiveFrom: '2021-01-01',
      effectiveTo: null,
      status: 'in-force',
      confidence: 'source',
      sources: ['S1'],
      remarks: { note: undefined, consolidated: '18/VBHN-VPQH' },
      articles,
    },
  ],
});

const STANDARD = library([
  article('188', 'Trình tự, thủ tục hoà giải', [BEFORE, AFTER]),
  article('199', 'Trường hợp có quyền đình công', [version('2021-01-01', null, 'Đình công sau hoà giải không thành.')]),
]);

let database: TestDatabase;
let law: LawService;
const clock = new FakeClock();
const importer = new LawImportService(clock);
const importLaw = async (parsed: ParsedLaw) =>
  (await database.dataSource.transaction((tx) => importer.importLaw(tx, parsed))).written;
const cite = (id: string, codes: string[], asOf: string, link: string | null = null) =>
  database.dataSource.transaction((tx) =>
    law.cite(tx, { kind: 'lesson', id, title: `Bài ${id.slice(-4)}`, link }, { codes, asOf }),
  );
const versionsOf = async (
  number: string,
): Promise<{ id: string; from: string; to: string | null; summary: string }[]> =>
  database.dataSource.query(
    `SELECT v.id, v.valid_from::text AS "from", v.valid_to::text AS "to", v.summary FROM article_version v
       JOIN law_article a ON a.id = v.article_id WHERE a.code = $1 ORDER BY v.valid_from`,
    [`${CODE}.d${number}`],
  );
const citationsOf = async (id: string): Promise<{ id: string; article_version_id: string }[]> =>
  database.dataSource.query('SELECT id, article_version_id FROM law_citation WHERE citer_id = $1', [id]);

beforeAll(async () => {
  database = await createTestDatabase();
  law = new LawService(database.dataSource, clock);
  await importLaw(STANDARD);
});

afterAll(() => database.drop());

describe('importLaw', () => {
  it('writes nothing when nothing changed', async () => {
    expect(await importLaw(STANDARD)).toBe(0);
  });

  it('writes an amendment only: one version closed, one added, the rest untouched', async () => {
    const [strike] = await versionsOf('199');
    const [closed, added] = [
      { ...version('2021-01-01', '2027-01-01', strike?.summary ?? '') },
      version('2027-01-01', null, 'Mới từ năm 2027.'),
    ];
    const amended = library([
      STANDARD.documents[0]?.articles[0] as ParsedArticle,
      article('199', 'Trường hợp có quyền đình công', [closed, added]),
    ]);
    // The article too: a search looks into its newest summary.
    expect(await importLaw(amended)).toBe(3);
    expect(await versionsOf('199')).toMatchObject([
      { id: strike?.id, to: '2027-01-01' },
      { from: '2027-01-01', to: null },
    ]);
    expect(await importLaw(STANDARD)).toBe(3);
    expect(await versionsOf('199')).toMatchObject([{ id: strike?.id, to: null }]);
  });

  it('keeps the rows of versions whose days are corrected, whatever the order', async () => {
    const before = await versionsOf('188');
    const later = library([
      article('188', 'Trình tự, thủ tục hoà giải', [
        { ...BEFORE, validFrom: '2021-02-01', validTo: '2026-09-01' },
        { ...AFTER, validFrom: '2026-09-01' },
      ]),
    ]);
    await importLaw(later);
    expect((await versionsOf('188')).map(({ id, from }) => ({ id, from }))).toEqual([
      { id: before[0]?.id, from: '2021-02-01' },
      { id: before[1]?.id, from: '2026-09-01' },
    ]);
    await importLaw(STANDARD);
    expect(await versionsOf('188')).toEqual(before);
  });

  it('refuses to drop a version that something cites, and then changes nothing', async () => {
    await cite(newId(), [`${CODE}.d188`], '2022-01-01');
    const without = library([article('188', 'Tên khác', [AFTER])]);
    await expect(importLaw(without)).rejects.toMatchObject({ code: 'cited-version-removed' });
    expect((await law.article(`${CODE}.d188`)).article.title).toBe('Trình tự, thủ tục hoà giải');
  });

  it('keeps an article that the files no longer name', async () => {
    expect(await importLaw(library([STANDARD.documents[0]?.articles[0] as ParsedArticle]))).toBe(0);
    expect((await law.article(`${CODE}.d199`)).article.number).toBe('199');
  });
});

describe('cite', () => {
  it.each([
    ['2026-06-30', 0],
    ['2026-07-01', 1],
  ])('takes the version in force on %s', async (asOf, nth) => {
    const id = newId();
    await cite(id, [`${CODE}.d188`, `${CODE}.d188`], asOf);
    const versions = await versionsOf('188');
    expect((await citationsOf(id)).map((row) => row.article_version_id)).toEqual([versions[nth]?.id]);
  });

  it('names every article that is unknown or not in force, and records nothing', async () => {
    const id = newId();
    const refused = cite(id, [`${CODE}.d188`, `${CODE}.d999`, `${CODE}.d199`], '2020-12-31');
    await expect(refused).rejects.toMatchObject({ code: 'citation-not-in-force' });
    const { detail } = (await refused.catch((error: Problem) => error)) as Problem;
    for (const number of ['188', '999', '199']) expect(detail.vi).toContain(`${CODE}.d${number}`);
    expect(await citationsOf(id)).toEqual([]);
  });

  it('replaces what was cited, and writes nothing when it is the same', async () => {
    const id = newId();
    await cite(id, [`${CODE}.d188`, `${CODE}.d199`], '2026-11-21');
    const first = await citationsOf(id);
    await cite(id, [`${CODE}.d199`, `${CODE}.d188`], '2026-11-20');
    expect(await citationsOf(id)).toEqual(first);
    await cite(id, [`${CODE}.d199`], '2026-11-21');
    expect(await citationsOf(id)).toHaveLength(1);
    await cite(id, [], '2026-11-21');
    expect(await citationsOf(id)).toEqual([]);
  });

  it('gives the articles of each citer, in the order of the law', async () => {
    const [one, two] = [newId(), newId()];
    await cite(one, [`${CODE}.d199`, `${CODE}.d188`], '2026-11-21');
    const articles = await law.articlesOf('lesson', [one, two]);
    expect(articles.get(one)?.map((each) => each.number)).toEqual(['188', '199']);
    expect(articles.get(two)).toBeUndefined();
    expect(await law.articlesOf('question-version', [one])).toEqual(new Map());
  });
});

describe('an article', () => {
  it('shows its versions, which is current on the day in Vietnam, and their sources', async () => {
    const current = async () =>
      (await law.article(`${CODE}.d188`)).versions.map((each) => [each.validFrom, each.current]);
    clock.set('2026-06-30T16:59:59Z');
    expect(await current()).toEqual([
      ['2026-07-01', false],
      ['2021-01-01', true],
    ]);
    clock.set('2026-06-30T17:00:00Z');
    expect(await current()).toEqual([
      ['2026-07-01', true],
      ['2021-01-01', false],
    ]);
    expect((await law.article(`${CODE}.d188`)).versions[0]?.sources).toEqual([{ code: 'S1', text: 'Công báo' }]);
  });

  it('lists those who cite it while they can be read', async () => {
    const [old, now] = [newId(), newId()];
    await cite(old, [`${CODE}.d199`], '2026-11-21', `/bai/${old}`);
    await cite(now, [`${CODE}.d199`], '2026-11-21');
    const links = async () => (await law.article(`${CODE}.d199`)).citedBy.map((citer) => citer.link);
    expect(await links()).toEqual([`/bai/${old}`]);
    await database.dataSource.transaction((tx) =>
      law.setLinks(tx, 'lesson', [
        { id: old, link: null },
        { id: now, link: `/bai/${now}` },
      ]),
    );
    expect(await links()).toEqual([`/bai/${now}`]);
    expect(await citationsOf(old)).toHaveLength(1);
  });

  it.each([`${CODE}.d1000`, '', '\u0000', "' OR 1=1", `${CODE}.d188/../d199`])('%j is not found', async (code) => {
    await expect(law.article(code)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('search', () => {
  const codes = async (q: string, document?: string) =>
    (await law.search({ q, document })).items.map((item) => item.number);

  it.each([
    ['Đ188', ['188']],
    ['điều 188 blld', ['188']],
    ['điều 188 luật hình sự', []],
    ['hoa giai', ['188', '199']],
    ['HOÀ GIẢI', ['188', '199']],
    ['hòa giải', ['188', '199']],
    ['dinh cong', ['199']],
    ['thu tuc hao giai', ['188']],
    ['45/2019/qh14 đình công', ['199']],
    ['%', ['188', '199']],
    ['', ['188', '199']],
    ['\u0000', ['188', '199']],
  ])('%j finds %j', async (q, expected) => {
    expect(await codes(q)).toEqual(expected);
  });

  it('stays within a document', async () => {
    expect(await codes('hoà giải', CODE)).toEqual(['188', '199']);
    expect(await codes('hoà giải', 'vn.lcd.2024')).toEqual([]);
    expect(await codes('hoà giải', '\u0000')).toEqual([]);
  });
});
