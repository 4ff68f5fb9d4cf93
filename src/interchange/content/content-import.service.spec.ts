import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '../../../test/support/database.js';
import { FeatureWorld } from '../../../test/support/feature-world.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { LawService } from '../../law/law.service.js';
import { QuestionBankService } from '../../question-bank/question-bank.service.js';
import { InterchangeModule } from '../interchange.module.js';
import { ContentImportService } from './content-import.service.js';

const COURSE = 'giai-quyet-tranh-chap-lao-dong';
const COURSES = [
  'courses/an-toan-ve-sinh-lao-dong-vai-tro-cong-doan',
  'courses/bo-luat-lao-dong-cho-can-bo-cong-doan',
  'courses/doi-thoai-va-thuong-luong-tap-the',
  'courses/giai-quyet-tranh-chap-lao-dong',
  'courses/giam-sat-thuc-hien-phap-luat-lao-dong',
  'courses/thuc-hien-dan-chu-o-co-so-tai-doanh-nghiep',
];

let world: FeatureWorld;
let database: TestDatabase;
let law: LawService;
let importer: ContentImportService;
let folder: string;

const count = async (sql: string): Promise<number> => {
  const rows = await database.dataSource.query<[{ n: number }]>(`SELECT count(*)::int AS n FROM ${sql}`);
  return rows[0].n;
};

beforeAll(async () => {
  world = await FeatureWorld.start([InterchangeModule]);
  ({ database } = world);
  law = world.get(LawService);
  importer = world.get(ContentImportService);
  folder = await mkdtemp(join(tmpdir(), 'union-skills-content-'));
  // One course is enough for what is done to files here.
  const isOther = (path: string) => /\/courses\/[^/]+/.test(path) && !path.includes(`/courses/${COURSE}`);
  await cp(resolve('content'), folder, { recursive: true, filter: (path) => !isOther(path) });
});

afterAll(async () => {
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the content that ships', () => {
  it('imports without a fault: the whole law library and the course', async () => {
    const report = await importer.importAll(folder);
    expect(report.faults).toEqual([]);
    expect(report.imported).toEqual(['law', `courses/${COURSE}`]);
    expect(await count('law_document')).toBe(22);
    expect(await count('law_article')).toBe(675);
    expect(await count('question')).toBeGreaterThanOrEqual(75);
    expect(await count('quiz')).toBe(6);
    expect(await count('scenario')).toBe(2);
  });

  it('writes nothing the second time, in a fraction of what a start may take', async () => {
    const state = () =>
      database.dataSource.query(
        `SELECT (SELECT max(xmin::text::bigint) FROM law_article) a, (SELECT max(xmin::text::bigint) FROM article_version) v,
                (SELECT max(xmin::text::bigint) FROM law_citation) c, (SELECT max(xmin::text::bigint) FROM course_revision) r,
                (SELECT max(xmin::text::bigint) FROM content_stamp) s, (SELECT count(*) FROM law_citation) n`,
      );
    const before = await state();
    expect(await count('law_citation')).toBeGreaterThan(50);
    const started = process.cpuUsage();
    expect(await importer.importAll(folder)).toMatchObject({ imported: [], faults: [] });
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(200);
    expect(await state()).toEqual(before);
  });

  it('makes no new revision of a comment, and remembers the file', async () => {
    await appendFile(join(folder, `courses/${COURSE}/course.yaml`), '# Ghi chú của người soạn\n');
    await appendFile(join(folder, 'law/sources.yaml'), '# Ghi chú\n');
    expect(await importer.importAll(folder)).toMatchObject({ imported: [], faults: [] });
    expect(await count('course_revision')).toBe(1);
    const stamped = await database.dataSource.query('SELECT * FROM content_stamp ORDER BY part');
    expect(await importer.importAll(folder)).toMatchObject({ imported: [] });
    expect(await database.dataSource.query('SELECT * FROM content_stamp ORDER BY part')).toEqual(stamped);
  });

  it('cites the version in force on the day of the content', async () => {
    expect(
      await count(
        `law_citation c JOIN article_version v ON v.id = c.article_version_id
          WHERE v.article_id <> c.article_id OR v.valid_from > '2026-11-21' OR v.valid_to <= '2026-11-21'`,
      ),
    ).toBe(0);
  });

  it('finds articles by number and by words without diacritics', async () => {
    const byNumber = await law.search({ q: 'Đ188', document: 'vn.blld.2019' });
    expect(byNumber.items.map((item) => item.code)).toEqual(['vn.blld.2019.d188']);
    const byWords = await law.search({ q: 'hoa giai vien lao dong' });
    expect(byWords.items.slice(0, 10).map((item) => item.code)).toContain('vn.blld.2019.d188');
    expect((await law.search({ q: 'hoà gỉai viên lao động' })).items.length).toBeGreaterThan(0);
    expect((await law.search({ q: "x'; DROP TABLE law_article; --" })).items).toEqual([]);
  });

  it('never lets a learner see a key', async () => {
    const bank = new QuestionBankService(database.dataSource, law);
    const catalogue = new CatalogueService(database.dataSource, law);
    const { lessons } = await catalogue.currentRevisionOf(COURSE);
    for (const lesson of lessons.filter((candidate) => candidate.kind === 'quiz')) {
      const quiz = await bank.quizOfLesson(lesson.id);
      const pool = await bank.pool(quiz?.id ?? '');
      const text = JSON.stringify(await bank.forLearner(pool));
      for (const { answerKey } of await bank.forGrading(pool)) {
        expect(text).not.toContain('weights');
        if (answerKey.general) expect(text).not.toContain(JSON.stringify(answerKey.general).slice(1, -1));
      }
    }
  });
});

describe('published revisions', () => {
  it.each([
    `UPDATE lesson SET html = 'x'`,
    `DELETE FROM quiz_question`,
    `UPDATE scenario SET story = '{}'`,
    `UPDATE course_revision SET title = '{"vi":"x"}'`,
    `UPDATE course_revision SET state = 'draft', published_at = NULL`,
    `UPDATE question_version SET difficulty = 1`,
  ])('refuse %s', async (sql) => {
    await expect(database.dataSource.query(sql)).rejects.toThrow(/never change/);
  });
});

describe('edited content', () => {
  const lesson = `courses/${COURSE}/01-tu-hoa-giai-den-dinh-cong/02-tranh-chap-ca-nhan.md`;
  const gift = `courses/${COURSE}/01-tu-hoa-giai-den-dinh-cong/luyen-tap.gift`;

  it('with faults changes nothing and names each file and line', async () => {
    const good = {
      lesson: await readFile(join(folder, lesson), 'utf8'),
      gift: await readFile(join(folder, gift), 'utf8'),
    };
    await writeFile(
      join(folder, lesson),
      good.lesson.replace('minutes:', 'minuten:').replace(/- vn\.blld\.2019\.d188\n/, '- vn.blld.2019.d999\n'),
    );
    await writeFile(join(folder, gift), `${good.gift}\n\n::Hỏng::Câu { =a ~b\n`);
    const report = await importer.importAll(folder);
    expect(report.imported).toEqual([]);
    const files = report.faults.map((fault) => fault.file);
    expect(files).toContain(lesson);
    expect(files).toContain(gift);
    expect(report.faults.find((fault) => fault.file === gift)?.line).toBeGreaterThan(100);
    expect(await count('course_revision')).toBe(1);
    await writeFile(join(folder, lesson), good.lesson);
    await writeFile(join(folder, gift), good.gift);
  });

  it('with an unknown article is refused', async () => {
    const good = await readFile(join(folder, gift), 'utf8');
    await writeFile(join(folder, gift), good.replace('[tag:vn.blld.2019.d179]', '[tag:vn.blld.2019.d999]'));
    const report = await importer.importAll(folder);
    expect(report.faults.map((fault) => fault.file)).toEqual([gift]);
    expect(report.faults[0]?.message.vi).toContain('vn.blld.2019.d999');
    await writeFile(join(folder, gift), good);
  });

  it('becomes a new revision and retires the one before', async () => {
    const good = await readFile(join(folder, lesson), 'utf8');
    await writeFile(join(folder, lesson), `${good}\nThêm một câu.\n`);
    expect((await importer.importAll(folder)).imported).toEqual([`courses/${COURSE}`]);
    expect(await count(`course_revision WHERE state = 'published'`)).toBe(1);
    expect(await count(`course_revision WHERE state = 'retired'`)).toBe(1);
    // Unchanged questions keep their versions.
    expect(await count('question_version')).toBe(await count('question'));
  });

  it('taken back becomes the earlier revision again', async () => {
    const text = await readFile(join(folder, lesson), 'utf8');
    await writeFile(join(folder, lesson), text.replace('\nThêm một câu.\n', ''));
    expect((await importer.importAll(folder)).imported).toEqual([`courses/${COURSE}`]);
    expect(await count('course_revision')).toBe(2);
    expect(await count(`course_revision WHERE state = 'published' AND number = 1`)).toBe(1);
  });

  it('that drops a version of an article which something cites is reported, and the library stays', async () => {
    const articles = join(folder, 'law/vn.blld.2019/articles.yaml');
    const good = await readFile(articles, 'utf8');
    const cited = await database.dataSource.query<{ id: string; from: string }[]>(
      `SELECT a.code AS id, v.valid_from::text AS "from" FROM law_citation c JOIN article_version v ON v.id = c.article_version_id
         JOIN law_article a ON a.id = v.article_id WHERE a.code = 'vn.blld.2019.d188' LIMIT 1`,
    );
    expect(cited).toHaveLength(1);
    const versions = await count('article_version');
    // A second version that is then taken away again, cited by a lesson.
    const twice = good.replace(
      /(- id: vn\.blld\.2019\.d188\n[\s\S]*?versions:\n)/,
      `$1    - from: '2020-01-01'\n      to: '2021-01-01'\n      summary: Trước.\n      confidence: source\n      sources: [S1]\n`,
    );
    await writeFile(articles, twice);
    expect((await importer.importAll(folder)).imported).toEqual(['law']);
    await database.dataSource.query(
      `UPDATE law_citation SET article_version_id = (SELECT v.id FROM article_version v JOIN law_article a ON a.id = v.article_id
         WHERE a.code = 'vn.blld.2019.d188' ORDER BY v.valid_from LIMIT 1)
        WHERE id = (SELECT c.id FROM law_citation c JOIN law_article a ON a.id = c.article_id WHERE a.code = 'vn.blld.2019.d188' LIMIT 1)`,
    );
    await writeFile(articles, good);
    const report = await importer.importAll(folder);
    expect(report.imported).toEqual([]);
    expect(report.faults).toMatchObject([{ file: 'law', line: null }]);
    expect(report.summary).toContain('vn.blld.2019.d188');
    expect(await count('article_version')).toBe(versions + 1);
  });
});

describe('several processes that start at once', () => {
  it('import all six courses exactly once', async () => {
    const fresh = await FeatureWorld.start([InterchangeModule]);
    try {
      const start = () => fresh.get(ContentImportService).importAll(resolve('content'));
      const reports = await Promise.all([start(), start(), start()]);
      expect(reports.flatMap((report) => report.faults)).toEqual([]);
      expect(reports.flatMap((report) => report.imported).sort()).toEqual([...COURSES, 'law']);
      const [counts] = await fresh.dataSource.query<Record<string, number>[]>(
        `SELECT (SELECT count(*)::int FROM course_revision) AS revisions, (SELECT count(*)::int FROM question) AS questions,
                (SELECT count(*)::int FROM lesson WHERE kind = 'reading') AS lessons, (SELECT count(*)::int FROM scenario) AS scenarios,
                (SELECT count(DISTINCT c.citer_id)::int FROM law_citation c WHERE c.citer_kind = 'scenario' AND c.link IS NOT NULL) AS citing`,
      );
      expect(counts).toMatchObject({ revisions: 6, scenarios: 8, citing: 8 });
      expect(counts?.['lessons']).toBeGreaterThanOrEqual(96);
      expect(counts?.['questions']).toBeGreaterThanOrEqual(300);
    } finally {
      await fresh.stop();
    }
  }, 240_000);
});
