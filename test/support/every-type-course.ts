import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { COURSE } from './learner.js';

const FILES: Record<string, string> = {
  'course.yaml': `slug: ${COURSE}
title: { vi: Mọi loại câu hỏi }
summary: { vi: Một khoá nhỏ với đủ loại câu hỏi. }
asOf: '2026-11-21'
topics: [giai-quyet-tranh-chap-lao-dong]
language: vi
estimatedMinutes: 20
completion: { quizzes: [{ quiz: du-loai, passPercent: 70 }] }
`,
  '01-du-loai/module.yaml': 'title: { vi: Đủ loại }\nsummary: { vi: Đủ loại câu hỏi. }\n',
  '01-du-loai/01-du-loai.quiz.yaml': `slug: du-loai
title: { vi: Bài đủ loại }
kind: final
questions: [sau-loai.gift, ba-loai.questions.yaml]
blueprint:
  - { kind: essay, count: 1 }
  - { kind: ordering, count: 1 }
  - { kind: cloze, count: 1 }
  - { count: 6 }
timeLimitMinutes: 60
graceSeconds: 30
passPercent: 70
maxAttempts: 3
shuffleOptions: true
review: afterSubmission
`,
  '01-du-loai/sau-loai.gift': `// [id:d1] [tag:vn.blld.2019.d188]
::Một::[markdown]Vụ việc đi đường nào trước tiên? {=Hoà giải ~Toà án ~Trọng tài}

// [id:d2]
::Nhiều::[markdown]Những ai giải quyết tranh chấp cá nhân? {~%50%Hoà giải viên ~%50%Toà án ~%-50%Ban giám đốc}

// [id:d3]
::Đúng sai::[markdown]Tranh chấp về lợi ích không thuộc thẩm quyền Toà án. {TRUE}

// [id:d4]
::Ngắn::[markdown]Ai hoà giải? {=hoà giải viên}

// [id:d5]
::Số::[markdown]Hoà giải xong trong bao nhiêu ngày làm việc? {#5}

// [id:d6]
::Nối::[markdown]Nối nơi với thời hiệu. {=Hoà giải viên -> 06 tháng =Toà án -> 01 năm}
`,
  '01-du-loai/ba-loai.questions.yaml': `- kind: ordering
  id: d7
  title: Thứ tự
  tags: [vn.blld.2019.d188]
  stem: Xếp các bước theo đúng thứ tự.
  items: [Gửi đơn yêu cầu hoà giải, Hoà giải viên lập biên bản, Yêu cầu Toà án giải quyết]
- kind: cloze
  id: d8
  title: Chỗ trống
  tags: [vn.blld.2019.d188]
  stem: Hoà giải xong trong [[1]] ngày làm việc, do [[2]] chủ trì, nếu không thành thì ra [[3]].
  blanks:
    - { kind: numeric, answers: [{ min: 5, max: 5, percent: 100 }] }
    - { kind: choice, answers: [{ text: hoà giải viên, percent: 100 }, { text: thanh tra }] }
    - { kind: short-answer, answers: [{ text: Toà án, percent: 100 }] }
- kind: essay
  id: d9
  title: Đơn yêu cầu
  tags: [vn.blld.2019.d188]
  stem: Viết phần nội dung của đơn yêu cầu hoà giải về tiền lương.
  minimumWords: 10
  photo: true
  rubric:
    - { criterion: Nêu đủ bên và việc, points: 3 }
    - { criterion: Dẫn đúng điều luật, points: 1 }
`,
};

/** Content with one small course in the place of the shipped one, whose final quiz asks one question of every kind. */
export async function writeEveryTypeCourse(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'union-skills-every-type-'));
  for (const part of ['schemas', 'law', 'scenarios']) {
    await cp(resolve('content', part), join(root, part), { recursive: true });
  }
  for (const [name, text] of Object.entries(FILES)) {
    const file = join(root, 'courses', COURSE, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return root;
}
