import fc from 'fast-check';
import { renderLesson } from '../catalogue/course-import.service.js';
import { blocksOf, quoteOf, wordsOf, type Block } from './review-blocks.rules.js';
import { compareBlocks, compareWords, followBlocks, type WordRun } from './review-difference.rules.js';

const blocks = (markdown: string) => blocksOf(renderLesson(markdown));
const joined = (runs: WordRun[], without: WordRun['kind']) =>
  runs
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join(' ')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ');
const plain = (words: string) => words.split(/\s+/).filter(Boolean).join(' ');

const WORDS = [
  'người',
  'lao động',
  'Điều 188',
  '**hoà giải**',
  '_06 tháng_',
  '5 < 7 & 9',
  'https://x.vn',
  '`a`',
  '[a](law:vn.blld.2019.d1)',
];
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const paragraph = fc.oneof(
  sentence,
  sentence.map((text) => `## ${text}`),
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((rows) => `| A | B |\n| --- | --- |\n${rows.map((row) => `| ${row} | x |`).join('\n')}`),
  sentence.map((text) => `::: ghi-nho\n${text}\n:::`),
);
const lesson = fc.array(paragraph, { maxLength: 8 }).map((parts) => parts.join('\n\n'));

describe('paragraphs of a lesson', () => {
  it('are the blocks at its top, and together all of it', () => {
    fc.assert(
      fc.property(lesson, (markdown) => {
        const html = renderLesson(markdown);
        const squeezed = (text: string) => text.replace(/\s+/g, '');
        expect(
          squeezed(
            blocksOf(html)
              .map((block) => block.html)
              .join(''),
          ),
        ).toBe(squeezed(html));
      }),
    );
  });

  it('say in words what boxes, tables, lists, images and breaks say', () => {
    const [box, table, list] = blocks(
      '::: luu-y\nGửi **06 tháng** & nhớ.\n:::\n\n| Việc | Hạn |\n| --- | --- |\n| Kỷ luật | 12 tháng |\n\n1. Một\n2. Hai\n   - Ba',
    );
    expect(box?.words).toBe('Lưu ý\nGửi 06 tháng & nhớ.');
    expect(table?.words).toBe('Việc · Hạn\nKỷ luật · 12 tháng');
    expect(list?.words).toBe('• Một\n• Hai\n• Ba');
    expect(wordsOf('<p>a<br />b <img src="/x" alt="Sơ đồ &lt;1&gt;" /></p>')).toBe('a\nb [Hình: Sơ đồ <1>]');
  });

  it('are quoted by their first 200 characters, never half of one', () => {
    const html = `<p>${'😀'.repeat(300)}</p>`;
    expect([...quoteOf({ html, words: wordsOf(html) })]).toHaveLength(200);
  });
});

describe('the difference of two texts', () => {
  it('is none between a text and itself', () => {
    fc.assert(
      fc.property(lesson, (markdown) => {
        const all = blocks(markdown);
        expect(compareBlocks(all, all).every(({ kind }) => kind === 'same')).toBe(true);
        expect(followBlocks(all, all)).toEqual(all.map((_, at) => at));
      }),
    );
  });

  it('gives back both texts, word for word', () => {
    fc.assert(
      fc.property(lesson, lesson, (one, other) => {
        const [before, after] = [blocks(one), blocks(other)];
        // What differs in addresses alone is told with them.
        const difference = compareBlocks(before, after).filter(
          ({ words }) => !/\(vn\.|\(https/.test(JSON.stringify(words)),
        );
        const texts = (list: Block[]) => list.map(({ words }) => plain(words));
        for (const { kind, words } of difference) {
          if (kind !== 'added') expect(texts(before)).toContain(joined(words, 'added'));
          if (kind !== 'removed') expect(texts(after)).toContain(joined(words, 'removed'));
        }
      }),
    );
  });

  it('shows no markup, whatever was made bold', () => {
    const [one] = compareBlocks(blocks('Gửi đơn trong 06 tháng.'), blocks('Gửi đơn **trong 09 tháng**.'));
    expect(one).toEqual({
      kind: 'changed',
      words: [
        { kind: 'same', text: 'Gửi đơn trong ' },
        { kind: 'removed', text: '06 ' },
        { kind: 'added', text: '09 ' },
        { kind: 'same', text: 'tháng.' },
      ],
    });
  });

  it('tells another article behind the same words, and says when only the looks changed', () => {
    const to = (code: string) => blocks(`Theo [Điều 188](law:${code}).`);
    const [moved] = compareBlocks(to('vn.blld.2019.d188'), to('vn.blld.2019.d189'));
    expect(joined(moved?.words ?? [], 'removed')).toContain('vn.blld.2019.d189');
    const [bold] = compareBlocks(blocks('Một hai ba.'), blocks('Một **hai** ba.'));
    expect(bold).toEqual({ kind: 'changed', words: [{ kind: 'same', text: 'Một hai ba.' }] });
  });

  it('keeps words that are written alike apart from spaces', () => {
    expect(compareWords('a  b\nc', 'a b c')).toEqual([{ kind: 'same', text: 'a b c' }]);
  });

  it.each([
    ['another text', (index: number) => `từ${index}`, (index: number) => `chữ${index}`],
    ['every other word', (index: number) => `từ${index}`, (index: number) => (index % 2 ? `từ${index}` : `x${index}`)],
    ['the same word for ever', () => 'a', (index: number) => (index % 3 ? 'a' : 'b')],
  ])('of 100 kB takes less than two seconds: %s', (_, one, other) => {
    for (const gap of [' ', '\n\n', '\n\n\n- ']) {
      const text = (word: (index: number) => string) =>
        Array.from({ length: 16_000 }, (_unused, at) => word(at)).join(gap);
      const [before, after] = [blocks(text(one)), blocks(text(other))];
      const started = performance.now();
      compareBlocks(before, after);
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});

describe('a comment', () => {
  const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 12 });
  /** Paragraphs that share no word. */
  const textOf = (ids: readonly number[]) => ids.map((id) => `m${id}a m${id}b m${id}c m${id}d`).join('\n\n');

  it('follows its paragraph wherever it is moved, and is left when it is gone', () => {
    fc.assert(
      fc.property(distinct, distinct, (before, after) => {
        const places = followBlocks(blocks(textOf(before)), blocks(textOf(after)));
        expect(places).toEqual(before.map((id) => (after.includes(id) ? after.indexOf(id) : null)));
      }),
    );
  });

  it('stays with a paragraph that was corrected as it asked for', () => {
    const before = blocks('Mở đầu bài học hôm nay.\n\nThời hiệu hoà giải là 09 tháng kể từ ngày biết.\n\nKết.');
    const after = blocks(
      'Thêm một đoạn mới.\n\nMở đầu bài học hôm nay.\n\nThời hiệu hoà giải là 06 tháng kể từ ngày phát hiện.\n\nKết.',
    );
    expect(followBlocks(before, after)).toEqual([1, 2, 3]);
  });

  it('never shares its place with that of another paragraph', () => {
    fc.assert(
      fc.property(lesson, lesson, (one, other) => {
        const [before, after] = [blocks(one), blocks(other)];
        const places = followBlocks(before, after).filter((place) => place !== null);
        expect(new Set(places).size).toBe(places.length);
        expect(places.every((place) => place >= 0 && place < after.length)).toBe(true);
      }),
    );
  });
});
