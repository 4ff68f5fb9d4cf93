import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildPerson, buildSession } from '../../test/support/builders.js';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { LawImportService } from '../law/law-import.service.js';
import { LawService } from '../law/law.service.js';
import { contentHash } from '../platform/ids/content-hash.js';
import { newId } from '../platform/ids/new-id.js';
import { CatalogueModule } from './catalogue.module.js';
import { CatalogueService } from './catalogue.service.js';
import {
  CourseImportService,
  type DraftRevision,
  type ParsedCourse,
  type ParsedLesson,
} from './course-import.service.js';
import type { CourseDto } from './dto/course.dto.js';
import type { LessonDto } from './dto/lesson.dto.js';

const ARTICLE = 'vn.blld.2019.d188';

const lesson = (slug: string, given: Partial<ParsedLesson> = {}): ParsedLesson => ({
  slug,
  kind: 'reading',
  title: { vi: `Bài ${slug}`, en: `Lesson ${slug}` },
  minutes: 5,
  markdown: `# ${slug}\n\nXem [Điều 188](law:${ARTICLE}). <script>alert(1)</script>`,
  citations: [ARTICLE],
  asOf: '2026-11-21',
  ...given,
});

const course = (slug: string, given: Partial<ParsedCourse> = {}): ParsedCourse => {
  const content = {
    slug,
    title: { vi: 'Hoà giải' },
    summary: { vi: 'Học hoà giải.' },
    asOf: '2026-11-21',
    topics: ['hoa-giai'],
    estimatedMinutes: 30,
    completionRule: { lessons: 'all' as const },
    certificateRule: null,
    skillModules: [
      { slug: 'mot', title: { vi: 'Một' }, summary: { vi: '…' }, lessons: [lesson('a'), lesson('b')] },
      { slug: 'hai', title: { vi: 'Hai' }, summary: { vi: '…' }, lessons: [lesson('c')] },
    ],
    ...given,
  };
  return { ...content, contentHash: contentHash(content) };
};

let world: FeatureWorld;
let catalogue: CatalogueService;
let importer: CourseImportService;
let cookie: string;

const draft = (parsed: ParsedCourse): Promise<DraftRevision> =>
  world.dataSource.transaction((tx) => importer.importDraft(tx, parsed));
const publish = async (parsed: ParsedCourse): Promise<DraftRevision> => {
  const revision = await draft(parsed);
  await world.dataSource.transaction((tx) => importer.publish(tx, revision));
  return revision;
};
const get = <T>(url: string) => world.browser().get<T>(`/api/v1${url}`, { cookie: `us_session=${cookie}` });

beforeAll(async () => {
  world = await FeatureWorld.start([CatalogueModule], { http: true });
  catalogue = world.get(CatalogueService);
  importer = world.get(CourseImportService);
  ({ cookie } = await buildSession(world.dataSource, (await buildPerson(world.dataSource)).id));
  const versions = [{ validFrom: '2021-01-01', validTo: null, summary: 'Tóm tắt.', amended: null, note: null }];
  const confidence = 'source' as const;
  const sources = ['S1'];
  const articles = [
    {
      ...{ code: ARTICLE, number: '188', title: 'Hoà giải', chapter: null, seeAlso: [] },
      versions: versions.map((version) => ({ ...version, confidence, sources })),
    },
  ];
  const days = { issuedOn: null, effectiveFrom: '2021-01-01', effectiveTo: null };
  const document = { code: 'vn.blld.2019', number: '45/2019/QH14', title: 'Bộ luật Lao động', status: 'in-force' };
  const documents = [{ ...document, ...days, confidence, sources, remarks: {}, articles }];
  await world.dataSource.transaction((tx) =>
    world.get(LawImportService).importLaw(tx, { sources: [{ code: 'S1', text: 'Công báo' }], documents }),
  );
});

afterAll(() => world.stop());

describe('a published revision', () => {
  it('has its lessons in the order in which they are taught', async () => {
    const { revisionId } = await publish(course('thu-tu'));
    const contents = await catalogue.currentRevisionOf('thu-tu');
    expect(contents.revision).toMatchObject({ id: revisionId, number: 1, state: 'published' });
    expect((await catalogue.lessonsOf(revisionId)).map((each) => each.slug)).toEqual(['a', 'b', 'c']);
    const [a, b, c] = contents.lessons.map((each) => each.id);
    expect(await catalogue.lesson(b ?? '')).toMatchObject({ previousLessonId: a, nextLessonId: c });
    expect(await catalogue.lesson(c ?? '')).toMatchObject({ nextLessonId: null, skillModule: { slug: 'hai' } });
  });

  it('never changes: nothing of it may be written, added or taken away', async () => {
    const { revisionId } = await publish(course('bat-bien'));
    const changes = [
      `UPDATE lesson SET html = '' WHERE revision_id = $1`,
      `DELETE FROM lesson WHERE revision_id = $1`,
      `UPDATE skill_module SET position = 9 WHERE revision_id = $1`,
      `INSERT INTO skill_module (id, revision_id, position, slug, title, summary)
       SELECT gen_random_uuid(), $1, 9, 'x', '{}', '{}'`,
      `UPDATE course_revision SET as_of = '2020-01-01' WHERE id = $1`,
    ];
    for (const change of changes)
      await expect(world.dataSource.query(change, [revisionId])).rejects.toThrow(/never changes/);
  });

  it('stays readable when the next one has retired it, and hands over the citations', async () => {
    const first = await publish(course('ke-tiep'));
    const second = await publish(course('ke-tiep', { estimatedMinutes: 45 }));
    expect((await catalogue.currentRevisionOf('ke-tiep')).revision).toMatchObject({ id: second.revisionId, number: 2 });
    expect((await catalogue.revision(first.revisionId)).lessons).toHaveLength(3);
    const linked = (await world.get(LawService).article(ARTICLE)).citedBy.map((citer) => citer.link);
    for (const id of second.lessonIdBySlug.values()) expect(linked).toContain(`/bai/${id}`);
    for (const id of first.lessonIdBySlug.values()) expect(linked).not.toContain(`/bai/${id}`);
  });

  it('becomes current again when the files go back to it', async () => {
    const [one, two] = [course('quay-lai'), course('quay-lai', { estimatedMinutes: 45 })];
    const republish = (parsed: ParsedCourse) => world.dataSource.transaction((tx) => importer.republish(tx, parsed));
    expect(await republish(one)).toBe('unknown');
    const first = await publish(one);
    await publish(two);
    expect(await republish(two)).toBe('current');
    expect(await republish(one)).toBe('republished');
    expect((await catalogue.currentRevisionOf('quay-lai')).revision.id).toBe(first.revisionId);
    const states = await world.dataSource.query<{ state: string }[]>(
      'SELECT r.state FROM course_revision r JOIN course c ON c.id = r.course_id WHERE c.slug = $1 ORDER BY r.number',
      ['quay-lai'],
    );
    expect(states.map((row) => row.state)).toEqual(['published', 'retired']);
  });
});

describe('a draft', () => {
  it('is seen by nobody', async () => {
    const { revisionId, lessonIdBySlug } = await draft(course('ban-nhap'));
    const id = lessonIdBySlug.get('a') ?? '';
    expect(await refusalOf(catalogue.revision(revisionId))).toBe('not-found');
    expect(await refusalOf(catalogue.lesson(id))).toBe('not-found');
    expect(await refusalOf(catalogue.currentRevisionOf('ban-nhap'))).toBe('not-found');
    expect((await world.get(LawService).article(ARTICLE)).citedBy.map((citer) => citer.link)).not.toContain(
      `/bai/${id}`,
    );
  });

  it('cannot cite law that was not in force when the lesson was checked', async () => {
    const early = course('qua-som', {
      skillModules: [
        { slug: 'x', title: { vi: 'X' }, summary: { vi: 'X' }, lessons: [lesson('a', { asOf: '2020-12-31' })] },
      ],
    });
    expect(await refusalOf(draft(early))).toBe('citation-not-in-force');
    expect(await refusalOf(catalogue.currentRevisionOf('qua-som'))).toBe('not-found');
  });
});

describe('over HTTP', () => {
  it('lists courses and shows the contents and a lesson', async () => {
    const { revisionId } = await publish(course('qua-mang'));
    const list = await get<{ items: { slug: string }[] }>('/courses');
    expect(list.body.items).toContainEqual(
      expect.objectContaining({ slug: 'qua-mang', lessonCount: 3, asOf: '2026-11-21' }),
    );
    const contents = await get<CourseDto>('/courses/qua-mang');
    expect(contents.body).toMatchObject({ revisionId, revisionNumber: 1, certificate: null, estimatedMinutes: 30 });
    expect(contents.body.skillModules.map((each) => each.lessons.map((one) => one.slug))).toEqual([['a', 'b'], ['c']]);
    expect(contents.body.contentBytes).toBeGreaterThan(100);
    const page = await get<LessonDto>(`/lessons/${contents.body.skillModules[0]?.lessons[0]?.id}`);
    expect(page.body).toMatchObject({
      courseSlug: 'qua-mang',
      revisionId,
      previousLessonId: null,
      citations: [{ code: ARTICLE, number: '188', title: 'Hoà giải', documentTitle: 'Bộ luật Lao động' }],
    });
    expect(page.body.html).toContain(`<a href="/phap-luat/${ARTICLE}" class="law">Điều 188</a>`);
    expect(page.text).not.toContain('<script');
    expect(page.text).not.toContain('markdown');
  });

  it('counts stories among the bytes that a device stores', async () => {
    const bytesOf = async (slug: string, story: string) => {
      const role = { vi: 'Chủ tịch' };
      const scenario = { role, story, startsOn: '2026-11-21', passPercent: 60, meters: [] };
      const lessons = [lesson('a'), lesson('b', { kind: 'scenario', markdown: '', scenario })];
      const skillModules = [{ slug: 'x', title: { vi: 'X' }, summary: { vi: 'X' }, lessons }];
      await publish(course(slug, { skillModules }));
      return (await get<CourseDto>(`/courses/${slug}`)).body.contentBytes;
    };
    // Four signs, eight bytes.
    expect((await bytesOf('truyen-dai', '"ặợ"'.repeat(1000))) - (await bytesOf('truyen-khong', ''))).toBe(8000);
  });

  it('shows an older revision to those who began on it, under its own course only', async () => {
    const { revisionId } = await publish(course('cu-moi'));
    await publish(course('cu-moi', { estimatedMinutes: 45 }));
    const old = await get<CourseDto>(`/courses/cu-moi?revision=${revisionId}`);
    expect(old.body).toMatchObject({ revisionId, estimatedMinutes: 30 });
    expect((await get(`/courses/qua-mang?revision=${revisionId}`)).status).toBe(404);
  });

  it.each([
    ['/courses/khong-co', 404],
    ['/courses/%00', 404],
    ['/courses/..%2F..', 404],
    [`/courses/qua-mang?revision=${newId()}`, 404],
    ['/courses/qua-mang?revision=x', 422],
    [`/lessons/${newId()}`, 404],
    ['/lessons/x', 404],
    ['/lessons/%00', 404],
  ])('%s is answered %d', async (url, status) => {
    expect((await get(url)).status).toBe(status);
  });

  it('asks for a session', async () => {
    expect((await world.browser().get('/api/v1/courses')).status).toBe(401);
  });
});
