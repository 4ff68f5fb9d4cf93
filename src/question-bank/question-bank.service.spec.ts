import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildPerson, buildSession } from '../../test/support/builders.js';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CourseImportService, type DraftRevision } from '../catalogue/course-import.service.js';
import { LawImportService } from '../law/law-import.service.js';
import { contentHash } from '../platform/ids/content-hash.js';
import { newId } from '../platform/ids/new-id.js';
import { QuestionBankModule } from './question-bank.module.js';
import { QuestionBankService, type LearnerQuestion } from './question-bank.service.js';
import { QuestionImportService, type ParsedQuestion, type ParsedQuiz } from './question-import.service.js';

const ARTICLE = 'vn.blld.2019.d188';
const SLUG = 'hoa-giai';

const question = (code: string, given: Partial<ParsedQuestion> = {}): ParsedQuestion => ({
  code,
  kind: 'single',
  title: `Câu ${code}`,
  body: { stem: `Ai hoà giải ở câu ${code}?`, options: ['Hoà giải viên', 'Toà án'] },
  answerKey: { kind: 'single', weights: [1, 0], feedback: [null, 'BÍ-MẬT phản hồi'], general: 'BÍ-MẬT chung' },
  difficulty: 1,
  tags: [],
  citations: [ARTICLE],
  ...given,
});

const quiz = (questions: ParsedQuestion[]): ParsedQuiz => ({
  slug: 'kiem-tra',
  title: { vi: 'Kiểm tra' },
  kind: 'final',
  draw: 1,
  timeLimitSeconds: 1_200,
  graceSeconds: 30,
  passPercent: 70,
  maxAttempts: 3,
  shuffleOptions: true,
  review: 'after-submission',
  questions,
});

interface Written {
  revision: DraftRevision;
  lessonId: string;
}

let world: FeatureWorld;
let bank: QuestionBankService;
let cookie: string;

/** A draft revision with one quiz lesson and its quiz. */
async function write(questions: ParsedQuestion[], asOf = '2026-11-21'): Promise<Written> {
  const courses = world.get(CourseImportService);
  const lesson = { slug: 'kiem-tra', kind: 'quiz' as const, title: { vi: 'Kiểm tra' }, minutes: 20, markdown: '' };
  const title = { vi: 'Hoà giải' };
  const course = {
    ...{ slug: SLUG, title, summary: title, asOf, topics: [], estimatedMinutes: 20 },
    ...{ completionRule: {}, certificateRule: null, contentHash: contentHash(newId()) },
    skillModules: [{ slug: 'x', title, summary: title, lessons: [{ ...lesson, citations: [], asOf }] }],
  };
  return world.dataSource.transaction(async (tx) => {
    const revision = await courses.importDraft(tx, course);
    const lessonId = revision.lessonIdBySlug.get('kiem-tra') ?? '';
    await world.get(QuestionImportService).importQuiz(tx, quiz(questions), { ...revision, lessonId, asOf });
    return { revision, lessonId };
  });
}

const publish = ({ revision }: Written) =>
  world.dataSource.transaction((tx) => world.get(CourseImportService).publish(tx, revision));

const published = async (questions: ParsedQuestion[]): Promise<{ quizId: string; pool: string[] }> => {
  const written = await write(questions);
  await publish(written);
  const { id: quizId } = (await bank.quizOfLesson(written.lessonId)) ?? { id: '' };
  return { quizId, pool: await bank.pool(quizId) };
};

beforeAll(async () => {
  world = await FeatureWorld.start([CatalogueModule, QuestionBankModule], { http: true });
  bank = world.get(QuestionBankService);
  ({ cookie } = await buildSession(world.dataSource, (await buildPerson(world.dataSource)).id));
  const shared = { confidence: 'source' as const, sources: ['S1'] };
  const version = (validFrom: string, validTo: string | null) => ({
    ...{ validFrom, validTo, summary: `Từ ${validFrom}`, amended: null, note: null },
    ...shared,
  });
  const article = { code: ARTICLE, number: '188', title: 'Hoà giải', chapter: null, seeAlso: [] };
  const document = { code: 'vn.blld.2019', number: '45/2019/QH14', title: 'Bộ luật Lao động', status: 'in-force' };
  const days = { issuedOn: null, effectiveFrom: '2021-01-01', effectiveTo: null };
  const versions = [version('2021-01-01', '2026-07-01'), version('2026-07-01', null)];
  const documents = [{ ...document, ...days, ...shared, remarks: {}, articles: [{ ...article, versions }] }];
  await world.dataSource.transaction((tx) =>
    world.get(LawImportService).importLaw(tx, { sources: [{ code: 'S1', text: 'Công báo' }], documents }),
  );
});

afterAll(() => world.stop());

describe('questions', () => {
  it('keep their version while they say the same, and get a new one when they do not', async () => {
    const first = await published([question('v1'), question('v2')]);
    const tags = question('v2', { tags: ['moi'] });
    const second = await published([question('v1'), tags]);
    expect(second.pool[0]).toBe(first.pool[0]);
    expect(second.pool[1]).not.toBe(first.pool[1]);
    const rows = await world.dataSource.query<{ number: number }[]>(
      'SELECT v.number FROM question_version v JOIN question q ON q.id = v.question_id WHERE q.code = $1 ORDER BY 1',
      ['v2'],
    );
    expect(rows.map((row) => row.number)).toEqual([1, 2]);
    expect((await published([question('v1'), question('v2')])).pool).toEqual(first.pool);
  });

  it('cite the law of the day on which their course was last checked', async () => {
    const citedFrom = async (pool: string[]) => {
      const rows = await world.dataSource.query<{ from: string }[]>(
        `SELECT v.valid_from::text AS "from" FROM law_citation c JOIN article_version v ON v.id = c.article_version_id
          WHERE c.citer_kind = 'question-version' AND c.citer_id = ANY ($1)`,
        [pool],
      );
      return rows.map((row) => row.from);
    };
    const early = await write([question('luat')], '2026-06-30');
    await publish(early);
    const pool = await bank.pool((await bank.quizOfLesson(early.lessonId))?.id ?? '');
    expect(await citedFrom(pool)).toEqual(['2021-01-01']);
    expect((await published([question('luat')])).pool).toEqual(pool);
    expect(await citedFrom(pool)).toEqual(['2026-07-01']);
    expect(await bank.articleTitles([ARTICLE, 'vn.khong.co'])).toEqual(
      new Map([[ARTICLE, 'Điều 188 Bộ luật Lao động']]),
    );
  });

  it('that cite unknown law are refused, and nothing of their quiz is kept', async () => {
    expect(await refusalOf(write([question('la', { citations: ['vn.khong.co.d1'] })]))).toBe('citation-not-in-force');
    expect(await world.dataSource.query('SELECT 1 FROM question WHERE code = $1', ['la'])).toEqual([]);
  });
});

describe('the key', () => {
  it('is not in what a learner gets, in any depth', async () => {
    const { pool } = await published([question('kin')]);
    const text = JSON.stringify(await bank.forLearner(pool));
    for (const secret of ['BÍ-MẬT', 'answerKey', 'weights', 'feedback', 'general', 'citations'])
      expect(text).not.toContain(secret);
    expect(await bank.forGrading(pool)).toMatchObject([{ answerKey: { weights: [1, 0], general: 'BÍ-MẬT chung' } }]);
  });

  it('keeps a question from passing as one for a learner: the compiler refuses', async () => {
    const { pool } = await published([question('kieu')]);
    const [graded] = await bank.forGrading(pool);
    // @ts-expect-error A GradedQuestion is no LearnerQuestion.
    const leaked: LearnerQuestion | undefined = graded;
    expect(leaked).toBeDefined();
  });

  it('gives questions in the order asked for', async () => {
    const { pool } = await published([question('o1'), question('o2'), question('o3')]);
    const asked = [...pool].reverse();
    expect((await bank.forLearner(asked)).map((each) => each.id)).toEqual(asked);
    expect((await bank.forGrading(asked)).map((each) => each.id)).toEqual(asked);
  });
});

describe('a quiz', () => {
  it('of a draft is seen by nobody, and is seen once it is published', async () => {
    const written = await write([question('nhap')]);
    const [row] = await world.dataSource.query<{ id: string }[]>('SELECT id FROM quiz WHERE lesson_id = $1', [
      written.lessonId,
    ]);
    const id = row?.id ?? '';
    expect(await refusalOf(bank.quiz(id))).toBe('not-found');
    expect(await bank.quizOfLesson(written.lessonId)).toBeNull();
    await publish(written);
    expect(await bank.quiz(id)).toMatchObject({ slug: 'kiem-tra', passPercent: 70 });
    expect(await bank.quizOfLesson(written.lessonId)).toMatchObject({ id });
    expect(await bank.pool(id)).toHaveLength(1);
  });

  it('never changes once it is published', async () => {
    const { quizId, pool } = await published([question('giu')]);
    const changes: [string, string][] = [
      ['UPDATE quiz SET pass_percent = 10 WHERE id = $1', quizId],
      ['DELETE FROM quiz_question WHERE quiz_id = $1', quizId],
      [`UPDATE question_version SET answer_key = '{}' WHERE id = $1`, pool[0] ?? ''],
      ['DELETE FROM question_version WHERE id = $1', pool[0] ?? ''],
    ];
    for (const [sql, id] of changes) await expect(world.dataSource.query(sql, [id])).rejects.toThrow(/never change/);
  });

  it('tells a learner its terms and none of its questions', async () => {
    const written = await write([question('http')]);
    await publish(written);
    const headers = { cookie: `us_session=${cookie}` };
    const found = await world.browser().get<{ id: string }>(`/api/v1/quizzes?lessonId=${written.lessonId}`, headers);
    expect(found.body).toEqual({
      id: expect.any(String),
      lessonId: written.lessonId,
      slug: 'kiem-tra',
      title: { vi: 'Kiểm tra' },
      kind: 'final',
      questionCount: 1,
      timeLimitSeconds: 1_200,
      passPercent: 70,
      maxAttempts: 3,
      review: 'after-submission',
    });
    const again = await world.browser().get<{ id: string }>(`/api/v1/quizzes/${found.body.id}`, headers);
    expect(again.body).toEqual(found.body);
    for (const [url, status] of [
      [`?lessonId=${newId()}`, 404],
      ['?lessonId=x', 422],
      [`/${newId()}`, 404],
      ['/x', 404],
    ] as const)
      expect((await world.browser().get(`/api/v1/quizzes${url}`, headers)).status).toBe(status);
  });
});
