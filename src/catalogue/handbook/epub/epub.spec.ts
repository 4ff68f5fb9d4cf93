import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';
import { epubcheck, epubcheckAvailability } from '../../../../test/support/epubcheck.js';
import { LETTERS, sampleBook } from '../../../../test/support/handbook.js';
import { writeEpub } from './epub.js';

async function unzip(epub: Buffer): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'union-skills-epub-'));
  const path = join(folder, 'book.epub');
  await writeFile(path, epub);
  const files = new Map<string, string>();
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString());
  }
  zip.close();
  await rm(folder, { recursive: true });
  return files;
}

/** Ids and links of an XML file. @throws Error when it is not well-formed */
function read(xml: string): { ids: string[]; links: string[] } {
  const found = { ids: [] as string[], links: [] as string[] };
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ attributes }) => {
    const { id, href, src } = attributes as Record<string, string>;
    if (id !== undefined) found.ids.push(id);
    for (const link of [href, src]) if (link !== undefined) found.links.push(link);
  });
  parser.write(xml).close();
  return found;
}

describe('handbook as EPUB', () => {
  it('begins with its media type, unpacked, as the container format asks', async () => {
    const epub = await writeEpub(sampleBook());
    expect(epub.subarray(30, 38).toString()).toBe('mimetype');
    expect(epub.subarray(38, 58).toString()).toBe('application/epub+zip');
    expect(epub.readUInt16LE(8)).toBe(0);
    expect(epub.readUInt16LE(28)).toBe(0);
  });

  it('is well-formed, and no link leads astray', async () => {
    const files = await unzip(await writeEpub(sampleBook()));
    const read_ = new Map(
      [...files].filter(([name]) => /\.(?:xhtml|opf|ncx|xml)$/.test(name)).map(([name, xml]) => [name, read(xml)]),
    );
    const web: string[] = [];
    for (const [name, { ids, links }] of read_) {
      expect(new Set(ids).size).toBe(ids.length);
      for (const link of links) {
        if (link.includes(':')) {
          web.push(link);
          continue;
        }
        const [file = '', fragment] = link.split('#');
        const target = file === '' ? name : `EPUB/${file}`;
        expect(files.has(target)).toBe(true);
        if (fragment !== undefined) expect(read_.get(target)?.ids).toContain(fragment);
      }
    }
    expect(new Set(web)).toEqual(new Set(['https://congbao.chinhphu.vn/?a=1&b=2']));
    const listed = read_.get('EPUB/package.opf')?.links.map((link) => `EPUB/${link}`);
    const content = [...files.keys()].filter((name) => /^EPUB\/(?!package)/.test(name));
    expect(new Set(listed)).toEqual(new Set(content));
  });

  it('says what the lessons say, and where each article is cited', async () => {
    const files = await unzip(await writeEpub(sampleBook()));
    const lesson = files.get('EPUB/bai-1-1.xhtml') ?? '';
    expect(lesson).toContain(LETTERS);
    expect(lesson).toContain('<a href="dieu-luat.xhtml#vn.blld.2019.d188">Điều 188</a>');
    // Not in the index: it is named, and leads nowhere.
    expect(lesson).toContain(' và Điều 999; xem');
    expect(lesson).toContain('<aside class="box ghi-nho">\n<p class="box-title">Ghi nhớ</p>\n<ul>');
    expect(lesson).toContain('<ol start="7">');
    expect(lesson).toContain('<pre>mẫu   đơn &lt;tờ&gt;\n  dòng hai</pre>');
    expect(lesson).toContain('Hình: Sơ đồ ba bước');
    const articles = files.get('EPUB/dieu-luat.xhtml') ?? '';
    expect([...articles.matchAll(/<dt id="[^"]*">(Điều \w+)/g)].map((match) => match[1])).toEqual([
      'Điều 8a',
      'Điều 36',
      'Điều 188',
    ]);
    expect(articles).toContain('<a href="bai-1-1.xhtml">Bài 1.1</a>, <a href="bai-2-1.xhtml">Bài 2.1</a>');
    const deadlines = files.get('EPUB/thoi-han.xhtml') ?? '';
    expect(deadlines).toContain('<strong>05 ngày</strong> làm việc');
    expect(deadlines).not.toContain('Nhận đơn');
    expect(files.get('EPUB/nav.xhtml')).toContain('Chuyên đề 2. Đình công');
  });

  it('is the same bytes for the same book', async () => {
    expect((await writeEpub(sampleBook())).equals(await writeEpub(sampleBook()))).toBe(true);
  });

  const { run, title } = epubcheckAvailability();
  (run ? it : it.skip)(
    `passes epubcheck without a remark${title}`,
    async () => {
      expect(await epubcheck(await writeEpub(sampleBook()))).toEqual([]);
      const bare = { ...sampleBook(), deadlines: [], articles: [] };
      expect(await epubcheck(await writeEpub(bare))).toEqual([]);
      // A Java machine that is alone on its processor takes 6 s for each; one among many tests takes ten times that.
    },
    240_000,
  );
});
