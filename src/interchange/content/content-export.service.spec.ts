import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FeatureWorld } from '../../../test/support/feature-world.js';
import { picture } from '../../../test/support/pictures.js';
import { InterchangeModule } from '../interchange.module.js';
import { ContentExportService } from './content-export.service.js';
import { ContentImportService } from './content-import.service.js';

let world: FeatureWorld;
let root: string;

const filesBelow = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

beforeAll(async () => {
  world = await FeatureWorld.start([InterchangeModule]);
  root = await mkdtemp(join(tmpdir(), 'union-skills-export-'));
  for (const name of ['schemas', 'law', 'scenarios']) {
    await cp(resolve('content', name), join(root, name), { recursive: true });
  }
  // One course with an image and an attachment, as releases may have them.
  const copy = join(root, 'source');
  await cp(resolve('content'), copy, { recursive: true });
  const course = join(copy, 'courses/giai-quyet-tranh-chap-lao-dong');
  await cp(await picture(join(root, 'so-do.webp'), { width: 640, height: 360 }), join(course, 'anh/so-do.webp'));
  const shown = join(course, '01-tu-hoa-giai-den-dinh-cong/01-phan-loai-tranh-chap.md');
  await writeFile(shown, `${await readFile(shown, 'utf8')}\n![Sơ đồ bốn bước](anh/so-do.webp)\n\n[Mẫu](tep/mau.pdf)\n`);
  await mkdir(join(course, 'tep'));
  await writeFile(join(course, 'tep/mau.pdf'), Buffer.from('%PDF-1.4\n\xff\x00', 'latin1'));
}, 120_000);

afterAll(async () => {
  await world.stop();
  await rm(root, { recursive: true, force: true });
});

describe('the export of courses', () => {
  it('writes every file back byte for byte, and importing them again changes nothing', async () => {
    const source = join(root, 'source');
    expect((await world.get(ContentImportService).importAll(source)).faults).toEqual([]);
    const slugs = await readdir(join(source, 'courses'));
    expect(slugs).toHaveLength(6);
    for (const slug of slugs) {
      await world.get(ContentExportService).export(slug, join(root, 'courses'));
      const names = await filesBelow(join(source, 'courses', slug));
      expect(await filesBelow(join(root, 'courses', slug))).toEqual(names);
      for (const name of names) {
        const [before, after] = await Promise.all(
          [join(source, 'courses', slug, name), join(root, 'courses', slug, name)].map((file) => readFile(file)),
        );
        expect(after?.equals(before ?? Buffer.alloc(0))).toBe(true);
      }
    }
    // As if it were another release's: the stamps of what was imported must not be what makes it nothing new.
    await world.dataSource.query('DELETE FROM content_stamp');
    expect(await world.get(ContentImportService).importAll(root)).toMatchObject({ imported: [], faults: [] });
    const [counts] = await world.dataSource.query<Record<string, number>[]>(
      `SELECT count(*)::int AS revisions, count(*) FILTER (WHERE state = 'published')::int AS published FROM course_revision`,
    );
    expect(counts).toEqual({ revisions: 6, published: 6 });
  }, 240_000);

  it('shows an image with its size, by its hash', async () => {
    const [lesson] = await world.dataSource.query<{ html: string }[]>(
      `SELECT html FROM lesson WHERE html LIKE '%<img%'`,
    );
    expect(lesson?.html).toMatch(
      /<img src="\/api\/v1\/images\/[0-9a-f]{64}" alt="Sơ đồ bốn bước" width="640" height="360" loading="lazy" \/>/,
    );
  });
});
