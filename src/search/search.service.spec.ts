import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FeatureWorld } from '../../test/support/feature-world.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CourseImportService, type DraftRevision } from '../catalogue/course-import.service.js';
import { LawImportService } from '../law/law-import.service.js';
import { ROLE_NAMES, type Actor, type RoleName } from '../platform/auth/actor.js';
import { contentHash } from '../platform/ids/content-hash.js';
import { newId } from '../platform/ids/new-id.js';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { QuestionImportService, type ParsedQuestion } from '../question-bank/question-import.service.js';
import type { SearchKind } from './entities/search-entry.entity.js';
import { SearchIndexService } from './search-index.service.js';
import { SearchModule } from './search.module.js';
import { SearchService } from './search.service.js';

const DAY = '2026-11-21';
const LESSONS = {
  'Đình công hợp pháp': 'Công nhân ngừng việc sau khi bỏ phiếu. Tổ chức đại diện lấy ý kiến.',
  'Lấy ý kiến về đình công': 'Ai được hỏi, hỏi bao lâu, hỏi bằng cách nào.',
  'Tiền lương làm thêm giờ': 'Làm thêm vào ngày lễ được trả ít nhất 300 %. Nói thêm về đình công hợp pháp ở bài sau.',
  'Đối thoại định kỳ':
    'Một năm một lần. Không công ty nào được bỏ, dù đình chỉ sản xuất; việc này hợp lẽ và đúng pháp luật.',
  'Gian dối & <bẫy>': 'Một & hai <script>alert(1)</script> “ba”',
};

let world: FeatureWorld;
let search: SearchService;
let index: SearchIndexService;

const actor = (role?: RoleName): Actor => world.actor(newId(), role, { id: newId(), path: 'x' });

const titles = async (q: string, given: { role?: RoleName; kinds?: SearchKind[] } = {}): Promise<string[]> => {
  const { items } = await search.find(actor(given.role), { q, kinds: given.kinds });
  return items.map(({ title }) => title.map(({ text }) => text).join(''));
};

const question = (title: string, stem: string): ParsedQuestion => ({
  ...{ code: 'c-1', kind: 'single', title, difficulty: 1, tags: [], citations: [] },
  body: { stem, options: ['Sẹo lồi', 'Không'] },
  answerKey: { kind: 'single', weights: [1, 0], feedback: [null, 'BÍ-MẬT zebrafish'], general: null },
});

/** A new revision of a course, not yet in the index. */
async function publish(slug: string, lessons: Record<string, string>, questions: ParsedQuestion[]): Promise<void> {
  const title = { vi: `Khoá ${slug}`, en: 'A course' };
  const parsed = Object.entries({ ...lessons, 'Bài kiểm tra': '' }).map(([name, markdown], position) => ({
    ...{ slug: `bai-${position}`, title: { vi: name }, minutes: 5, markdown, citations: [], asOf: DAY },
    kind: name === 'Bài kiểm tra' ? ('quiz' as const) : ('reading' as const),
  }));
  const course = {
    ...{ slug, title, summary: title, asOf: DAY, topics: [], estimatedMinutes: 20 },
    ...{ completionRule: {}, certificateRule: null, contentHash: contentHash(newId()) },
    skillModules: [{ slug: 'x', title, summary: title, lessons: parsed }],
  };
  const quiz = {
    ...{ slug: 'kiem-tra', title, kind: 'final' as const, draw: 1, timeLimitSeconds: null, graceSeconds: 0 },
    ...{ passPercent: 70, maxAttempts: 0, shuffleOptions: true, review: 'after-pass' as const, questions },
  };
  const courses = world.get(CourseImportService);
  await world.dataSource.transaction(async (tx) => {
    const draft: DraftRevision = await courses.importDraft(tx, course);
    const lessonId = draft.lessonIdBySlug.get(`bai-${parsed.length - 1}`) ?? '';
    await world.get(QuestionImportService).importQuiz(tx, quiz, { ...draft, lessonId, asOf: DAY });
    await courses.publish(tx, draft);
  });
}

async function importLaw(summary: string): Promise<void> {
  const shared = { confidence: 'source' as const, sources: [] };
  const version = { validFrom: '2021-01-01', validTo: null, summary, amended: null, note: null, ...shared };
  const about = { chapter: null, seeAlso: [], versions: [version] };
  const document = {
    title: 'Bộ luật Lao động',
    status: 'in-force',
    issuedOn: null,
    effectiveFrom: null,
    effectiveTo: null,
  };
  const articles = [
    { ...about, code: 'vn.blld.2019.d18', number: '18', title: 'Thẩm quyền giao kết' },
    { ...about, code: 'vn.blld.2019.d188', number: '188', title: 'Hoà giải của hoà giải viên' },
  ];
  const code = { code: 'vn.blld.2019', number: '45/2019/QH14' };
  const documents = [{ ...code, ...document, ...shared, remarks: {}, articles }];
  await world.dataSource.transaction((tx) => world.get(LawImportService).importLaw(tx, { sources: [], documents }));
}

beforeAll(async () => {
  world = await FeatureWorld.start([CatalogueModule, QuestionBankModule, SearchModule]);
  search = world.get(SearchService);
  index = world.get(SearchIndexService);
  await importLaw('Kết thúc trong 05 ngày làm việc.');
  await publish('mot', LESSONS, [question('Câu hỏi kín', 'Sarcoidosis là gì trong đình công?')]);
  await index.bringUpToDate();
});

afterAll(() => world.stop());

describe('find', () => {
  it('ranks the title before the text, the phrase before the words', async () => {
    expect(await titles('đình công hợp pháp', { kinds: ['lesson'] })).toEqual([
      'Đình công hợp pháp',
      'Tiền lương làm thêm giờ',
      'Đối thoại định kỳ',
    ]);
    expect((await titles('dinh cong', { kinds: ['lesson'] })).slice(0, 3)).toEqual([
      'Đình công hợp pháp',
      'Lấy ý kiến về đình công',
      'Tiền lương làm thêm giờ',
    ]);
  });

  it('finds the beginning of a word, not its middle', async () => {
    expect(await titles('tien luo')).toEqual(['Tiền lương làm thêm giờ']);
    expect(await search.find(actor(), { q: 'uong lam' })).toMatchObject({ isApproximate: true });
    expect(await search.find(actor(), { q: 'tie luong' })).toMatchObject({ isApproximate: true });
  });

  it('forgives typing errors, and says so', async () => {
    const exact = await search.find(actor(), { q: 'tien luong' });
    expect(exact.isApproximate).toBe(false);
    for (const q of ['tien lung lam them', 'tiền lươngg', 'tein luong', 'doi thaoi dinh ky']) {
      const { items, isApproximate } = await search.find(actor(), { q });
      expect({ q, isApproximate, found: items.length > 0 }).toEqual({ q, isApproximate: true, found: true });
    }
    expect(await titles('tiền lương làm thêm banh')).toEqual(['Tiền lương làm thêm giờ']);
    expect(await titles('qwertyuiop')).toEqual([]);
  });

  it('finds an article by its number, the very one first', async () => {
    expect(await titles('Đ188')).toEqual(['Điều 188. Hoà giải của hoà giải viên']);
    expect((await titles('dieu 18 blld'))[0]).toBe('Điều 18. Thẩm quyền giao kết');
    expect((await titles('điều 18'))[0]).toBe('Điều 18. Thẩm quyền giao kết');
  });

  it('shows the passage with the words marked, as text', async () => {
    const { items } = await search.find(actor(), { q: 'ngay le' });
    expect(items[0]).toMatchObject({ kind: 'lesson', context: 'Khoá mot', title: [{ marked: false }] });
    expect(items[0]?.passage).toEqual([
      { text: 'Làm thêm vào ', marked: false },
      { text: 'ngày lễ', marked: true },
      { text: expect.stringContaining('300 %'), marked: false },
    ]);
    expect(items[0]?.link).toBe(`/bai/${items[0]?.id}`);
    const [trap] = (await search.find(actor(), { q: 'gian doi bay' })).items;
    expect(trap?.passage.map(({ text }) => text).join('')).toContain('“ba”');
  });

  it('takes any text for what it is', async () => {
    for (const q of ['', '%', '_', "'; DROP TABLE search_entry", '\\', '()[]*+?', '\u0000', '😀', 'a'.repeat(200)])
      expect((await search.find(actor(), { q })).items).toEqual([]);
  });

  it('goes on where the page before ended', async () => {
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`Trang thứ ${n}`, 'phân trang dài']));
    await publish('trang', many, []);
    await index.bringUpToDate();
    const first = await search.find(actor(), { q: 'phân trang' });
    const second = await search.find(actor(), { q: 'phân trang', cursor: first.nextCursor ?? '' });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([20, 5, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(25);
    expect((await search.find(actor(), { q: 'phân trang', cursor: 'x' })).items).toHaveLength(20);
  });
});

describe('questions', () => {
  const AUTHORS: RoleName[] = ['lecturer', 'reviewer', 'school-officer'];

  it('are found by those who write them, with their code and options, never by their key', async () => {
    for (const role of AUTHORS) {
      expect(await titles('sarcoidosis', { role })).toEqual(['Câu hỏi kín']);
      expect(await titles('sẹo lồi', { role })).toEqual(['Câu hỏi kín']);
      expect(await titles('c-1', { role, kinds: ['question'] })).toEqual(['Câu hỏi kín']);
      expect(await titles('zebrafish', { role })).toEqual([]);
    }
  });

  it('are nothing to anybody else: not found, not near, not counted', async () => {
    for (const role of [undefined, ...ROLE_NAMES.filter((name) => !AUTHORS.includes(name))]) {
      for (const q of ['sarcoidosis', 'sarcoidosi', 'srcoidosis', 'seo loi'])
        expect(await search.find(actor(role), { q })).toEqual({ items: [], isApproximate: false, nextCursor: null });
      expect(await titles('đình công', { role, kinds: ['question'] })).toEqual([]);
      const { items } = await search.find(actor(role), { q: 'câu hỏi kín đình công' });
      expect(items.map(({ kind }) => kind)).not.toContain('question');
    }
  });
});

describe('what is published', () => {
  it('is found, and not what was retired, at once', async () => {
    await publish('hai', { 'Bài quá khứ': 'Chuyện xưa tích cũ.' }, []);
    await index.bringUpToDate();
    expect(await titles('tich cu')).toEqual(['Bài quá khứ']);
    await publish('hai', { 'Bài hiện tại': 'Chuyện nay tích mới.' }, []);
    expect(await titles('tich cu')).toEqual([]);
    expect(await index.bringUpToDate()).toBeGreaterThan(0);
    expect(await titles('tich moi')).toEqual(['Bài hiện tại']);
    expect(await titles('tich cu')).toEqual([]);
  });

  it('is written once', async () => {
    expect(await index.bringUpToDate()).toBe(0);
  });

  it('follows the law', async () => {
    await importLaw('Kết thúc trong 07 ngày nghỉ phép.');
    expect(await index.bringUpToDate()).toBe(2);
    expect(await titles('nghi phep', { kinds: ['law'] })).toHaveLength(2);
    expect(await titles('05 ngay', { kinds: ['law'] })).toEqual([]);
  });
});
