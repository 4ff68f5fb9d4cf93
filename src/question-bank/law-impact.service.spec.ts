import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CourseImportService, type ParsedLesson } from '../catalogue/course-import.service.js';
import { LawImportService } from '../law/law-import.service.js';
import { contentHash } from '../platform/ids/content-hash.js';
import { newId } from '../platform/ids/new-id.js';
import { LawImpactService } from './law-impact.service.js';
import { QuestionBankModule } from './question-bank.module.js';
import { QuestionImportService, type ParsedQuestion } from './question-import.service.js';

const [D188, D199] = ['vn.blld.2019.d188', 'vn.blld.2019.d199'];

interface Wanted {
  asOf: string;
  lessons: Record<string, string[]>;
  questions?: Record<string, string[]>;
}

let world: FeatureWorld;
let impact: LawImpactService;

const lesson = (slug: string, citations: string[], asOf: string): ParsedLesson => {
  const common = { slug, title: { vi: `Bài ${slug}` }, minutes: 5, markdown: '', citations, asOf };
  if (!slug.startsWith('tinh-huong')) return { ...common, kind: slug === 'kiem-tra' ? 'quiz' : 'reading' };
  const scenario = { role: { vi: 'Chủ tịch' }, story: '{}', startsOn: asOf, passPercent: 50, meters: [] };
  return { ...common, kind: 'scenario', scenario };
};

const question = (code: string, citations: string[]): ParsedQuestion => ({
  ...{
    code,
    kind: 'true-false',
    title: `Câu ${code}`,
    body: { stem: `Câu ${code}?` },
    difficulty: 1,
    tags: [],
    citations,
  },
  answerKey: { kind: 'true-false', correct: true, feedbackWrong: null, feedbackRight: null, general: null },
});

/** Publishes a revision of a course with these lessons, and a quiz of these questions. */
async function publish(slug: string, { asOf, lessons, questions = {} }: Wanted): Promise<void> {
  const title = { vi: `Khoá ${slug}` };
  const all = { ...lessons, 'kiem-tra': [] };
  const parsed = Object.entries(all).map(([name, citations]) => lesson(name, citations, asOf));
  const course = {
    ...{ slug, title, summary: title, asOf, topics: [], estimatedMinutes: 20 },
    ...{ completionRule: {}, certificateRule: null, contentHash: contentHash(newId()) },
    skillModules: [{ slug: 'x', title: { vi: 'Chuyên đề' }, summary: title, lessons: parsed }],
  };
  const quiz = {
    ...{ slug: 'kiem-tra', title: { vi: 'Kiểm tra' }, kind: 'final' as const, draw: 1, timeLimitSeconds: null },
    ...{ graceSeconds: 0, passPercent: 70, maxAttempts: 0, shuffleOptions: true, review: 'after-pass' as const },
    questions: Object.entries(questions).map(([code, citations]) => question(code, citations)),
  };
  const courses = world.get(CourseImportService);
  await world.dataSource.transaction(async (tx) => {
    const draft = await courses.importDraft(tx, course);
    const lessonId = draft.lessonIdBySlug.get('kiem-tra') ?? '';
    await world.get(QuestionImportService).importQuiz(tx, quiz, { ...draft, lessonId, asOf });
    await courses.publish(tx, draft);
  });
}

const namesOf = async (code: string, versionFrom?: string): Promise<string[]> =>
  (await impact.of(code, { versionFrom })).items.map(
    ({ kind, title, courseSlug, validFrom, isOutdated }) =>
      `${kind} ${title.vi} ${courseSlug} ${validFrom}${isOutdated ? ' outdated' : ''}`,
  );

beforeAll(async () => {
  world = await FeatureWorld.start([CatalogueModule, QuestionBankModule]);
  impact = world.get(LawImpactService);
  const shared = { confidence: 'source' as const, sources: [] };
  const version = (validFrom: string, validTo: string | null) => ({
    ...{ validFrom, validTo, summary: `Từ ${validFrom}`, amended: null, note: null },
    ...shared,
  });
  const about = { title: 'Hoà giải', chapter: null, seeAlso: [] };
  const document = { code: 'vn.blld.2019', number: '45/2019/QH14', title: 'Bộ luật Lao động', status: 'in-force' };
  const days = { issuedOn: null, effectiveFrom: '2021-01-01', effectiveTo: null };
  const articles = [
    {
      ...about,
      code: D188,
      number: '188',
      versions: [version('2021-01-01', '2026-07-01'), version('2026-07-01', null)],
    },
    { ...about, code: D199, number: '199', versions: [version('2021-01-01', null)] },
  ];
  const documents = [{ ...document, ...days, ...shared, remarks: {}, articles }];
  await world.dataSource.transaction((tx) => world.get(LawImportService).importLaw(tx, { sources: [], documents }));

  await publish('moi', {
    asOf: '2026-08-01',
    lessons: { b1: [D188], b2: [D199], 'tinh-huong': [D188] },
    questions: { c1: [D188, D199], c2: [D199] },
  });
  await publish('cu', { asOf: '2026-05-01', lessons: { b9: [D188] }, questions: { c1: [D188] } });
});

afterAll(() => world.stop());

describe('of', () => {
  it('lists exactly what cites the article, and what was written against an older version', async () => {
    expect(await namesOf(D188)).toEqual([
      'lesson Bài b9 cu 2021-01-01 outdated',
      'lesson Bài b1 moi 2026-07-01',
      'scenario Bài tinh-huong moi 2026-07-01',
      'question Câu c1 cu 2021-01-01 outdated',
      'question Câu c1 moi 2026-07-01',
    ]);
    expect(await namesOf(D188, '2021-01-01')).toEqual([
      'lesson Bài b9 cu 2021-01-01 outdated',
      'question Câu c1 cu 2021-01-01 outdated',
    ]);
    expect(await namesOf(D199)).toEqual([
      'lesson Bài b2 moi 2021-01-01',
      'question Câu c1 moi 2021-01-01',
      'question Câu c2 moi 2021-01-01',
    ]);
    const { counts, items } = await impact.of(D188);
    expect(counts).toEqual({ lessons: 2, scenarios: 1, questions: 2, outdated: 2, retired: 0 });
    expect(items[0]).toMatchObject({ moduleTitle: { vi: 'Chuyên đề' }, quizzes: null, code: null });
    expect(items[0]?.link).toBe(`/bai/${items[0]?.id}`);
    const quizId = items[4]?.quizzes?.[0]?.id;
    expect(items[4]).toMatchObject({ code: 'c1', quizzes: [{ title: { vi: 'Kiểm tra' } }], moduleTitle: null });
    expect(items[4]?.link).toBe(`/kiem-tra/${quizId}`);
  });

  it('goes on where the page before ended', async () => {
    const all = await impact.of(D188);
    const cursor = Buffer.from(`1 moi 0001 0001 ${all.items[1]?.id ?? ''}`).toString('base64url');
    expect((await impact.of(D188, { cursor })).items).toEqual(all.items.slice(2));
    expect((await impact.of(D188, { cursor: 'AAAA' })).items.length).toBeLessThanOrEqual(all.items.length);
  });

  it('counts retired revisions without listing them; a question that is drawn again is not retired', async () => {
    await publish('moi', { asOf: '2026-08-01', lessons: { b1: [D199] }, questions: { c1: [D188, D199] } });
    expect(await namesOf(D188)).toEqual([
      'lesson Bài b9 cu 2021-01-01 outdated',
      'question Câu c1 cu 2021-01-01 outdated',
      'question Câu c1 moi 2026-07-01',
    ]);
    expect((await impact.of(D188)).counts).toEqual({ lessons: 1, scenarios: 0, questions: 2, outdated: 2, retired: 2 });
    expect((await impact.of(D199)).counts).toMatchObject({ lessons: 1, questions: 1, retired: 2 });
  });

  it('knows nothing of an article that the library does not hold', async () => {
    expect(await refusalOf(impact.of('vn.khong.co.d1'))).toBe('not-found');
    expect(await refusalOf(impact.of("'; DROP TABLE lesson"))).toBe('not-found');
  });
});
