import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { buildSession } from '../../test/support/builders.js';
import { FeatureWorld } from '../../test/support/feature-world.js';
import type { HttpClient } from '../../test/support/http-client.js';
import { paragraph, picture, PNG, relation, styled, wordFile } from '../../test/support/word-file.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { IdentityService } from '../identity/identity.service.js';
import { LawImportService } from '../law/law-import.service.js';
import { AuthoringModule } from './authoring.module.js';
import type { DraftDto } from './dto/draft.dto.js';
import type { DraftLessonDto, LessonImportDto } from './dto/draft-lesson.dto.js';

let world: FeatureWorld;
let mai: HttpClient;
let stranger: HttpClient;
let draftId: string;

async function lecturer(name: string, unitId: string): Promise<HttpClient> {
  const personId = await world.admit(name, unitId);
  await world.dataSource.transaction((tx) =>
    world
      .get(IdentityService)
      .grantRole(tx, { personId, role: 'lecturer', organisationId: unitId, validFrom: '2026-01-01' }),
  );
  const { cookie } = await buildSession(world.dataSource, personId);
  const client = world.browser();
  client.keep('us_session', cookie);
  return client;
}

const article = (number: string) => ({
  ...{ code: `vn.blld.2019.d${number}`, number, title: 'Hoà giải', chapter: null, seeAlso: [] },
  versions: [
    {
      ...{ validFrom: '2021-01-01', validTo: null, summary: 'Hoà giải.', amended: null, note: null },
      ...{ confidence: 'source' as const, sources: ['S1'] },
    },
  ],
});

beforeAll(async () => {
  world = await FeatureWorld.start([CatalogueModule, AuthoringModule], { http: true });
  world.config.CONTENT_DIR = resolve('content');
  const root = await world.found('TLD', 'Tổng Liên đoàn', null);
  const [unit, other] = [
    await world.found('LDLD-A', 'Liên đoàn A', root.id),
    await world.found('LDLD-B', 'Liên đoàn B', root.id),
  ];
  mai = await lecturer('Trần Thị Mai', unit.id);
  stranger = await lecturer('Người Lạ', other.id);
  await world.dataSource.transaction((tx) =>
    world.get(LawImportService).importLaw(tx, {
      sources: [{ code: 'S1', text: 'Công báo' }],
      documents: [
        {
          ...{ code: 'vn.blld.2019', number: '45/2019/QH14', title: 'Bộ luật Lao động', issuedOn: null },
          ...{ effectiveFrom: '2021-01-01', effectiveTo: null, status: 'in-force', confidence: 'source' as const },
          ...{ sources: ['S1'], remarks: {}, articles: [article('188')] },
        },
      ],
    }),
  );
  const started = await mai.post<{ id: string }>('/api/v1/drafts', { title: 'Hoà giải', slug: 'hoa-giai' });
  draftId = started.body.id;
  expect((await mai.post(at('/modules'), { title: 'Mở đầu' })).status).toBe(201);
}, 60_000);

afterAll(() => world.stop());

const at = (rest = '') => `/api/v1/drafts/${draftId}${rest}`;
const send = (bytes: Buffer, client = mai, module = 'mo-dau') =>
  client.send<LessonImportDto & { code: string }>('POST', at(`/lessons/import?module=${module}`), bytes, {
    'content-type': 'application/octet-stream',
  });
const outline = async () => (await mai.get<DraftDto>(at())).body;

describe('a file as a lesson of a draft', () => {
  it('becomes a lesson without faults, with its images made anew and its articles linked', async () => {
    const file = await wordFile({
      body:
        styled('Heading1', 'Hoà giải ở cơ sở') +
        styled('Heading2', 'Luật nói gì') +
        paragraph('Theo Điều 188 Bộ luật Lao động, và Điều 5 Luật này.') +
        paragraph(picture('rId5', 'Sơ đồ các bước')),
      relations: relation('rId5', 'image', 'media/image1.png'),
      parts: { 'word/media/image1.png': PNG },
    });
    const answer = await send(file);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        slug: 'hoa-giai-o-co-so',
        losses: [],
        links: [{ text: 'Điều 188 Bộ luật Lao động', code: 'vn.blld.2019.d188', where: 'Luật nói gì' }],
        unclear: [{ text: 'Điều 5 Luật này', where: 'Luật nói gì' }],
      },
    });
    const lesson = (await mai.get<DraftLessonDto>(at('/lessons/hoa-giai-o-co-so'))).body;
    expect(lesson).toMatchObject({ title: { vi: 'Hoà giải ở cơ sở' }, kind: 'reading', minutes: 1 });
    expect(lesson.markdown).toMatch(
      /^## Luật nói gì\n\nTheo \[Điều 188 Bộ luật Lao động\]\(law:vn\.blld\.2019\.d188\), và Điều 5 Luật này\.\n\n!\[Sơ đồ các bước\]\(anh\/so-do-cac-buoc-[0-9a-f]{8}\.webp\)$/,
    );
    expect((await outline()).faults.filter(({ lessonSlug }) => lessonSlug === 'hoa-giai-o-co-so')).toEqual([]);
    const again = await send(file);
    expect(again.body.slug).toBe('hoa-giai-o-co-so-2');
    expect((await mai.get<DraftLessonDto>(at('/lessons/hoa-giai-o-co-so-2'))).body.markdown).toBe(lesson.markdown);
  });

  it('takes Markdown, too, and names what was lost', async () => {
    const answer = await send(Buffer.from('# Thử việc\n\n<b>Chữ</b> ![x](y.png)'));
    expect(answer).toMatchObject({ status: 201, body: { slug: 'thu-viec', links: [], unclear: [] } });
    expect(answer.body.losses).toHaveLength(3);
    expect(answer.body.losses[0]?.what.en).toContain('HTML');
  });

  it('changes nothing when the file is refused, the module unknown or the draft another unit’s', async () => {
    const { version } = await outline();
    expect(await send(PNG)).toMatchObject({ status: 422, body: { code: 'lesson-encoding-unknown' } });
    const macros = await wordFile({ body: paragraph('x'), parts: { 'word/vbaProject.bin': 'x' } });
    expect(await send(macros)).toMatchObject({ status: 422, body: { code: 'lesson-has-macros' } });
    expect((await send(Buffer.from('# x\n\ny'), mai, 'khong-co')).status).toBe(404);
    expect((await send(Buffer.from('# x\n\ny'), stranger)).status).toBe(404);
    expect((await send(Buffer.alloc(31 * 1024 * 1024))).status).toBe(413);
    expect((await outline()).version).toBe(version);
  });
});
