import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ContentFolder, Schemas, readCourse } from '../../authoring/course-format.service.js';
import { readLaw } from './law-files.js';

type Files = Record<string, string | Buffer | null>;

const COURSE: Files = {
  'course.yaml': `slug: hoa-giai
title: { vi: Hoà giải }
summary: { vi: Học hoà giải. }
asOf: '2026-11-21'
topics: [hoa-giai]
language: vi
estimatedMinutes: 30
completion:
  quizzes:
    - quiz: luyen-tap
      passPercent: 70
`,
  '01-mo-dau/module.yaml': 'title: { vi: Mở đầu }\nsummary: { vi: Mở đầu. }\n',
  '01-mo-dau/01-bai-mot.md': `---
title: { vi: Bài một }
kind: reading
minutes: 5
citations:
  - vn.blld.2019.d188
asOf: '2026-11-21'
---

Xem [Điều 188](law:vn.blld.2019.d188).
`,
  '01-mo-dau/02-luyen-tap.quiz.yaml': `slug: luyen-tap
title: { vi: Luyện tập }
kind: practice
questions: cau-hoi.gift
draw: 1
graceSeconds: 0
passPercent: 70
maxAttempts: 0
shuffleOptions: true
review: afterSubmission
`,
  '01-mo-dau/cau-hoi.gift': `// [id:c1] [tag:vn.blld.2019.d188] [tag:difficulty:3] [tag:on-tap]
::Một::[markdown]Nối {
=a -> 2
=b -> 1
}

// [id:c2]
Hai {T}
`,
};

const LAW: Files = {
  'sources.yaml': 'S1: Công báo\n',
  'vn.blld.2019/document.yaml': `id: vn.blld.2019
number: 45/2019/QH14
title: Bộ luật Lao động
effectiveFrom: '2021-01-01'
status: in-force
amendedBy: []
confidence: source
sources: [S1]
`,
  'vn.blld.2019/articles.yaml': `- id: vn.blld.2019.d188
  number: '188'
  title: Hoà giải
  versions:
    - from: '2021-01-01'
      to: '2026-07-01'
      summary: Trước.
      confidence: source
      sources: [S1]
    - from: '2026-07-01'
      summary: Sau.
      confidence: source
      sources: [S1]
`,
};

let schemas: Schemas;
let root: string;

beforeAll(async () => {
  schemas = await Schemas.read(resolve('content'));
});

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'union-skills-files-'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function folderOf(path: string, files: Files): Promise<ContentFolder> {
  for (const [name, content] of Object.entries(files)) {
    if (content === null) continue;
    await mkdir(dirname(join(root, path, name)), { recursive: true });
    await writeFile(join(root, path, name), content);
  }
  return ContentFolder.read(root, path, schemas);
}

const edited = (files: Files, name: string, edit: (text: string) => string | Buffer | null): Files => ({
  ...files,
  [name]: edit(String(files[name] ?? '')),
});
const replaced = (from: string | RegExp, to: string) => (text: string) => {
  expect(text).toMatch(from);
  return text.replace(from, to);
};

const placesOf = (folder: ContentFolder, path: string) =>
  folder.faults.map(({ file, line }) => `${file.slice(path.length + 1)}:${line ?? '-'}`);

const courseFaults = async (files: Files): Promise<{ places: string[]; text: string }> => {
  const folder = await folderOf('courses/hoa-giai', files);
  readCourse(folder);
  const text = folder.faults.map((fault) => `${fault.message.vi} ${fault.message.en}`).join('\n');
  return { places: placesOf(folder, 'courses/hoa-giai'), text };
};

describe('a course folder', () => {
  it('is read whole', async () => {
    const folder = await folderOf('courses/hoa-giai', COURSE);
    const files = readCourse(folder);
    expect(folder.faults).toEqual([]);
    expect(files?.course.skillModules[0]?.lessons.map(({ slug, kind, minutes }) => [slug, kind, minutes])).toEqual([
      ['bai-mot', 'reading', 5],
      ['luyen-tap', 'quiz', 2],
    ]);
    expect(files?.quizzes[0]?.questions).toMatchObject([
      {
        ...{ code: 'c1', difficulty: 3, tags: ['on-tap'], citations: ['vn.blld.2019.d188'] },
        body: { prompts: ['a', 'b'], choices: ['1', '2'] },
        answerKey: { kind: 'matching', pairs: [1, 0] },
      },
      { code: 'c2', title: 'Hai', difficulty: 2 },
    ]);
    expect(files?.citations).toEqual([
      { file: '01-mo-dau/01-bai-mot.md', line: 6, code: 'vn.blld.2019.d188', asOf: '2026-11-21' },
      { file: '01-mo-dau/cau-hoi.gift', line: 2, code: 'vn.blld.2019.d188', asOf: '2026-11-21' },
    ]);
  });

  it('is the same content whatever the line ends, the order of keys and the comments', async () => {
    const read = async (files: Files) => readCourse(await folderOf('courses/hoa-giai', files))?.course.contentHash;
    const hash = await read(COURSE);
    const windows = Object.fromEntries(
      Object.entries(COURSE).map(([name, text]) => [name, String(text).replaceAll('\n', '\r\n')]),
    );
    expect(await read(windows)).toBe(hash);
    const decomposed = Object.fromEntries(
      Object.entries(COURSE).map(([name, text]) => [name, String(text).normalize('NFD')]),
    );
    expect(await read(decomposed)).toBe(hash);
    expect(
      await read(
        edited(COURSE, '01-mo-dau/module.yaml', () => '# mới\nsummary: { vi: Mở đầu. }\ntitle: { vi: Mở đầu }\n'),
      ),
    ).toBe(hash);
    expect(await read(edited(COURSE, '01-mo-dau/cau-hoi.gift', replaced('Hai', 'Ba')))).not.toBe(hash);
  });

  it.each<[string, string, (text: string) => string | Buffer | null, string[], string]>([
    ['a wrong type', 'course.yaml', replaced('Minutes: 30', 'Minutes: nhiều'), ['course.yaml:7'], 'số nguyên'],
    [
      'an unknown key',
      'course.yaml',
      replaced('language: vi', 'language: vi\nlangue: vi'),
      ['course.yaml:7'],
      'mục lạ "langue"',
    ],
    ['a missing key', 'course.yaml', replaced(/title:.*\n/, ''), ['course.yaml:1'], 'Chưa ghi tên khoá học'],
    [
      'a wrong value',
      '01-mo-dau/02-luyen-tap.quiz.yaml',
      replaced('practice', 'thi'),
      ['01-mo-dau/02-luyen-tap.quiz.yaml:3'],
      'practice, final',
    ],
    ['a broken YAML', 'course.yaml', replaced('topics: [hoa-giai]', 'topics: [hoa-giai'), ['course.yaml:6'], 'YAML'],
    ['a key twice', 'course.yaml', replaced('language: vi', 'language: vi\nlanguage: vi'), ['course.yaml:7'], 'YAML'],
    [
      'a YAML bomb',
      'course.yaml',
      replaced('{ vi: Hoà giải }', '&a { vi: Hoà giải }\nx: [*a, *a]'),
      ['course.yaml:1'],
      'ký hiệu',
    ],
    ['another slug', 'course.yaml', replaced('slug: hoa-giai', 'slug: khac'), ['course.yaml:1'], 'tên thư mục'],
    [
      'completion by no quiz',
      'course.yaml',
      replaced('quiz: luyen-tap', 'quiz: la'),
      ['course.yaml:10'],
      'la không có',
    ],
    ['no front matter', '01-mo-dau/01-bai-mot.md', replaced('---\n', ''), ['01-mo-dau/01-bai-mot.md:1'], '---'],
    [
      'a fault in front matter',
      '01-mo-dau/01-bai-mot.md',
      replaced('minutes: 5', 'minutes: 500'),
      ['01-mo-dau/01-bai-mot.md:4'],
      '60',
    ],
    [
      'an unlisted link',
      '01-mo-dau/01-bai-mot.md',
      replaced(/$/, '\nVà [Điều 1](law:vn.blld.2019.d1).'),
      ['01-mo-dau/01-bai-mot.md:12'],
      'thiếu trong citations',
    ],
    [
      'an unused citation',
      '01-mo-dau/01-bai-mot.md',
      replaced('d188\nasOf', 'd188\n  - vn.blld.2019.d1\nasOf'),
      ['01-mo-dau/01-bai-mot.md:7'],
      'không dẫn đến',
    ],
    [
      'an older check',
      '01-mo-dau/01-bai-mot.md',
      replaced("'2026-11-21'", "'2026-11-20'"),
      ['01-mo-dau/01-bai-mot.md:7'],
      '2026-11-20',
    ],
    [
      'too few questions',
      '01-mo-dau/02-luyen-tap.quiz.yaml',
      replaced('draw: 1', 'draw: 3'),
      ['01-mo-dau/02-luyen-tap.quiz.yaml:5'],
      '2 câu',
    ],
    ['no question file', '01-mo-dau/cau-hoi.gift', () => null, ['01-mo-dau/cau-hoi.gift:-'], 'Thiếu tệp'],
    [
      'not UTF-8',
      '01-mo-dau/cau-hoi.gift',
      () => Buffer.from([0x48, 0xe0, 0x20]),
      ['01-mo-dau/cau-hoi.gift:-'],
      'UTF-8',
    ],
    [
      'an oversized file',
      '01-mo-dau/cau-hoi.gift',
      () => Buffer.alloc(5 * 1024 * 1024 + 1, 97),
      ['01-mo-dau/cau-hoi.gift:-'],
      '5 MB',
    ],
    [
      'a wrong answer in GIFT',
      '01-mo-dau/cau-hoi.gift',
      replaced('=b -> 1', '=b'),
      ['01-mo-dau/cau-hoi.gift:4'],
      'vế phải',
    ],
    ['no question id', '01-mo-dau/cau-hoi.gift', replaced('// [id:c2]\n', ''), ['01-mo-dau/cau-hoi.gift:7'], '[id:…]'],
    [
      'a question id twice',
      '01-mo-dau/cau-hoi.gift',
      replaced('[id:c2]', '[id:c1]'),
      ['01-mo-dau/cau-hoi.gift:8'],
      'cau-hoi.gift:2',
    ],
    [
      'no such difficulty',
      '01-mo-dau/cau-hoi.gift',
      replaced('difficulty:3', 'difficulty:9'),
      ['01-mo-dau/cau-hoi.gift:2'],
      '1, 2 hoặc 3',
    ],
    ['a wildcard', '01-mo-dau/cau-hoi.gift', replaced('{T}', '{=hoà giải*}'), ['01-mo-dau/cau-hoi.gift:8'], 'Dấu *'],
  ])('with %s is refused with file and line', async (_fault, name, edit, places, said) => {
    const found = await courseFaults(edited(COURSE, name, edit));
    expect(found.places).toEqual(places);
    expect(found.text).toContain(said);
  });

  describe('questions that GIFT cannot hold', () => {
    const QUIZ = '01-mo-dau/02-luyen-tap.quiz.yaml';
    const PARTS = '01-mo-dau/trinh-tu.questions.yaml';
    const both = replaced('questions: cau-hoi.gift', 'questions: [cau-hoi.gift, trinh-tu.questions.yaml]');
    const WITH_PARTS: Files = {
      ...edited(COURSE, QUIZ, both),
      [PARTS]: `- kind: ordering
  id: c3
  title: Thứ tự
  tags: [vn.blld.2019.d188, difficulty:1]
  stem: Xếp các bước.
  items: [Nộp đơn, Hoà giải, Toà án]
- kind: cloze
  id: c4
  title: Thời hạn
  stem: 'Trong [[1]] ngày.'
  blanks:
    - kind: numeric
      answers: [{ min: 5, max: 5, percent: 100 }]
`,
    };

    it('stand beside a GIFT file and are cited like its questions', async () => {
      const read = readCourse(await folderOf('courses/hoa-giai', WITH_PARTS));
      const [quiz] = read!.quizzes;
      expect(quiz!.questions.map(({ code, kind, difficulty }) => [code, kind, difficulty])).toEqual([
        ['c1', 'matching', 3],
        ['c2', 'true-false', 2],
        ['c3', 'ordering', 1],
        ['c4', 'cloze', 2],
      ]);
      expect(read!.citations).toContainEqual({ file: PARTS, line: 1, code: 'vn.blld.2019.d188', asOf: '2026-11-21' });
    });

    it.each([
      ['a gap without its mark', replaced("'Trong [[1]] ngày.'", 'Trong ngày.'), `${PARTS}:7`, 'đúng một lần'],
      ['items of a cloze', replaced('  blanks:', '  items: [a, b]\n  blanks:'), `${PARTS}:11`, 'items'],
      ['no items', replaced('  items: [Nộp đơn, Hoà giải, Toà án]\n', ''), `${PARTS}:1`, 'items'],
      ['an id used in GIFT', replaced('id: c3', 'id: c1'), `${PARTS}:1`, 'cau-hoi.gift:2'],
      ['no such difficulty', replaced('difficulty:1', 'difficulty:7'), `${PARTS}:1`, '1, 2 hoặc 3'],
      ['bounds that are no numbers', replaced('min: 5', 'min: năm'), `${PARTS}:13`, 'số'],
      ['an alias that grows', replaced('items: [Nộp đơn,', 'items: &a [Nộp đơn, *a,'), `${PARTS}:1`, 'YAML'],
    ])('with %s are refused with file and line', async (_fault, edit, place, said) => {
      const found = await courseFaults(edited(WITH_PARTS, PARTS, edit));
      expect(found.places).toEqual([place]);
      expect(found.text).toContain(said);
    });

    it('are drawn by a blueprint, which says which cell lacks how many', async () => {
      const blueprint = (cells: string) => replaced('draw: 1', `blueprint:\n${cells}`);
      const enough = blueprint('  - { kind: ordering, count: 1 }\n  - { count: 3 }');
      const read = readCourse(await folderOf('courses/hoa-giai', edited(WITH_PARTS, QUIZ, enough)));
      expect(read!.quizzes[0]).toMatchObject({ draw: 4, blueprint: [{ kind: 'ordering', count: 1 }, { count: 3 }] });
      const tooMany = blueprint(
        '  - { count: 1 }\n  - { difficulty: 2, count: 4 }\n  - { tag: on-tap, kind: cloze, count: 1 }',
      );
      const found = await courseFaults(edited(WITH_PARTS, QUIZ, tooMany));
      expect(found.places).toEqual([`${QUIZ}:7`, `${QUIZ}:8`]);
      expect(found.text).toContain('Ô thứ 2 của ma trận đề (difficulty: 2) cần 4 câu, ngân hàng còn thiếu 2 câu.');
      expect(found.text).toContain(
        'Ô thứ 3 của ma trận đề (tag: on-tap, kind: cloze) cần 1 câu, ngân hàng còn thiếu 1 câu.',
      );
    });

    it('need either a blueprint or a number to draw', async () => {
      const neither = await courseFaults(edited(COURSE, QUIZ, replaced('draw: 1\n', '')));
      const twice = await courseFaults(edited(COURSE, QUIZ, replaced('draw: 1', 'draw: 1\nblueprint: [{ count: 1 }]')));
      expect([neither.places, twice.places]).toEqual([[`${QUIZ}:1`], [`${QUIZ}:5`]]);
      expect(neither.text).toContain('Chưa ghi số câu rút cho mỗi lần làm');
    });
  });

  it.each([
    ['1-bai.md'],
    ['01-mo-dau/3-bai-ba.md'],
    ['01-mo-dau/03-bai-ba.txt'],
    ['01-mo-dau/03-Bai-Ba.md'],
    ['01-mo-dau/thua.gift'],
  ])('does not quietly leave out %s', async (name) => {
    expect((await courseFaults({ ...COURSE, [name]: String(COURSE['01-mo-dau/01-bai-mot.md']) })).places).toEqual([
      `${name}:-`,
    ]);
  });

  it('says that a skill module lacks its description, and that a name is taken', async () => {
    const again = { '02-them/01-bai-mot.md': String(COURSE['01-mo-dau/01-bai-mot.md']) };
    expect((await courseFaults({ ...COURSE, ...again })).places).toEqual([
      '02-them/module.yaml:-',
      '02-them/01-bai-mot.md:-',
    ]);
  });

  it('names all faults of all files at once', async () => {
    const files = [
      ['course.yaml', replaced('vi: Học hoà giải.', 'en: Only English.')],
      ['01-mo-dau/01-bai-mot.md', replaced('minutes: 5', 'minutes: 0')],
      ['01-mo-dau/cau-hoi.gift', replaced('{T}', '{T')],
    ] as const;
    const { places } = await courseFaults(files.reduce((all, [name, edit]) => edited(all, name, edit), COURSE));
    expect(places.sort()).toEqual(['01-mo-dau/01-bai-mot.md:4', '01-mo-dau/cau-hoi.gift:8', 'course.yaml:3']);
  });
});

describe('the law folder', () => {
  const lawFaults = async (files: Files) => {
    const folder = await folderOf('law', files);
    readLaw(folder);
    return { places: placesOf(folder, 'law'), text: folder.faults.map((fault) => fault.message.vi).join('\n') };
  };
  const ARTICLES = 'vn.blld.2019/articles.yaml';

  it('is read whole', async () => {
    const folder = await folderOf('law', { ...LAW, 'DOUBTS.md': 'Nghi vấn' });
    const law = readLaw(folder);
    expect(folder.faults).toEqual([]);
    expect(law.sources).toEqual([{ code: 'S1', text: 'Công báo' }]);
    expect(law.documents).toMatchObject([
      {
        code: 'vn.blld.2019',
        issuedOn: null,
        articles: [{ code: 'vn.blld.2019.d188', versions: [{ validTo: '2026-07-01' }, { validTo: null }] }],
      },
    ]);
  });

  it.each<[string, string, (text: string) => string | null, string[], string]>([
    ['an unknown source', ARTICLES, replaced('sources: [S1]', 'sources: [S9]'), [`${ARTICLES}:9`], 'S9'],
    ['a broken source list', 'sources.yaml', replaced('S1: Công báo', 'S1: [Công báo'), ['sources.yaml:2'], 'YAML'],
    ['a source without text', 'sources.yaml', replaced(/$/, 'X2: x\n'), ['sources.yaml:2'], 'X2'],
    [
      'overlapping versions',
      ARTICLES,
      replaced("to: '2026-07-01'", "to: '2026-07-02'"),
      [`${ARTICLES}:6`],
      'chồng nhau',
    ],
    [
      'an open version before another',
      ARTICLES,
      replaced("      to: '2026-07-01'\n", ''),
      [`${ARTICLES}:5`],
      'chồng nhau',
    ],
    [
      'a version that ends before it begins',
      ARTICLES,
      replaced("from: '2021-01-01'", "from: '2026-07-01'"),
      [`${ARTICLES}:6`],
      'thứ tự',
    ],
    [
      'an article of another document',
      ARTICLES,
      replaced('id: vn.blld.2019.d188', 'id: vn.lcd.2024.d188'),
      [`${ARTICLES}:1`],
      'không thuộc',
    ],
    ['an article twice', ARTICLES, (text) => text + text, [`${ARTICLES}:14`], 'bị lặp'],
    [
      'another id',
      'vn.blld.2019/document.yaml',
      replaced('id: vn.blld.2019', 'id: vn.x.2019'),
      ['vn.blld.2019/document.yaml:1'],
      'tên thư mục',
    ],
    ['a number for a date', ARTICLES, replaced("from: '2021-01-01'", 'from: 2021'), [`${ARTICLES}:5`], 'chữ'],
    ['no articles', ARTICLES, () => null, [`${ARTICLES}:-`], 'Thiếu tệp'],
    ['a misspelt file', 'vn.blld.2019/articels.yaml', () => '[]', ['vn.blld.2019/articels.yaml:-'], 'tên tệp'],
  ])('with %s is refused with file and line', async (_fault, name, edit, places, said) => {
    const found = await lawFaults(edited(LAW, name, edit));
    expect(found.places).toEqual(places);
    expect(found.text).toContain(said);
  });
});
