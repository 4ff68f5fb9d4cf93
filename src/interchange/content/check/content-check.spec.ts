import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkContent } from './content-check.js';

const COURSE = 'courses/hoa-giai';
const LESSON = `${COURSE}/01-mo-dau/01-bai-mot.md`;
const QUESTIONS = `${COURSE}/01-mo-dau/cau-hoi.gift`;
const FILLER = 'Anh chị đọc kỹ hồ sơ rồi hỏi lại người lao động từng việc một. '.repeat(32);

const FILES: Record<string, string> = {
  'check-exceptions.yaml': '[]\n',
  'law/sources.yaml': 'S1: Công báo\n',
  'law/DOUBTS.md': 'Điều 206 (`vn.blld.2019.d206`) hiểu được theo hai cách.\n',
  'law/vn.blld.2019/document.yaml': `id: vn.blld.2019
number: 45/2019/QH14
title: Bộ luật Lao động
effectiveFrom: '2021-01-01'
status: in-force
amendedBy: []
confidence: source
sources: [S1]
`,
  'law/vn.blld.2019/articles.yaml': `- id: vn.blld.2019.d188
  number: '188'
  title: Hoà giải
  versions:
    - { from: '2021-01-01', summary: Hoà giải xong trong 05 ngày làm việc., confidence: source, sources: [S1] }
- id: vn.blld.2019.d206
  number: '206'
  title: Đóng cửa
  versions:
    - { from: '2021-01-01', summary: Trước 12 giờ., confidence: source, sources: [S1] }
`,
  [`${COURSE}/course.yaml`]: `slug: hoa-giai
title: { vi: Hoà giải }
summary: { vi: Học hoà giải. }
asOf: '2026-11-21'
topics: [hoa-giai]
language: vi
estimatedMinutes: 30
completion: { quizzes: [{ quiz: luyen-tap, passPercent: 70 }] }
`,
  [`${COURSE}/01-mo-dau/module.yaml`]: 'title: { vi: Mở đầu }\nsummary: { vi: Mở đầu. }\n',
  [LESSON]: `---
title: { vi: Hoà giải trong bao lâu? }
kind: reading
minutes: 5
citations: [vn.blld.2019.d188]
asOf: '2026-11-21'
---

**Trả lời ngắn.** Hoà giải viên có 05 ngày làm việc ([Điều 188](law:vn.blld.2019.d188)).

${FILLER}

::: vi-du
Chị Lan chờ 12 ngày, trái [Điều 188](law:vn.blld.2019.d188).
:::

::: ghi-nho
- Đếm ngày làm việc.
:::
`,
  [`${COURSE}/01-mo-dau/02-luyen-tap.quiz.yaml`]: `slug: luyen-tap
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
  [QUESTIONS]: `// [id:c1] [tag:vn.blld.2019.d188] [tag:tinh-huong]
::Một::[markdown]Chị Lan phải chờ bao lâu? {
=Không quá 05 ngày làm việc
~Không quá 07 ngày làm việc#Đó là hạn của việc khác.
####Điều 188\\: 05 ngày làm việc.
}
`,
};

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'union-skills-check-'));
  await cp(resolve('content/schemas'), join(root, 'schemas'), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(join(root, name, '..'), { recursive: true });
    await writeFile(join(root, name), text);
  }
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function faultsAfter(name: string, from: string, to: string): Promise<string[]> {
  const text = await readFile(join(root, name), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(root, name), text.replace(from, to));
  const { faults } = await checkContent(root);
  return faults.map(({ file, line, message }) => `${file}:${line ?? '-'} ${message.en}`);
}

describe('the content check', () => {
  it('finds nothing in content that is right, and says what it looked at', async () => {
    const { faults, figures } = await checkContent(root);
    expect(faults).toEqual([]);
    expect(figures).toEqual({ courses: 1, lessons: 1, questions: 1, situations: 1, citations: 2, quotedFigures: 2 });
  });

  it('finds a deadline that the cited article does not state, at its line', async () => {
    const faults = await faultsAfter(LESSON, 'có 05 ngày làm việc', 'có 06 ngày làm việc');
    expect(faults).toEqual([
      expect.stringMatching(/01-bai-mot\.md:9 "06 ngày làm việc" is not in vn\.blld\.2019\.d188/),
    ]);
  });

  it('lets a justified exception pass, and reports one that excuses nothing', async () => {
    const exception = `- { file: ${LESSON}, figure: 06 ngày làm việc, reason: Ngày thứ sáu là ngày sau khi hết hạn. }\n`;
    await writeFile(join(root, 'check-exceptions.yaml'), exception);
    expect(await faultsAfter(LESSON, 'có 05 ngày', 'có 06 ngày')).toEqual([]);
    expect(await faultsAfter(LESSON, 'có 06 ngày', 'có 05 ngày')).toEqual([
      expect.stringContaining('check-exceptions.yaml:1 The exception "06 ngày làm việc"'),
    ]);
  });

  it.each([
    ['figures of a question', QUESTIONS, 'Điều 188\\: 05', 'Điều 188\\: 09', '"09 ngày làm việc" is not in'],
    ['a question without feedback', QUESTIONS, '#Đó là hạn của việc khác.', '', 'Wrong option 2 lacks its feedback'],
    ['a question without an article', QUESTIONS, ' [tag:vn.blld.2019.d188]', '', 'The question cites no article'],
    [
      'an answer given away by its length',
      QUESTIONS,
      '=Không quá 05 ngày làm việc',
      '=Không quá 05 ngày làm việc kể từ ngày hoà giải viên nhận được yêu cầu của người lao động',
      'given away by its length',
    ],
    ['a doubtful article in a question', QUESTIONS, 'd188]', 'd206]', 'd206 is in doubt'],
    ['an unclosed brace', QUESTIONS, '\n}', '', 'cau-hoi.gift'],
    ['an unknown article', QUESTIONS, 'd188]', 'd999]', 'd999 is not in the law library'],
    ['a lesson that does not begin with its answer', LESSON, '**Trả lời ngắn.** ', '', 'begins with its answer'],
    ['a lesson that is too short', LESSON, FILLER, 'Ngắn.', 'words; 400 to 900'],
    ['no example', LESSON, '::: vi-du', '::: luu-y', 'no worked example'],
    ['an image without words', LESSON, FILLER, `${FILLER} ![](https://vi.du/a.png)`, 'no alternative text'],
    ['a link that leads nowhere', LESSON, FILLER, `${FILLER} [đây](bai-hai)`, 'leads nowhere'],
    ['letters that are not composed', LESSON, 'Đếm ngày', 'Đếm ngày'.normalize('NFD'), 'not in composed form'],
    ['broken YAML', `${COURSE}/course.yaml`, 'slug: hoa-giai', 'slug: [', 'Not valid YAML'],
    ['too much to remember', LESSON, '- Đếm ngày làm việc.', '- a\n- b\n- c\n- d\n- e\n- f', 'at most 5'],
  ])('finds %s', async (_, name, from, to, said) => {
    expect((await faultsAfter(name, from, to)).join('\n')).toContain(said);
  });

  it('asks for a visible note where a lesson cites what is in doubt', async () => {
    const cited = ['citations: [vn.blld.2019.d188]', 'citations: [vn.blld.2019.d188, vn.blld.2019.d206]'] as const;
    const note = (box: string) => `${FILLER}\n\n::: ${box}\nXem [Điều 206](law:vn.blld.2019.d206).\n:::\n`;
    await faultsAfter(LESSON, ...cited);
    expect((await faultsAfter(LESSON, FILLER, note('luu-y'))).join()).toContain('d206 is in doubt');
    expect(await faultsAfter(LESSON, '::: luu-y', '::: nghi-van')).toEqual([]);
  });
});

describe('the content of this repository', () => {
  it('has no fault', async () => {
    const { faults } = await checkContent(resolve('content'));
    expect(faults).toEqual([]);
  }, 180_000);
});
