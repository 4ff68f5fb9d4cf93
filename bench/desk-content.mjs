// Content for the benchmark of the lecturer's desk: a course that cites one article two thousand times.
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const ARTICLE = 'vn.blld.2019.d188';
export const COURSE = 'khoa-do-toc-do';
const MODULES = 25;
const LESSONS_A_MODULE = 40;
const QUESTIONS = 1000;
export const CITING = MODULES * LESSONS_A_MODULE + QUESTIONS;

const two = (n) => String(n).padStart(2, '0');
const bilingual = (name, vi) => `${name}:\n  vi: ${vi}\n  en: ${vi}\n`;

/** One of the commonest questions: one right answer, feedback on every option, a citation. */
export const giftQuestion = (n) => `// [id:do-${n}] [tag:${ARTICLE}] [tag:difficulty:${1 + (n % 3)}]
::Câu ${n}::[markdown]Doanh nghiệp số ${n} có ${n} người lao động. Việc nào **không** bắt buộc hoà giải trước? {
=Việc thứ nhất của câu ${n}
~Việc thứ hai của câu ${n}#Việc này phải qua hoà giải viên trước.
~Việc thứ ba của câu ${n}#Việc này cũng vậy.
####Xem Điều 188.
}
`;

export const giftFile = (count) => Array.from({ length: count }, (_, n) => giftQuestion(n + 1)).join('\n');

const lesson = (name, asOf) => `---
${bilingual('title', name)}kind: reading
minutes: 5
citations:
  - ${ARTICLE}
asOf: '${asOf}'
---

Bài này dẫn [Điều 188](law:${ARTICLE}).
`;

const course = (asOf) => `slug: ${COURSE}
${bilingual('title', 'Khoá để đo tốc độ')}${bilingual('summary', 'Khoá để đo tốc độ.')}asOf: '${asOf}'
topics:
  - hoa-giai
language: vi
estimatedMinutes: 600
completion:
  lessons: all
certificate:
  kind: giay-chung-nhan
  title:
    vi: Giấy chứng nhận
    en: Certificate
  validMonths: 36
`;

const quiz = `slug: luyen-tap
${bilingual('title', 'Luyện tập')}kind: practice
questions: luyen-tap.gift
draw: 20
graceSeconds: 0
passPercent: 70
maxAttempts: 0
shuffleOptions: true
review: afterSubmission
`;

/** The shipped content and the course beside it, checked on a day (YYYY-MM-DD). @returns the folder */
export async function contentOf(folder, asOf) {
  const content = join(folder, `content-${asOf}`);
  await cp('content', content, { recursive: true });
  const home = join(content, 'courses', COURSE);
  for (let m = 1; m <= MODULES; m += 1) {
    const module = join(home, `${two(m)}-phan-${m}`);
    await mkdir(module, { recursive: true });
    const about = `${bilingual('title', `Phần ${m}`)}${bilingual('summary', `Phần ${m}.`)}`;
    await writeFile(join(module, 'module.yaml'), about);
    for (let n = 1; n <= LESSONS_A_MODULE; n += 1) {
      await writeFile(join(module, `${two(n)}-bai-${m}-${n}.md`), lesson(`Bài ${m}.${n}`, asOf));
    }
  }
  await writeFile(join(home, 'course.yaml'), course(asOf));
  await writeFile(join(home, '01-phan-1/99-luyen-tap.quiz.yaml'), quiz);
  await writeFile(join(home, '01-phan-1/luyen-tap.gift'), giftFile(QUESTIONS));
  return content;
}
