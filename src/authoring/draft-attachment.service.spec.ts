import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { buildSession } from '../../test/support/builders.js';
import { FeatureWorld } from '../../test/support/feature-world.js';
import type { HttpClient } from '../../test/support/http-client.js';
import { paragraph, run, wordFile } from '../../test/support/word-file.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { IdentityService } from '../identity/identity.service.js';
import type { Organisation } from '../organisation/entities/organisation.entity.js';
import { AuthoringModule } from './authoring.module.js';
import { DraftArchiveService } from './draft-archive.service.js';
import type { DraftDto } from './dto/draft.dto.js';
import type { DraftAttachmentDto, DraftLessonDto } from './dto/draft-lesson.dto.js';

const PDF = Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');

let world: FeatureWorld;
let mai: HttpClient;
let maiId: string;
let unit: Organisation;
let draft: string;

beforeAll(async () => {
  world = await FeatureWorld.start([CatalogueModule, AuthoringModule], { http: true });
  world.config.CONTENT_DIR = resolve('content');
  unit = await world.found('TLD', 'Tổng Liên đoàn', null);
  maiId = await world.admit('Trần Thị Mai', unit.id);
  await world.dataSource.transaction((tx) =>
    world.get(IdentityService).grantRole(tx, {
      ...{ personId: maiId, role: 'lecturer', organisationId: unit.id, validFrom: '2026-01-01' },
    }),
  );
  mai = world.browser();
  mai.keep('us_session', (await buildSession(world.dataSource, maiId)).cookie);
  const started = await mai.post<{ id: string }>('/api/v1/drafts', { title: 'Đối thoại', slug: 'doi-thoai' });
  draft = started.body.id;
  await mai.post(at('/modules'), { title: 'Mở đầu' });
  await mai.post(at('/modules/mo-dau/lessons'), { kind: 'reading', title: 'Bài một' });
}, 60_000);

afterAll(() => world.stop());

const at = (rest: string) => `/api/v1/drafts/${draft}${rest}`;

const attach = (name: string, bytes: Buffer) =>
  mai.send<DraftAttachmentDto & { code: string; detail: string }>(
    ...(['POST', at(`/attachments?name=${encodeURIComponent(name)}`), bytes] as const),
    { 'content-type': 'application/octet-stream' },
  );

async function write(markdown: string): Promise<string[]> {
  const { version } = (await mai.get<DraftLessonDto>(at('/lessons/bai-mot'))).body;
  const body = { saveId: crypto.randomUUID(), baseVersion: version, markdown };
  expect((await mai.put(at('/lessons/bai-mot'), body)).status).toBe(200);
  const { faults } = (await mai.get<DraftDto>(at(''))).body;
  return faults.filter(({ lessonSlug }) => lessonSlug === 'bai-mot').map(({ message }) => message.vi);
}

describe('attachments', () => {
  it('are kept as they are, once, and downloaded under their name with their size said before', async () => {
    const form = await wordFile({ body: paragraph(run('Biên bản')) });
    const answer = await attach('Mẫu biên bản.DOCX', form);
    expect(answer).toMatchObject({ status: 201, body: { bytes: form.length } });
    const { path } = answer.body;
    expect(path).toMatch(/^tep\/mau-bien-ban-[0-9a-f]{8}\.docx$/);
    expect((await attach('tên khác.docx', form)).body.path).toBe(path);
    expect(await write(`Tải [mẫu *biên bản*](${path}) về.`)).toEqual([]);

    const preview = await mai.post<{ html: string }>(at('/preview'), { markdown: `[Mẫu](${path}).` });
    const [, href = '', file] =
      /<a href="([^"]+)" class="attachment" download="([^"]+)">/.exec(preview.body.html) ?? [];
    expect(file).toBe(path.slice(4));
    expect(preview.body.html).toContain(`>Mẫu (DOCX, ${Math.ceil(form.length / 1000)} kB)</a>.`);
    const got = await world.browser().get(href);
    expect(got).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'content-disposition': `attachment; filename="${file}"`,
        'x-content-type-options': 'nosniff',
      },
    });
    expect((await world.browser().get(href.replace('.docx', '.pdf'))).status).toBe(404);
  });

  it('that run, lie about what they are, weigh too much or are not there are refused in words', async () => {
    const macros = await wordFile({ body: '', parts: { 'word/vbaProject.bin': 'x' } });
    for (const [name, bytes, said] of [
      ['mau.docm', macros, 'không có macro'],
      ['mau.docx', macros, 'có macro'],
      ['mau.docx', PDF, 'không phải tệp DOCX'],
      ['mau.xlsx', await wordFile({ body: '' }), 'không phải tệp XLSX'],
      ['mau.pdf', Buffer.from('MZ chạy đi'), 'không phải tệp PDF'],
      ['chay.exe', Buffer.from('MZ'), 'PDF, Word'],
      ['không đuôi', PDF, 'PDF, Word'],
      ['mau.pdf', Buffer.alloc(0), 'không phải tệp PDF'],
    ] as const) {
      const answer = await attach(name, bytes);
      expect(answer).toMatchObject({ status: 422, body: { code: 'attachment-refused' } });
      expect(answer.body.detail).toContain(said);
    }
    expect((await attach('mau.pdf', Buffer.concat([PDF, Buffer.alloc(6 * 1024 * 1024)]))).status).toBe(413);
    expect(await write('Xem [mẫu](tep/khong-co.pdf).')).toEqual([
      'Không có tệp "tep/khong-co.pdf" trong thư mục tep/ của khoá học.',
    ]);
  });

  it('go along in the zip of the course, and come in with it', async () => {
    const { path } = (await attach('bảng lương.pdf', PDF)).body;
    await write(`[Bảng](${path})`);
    const { version } = (await mai.get<DraftDto>(at(''))).body.course;
    expect((await mai.send('PATCH', at(''), { version, topics: ['doi-thoai'] })).status).toBe(200);
    const archives = world.get(DraftArchiveService);
    const actor = world.actor(maiId, 'lecturer', unit);
    const pieces: Buffer[] = [];
    for await (const piece of (await archives.pack(actor, draft)).content) pieces.push(piece);
    const copy = await archives.unpack(actor, { bytes: Buffer.concat(pieces), slug: 'doi-thoai-hai' });
    const [row] = await world.dataSource.query<{ bytes: Buffer; type: string }[]>(
      `SELECT b.bytes, b.media_type AS type FROM draft_file f JOIN content_blob b ON b.hash = f.hash
        WHERE f.draft_id = $1 AND f.path = $2`,
      [copy, path],
    );
    expect(row).toEqual({ bytes: PDF, type: 'application/pdf' });
  });
});
