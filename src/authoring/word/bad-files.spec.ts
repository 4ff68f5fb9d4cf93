import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  listed,
  paragraph,
  picture,
  PNG,
  relation,
  run,
  styled,
  table,
  textBox,
  wordFile,
  zipped,
} from '../../../test/support/word-file.js';
import { renderLesson } from '../../catalogue/lesson-markdown.js';
import { createLogger } from '../../platform/logging/logger.js';
import { Problem } from '../../platform/problems/problem.js';
import { lessonFromDocx } from './docx-lesson.js';
import { LessonReader } from './lesson-reader.js';
import { lessonFromMarkdown } from './markdown-lesson.js';

/** The code of the problem that a file is refused with, or what else became of it. */
async function outcome(file: Buffer): Promise<string> {
  try {
    renderLesson((await lessonFromDocx(file)).markdown);
    return 'read';
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
}

/** A file with something of everything. */
const everything = () =>
  wordFile({
    body:
      styled('Title', 'Bài') +
      styled('Heading1', 'Một') +
      paragraph(`${run('Chữ')}<w:r><w:footnoteReference w:id="2"/></w:r>${picture('rId5', 'Hình')}`) +
      listed(2, 0, 'a') +
      listed(2, 1, 'b') +
      table([
        [{ content: 'x', properties: '<w:gridSpan w:val="2"/>' }],
        ['y', { content: 'z', properties: '<w:vMerge/>' }],
      ]) +
      paragraph(textBox(paragraph('Ghi nhớ: ký trước.'))),
    footnotes: `<w:footnote w:id="2">${paragraph('Nguồn')}</w:footnote>`,
    relations: relation('rId5', 'image', 'media/image1.png'),
    parts: { 'word/media/image1.png': PNG },
  });

const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';

describe('files that are refused with a clear message', () => {
  it('macros, whatever the file is called', async () => {
    const body = paragraph('x');
    expect(await outcome(await wordFile({ body, parts: { 'word/vbaProject.bin': 'x' } }))).toBe('lesson-has-macros');
    const types =
      '<Override PartName="/word/x.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>';
    expect(await outcome(await wordFile({ body, types }))).toBe('lesson-has-macros');
  });

  it('an old .doc, a file with a password, other files under its name', async () => {
    expect(await outcome(Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'))).toBe('lesson-old-or-encrypted');
    expect(await outcome(PNG)).toBe('lesson-no-word-file');
    expect(await outcome(Buffer.alloc(0))).toBe('lesson-no-word-file');
    expect(await outcome(await zipped({ '[Content_Types].xml': TYPES, 'xl/workbook.xml': '<x/>' }))).toBe(
      'lesson-no-word-file',
    );
    expect(await outcome(await zipped({ 'a.txt': 'x' }))).toBe('lesson-no-word-file');
  });

  it('bombs, by what they declare and by what they hold', async () => {
    const large = await wordFile({ body: `<!--${' '.repeat(20 * 1_048_576)}-->` });
    expect(await outcome(large)).toBe('lesson-file-too-large');
    // A part that declares one byte and goes on for ten million.
    const lying = await wordFile({ body: paragraph('x'), parts: { 'word/media/a.png': Buffer.alloc(10_000_000) } });
    for (let at = lying.indexOf('PK\x01\x02'); at >= 0; at = lying.indexOf('PK\x01\x02', at + 4))
      if (
        lying
          .subarray(at + 46)
          .toString('latin1')
          .startsWith('word/media')
      )
        lying.writeUInt32LE(1, at + 24);
    expect(await outcome(lying)).toBe('lesson-file-damaged');
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`word/media/${at}`, 'x']));
    expect(await outcome(await wordFile({ body: paragraph('x'), parts: many }))).toBe('lesson-file-too-large');
  });

  it('10,000 tables, 20,000 paragraphs, tables in tables without end', async () => {
    expect(await outcome(await wordFile({ body: table([['x']]).repeat(10_000) }))).toBe('lesson-file-too-large');
    expect(await outcome(await wordFile({ body: paragraph('x').repeat(20_000) }))).toBe('lesson-file-too-large');
    let nested = paragraph('x');
    for (let depth = 0; depth < 300; depth += 1) nested = table([[nested + paragraph('')]]);
    expect(await outcome(await wordFile({ body: nested }))).toBe('lesson-file-too-large');
  });

  it('XML with a DTD or entities', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    for (const name of ['word/document.xml', 'word/styles.xml', '[Content_Types].xml', 'word/_rels/document.xml.rels'])
      expect(await outcome(await wordFile({ body: paragraph('x'), parts: { [name]: `${bomb}<x>&b;</x>` } }))).toBe(
        'lesson-file-unsafe',
      );
    expect(await outcome(await wordFile({ body: paragraph('<w:r><w:t>&xxe;</w:t></w:r>') }))).toBe(
      'lesson-file-damaged',
    );
  });

  it('nothing in it, half of it, not in UTF-8', async () => {
    expect(await outcome(await wordFile({ body: '' }))).toBe('lesson-file-empty');
    const whole = await everything();
    for (const share of [0.2, 0.5, 0.9, 0.99])
      expect(await outcome(whole.subarray(0, Math.floor(whole.length * share)))).toBe('lesson-file-damaged');
    const wide = Buffer.from('\ufeff<w:document/>', 'utf16le');
    expect(await outcome(await wordFile({ body: '', parts: { 'word/document.xml': wide } }))).toBe(
      'lesson-file-damaged',
    );
  });
});

describe('damaged files', () => {
  it('are read or refused, never more than that, whichever bytes are wrong', async () => {
    const whole = await everything();
    expect(await outcome(whole)).toBe('read');
    for (let round = 0; round < 150; round += 1) {
      const damaged = Buffer.from(whole);
      const noise = createHash('sha256').update(String(round)).digest();
      for (let at = 0; at < 1 + (round % 4); at += 1)
        damaged[noise.readUInt32LE(at * 4) % damaged.length] = noise[16 + at] ?? 0;
      expect(await outcome(damaged)).toMatch(/^(?:read|lesson-[a-z-]+)$/);
    }
  });

  it('are read or refused whichever tags are missing, doubled or changed', async () => {
    const tags = /<[^>]+>/g;
    const body =
      listed(2, 0, 'a') +
      table([[paragraph(textBox(paragraph('Lưu ý: b')))], ['c']]) +
      styled('Heading1', 'd') +
      paragraph(picture('rId5', 'e'));
    const count = [...body.matchAll(tags)].length;
    for (let round = 0; round < 150; round += 1) {
      const noise = createHash('sha256').update(`tags ${round}`).digest();
      const [first, second] = [noise.readUInt32LE(0) % count, noise.readUInt32LE(4) % count];
      let at = -1;
      const changed = body.replace(tags, (tag) => {
        at += 1;
        if (at === first) return round % 3 === 0 ? '' : round % 3 === 1 ? tag + tag : tag.replace(/w:\w+/, 'w:tc');
        return at === second ? tag.replace(/"[^"]*"/g, '"-1e9"') : tag;
      });
      expect(await outcome(await wordFile({ body: changed }))).toMatch(/^(?:read|lesson-[a-z-]+)$/);
    }
  });

  it('of Markdown are read or refused, too', () => {
    for (let round = 0; round < 300; round += 1) {
      const noise = createHash('sha512').update(String(round)).digest();
      const signs = '\n\n  #*_`|[]()!<>&~:-+=1.\\^"\'/a';
      const text = [...noise, ...noise].map((byte) => signs[byte % signs.length]).join('');
      expect(typeof lessonFromMarkdown(Buffer.from(`x ${text}`)).markdown).toBe('string');
    }
  });
});

describe('the thread that reads', () => {
  const reader = (options: { timeoutMs?: number; memoryMb?: number; waiting?: number } = {}) =>
    new LessonReader(createLogger('silent'), { timeoutMs: 30_000, memoryMb: 512, waiting: 5, ...options });

  it('reads both kinds, by their first bytes', async () => {
    const threads = reader();
    const [word, markdown] = await Promise.all([
      threads.read(await everything()),
      threads.read(Buffer.from('# Bài\n\nChữ')),
    ]);
    expect(word.title).toBe('Bài');
    expect(Buffer.from(word.images[0]?.bytes ?? []).equals(PNG)).toBe(true);
    expect(markdown).toMatchObject({ title: 'Bài', markdown: 'Chữ\n' });
  });

  it('hands on why a file was refused', async () => {
    const refused = reader().read(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    await expect(refused).rejects.toMatchObject({
      code: 'lesson-old-or-encrypted',
      status: 422,
      detail: { vi: expect.stringContaining('mật khẩu') },
    });
  });

  it('gives up what takes too long or needs too much, and reads the next', async () => {
    const slow = await wordFile({ body: paragraph('x'.repeat(200)).repeat(9_000) });
    const hurried = reader({ timeoutMs: 20 });
    await expect(hurried.read(slow)).rejects.toMatchObject({ code: 'lesson-file-too-large' });
    await expect(reader({ memoryMb: 16 }).read(slow)).rejects.toMatchObject({ code: 'lesson-file-damaged' });
    expect((await reader().read(Buffer.from('# Bài\n\nx'))).title).toBe('Bài');
  });

  it('lets only so many wait', async () => {
    const busy = reader({ waiting: 1 });
    const reading = [busy.read(Buffer.from('a')), busy.read(Buffer.from('b'))];
    await expect(busy.read(Buffer.from('c'))).rejects.toMatchObject({ status: 503 });
    expect((await Promise.all(reading)).map(({ markdown }) => markdown)).toEqual(['a\n', 'b\n']);
  });
});
