import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FeatureWorld } from '../../test/support/feature-world.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import { AuditEntry } from '../platform/audit/entities/audit-entry.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import { Problem } from '../platform/problems/problem.js';
import { readZip } from '../platform/zip/zip-reader.js';
import { zipOf } from '../platform/zip/zip-writer.js';
import { AuthoringModule } from './authoring.module.js';
import { DraftAbandonmentService } from './draft-abandonment.service.js';
import { DraftArchiveService } from './draft-archive.service.js';
import { DraftOutlineService } from './draft-outline.service.js';
import { DraftQuizService } from './draft-quiz.service.js';
import { DraftService } from './draft.service.js';
import { DraftSubmissionService } from './draft-submission.service.js';

const SLUG = 'thuc-hien-dan-chu-o-co-so-tai-doanh-nghiep';
const LIMITS = { entries: 2_000, fileBytes: 10_000_000, totalBytes: 100_000_000 };

let world: FeatureWorld;
let archives: DraftArchiveService;
let mai: Actor;
let unit: Organisation;
let course: Map<string, Buffer>;

beforeAll(async () => {
  world = await FeatureWorld.start([AuthoringModule]);
  world.config.CONTENT_DIR = resolve('content');
  unit = await world.found('TLD', 'Tổng Liên đoàn', null);
  mai = world.actor(await world.admit('Trần Thị Mai'), 'lecturer', unit);
  archives = world.get(DraftArchiveService);
  const root = resolve('content/courses', SLUG);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  course = new Map();
  for (const name of names.sort()) course.set(name.slice(root.length + 1), await readFile(name));
});

afterAll(() => world.stop());

async function bytesOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

const zip = (files: Iterable<[string, Buffer | string]>) =>
  bytesOf(zipOf([...files].map(([name, content]) => ({ name, content: [Buffer.from(content)] }))));

async function refusalOf(
  bytes: Buffer,
): Promise<{ code: string; faults: { path: string | null; line: number | null }[] }> {
  try {
    await archives.unpack(mai, { bytes });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { faults = [] } = (error.extras.members ?? {}) as { faults?: { path: string | null; line: number | null }[] };
    return { code: error.code, faults };
  }
  throw new Error('It was taken');
}

/** The code of the problem it is refused with; `bug` for what is none; null when it is not refused. */
const codeOf = (promise: Promise<unknown>): Promise<string | null> =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof Problem ? error.code : 'bug'),
  );

describe('a course as one zip', () => {
  it('comes in and goes out as the same files', async () => {
    const id = await archives.unpack(mai, {
      bytes: await zip([...course].map(([name, text]) => [`${SLUG}/${name}`, text])),
    });
    const packed = await bytesOf((await archives.pack(mai, id)).content);
    const { files, faults } = await readZip(packed, LIMITS);
    expect(faults).toEqual([]);
    expect(new Map([...files].map(([name, bytes]) => [name.slice(SLUG.length + 1), bytes.toString('utf8')]))).toEqual(
      new Map([...course].map(([name, bytes]) => [name, bytes.toString('utf8')])),
    );
    expect(await refusalOf(packed)).toMatchObject({ code: 'slug-taken' });
    const again = await archives.unpack(mai, { bytes: packed, slug: 'ban-sao' });
    expect(again).not.toBe(id);
  }, 60_000);

  it('is taken whole or not at all: every wrong line is named, and nothing stays behind', async () => {
    const before = await world.dataSource.query(
      'SELECT (SELECT count(*) FROM course), (SELECT count(*) FROM draft_file)',
    );
    const with_ = (...more: [string, Buffer | string][]) => zip([...course, ...more]);
    const lesson = [...course.keys()].find((name) => name.endsWith('.md')) ?? '';
    const text = course.get(lesson)?.toString('utf8') ?? '';
    const refused = async (bytes: Buffer, ...paths: (string | null)[]) => {
      const { code, faults } = await refusalOf(bytes);
      expect(code).toBe('archive-refused');
      expect(faults.map(({ path }) => path)).toEqual(paths);
      return faults;
    };
    await refused(Buffer.from('không phải zip'), null);
    await refused((await zip(course)).subarray(0, 5_000), null);
    await refused(
      await with_(['../../etc/passwd', 'x'], ['/etc/shadow', 'x'], ['C:\\x.md', 'x']),
      '../../etc/passwd',
      '/etc/shadow',
      'C:/x.md',
    );
    await refused(
      await with_(['01-a/3-bai.md', 'x'], ['chay.exe', 'MZ'], ['01-a/Bài.md', 'x']),
      '01-a/3-bai.md',
      'chay.exe',
      '01-a/Bài.md',
    );
    await refused(await with_(['01-a/x.gift', Buffer.from([0xff, 0xfe, 0x00])]), '01-a/x.gift');
    await refused(await with_([lesson, text]), lesson);
    const faults = await refused(
      await zip(new Map<string, Buffer | string>(course).set(lesson, text.replace('kind: reading', 'kind: [reading'))),
      lesson,
    );
    expect(faults[0]?.line).toBeGreaterThan(1);
    await refused(await zip([...course].filter(([name]) => name !== 'course.yaml')), 'course.yaml');
    await refused(await with_(['anh/x.webp', 'GIF89a']), 'anh/x.webp');
    await refused(await with_(['tep/x.pdf', 'MZ'], ['tep/y.exe', 'MZ']), 'tep/y.exe');
    await refused(await with_(['tep/x.pdf', 'MZ']), 'tep/x.pdf');
    await refused(await with_(['tep/x.docx', 'MZ'], ['tep/y.pdf', 'GIF89a']), 'tep/x.docx', 'tep/y.pdf');
    // 200 MB of nothing in 200 kB.
    await refused(await with_(['01-a/bom.gift', Buffer.alloc(200 * 1024 * 1024)]), '01-a/bom.gift');
    await refused(
      await zip(Array.from({ length: 2_001 }, (_, n) => [`f${n}`, ''] as const).map(([a, b]) => [a, b])),
      null,
    );
    expect(
      await world.dataSource.query('SELECT (SELECT count(*) FROM course), (SELECT count(*) FROM draft_file)'),
    ).toEqual(before);
  }, 60_000);

  it('moves unfinished, with what is still wrong in sight; it cannot be submitted before', async () => {
    const lesson = [...course.keys()].find((name) => name.endsWith('.md')) ?? '';
    const gift = [...course.keys()].find((name) => name.endsWith('.gift')) ?? '';
    const text = (name: string) => course.get(name)?.toString('utf8') ?? '';
    const unfinished = new Map<string, Buffer | string>(course)
      .set('course.yaml', text('course.yaml').replace(/topics:\n( {2}- .*\n)+/, 'topics: []\n'))
      .set(
        lesson,
        text(lesson)
          .replace('kind: reading', 'kind: tranh')
          .replace(/\n---\n/, '\n---\n<b>đậm</b>\n'),
      )
      .set(gift, `${text(gift)}\n::dở::Câu chưa xong {=đúng ~`);
    const id = await archives.unpack(mai, { bytes: await zip(unfinished), slug: 'dang-do' });
    const outline = await world.get(DraftOutlineService).get(mai, id);
    const paths = new Set(outline.faults.map(({ path }) => path));
    // The library is empty here, so that every citation is a fault, too.
    expect([...paths]).toEqual(expect.arrayContaining(['course.yaml', gift, lesson]));
    expect(outline.faults.find(({ path }) => path === 'course.yaml')?.message).toEqual({
      vi: 'Chưa ghi chủ đề của khoá học.',
      en: 'Not filled in yet: topics of the course.',
    });
    expect(await codeOf(world.get(DraftSubmissionService).submit(mai, id))).toBe('draft-has-faults');
    const quiz = outline.modules.flatMap(({ lessons }) => lessons).find(({ kind }) => kind === 'quiz');
    expect(await codeOf(world.get(DraftQuizService).get(mai, id, quiz?.slug ?? ''))).not.toBe('bug');
    // It goes on as it is.
    const packed = await bytesOf((await archives.pack(mai, id)).content);
    expect(await archives.unpack(mai, { bytes: packed, slug: 'dang-do-hai' })).not.toBe(id);
  }, 60_000);

  it('given up, frees the course for a new draft, with its files kept and in no list', async () => {
    const drafts = world.get(DraftService);
    const give = (id: string) => world.get(DraftAbandonmentService).abandon(mai, id, 'làm lại');
    const id = await drafts.startNew(mai, { title: 'Bỏ dở', slug: 'bo-do' });
    expect(await codeOf(drafts.startNew(mai, { title: 'Bỏ dở', slug: 'bo-do' }))).toBe('slug-taken');
    const reader = world.actor(await world.admit('Người chỉ đọc'), 'reviewer', unit);
    expect(await codeOf(world.get(DraftAbandonmentService).abandon(reader, id))).toBe('not-found');
    await give(id);
    expect(await codeOf(give(id))).toBe('draft-closed');
    expect((await drafts.list(mai)).items.map((draft) => draft.id)).not.toContain(id);
    const kept = await world.get(DraftOutlineService).get(mai, id);
    expect([kept.state, kept.can.edit, kept.can.abandon, kept.course.title.vi]).toEqual([
      ...['abandoned', false, false, 'Bỏ dở'],
    ]);
    const again = await drafts.startNew(mai, { title: 'Làm lại', slug: 'bo-do' });
    expect(again).not.toBe(id);
    const elsewhere = await world.found('LDX', 'Liên đoàn khác', unit.id);
    await give(again);
    const other = world.actor(await world.admit('Giảng viên khác'), 'lecturer', elsewhere);
    expect(await codeOf(drafts.startNew(other, { title: 'Của tôi', slug: 'bo-do' }))).toBe('slug-taken');
    const acts = await world.dataSource.manager.findBy(AuditEntry, {
      subjectId: id,
      action: 'authoring.abandon-draft',
    });
    expect(acts).toMatchObject([{ actorId: mai.personId, reason: 'làm lại', organisationId: unit.id }]);
  });
});
