import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSession } from '../../test/support/builders.js';
import { FeatureWorld } from '../../test/support/feature-world.js';
import type { HttpClient } from '../../test/support/http-client.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { IdentityService } from '../identity/identity.service.js';
import { newId } from '../platform/ids/new-id.js';
import type { QuestionSource } from '../question-bank/question-format.service.js';
import { AuthoringModule } from './authoring.module.js';
import { DraftQuizImportService, type ImportReport, type QuestionImport } from './draft-quiz-import.service.js';
import { DraftQuizService } from './draft-quiz.service.js';
import { DraftFile } from './entities/draft-file.entity.js';
import type { DraftQuizDto } from './dto/draft-quiz.dto.js';

let world: FeatureWorld;
let mai: HttpClient;
let stranger: HttpClient;
let reviewer: HttpClient;
let actor: ReturnType<FeatureWorld['actor']>;

beforeAll(async () => {
  world = await FeatureWorld.start([CatalogueModule, AuthoringModule], { http: true });
  world.config.CONTENT_DIR = resolve('content');
  const root = await world.found('TLD', 'Tổng Liên đoàn', null);
  const unit = await world.found('LDLD-A', 'Liên đoàn A', root.id);
  const other = await world.found('LDLD-B', 'Liên đoàn B', root.id);
  const admit = async (name: string, role: 'lecturer' | 'reviewer', organisationId: string) => {
    const personId = await world.admit(name, organisationId);
    await world.dataSource.transaction((tx) =>
      world.get(IdentityService).grantRole(tx, { personId, role, organisationId, validFrom: '2026-01-01' }),
    );
    const client = world.browser();
    client.keep('us_session', (await buildSession(world.dataSource, personId)).cookie);
    return { client, personId };
  };
  const first = await admit('Trần Thị Mai', 'lecturer', unit.id);
  mai = first.client;
  actor = world.actor(first.personId, 'lecturer', unit);
  stranger = (await admit('Người Lạ', 'lecturer', other.id)).client;
  reviewer = (await admit('Vũ Thị Hoa', 'reviewer', unit.id)).client;
}, 60_000);

afterAll(() => world.stop());

let courses = 0;

/** A draft with a quiz lesson that has no questions of its own yet. */
async function begin(): Promise<{ id: string; at: string }> {
  courses += 1;
  const { body } = await mai.post<{ id: string }>('/api/v1/drafts', { title: 'Hoà giải', slug: `khoa-${courses}` });
  await mai.post(`/api/v1/drafts/${body.id}/modules`, { title: 'Mở đầu' });
  const lesson = { kind: 'quiz', title: 'Luyện tập' };
  expect((await mai.post(`/api/v1/drafts/${body.id}/modules/mo-dau/lessons`, lesson)).status).toBe(201);
  return { id: body.id, at: `/api/v1/drafts/${body.id}/lessons/luyen-tap/quiz` };
}

const quizAt = async (at: string) => (await mai.get<DraftQuizDto>(at)).body;
const textsOf = async (draftId: string) => {
  const files = await world.dataSource.manager.findBy(DraftFile, { draftId });
  return new Map(files.map(({ path, text }) => [path, text]));
};
const text = (words: string) => ({ format: 'markdown' as const, text: words });
const worth = { percent: 100, feedback: null };
const about = { line: 0, id: null, tags: [], generalFeedback: null };
const CHOICE: QuestionSource = {
  ...about,
  ...{ title: 'Ai hoà giải', stem: text('Ai hoà giải trước?'), kind: 'choice', several: false },
  answers: [
    { text: text('Hoà giải viên'), ...worth },
    { text: text('Toà án'), percent: 0, feedback: text('Bước sau.') },
  ],
};
const NUMBER: QuestionSource = {
  ...about,
  ...{ title: 'Mấy ngày', stem: text('Trong mấy ngày?'), kind: 'numeric', unit: 'ngày' },
  answers: [{ min: 5, max: 5, ...worth }],
};
const ORDER: QuestionSource = {
  ...about,
  ...{ title: 'Các bước', stem: text('Xếp các bước'), kind: 'ordering', items: [text('Nộp đơn'), text('Hoà giải')] },
};

const save = async (at: string, given: object, baseVersion?: number, saveId = newId()) => {
  const version = baseVersion ?? (await quizAt(at)).version;
  return mai.put<{ version: number; code: string; errors?: { pointer: string }[] }>(at, {
    baseVersion: version,
    saveId,
    ...given,
  });
};

describe('the quiz of a draft', () => {
  it('is saved as files, each question where it is held whole, and read back unchanged', async () => {
    const { id, at } = await begin();
    const before = (await quizAt(at)).questions;
    const saved = await save(at, { questions: [...before, CHOICE, NUMBER, ORDER] });
    expect(saved.status).toBe(200);
    const { questions, version, faults } = await quizAt(at);
    expect(faults).toEqual([]);
    expect(version).toBe(saved.body.version);
    const added = questions.filter(({ title }) => [CHOICE, NUMBER, ORDER].some((each) => each.title === title));
    expect(
      added.map(({ id: code, line: _line, ...rest }) => ({ ...rest, id: null, line: 0, hasId: code !== null })),
    ).toEqual([CHOICE, NUMBER, ORDER].map((each) => ({ ...each, hasId: true })));
    const files = await textsOf(id);
    const gift = [...files].find(([path]) => path.endsWith('.gift'))?.[1] ?? '';
    const yaml = [...files].find(([path]) => path.endsWith('.questions.yaml'))?.[1] ?? '';
    expect(gift).toContain('Ai hoà giải trước?');
    expect(yaml).toContain('unit: ngày');
    expect(yaml).toContain('kind: ordering');
  });

  it('writes nothing when nothing changes, and the same save once', async () => {
    const { at } = await begin();
    await save(at, { questions: [CHOICE] });
    const { questions, version } = await quizAt(at);
    expect((await save(at, { questions })).body.version).toBe(version);
    const saveId = newId();
    const changed = { questions: [{ ...CHOICE, title: 'Đổi tên' }] };
    const once = await save(at, changed, version, saveId);
    expect(once.body.version).toBeGreaterThan(version);
    expect((await save(at, changed, version, saveId)).body.version).toBe(once.body.version);
    expect(await save(at, { questions: [] }, version)).toMatchObject({ status: 409, body: { code: 'draft-conflict' } });
    expect((await quizAt(at)).questions).toMatchObject([{ title: 'Đổi tên' }]);
  });

  it('keeps the order that was asked for, also where it goes across files', async () => {
    const { id, at } = await begin();
    await save(at, { questions: [CHOICE, NUMBER, ORDER] });
    const { questions } = await quizAt(at);
    const [choice, number, order] = questions;
    await save(at, { questions: [order, choice, number] });
    const after = await quizAt(at);
    expect(after.questions.map(({ title }) => title)).toEqual(['Các bước', 'Ai hoà giải', 'Mấy ngày']);
    expect(after.faults).toEqual([]);
    expect([...(await textsOf(id)).keys()].some((path) => path.endsWith('.gift'))).toBe(false);
    await save(at, { questions: [...after.questions, { ...CHOICE, title: 'Câu mới' }] });
    expect((await quizAt(at)).questions.at(-1)).toMatchObject({ title: 'Câu mới' });
  });

  it('takes settings with a blueprint and leaves the questions alone', async () => {
    const { at } = await begin();
    await save(at, { questions: [CHOICE, ORDER] });
    const { settings, questions } = await quizAt(at);
    const wanted = {
      ...settings,
      ...{ kind: 'final', timeLimitMinutes: 20, graceSeconds: 30, maxAttempts: 3, draw: null },
      blueprint: [{ kind: 'ordering', count: 1 }],
    };
    expect((await save(at, { settings: wanted })).status).toBe(200);
    expect(await quizAt(at)).toMatchObject({ settings: wanted, questions, faults: [] });
  });

  it('lets a blueprint ask by module, and says which cell goes short; such a course cannot be submitted', async () => {
    const { id, at } = await begin();
    const inModule = { ...CHOICE, tags: ['module:mo-dau', 'difficulty:1'] };
    await save(at, { questions: [inModule, ORDER] });
    const blueprint = [
      { tag: 'module:mo-dau', kind: 'single', difficulty: 1, count: 1 },
      { kind: 'single', count: 1 },
      { count: 1 },
    ];
    const cells = [
      { available: 1, lacking: 0 },
      { available: 1, lacking: 1 },
      { available: 2, lacking: 0 },
    ];
    const tried = await mai.post<object>(`${at}/blueprint`, { blueprint });
    expect(tried).toMatchObject({ status: 200, body: { cells } });
    const { settings } = await quizAt(at);
    await save(at, { settings: { ...settings, draw: null, blueprint } });
    expect(await quizAt(at)).toMatchObject({ cells, settings: { blueprint } });
    const shortOf = async () => {
      const { body } = await mai.get<{ faults: { lessonSlug: string; message: { en: string } }[] }>(
        `/api/v1/drafts/${id}`,
      );
      return body.faults.filter(({ message }) => message.en.includes('the bank lacks'));
    };
    expect(await shortOf()).toMatchObject([{ lessonSlug: 'luyen-tap' }]);
    const submitted = await mai.post<{ code: string }>(`/api/v1/drafts/${id}/submit`, {});
    expect(submitted).toMatchObject({ status: 422, body: { code: 'draft-has-faults' } });
    await save(at, { questions: [inModule, { ...CHOICE, title: 'Thêm một câu' }, ORDER] });
    expect(await shortOf()).toEqual([]);
  });

  it('shows a question as a learner will see it, finished or not, and nothing of its key', async () => {
    const { at } = await begin();
    const shownAs = (question: unknown) => mai.post<{ body: object }>(`${at}/preview`, { question });
    const stem = text('**Ai** hoà giải? <script>alert(1)</script>');
    const { status, body } = await shownAs({ ...CHOICE, stem });
    expect({ status, body }).toMatchObject({ status: 200, body: { kind: 'single' } });
    expect(JSON.stringify(body)).toContain('<strong>Ai</strong>');
    expect(JSON.stringify(body)).not.toMatch(/<script|Bước sau|weights/);
    const cloze = { ...about, ...{ kind: 'cloze', title: 'Điền', stem: text('Trong [[1]] ngày'), blanks: [] } };
    expect((await shownAs({ ...cloze, blanks: [] })).status).toBe(422);
    expect((await shownAs({ ...CHOICE, answers: [CHOICE.answers[0]] })).status).toBe(200);
    expect((await stranger.post(`${at}/preview`, { question: CHOICE })).status).toBe(404);
  });

  it('says at which question something is wrong, and saves nothing', async () => {
    const { at } = await begin();
    const before = await quizAt(at);
    const pointers = async (...questions: unknown[]) =>
      (await save(at, { questions })).body.errors?.map(({ pointer }) => pointer);
    expect(await pointers(CHOICE, { ...CHOICE, kind: 'riddle' })).toEqual(['/questions/1/kind']);
    expect(await pointers({ ...CHOICE, answers: [{ text: 'a' }] })).toEqual(['/questions/0/answers/0']);
    expect(await pointers(CHOICE, { ...NUMBER, answers: [{ min: 1, max: 1, percent: 50, feedback: null }] })).toEqual([
      '/questions/1/answers',
    ]);
    expect(await pointers({ ...CHOICE, stem: text(' ') })).toEqual(['/questions/0/stem']);
    expect(await pointers({ ...CHOICE, id: 'a' }, { ...NUMBER, id: 'a' })).toEqual(['/questions/1/id']);
    expect(await pointers({ ...CHOICE, stem: text('Ai \u202egnúđ?') })).toEqual(['/questions/0']);
    expect(await quizAt(at)).toEqual(before);
  });

  it('is nobody else’s: not another unit’s, and a reviewer only reads', async () => {
    const { at } = await begin();
    expect((await stranger.get(at)).status).toBe(404);
    expect((await reviewer.get(at)).status).toBe(200);
    const body = { baseVersion: 1, saveId: newId(), questions: [] };
    expect((await reviewer.put(at, body)).status).toBe(403);
    expect((await stranger.put(at, body)).status).toBe(404);
    expect((await mai.get(`${at.replace('luyen-tap', 'khac')}`)).status).toBe(404);
  });
});

describe('files of questions', () => {
  const GIFT = '// [id:a1]\n::Một::[plain]Một? {T}\n\n::Hai::[plain]Hai? {=đúng ~sai}\n';
  const take = (id: string, file: string, given: Partial<QuestionImport> = {}) =>
    world.get(DraftQuizImportService).import(actor, id, {
      ...{ slug: 'luyen-tap', bytes: Buffer.from(file), mode: 'add', isDryRun: false },
      ...given,
    });

  it('say first what would happen, then are taken wholly', async () => {
    const { id, at } = await begin();
    const before = await quizAt(at);
    const dry = await take(id, GIFT, { isDryRun: true });
    expect(dry).toMatchObject({ format: 'gift', applied: false, faults: [], version: before.version });
    expect(dry.questions).toMatchObject([
      { line: 2, id: 'a1', kind: 'true-false' },
      { line: 4, kind: 'choice' },
    ]);
    expect(await quizAt(at)).toEqual(before);
    const done = await take(id, GIFT, { baseVersion: before.version });
    expect(done.applied).toBe(true);
    const { questions, version } = await quizAt(at);
    expect(questions).toHaveLength(before.questions.length + 2);
    expect(version).toBe(done.version);
  });

  it('are sent as the body itself', async () => {
    const { at } = await begin();
    const { version, questions } = await quizAt(at);
    const type = { 'content-type': 'application/octet-stream' };
    const send = (query: string) => mai.post<ImportReport>(`${at}/import?mode=add&${query}`, Buffer.from(GIFT), type);
    expect((await send('dryRun=true')).body).toMatchObject({ applied: false, faults: [] });
    expect((await send(`dryRun=false&baseVersion=${version}`)).body).toMatchObject({ applied: true, format: 'gift' });
    expect((await quizAt(at)).questions).toHaveLength(questions.length + 2);
    expect(
      (await mai.post(`${at.replace(/drafts\/[^/]+/, 'drafts/x')}/import?mode=add&dryRun=true`, Buffer.from(''), type))
        .status,
    ).toBe(404);
    const file = await mai.get(`${at}/export?format=gift`);
    expect(file.headers['content-disposition']).toBe('attachment; filename="luyen-tap.gift"');
    expect(file.text).toContain('Hai?');
  });

  it('are refused as a whole for one fault, a used id among them', async () => {
    const { id, at } = await begin();
    const before = await quizAt(at);
    const bad = await take(id, `${GIFT}\n::Ba::[plain]Ba? {=đúng ~`, { baseVersion: before.version });
    expect(bad).toMatchObject({ applied: false, faults: [{ line: 6 }] });
    expect(await quizAt(at)).toEqual(before);
    await take(id, GIFT, { baseVersion: before.version });
    const { version } = await quizAt(at);
    expect(await take(id, GIFT, { baseVersion: version })).toMatchObject({ applied: false, faults: [{ line: 2 }] });
    await expect(take(id, '::c::C? {T}', { baseVersion: 0 })).rejects.toMatchObject({ code: 'draft-conflict' });
  });

  it('go out and come back: what is edited in a spreadsheet replaces the quiz', async () => {
    const { id, at } = await begin();
    await save(at, { questions: [CHOICE, NUMBER, ORDER] });
    const { questions, version } = await quizAt(at);
    for (const format of ['moodle-xml', 'xlsx'] as const) {
      const { content, losses } = await world.get(DraftQuizService).print(actor, id, { slug: 'luyen-tap', format });
      expect(losses).toEqual([]);
      const report = await take(id, '', { bytes: content, mode: 'replace', baseVersion: version });
      expect(report).toMatchObject({ applied: true, faults: [], losses: [] });
      expect((await quizAt(at)).questions.map((each) => ({ ...each, line: 0 }))).toEqual(
        questions.map((each) => ({ ...each, line: 0 })),
      );
    }
    const losses = await mai.get<{ items: { title: string; whole: boolean }[] }>(`${at}/losses?format=gift`);
    expect(losses.body.items).toMatchObject([
      { title: 'Mấy ngày', whole: false },
      { title: 'Các bước', whole: true },
    ]);
  });
});
