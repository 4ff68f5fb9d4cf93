import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import pg from 'pg';
import sharp from 'sharp';
import { adminUrl } from '../../test/support/database.js';
import { buildSession } from '../../test/support/builders.js';
import { FeatureWorld } from '../../test/support/feature-world.js';
import type { HttpClient } from '../../test/support/http-client.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { IdentityService } from '../identity/identity.service.js';
import { LawImportService } from '../law/law-import.service.js';
import { newId } from '../platform/ids/new-id.js';
import type { RoleName } from '../platform/auth/actor.js';
import { AuthoringModule } from './authoring.module.js';
import type { DraftDto } from './dto/draft.dto.js';
import type { DraftImageDto, DraftLessonDto } from './dto/draft-lesson.dto.js';
import { Review } from './entities/review.entity.js';
import { ReviewService } from './review.service.js';

type Problem = { code: string; type: string; current?: DraftLessonDto; faults?: { path: string }[] };

let world: FeatureWorld;
let unit: { id: string };
let mai: HttpClient;
let lan: HttpClient;
let hoa: HttpClient;
let hoaId: string;

async function admit(name: string, role: RoleName, unitId: string): Promise<{ client: HttpClient; personId: string }> {
  const personId = await world.admit(name, unitId);
  await world.dataSource.transaction((tx) =>
    world.get(IdentityService).grantRole(tx, { personId, role, organisationId: unitId, validFrom: '2026-01-01' }),
  );
  const { cookie } = await buildSession(world.dataSource, personId);
  const client = world.browser();
  client.keep('us_session', cookie);
  return { client, personId };
}

beforeAll(async () => {
  world = await FeatureWorld.start([CatalogueModule, AuthoringModule], { http: true });
  world.config.CONTENT_DIR = resolve('content');
  const root = await world.found('TLD', 'Tổng Liên đoàn', null);
  unit = await world.found('LDLD-A', 'Liên đoàn A', root.id);
  const other = await world.found('LDLD-B', 'Liên đoàn B', root.id);
  ({ client: mai } = await admit('Trần Thị Mai', 'lecturer', unit.id));
  ({ client: lan } = await admit('Lê Thị Lan', 'lecturer', unit.id));
  ({ client: hoa, personId: hoaId } = await admit('Vũ Thị Hoa', 'reviewer', unit.id));
  stranger = (await admit('Người Lạ', 'lecturer', other.id)).client;
  await world.dataSource.transaction((tx) =>
    world.get(LawImportService).importLaw(tx, {
      sources: [{ code: 'S1', text: 'Công báo' }],
      documents: [
        {
          ...{ code: 'vn.blld.2019', number: '45/2019/QH14', title: 'Bộ luật Lao động', issuedOn: null },
          ...{ effectiveFrom: '2021-01-01', effectiveTo: null, status: 'in-force', confidence: 'source' as const },
          ...{ sources: ['S1'], remarks: {} },
          articles: [
            {
              ...{ code: 'vn.blld.2019.d188', number: '188', title: 'Hoà giải', chapter: null, seeAlso: [] },
              versions: [
                {
                  ...{ validFrom: '2021-01-01', validTo: null, summary: 'Hoà giải.', amended: null, note: null },
                  ...{ confidence: 'source' as const, sources: ['S1'] },
                },
              ],
            },
          ],
        },
      ],
    }),
  );
}, 60_000);

let stranger: HttpClient;

afterAll(() => world.stop());

const at = (id: string, rest = '') => `/api/v1/drafts/${id}${rest}`;

/** A draft of a new course with one module and one lesson. */
async function begin(slug: string): Promise<string> {
  const started = await mai.post<{ id: string }>('/api/v1/drafts', { title: 'Hoà giải tại cơ sở', slug });
  expect(started.status).toBe(201);
  const { id } = started.body;
  expect((await mai.post(at(id, '/modules'), { title: 'Mở đầu' })).status).toBe(201);
  expect((await mai.post(at(id, '/modules/mo-dau/lessons'), { kind: 'reading', title: 'Bài một' })).status).toBe(201);
  return id;
}

const outline = async (id: string, client = mai) => (await client.get<DraftDto>(at(id))).body;
const lesson = async (id: string, slug = 'bai-mot') => (await mai.get<DraftLessonDto>(at(id, `/lessons/${slug}`))).body;

const save = (client: HttpClient, id: string, body: object, slug = 'bai-mot') =>
  client.put<{ version: number } & Problem>(at(id, `/lessons/${slug}`), { saveId: newId(), ...body });

async function mend(id: string): Promise<void> {
  const { course } = await outline(id);
  const { version } = course;
  expect((await mai.send('PATCH', at(id), { version, topics: ['hoa-giai'] })).status).toBe(200);
  const { version: baseVersion } = await lesson(id);
  const markdown = 'Xem [Điều 188](law:vn.blld.2019.d188).';
  expect((await save(mai, id, { baseVersion, markdown })).status).toBe(200);
}

describe('a draft', () => {
  it('is a folder of content files, whose faults are shown until they are mended', async () => {
    const id = await begin('khoa-mot');
    const before = await outline(id);
    expect(before).toMatchObject({
      ...{ state: 'editing', can: { edit: true, submit: true, withdraw: false, publish: false, review: false } },
      course: { slug: 'khoa-mot', title: { vi: 'Hoà giải tại cơ sở' }, topics: [] },
      modules: [
        { slug: 'mo-dau', title: { vi: 'Mở đầu' }, lessons: [{ slug: 'bai-mot', kind: 'reading', faults: 0 }] },
      ],
      faults: [{ path: 'course.yaml', lessonSlug: null }],
    });
    const { version: baseVersion } = await lesson(id);
    const unknown = 'Xem [Điều 9](law:vn.blld.2019.d9) và ![](https://a.vn/x.png).';
    expect((await save(mai, id, { baseVersion, markdown: unknown })).status).toBe(200);
    const faulty = await outline(id);
    expect(faulty.faults.filter(({ lessonSlug }) => lessonSlug === 'bai-mot')).toHaveLength(3);
    const refused = await mai.post<Problem>(at(id, '/submit'));
    expect(refused).toMatchObject({ status: 422, body: { code: 'draft-has-faults' } });
    expect(refused.body.faults).toHaveLength(4);
    await mend(id);
    expect((await outline(id)).faults).toEqual([]);
  });

  it('is there for the unit that writes it and for nobody else', async () => {
    const id = await begin('khoa-hai');
    expect((await stranger.get(at(id))).status).toBe(404);
    expect((await stranger.get<{ items: unknown[] }>('/api/v1/drafts')).body.items).toEqual([]);
    expect((await save(stranger, id, { baseVersion: 3, markdown: 'x' })).status).toBe(404);
    expect((await hoa.get(at(id))).status).toBe(200);
    expect((await save(hoa, id, { baseVersion: 3, markdown: 'x' })).status).toBe(403);
    expect(await mai.post('/api/v1/drafts', { title: 'Khác', slug: 'khoa-hai' })).toMatchObject({ status: 409 });
  });

  it('keeps lessons with their questions through order, moving and taking away', async () => {
    const id = await begin('khoa-ba');
    await mai.post(at(id, '/modules'), { title: 'Phần hai' });
    for (const [module, kind, title] of [
      ['mo-dau', 'quiz', 'Luyện tập'],
      ['phan-hai', 'quiz', 'Luyện tập'],
      ['phan-hai', 'reading', 'Bài hai'],
    ]) {
      expect((await mai.post(at(id, `/modules/${module ?? ''}/lessons`), { kind, title })).status).toBe(201);
    }
    const order = (modules: [string, string[]][]) =>
      mai.put(at(id, '/order'), { modules: modules.map(([slug, lessons]) => ({ slug, lessons })) });
    expect((await order([['phan-hai', ['bai-hai']]])).status).toBe(409);
    const answer = await order([
      ['phan-hai', ['bai-hai', 'luyen-tap', 'luyen-tap-2']],
      ['mo-dau', ['bai-mot']],
    ]);
    expect(answer.status).toBe(204);
    const files = await world.dataSource.query<{ path: string }[]>(
      `SELECT path FROM draft_file WHERE draft_id = $1 ORDER BY path COLLATE "C"`,
      [id],
    );
    expect(files.map(({ path }) => path)).toEqual([
      '01-phan-hai/01-bai-hai.md',
      '01-phan-hai/02-luyen-tap.quiz.yaml',
      '01-phan-hai/03-luyen-tap-2.quiz.yaml',
      '01-phan-hai/luyen-tap-2.gift',
      '01-phan-hai/luyen-tap.gift',
      '01-phan-hai/module.yaml',
      '02-mo-dau/01-bai-mot.md',
      '02-mo-dau/module.yaml',
      'course.yaml',
    ]);
    expect((await mai.send('DELETE', at(id, '/lessons/luyen-tap'))).status).toBe(204);
    expect((await mai.send('DELETE', at(id, '/modules/mo-dau'))).status).toBe(204);
    expect((await outline(id)).modules.map(({ slug, lessons }) => [slug, lessons.map((each) => each.slug)])).toEqual([
      ['phan-hai', ['bai-hai', 'luyen-tap-2']],
    ]);
  });
});

describe('two people who write at once', () => {
  it('never overwrite each other: of saves at the same moment one is kept, and the others are told what it was', async () => {
    const id = await begin('khoa-bon');
    const { version: baseVersion } = await lesson(id);
    const texts = Array.from({ length: 12 }, (_, n) => `Bản thứ ${n}`);
    const answers = await Promise.all(
      texts.map((markdown, n) => save(n % 2 === 0 ? mai : lan, id, { baseVersion, markdown })),
    );
    const won = answers.findIndex(({ status }) => status === 200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { markdown } = await lesson(id);
    expect(markdown).toBe(texts[won]);
    for (const { status, body } of answers.filter((_, n) => n !== won)) {
      expect(status).toBe(409);
      expect(body).toMatchObject({ code: 'draft-conflict', current: { markdown, changedBy: {} } });
    }
  });

  it('lose nothing when they go on from what they were told', async () => {
    const id = await begin('khoa-nam');
    const write = async (client: HttpClient, words: string[]): Promise<void> => {
      let current = await lesson(id);
      for (const word of words) {
        for (;;) {
          const body = { baseVersion: current.version, markdown: `${current.markdown} ${word}` };
          const answer = await save(client, id, body);
          if (answer.status === 200) {
            current = { ...current, version: answer.body.version, markdown: body.markdown };
            break;
          }
          current = answer.body.current!;
        }
      }
    };
    const words = (who: string) => Array.from({ length: 15 }, (_, n) => `${who}${n}`);
    await Promise.all([write(mai, words('m')), write(lan, words('l'))]);
    const { markdown } = await lesson(id);
    expect(markdown.trim().split(/\s+/).sort()).toEqual([...words('m'), ...words('l')].sort());
  });

  it('save once however often a save is sent', async () => {
    const id = await begin('khoa-sau');
    const { version: baseVersion } = await lesson(id);
    const sent = { baseVersion, markdown: 'Một lần', saveId: newId() };
    const answers = await Promise.all(Array.from({ length: 6 }, () => save(mai, id, sent)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.version}`)).size).toBe(1);
    const { version } = answers[0]!.body;
    // Somebody else has gone on meanwhile: the retry is still the save it was, and undoes nothing.
    expect((await save(lan, id, { baseVersion: version, markdown: 'Hai lần' })).status).toBe(200);
    expect((await save(mai, id, sent)).body).toEqual({ version });
    expect((await lesson(id)).markdown).toBe('Hai lần');
  });

  it('find nothing half-saved when the connection dies in the middle, and save by sending the same again', async () => {
    const id = await begin('khoa-dut');
    const { version: baseVersion, markdown } = await lesson(id);
    const sent = { baseVersion, markdown: 'Viết lúc mất mạng', saveId: newId() };
    const holder = world.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT 1 FROM course_draft WHERE id = $1 FOR UPDATE', [id]);
    const saving = save(mai, id, sent);
    // The save waits for the lock; then its connection is killed as a crashing server's would be.
    const admin = new pg.Client({ connectionString: adminUrl() });
    await admin.connect();
    const [database] = await world.dataSource.query<{ name: string }[]>('SELECT current_database() AS name');
    for (let killed = 0; killed === 0;) {
      const { rowCount } = await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = $1 AND wait_event_type = 'Lock' AND query LIKE '%course_draft%'`,
        [database?.name],
      );
      killed = rowCount ?? 0;
    }
    await admin.end();
    await holder.rollbackTransaction();
    await holder.release();
    expect((await saving).status).toBeGreaterThanOrEqual(500);
    expect((await lesson(id)).markdown).toBe(markdown);
    const { status, body } = await save(mai, id, sent);
    expect(status).toBe(200);
    expect((await save(mai, id, sent)).body).toEqual({ version: body.version });
    expect(await lesson(id)).toMatchObject({ markdown: 'Viết lúc mất mạng', version: body.version });
  });

  it('do not meet the versions of a lesson that was there before under the same name', async () => {
    const id = await begin('khoa-bay');
    const { version } = await lesson(id);
    await mai.send('DELETE', at(id, '/lessons/bai-mot'));
    await mai.post(at(id, '/modules/mo-dau/lessons'), { kind: 'reading', title: 'Bài một' });
    expect((await save(lan, id, { baseVersion: version, markdown: 'cũ' })).status).toBe(409);
  });
});

describe('images', () => {
  const send = (id: string, bytes: Buffer, query = '') =>
    mai.send<DraftImageDto & Problem & { detail: string }>('POST', at(id, `/images${query}`), bytes, {
      'content-type': 'application/octet-stream',
    });
  const paint = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#0a7' } });

  it('are made anew: WebP, upright, at most 1600 pixels a side, without a word about where they were taken', async () => {
    const id = await begin('khoa-anh');
    const taken = await paint(2400, 1200)
      .withExif({ IFD0: { Copyright: 'Nguyễn Văn A' }, IFD3: { GPSLatitude: '21/1 1/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const answer = await send(id, taken, '?name=S%C6%A1%20%C4%91%E1%BB%93.JPG');
    expect(answer).toMatchObject({ status: 201, body: { width: 800, height: 1600 } });
    expect(answer.body.path).toMatch(/^anh\/so-do-[0-9a-f]{8}\.webp$/);
    const again = await send(id, taken);
    expect(again.body.path).toBe(answer.body.path);
    const [row] = await world.dataSource.query<{ bytes: Buffer }[]>(
      `SELECT b.bytes FROM draft_file f JOIN content_blob b ON b.hash = f.hash WHERE f.draft_id = $1`,
      [id],
    );
    const kept = await sharp(row?.bytes).metadata();
    expect(kept).toMatchObject({ format: 'webp', width: 800, height: 1600 });
    expect(kept.exif).toBeUndefined();
    expect(row?.bytes.includes('Copyright')).toBe(false);
    const anybody = await world.browser().get(answer.body.url);
    expect(anybody).toMatchObject({ status: 200, headers: { 'content-type': 'image/webp' } });
    expect(anybody.headers['cache-control']).toContain('immutable');
    const preview = await mai.post<{ html: string }>(at(id, '/preview'), { markdown: `![Sơ đồ](${answer.body.path})` });
    expect(preview.body.html).toContain(
      `src="${answer.body.url}" alt="Sơ đồ" width="800" height="1600" loading="lazy"`,
    );
  });

  it('that are programs, films or bombs are refused with a word that says what to do', async () => {
    const id = await begin('khoa-anh-xau');
    const frames = await sharp([await paint(8, 8).png().toBuffer(), await paint(8, 8).negate().png().toBuffer()], {
      join: { animated: true },
    })
      .gif()
      .toBuffer();
    // Fifteen thousand pixels square of one colour: a few hundred kilobytes that would take 675 MB to decode.
    const bomb = await sharp({ create: { width: 15_000, height: 15_000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const whole = await paint(400, 400).jpeg().toBuffer();
    for (const [bytes, said] of [
      [Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'SVG'],
      [frames, 'ảnh động'],
      [bomb, 'lớn quá'],
      [whole.subarray(0, whole.length / 2), 'Không đọc được'],
      [Buffer.from('chỉ là chữ'), 'Không đọc được'],
      [Buffer.alloc(0), 'Không đọc được'],
    ] as const) {
      const answer = await send(id, bytes);
      expect(answer).toMatchObject({ status: 422, body: { code: 'image-refused' } });
      expect(answer.body.detail).toContain(said);
    }
    expect((await send(id, Buffer.alloc(13 * 1024 * 1024))).status).toBe(413);
    expect(
      (await stranger.send('POST', at(id, '/images'), whole, { 'content-type': 'application/octet-stream' })).status,
    ).toBe(404);
    expect((await outline(id)).version).toBe(3);
  }, 60_000);
});

describe('the way to the learners', () => {
  const decide = (id: string, decision: 'approve' | 'request-changes', actorId = hoaId) =>
    world.dataSource.transaction(async (tx) => {
      const review = await tx.findOneByOrFail(Review, { draftId: id, state: 'open' });
      const given = { reviewId: review.id, decision, actorId, note: null, officialDocumentId: null };
      return world.get(ReviewService).decide(tx, given);
    });

  it('leads through a review by somebody else, and any edit leads back to its beginning', async () => {
    const id = await begin('khoa-chin');
    await mend(id);
    expect((await mai.post(at(id, '/publish'))).status).toBe(409);
    const submitted = await mai.post<DraftDto>(at(id, '/submit'));
    expect(submitted).toMatchObject({ status: 201, body: { state: 'submitted', review: { state: 'open' } } });
    expect((await mai.post(at(id, '/submit'))).status).toBe(409);
    expect((await outline(id, hoa)).can).toMatchObject({ review: true, edit: false, publish: false });
    const [mine] = await world.dataSource.query<{ id: string }[]>(
      'SELECT person_id AS id FROM draft_contributor WHERE draft_id = $1',
      [id],
    );
    await expect(decide(id, 'approve', mine!.id)).rejects.toMatchObject({ code: 'review-by-author' });
    await decide(id, 'approve');
    expect(await outline(id)).toMatchObject({ state: 'approved', can: { publish: true } });
    const { version: baseVersion, markdown } = await lesson(id);
    expect((await save(lan, id, { baseVersion, markdown: `${markdown} Thêm.` })).status).toBe(200);
    expect(await outline(id)).toMatchObject({ state: 'editing', review: { state: 'voided' } });
    expect((await mai.post(at(id, '/publish'))).status).toBe(409);
    expect((await mai.post(at(id, '/submit'))).status).toBe(201);
    expect((await mai.post<DraftDto>(at(id, '/withdraw'))).body).toMatchObject({ state: 'editing' });
    expect((await mai.post(at(id, '/submit'))).status).toBe(201);
    await decide(id, 'approve');
    expect((await lan.post<DraftDto>(at(id, '/publish'))).body).toMatchObject({ state: 'published' });
    expect((await lan.post(at(id, '/publish'))).status).toBe(201);
    const read = await mai.get<{ skillModules: { lessons: { id: string }[] }[] }>('/api/v1/courses/khoa-chin');
    const lessonId = read.body.skillModules[0]!.lessons[0]!.id;
    expect((await mai.get<{ html: string }>(`/api/v1/lessons/${lessonId}`)).body.html).toContain('Thêm.');
    expect((await save(mai, id, { baseVersion: 1, markdown: 'x' })).body.code).toBe('draft-closed');
    const states = await world.dataSource.query<{ state: string }[]>(
      `SELECT r.state FROM course_revision r JOIN course c ON c.id = r.course_id WHERE c.slug = 'khoa-chin' ORDER BY number`,
    );
    expect(states.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'published']);
  });

  it('goes on from what is published only on the desk of the unit that answers for the course', async () => {
    const shipped = await world.publishCourse({ title: { vi: 'Khoá đi kèm' }, completionRule: {} });
    const asked = await Promise.all([
      stranger.post<Problem>('/api/v1/drafts', { courseSlug: 'khoa-chin' }),
      lan.post<Problem>('/api/v1/drafts', { courseSlug: shipped.slug }),
      lan.post<Problem>('/api/v1/drafts', { courseSlug: shipped.slug, organisationId: unit.id }),
    ]);
    for (const { status, body } of asked) {
      expect([status, body.code]).toEqual([403, 'course-of-another-unit']);
    }
  });

  it('goes on from what is published, and has nothing to submit until something differs', async () => {
    const started = await lan.post<{ id: string }>('/api/v1/drafts', { courseSlug: 'khoa-chin' });
    expect(started.status).toBe(201);
    expect((await mai.post('/api/v1/drafts', { courseSlug: 'khoa-chin' })).status).toBe(409);
    const { id } = started.body;
    expect((await lan.post<Problem>(at(id, '/submit'))).body.code).toBe('draft-unchanged');
    const { version: baseVersion } = await lesson(id);
    expect((await save(lan, id, { baseVersion, markdown: 'Bản hai.' })).status).toBe(200);
    await lan.post(at(id, '/submit'));
    await decide(id, 'approve');
    expect((await hoa.post<DraftDto>(at(id, '/publish'))).body.state).toBe('published');
    const states = await world.dataSource.query<{ state: string }[]>(
      `SELECT r.state FROM course_revision r JOIN course c ON c.id = r.course_id WHERE c.slug = 'khoa-chin' ORDER BY number DESC LIMIT 2`,
    );
    expect(states.map(({ state }) => state)).toEqual(['published', 'retired']);
  });

  it('is closed by the database to what nobody approved, whoever asks', async () => {
    const id = await begin('khoa-muoi');
    await mend(id);
    await mai.post(at(id, '/submit'));
    const [review] = await world.dataSource.query<{ revisionId: string }[]>(
      `SELECT revision_id AS "revisionId" FROM review WHERE draft_id = $1`,
      [id],
    );
    const { revisionId } = review!;
    const change = (sql: string) => world.dataSource.query(sql, [revisionId]);
    await expect(
      change(`UPDATE course_revision SET state = 'published', published_at = now() WHERE id = $1`),
    ).rejects.toThrow('cannot go');
    await expect(change(`UPDATE course_revision SET state = 'approved' WHERE id = $1`)).rejects.toThrow(
      'approved by no review',
    );
    await expect(change(`UPDATE course_revision SET origin = 'release' WHERE id = $1`)).rejects.toThrow(
      'never changes',
    );
    await expect(change(`UPDATE lesson SET html = '' WHERE revision_id = $1`)).rejects.toThrow('never changes');
    await expect(
      change(
        `UPDATE review SET state = 'approved', decided_by_id = submitted_by_id, decided_at = now() WHERE revision_id = $1`,
      ),
    ).rejects.toThrow('decided by one of its authors');
    const open = `INSERT INTO training_class (id, code, name, revision_id, organiser_id, capacity, state, created_at)
      VALUES (gen_random_uuid(), 'L1', 'Lớp', $1, '${unit.id}', 30, 'open', now())`;
    await expect(change(open)).rejects.toThrow('not published');
    await decide(id, 'approve');
    await expect(change(open)).rejects.toThrow('not published');
  });

  it('loses no edit and publishes none that nobody approved when both happen at once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = await begin(`khoa-dua-${round}`);
      await mend(id);
      await mai.post(at(id, '/submit'));
      await decide(id, 'approve');
      const { version: baseVersion } = await lesson(id);
      const [edited, published] = await Promise.all([
        save(lan, id, { baseVersion, markdown: `Chen ngang ${round}` }),
        hoa.post(at(id, '/publish')),
      ]);
      const [row] = await world.dataSource.query<{ markdown: string }[]>(
        `SELECT l.markdown FROM lesson l JOIN course_revision r ON r.id = l.revision_id JOIN course c ON c.id = r.course_id
          WHERE c.slug = $1 AND r.state = 'published'`,
        [`khoa-dua-${round}`],
      );
      expect([edited.status, published.status].sort()).toEqual(edited.status === 200 ? [200, 409] : [201, 409]);
      expect(row?.markdown ?? null).toEqual(published.status === 201 ? expect.stringContaining('Điều 188') : null);
    }
  });
});
