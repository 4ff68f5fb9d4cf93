import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { buildPerson, buildSession } from '../../test/support/builders.js';
import { FeatureWorld, refusalOf } from '../../test/support/feature-world.js';
import { pdfPages } from '../../test/support/pdf-text.js';
import { contentHash } from '../platform/ids/content-hash.js';
import { newId } from '../platform/ids/new-id.js';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { CatalogueModule } from './catalogue.module.js';
import { CourseImportService, type ParsedCourse, type ParsedLesson } from './course-import.service.js';
import type { HandbookDto } from './dto/handbook.dto.js';
import { Handbook } from './entities/handbook.entity.js';
import { HandbookMakingService } from './handbook-making.service.js';
import { HandbookService, MAKE_HANDBOOK } from './handbook.service.js';

const lesson = (slug: string, given: Partial<ParsedLesson> = {}): ParsedLesson => ({
  ...{ slug, kind: 'reading', title: { vi: `Bài ${slug}` }, minutes: 5, citations: [], asOf: '2026-11-21' },
  ...{ markdown: `Hoà giải viên có **05 ngày** cho ${slug}.`, ...given },
});

function course(slug: string, lessons: ParsedLesson[]): ParsedCourse {
  const content = {
    ...{ slug, title: { vi: 'Hoà giải' }, summary: { vi: 'Học hoà giải.' }, asOf: '2026-11-21', topics: [] },
    ...{ estimatedMinutes: 30, completionRule: {}, certificateRule: null },
    skillModules: [{ slug: 'mot', title: { vi: 'Một' }, summary: { vi: '' }, lessons }],
  };
  return { ...content, contentHash: contentHash(content) };
}

let world: FeatureWorld;
let handbooks: HandbookService;
let making: HandbookMakingService;
let cookie: string;

async function publish(slug: string, lessons = [lesson('a'), lesson('tinh-huong', { kind: 'scenario' })]) {
  const importer = world.get(CourseImportService);
  return world.dataSource.transaction(async (tx) => {
    const draft = await importer.importDraft(tx, course(slug, lessons));
    await importer.publish(tx, draft);
    return draft.revisionId;
  });
}

const jobsFor = async (id: string): Promise<number> => {
  const [row] = await world.dataSource.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM outbox_entry WHERE job = $1 AND payload->>'handbookId' = $2`,
    [MAKE_HANDBOOK, id],
  );
  return row?.count ?? 0;
};

const stored = (id: string) => world.dataSource.manager.findOneByOrFail(Handbook, { id });

beforeAll(async () => {
  world = await FeatureWorld.start([CatalogueModule], { http: true });
  handbooks = world.get(HandbookService);
  making = world.get(HandbookMakingService);
  ({ cookie } = await buildSession(world.dataSource, (await buildPerson(world.dataSource)).id));
});

afterAll(() => world.stop());

describe('a handbook', () => {
  it('is made once however many ask for it at the same moment', async () => {
    const revisionId = await publish('song-song');
    const asked = await Promise.all(
      Array.from({ length: 24 }, () => handbooks.request('song-song', { format: 'epub' })),
    );
    const ids = new Set(asked.map(({ handbook }) => handbook.id));
    expect(ids.size).toBe(1);
    const [id = ''] = ids;
    expect(await world.dataSource.manager.countBy(Handbook, { revisionId })).toBe(1);
    expect(await jobsFor(id)).toBe(1);
    // Delivered at least once: the same job several times at once, and once more afterwards.
    await Promise.all([making.make(id), making.make(id), making.make(id)]);
    const made = await stored(id);
    expect(made).toMatchObject({ state: 'ready', progress: 100 });
    await making.make(id);
    expect(await stored(id)).toEqual(made);
    expect((await handbooks.request('song-song', { format: 'epub' })).handbook).toEqual(made);
    expect(await jobsFor(id)).toBe(1);
  });

  it('prints what can be read, and neither scenario nor quiz', async () => {
    await publish('noi-dung', [
      lesson('doc-duoc'),
      lesson('tinh-huong', { kind: 'scenario', markdown: 'Kịch bản kín.' }),
      lesson('kiem-tra', { kind: 'quiz', markdown: 'Đề kín.' }),
    ]);
    const { handbook } = await handbooks.request('noi-dung', { format: 'pdf-a5' });
    await making.make(handbook.id);
    const { bytes, contentType, fileName } = await handbooks.file(handbook.id);
    expect([contentType, fileName]).toEqual(['application/pdf', 'noi-dung-a5.pdf']);
    const text = pdfPages(bytes).join('\n');
    expect(text).toContain('Hoà giải viên có 05 ngày cho doc-duoc.');
    expect(text).not.toMatch(/kín|tinh-huong|kiem-tra/);
  });

  it('is another for another revision, format or renderer, and stays for those who began on the old revision', async () => {
    const first = await publish('ban-moi');
    const second = await publish('ban-moi', [lesson('a'), lesson('b')]);
    const asked = { format: 'epub' as const, revisionId: first };
    const one = (await handbooks.request('ban-moi', asked)).handbook;
    const two = (await handbooks.request('ban-moi', { format: 'epub' })).handbook;
    const paper = (await handbooks.request('ban-moi', { format: 'pdf-a4' })).handbook;
    expect(new Set([one.id, two.id, paper.id]).size).toBe(3);
    expect([one.revisionId, two.revisionId]).toEqual([first, second]);
    expect((await handbooks.request('ban-moi', asked)).handbook.id).toBe(one.id);
    await world.dataSource.query('UPDATE handbook SET renderer_version = renderer_version - 1 WHERE id = $1', [two.id]);
    expect((await handbooks.request('ban-moi', { format: 'epub' })).handbook.id).not.toBe(two.id);
    // That of another release is for a process of that release.
    await making.make(two.id);
    expect(await stored(two.id)).toMatchObject({ state: 'waiting' });
  });

  it('that failed says so, and is made when it is asked for again', async () => {
    const revisionId = await publish('hong');
    const { handbook } = await handbooks.request('hong', { format: 'pdf-a4' });
    const renderer = world.get(PdfRenderer as Type<PdfRenderer>);
    const drawing = jest.spyOn(renderer, 'render').mockRejectedValueOnce(new Error('the thread died'));
    await expect(making.make(handbook.id)).rejects.toThrow('the thread died');
    drawing.mockRestore();
    expect(await stored(handbook.id)).toMatchObject({ state: 'failed', fileKey: null });
    expect(await refusalOf(handbooks.file(handbook.id))).toBe('handbook-not-ready');
    const again = (await handbooks.request('hong', { format: 'pdf-a4' })).handbook;
    expect(again).toMatchObject({ id: handbook.id, revisionId, state: 'waiting', progress: 0 });
    expect(await jobsFor(handbook.id)).toBe(2);
    await making.make(handbook.id);
    expect(await stored(handbook.id)).toMatchObject({ state: 'ready' });
  });

  it('whose file was lost is made again', async () => {
    await publish('mat-tep');
    const { handbook } = await handbooks.request('mat-tep', { format: 'epub' });
    await making.make(handbook.id);
    await rm(join(world.config.DATA_DIR, 'files'), { recursive: true });
    expect(await refusalOf(handbooks.file(handbook.id))).toBe('handbook-not-ready');
    const asked = await Promise.all([1, 2, 3].map(() => handbooks.request('mat-tep', { format: 'epub' })));
    expect(asked.map((view) => view.handbook.state)).toEqual(['waiting', 'waiting', 'waiting']);
    await making.make(handbook.id);
    expect((await handbooks.file(handbook.id)).bytes.length).toBe((await stored(handbook.id)).bytes);
  });

  it('tells how far it is while a thread draws it', async () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      lesson(`bai-${i}`, { markdown: 'Một câu khá dài. '.repeat(400) }),
    );
    await publish('dai', many);
    const { handbook } = await handbooks.request('dai', { format: 'pdf-a5' });
    const made = making.make(handbook.id);
    const seen = new Set<number>();
    let done = false;
    void made.finally(() => (done = true)).catch(() => undefined);
    while (!done) seen.add((await stored(handbook.id)).progress);
    await made;
    expect(seen.size).toBeGreaterThan(2);
    expect(await stored(handbook.id)).toMatchObject({ state: 'ready', progress: 100 });
  });
});

describe('over HTTP', () => {
  const headers = () => ({ cookie: `us_session=${cookie}` });
  const url = (path: string) => `/api/v1${path}`;

  it('is asked for, followed and downloaded', async () => {
    await publish('qua-mang');
    const client = world.browser();
    const asked = await client.post<HandbookDto>(url('/courses/qua-mang/handbooks'), { format: 'epub' }, headers());
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({ state: 'waiting', progressPercent: 0, bytes: null, fileName: 'qua-mang.epub' });
    const { id } = asked.body;
    expect((await client.get(url(`/handbooks/${id}/file`), headers())).status).toBe(409);
    await making.make(id);
    const list = await client.get<{ items: HandbookDto[] }>(url('/courses/qua-mang/handbooks'), headers());
    expect(list.body.items).toEqual([expect.objectContaining({ id, state: 'ready', progressPercent: 100 })]);
    const state = await client.get<HandbookDto>(url(`/handbooks/${id}`), headers());
    expect(state.body).toEqual(list.body.items[0]);
    const file = await client.get(url(`/handbooks/${id}/file`), headers());
    expect(file.status).toBe(200);
    expect(file.text.slice(30, 58)).toBe('mimetypeapplication/epub+zip');
  });

  it.each([
    ['/courses/khong-co/handbooks', { format: 'epub' }, 404],
    ['/courses/tu-choi/handbooks', { format: 'docx' }, 422],
    ['/courses/tu-choi/handbooks', {}, 422],
    ['/courses/tu-choi/handbooks', { format: 'epub', revision: newId() }, 404],
    ['/courses/chi-kiem-tra/handbooks', { format: 'epub' }, 409],
  ])('%s with %j is answered %d', async (path, body, status) => {
    await publish('tu-choi').catch(() => undefined);
    await publish('chi-kiem-tra', [lesson('kiem-tra', { kind: 'quiz' })]).catch(() => undefined);
    expect((await world.browser().post(url(path), body, headers())).status).toBe(status);
  });

  it('belongs to its own course, and asks for a session', async () => {
    const other = await publish('khoa-khac');
    await publish('khoa-nay');
    const body = { format: 'epub', revision: other };
    expect((await world.browser().post(url('/courses/khoa-nay/handbooks'), body, headers())).status).toBe(404);
    expect((await world.browser().get(url(`/handbooks/${newId()}`), headers())).status).toBe(404);
    expect((await world.browser().get(url('/courses/khoa-nay/handbooks'))).status).toBe(401);
    expect((await world.browser().post(url('/courses/khoa-nay/handbooks'), { format: 'epub' })).status).toBe(401);
  });
});
