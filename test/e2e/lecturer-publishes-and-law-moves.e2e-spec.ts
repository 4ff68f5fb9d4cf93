import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { vietnamDate } from '../../src/platform/clock/clock.js';
import { openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { chromiumAvailability, waitUntil } from '../support/processes.js';
import { bold, listed, paragraph, run, styled, wordFile } from '../support/word-file.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;

const COURSE = 'Hoà giải tranh chấp cá nhân';
const SLUG = 'hoa-giai-tranh-chap-ca-nhan';
const LESSON = 'Trình tự hoà giải';
const QUIZ = 'Luyện tập hoà giải';
const WRONG = 'Hoà giải viên phải kết thúc việc hoà giải trong 15 ngày làm việc.';
const RIGHT = 'Hoà giải viên phải kết thúc việc hoà giải trong 05 ngày làm việc.';
const NEW_SUMMARY = 'Nội dung mới của Điều 188, ghi để thử.';
const ARTICLE = 'vn.blld.2019.d188';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Both are true, so that whichever is drawn is answered alike; only the first cites the article that will change. */
const gift = (first: string): string =>
  [
    `// [id:hg-1] [tag:${ARTICLE}] [tag:difficulty:1]`,
    `::Hạn hoà giải::[markdown]${first} {T####Điều 188 Bộ luật Lao động.}`,
    '',
    '// [id:hg-2] [tag:difficulty:1]',
    '::Lắng nghe::[markdown]Nghe hết ý của hai bên rồi mới gợi ý cách giải quyết. {T}',
    '',
  ].join('\n');

const word = () =>
  wordFile({
    body:
      styled('Heading1', LESSON) +
      paragraph(run('Căn cứ ') + bold('Điều 188 Bộ luật Lao động') + run(', tranh chấp cá nhân qua hoà giải viên.')) +
      styled('Heading2', 'Các bước') +
      listed(2, 0, 'Ghi ngày nhận đơn') +
      listed(2, 0, 'Mời hai bên') +
      paragraph(WRONG),
  });

let desk: Desk;
let lecturer: Seat;
let school: Seat;
let learner: Seat;
let officer: Seat;
let draft: string;
let amendment: string;

const studio = (...keys: string[]) => t('studio', ...keys);
const review = (...keys: string[]) => t('review', ...keys);

async function submitDraft(): Promise<void> {
  const { page } = lecturer;
  await lecturer.go(`/soan/${draft}`);
  await page.getByRole('button', { name: studio('steps', 'submit', 'button') }).click();
  await confirm(lecturer, studio('steps', 'submit', 'confirm'));
  await page.getByText(studio('states', 'submitted'), { exact: true }).waitFor();
}

async function confirm({ page }: Seat, name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The reviewer opens the course from the queue. */
async function openReview(): Promise<void> {
  await school.go('/thong-qua');
  await school.page
    .getByRole('link', { name: new RegExp(COURSE) })
    .first()
    .click();
  await school.heading(COURSE);
}

async function decide(fill: (dialog: Locator) => Promise<void>, button: string): Promise<void> {
  const { page } = school;
  await page
    .getByRole('button', { name: review('screen', 'decide') })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await page.getByText(review('screen', 'done')).waitFor();
}

async function publishDraft(): Promise<void> {
  await lecturer.go(`/soan/${draft}`);
  await lecturer.page.getByText(studio('states', 'approved'), { exact: true }).waitFor();
  await lecturer.press(studio('steps', 'publish', 'button'));
  await confirm(lecturer, studio('steps', 'publish', 'confirm'));
  await lecturer.page.getByText(studio('states', 'published'), { exact: true }).waitFor();
}

/** Puts one sentence of the lesson in the place of another, as one does in Word: select the paragraph, type. */
async function rewrite(from: string, to: string): Promise<void> {
  const { page } = lecturer;
  await page
    .getByRole('textbox', { name: t('editor', 'label') })
    .getByText(from)
    .click({ clickCount: 3 });
  await page.keyboard.type(to);
  await page
    .getByRole('status')
    .filter({ hasText: new RegExp(studio('save', 'saved').replace('{time}', '\\d\\d:\\d\\d')) })
    .waitFor();
}

async function importQuestions(text: string, mode: 'add' | 'replace'): Promise<void> {
  const { page } = lecturer;
  await lecturer.go(`/soan/${draft}`);
  await page.getByRole('link', { name: QUIZ }).click();
  await lecturer.press(t('quiz', 'import', 'open'));
  const dialog = page.getByRole('dialog');
  if (mode === 'replace') await dialog.getByText(t('quiz', 'import', 'modes', 'replace'), { exact: true }).click();
  await dialog
    .getByLabel(t('quiz', 'import', 'file'))
    .setInputFiles({ name: 'hoa-giai.gift', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await dialog.getByText(t('quiz', 'import', 'formats', 'gift')).waitFor();
  await lecturer.see(`journey-gift-${mode}`);
  await confirm(lecturer, t('quiz', 'import', mode).replace('{count}', '2'));
  await page.getByText('Hạn hoà giải').waitFor();
}

describeInChromium(`a lecturer publishes and the law moves, in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
    lecturer = await takeSeat(desk, 'desktop', '0901000002');
    school = await takeSeat(desk, 'desktop', '0901000003');
    officer = await takeSeat(desk, 'desktop', '0901000004');
    learner = await takeSeat(desk, 'phone', '0901000001');
  }, 300_000);

  afterAll(async () => {
    await desk?.close();
  }, 60_000);

  it('a lecturer turns a Word file into a draft; the article named in it is a citation', async () => {
    const { page } = lecturer;
    await lecturer.go('/soan');
    await lecturer.press(studio('list', 'start'));
    await page.getByLabel(studio('start', 'name')).fill(COURSE);
    await lecturer.press(studio('start', 'go'));
    await lecturer.heading(COURSE);
    draft = page.url().split('/').at(-1) ?? '';
    await lecturer.press(studio('outline', 'addModule'));
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel(studio('outline', 'name')).fill('Hoà giải');
    await confirm(lecturer, studio('outline', 'save'));
    await lecturer.press(studio('outline', 'importLesson'));
    await sheet
      .getByLabel(studio('import', 'file'))
      .setInputFiles({ name: 'bai-giang.docx', mimeType: DOCX, buffer: await word() });
    await sheet.getByRole('button', { name: studio('import', 'send'), exact: true }).click();
    await sheet.getByText(studio('import', 'whole')).waitFor();
    await sheet.getByText(studio('import', 'links').replace('{count}', '1')).waitFor();
    await lecturer.see('journey-word');
    await sheet.getByRole('link', { name: studio('import', 'open') }).click();
    await lecturer.heading(LESSON);
    await page
      .getByRole('textbox', { name: t('editor', 'label') })
      .getByText(WRONG)
      .waitFor();
    await lecturer.see('journey-lesson');
    const markdown = await (
      await lecturer.context.request.get(`${desk.server.url}/api/v1/drafts/${draft}/lessons/trinh-tu-hoa-giai`)
    ).text();
    expect(markdown).toContain(`law:${ARTICLE}`);
  }, 120_000);

  it('takes questions from GIFT, says what completes the course, and submits', async () => {
    const { page } = lecturer;
    await lecturer.go(`/soan/${draft}`);
    await lecturer.press(studio('outline', 'addLesson'));
    const sheet = page.getByRole('dialog');
    await sheet.getByText(studio('outline', 'kinds', 'quiz'), { exact: true }).click();
    await sheet.getByLabel(studio('outline', 'name')).fill(QUIZ);
    await confirm(lecturer, studio('outline', 'save'));
    await importQuestions(gift('Hoà giải viên phải kết thúc hoà giải đúng hạn luật định.'), 'add');
    await lecturer.see('journey-questions');
    await lecturer.go(`/soan/${draft}`);
    await lecturer.press(studio('outline', 'completion'));
    await sheet.getByLabel(QUIZ, { exact: true }).check();
    await sheet.getByText(studio('completion', 'yes'), { exact: true }).click();
    await lecturer.see('journey-completion');
    await confirm(lecturer, studio('completion', 'save'));
    await lecturer.press(studio('outline', 'facts'));
    await page.getByLabel(studio('facts', 'topics')).fill('Hoà giải');
    await confirm(lecturer, studio('facts', 'save'));
    await lecturer.see('journey-outline');
    await submitDraft();
  }, 120_000);

  it('a reviewer remarks on a paragraph and asks for a change', async () => {
    const { page } = school;
    await openReview();
    await page.getByText(WRONG).waitFor();
    await page.getByRole('button', { name: new RegExp(`${review('remarks', 'add')}.*${WRONG.slice(0, 20)}`) }).click();
    await page.getByLabel(review('remarks', 'about')).fill('Luật ghi 05 ngày làm việc.');
    await page.getByRole('button', { name: review('remarks', 'send'), exact: true }).click();
    await page.getByText('Luật ghi 05 ngày làm việc.').waitFor();
    await school.see('journey-remark');
    await decide(
      async (dialog) => {
        await dialog.getByText(review('decision', 'changes'), { exact: true }).click();
        await dialog.getByLabel(review('decision', 'note')).fill('Sửa thời hạn.');
      },
      review('decision', 'sendChanges'),
    );
  }, 120_000);

  it('the lecturer reads the remark beside the text, corrects, answers and submits again', async () => {
    const { page } = lecturer;
    await lecturer.go(`/soan/${draft}`);
    await page.getByText('1 góp ý chưa xong').waitFor();
    await lecturer.see('journey-changes-requested');
    await page.getByRole('link', { name: LESSON }).click();
    await page.getByText('Luật ghi 05 ngày làm việc.').waitFor();
    await rewrite(WRONG, RIGHT);
    await page.getByRole('button', { name: review('remarks', 'answer'), exact: true }).click();
    await page.getByLabel(review('remarks', 'answer')).fill('Tôi đã sửa.');
    await page.getByRole('button', { name: review('remarks', 'send'), exact: true }).click();
    await page.getByText('Tôi đã sửa.').waitFor();
    await lecturer.see('journey-remark-beside');
    await submitDraft();
  }, 120_000);

  it('another person settles it and approves; the lecturer publishes', async () => {
    const { page } = school;
    await openReview();
    await page.getByText(RIGHT).waitFor();
    await page.getByRole('button', { name: review('remarks', 'resolve'), exact: true }).click();
    await page.getByText(review('remarks', 'resolved'), { exact: true }).waitFor();
    await decide(
      async (dialog) => {
        await dialog.getByLabel(review('decision', 'number')).fill('15/QĐ-TCĐ');
        await dialog.getByLabel(review('decision', 'issuedOn')).fill('2026-01-05');
        await dialog.getByLabel(review('decision', 'signer')).fill('Nguyễn Văn Ký');
      },
      review('decision', 'approve'),
    );
    await school.see('journey-approved');
    await publishDraft();
    await lecturer.see('journey-published');
  }, 120_000);

  it('a learner learns it on the phone and earns the certificate', async () => {
    const { page } = learner;
    await learner.go(`/khoa-hoc/${SLUG}`);
    await learner.press(t('course', 'enrol'));
    await learner.heading(LESSON);
    await page.getByText(RIGHT).waitFor();
    await learner.see('journey-learned-lesson');
    await learner.press(t('lesson', 'finishAndNext'));
    await page.waitForURL('**/kiem-tra/**');
    await learner.press(t('quiz', 'begin'));
    await page.waitForURL('**/lam-bai/**');
    await page.getByText(t('attempt', 'true'), { exact: true }).click();
    await page.getByText(t('attempt', 'onServer')).first().waitFor();
    await learner.press(t('attempt', 'submit'));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('attempt', 'handIn') })
      .click();
    await page.getByText(t('result', 'passed')).first().waitFor();
    await learner.see('journey-result');
    await waitUntil('the certificate is issued', async () => {
      const answer = await learner.context.request.get(`${desk.server.url}/api/v1/certificates`);
      return (await answer.text()).includes(COURSE);
    });
    await learner.go('/chung-chi');
    await page.getByRole('link', { name: new RegExp(COURSE) }).click();
    await page.getByText(COURSE).first().waitFor();
    await learner.see('journey-certificate');
  }, 120_000);

  it('an officer records that the article changed and sees the chain begin', async () => {
    const { page } = officer;
    await officer.go('/phap-luat/tac-dong');
    await officer.press(t('lawDesk', 'record'));
    await page.getByLabel(t('lawDesk', 'findArticle')).fill('Đ188 lao động');
    await page.getByLabel(t('lawDesk', 'whichArticle'), { exact: true }).selectOption(ARTICLE);
    await page.getByLabel(t('lawDesk', 'summary'), { exact: true }).fill(NEW_SUMMARY);
    await page.getByLabel(t('lawDesk', 'effectiveOn')).fill(vietnamDate(new Date()));
    await page.getByLabel(t('lawDesk', 'amendedBy')).fill('200/2026/QH15');
    await page.getByLabel(t('lawDesk', 'source'), { exact: true }).fill('Công báo số 1');
    await page.getByLabel(t('lawDesk', 'reason')).fill('Thử ghi một thay đổi');
    await officer.press(t('lawDesk', 'save'));
    await page.waitForURL(/\/phap-luat\/tac-dong\/[0-9a-f-]{36}$/);
    amendment = page.url().split('/').at(-1) ?? '';
    await page.locator('summary', { hasText: COURSE }).click();
    await page.getByRole('link', { name: LESSON }).waitFor();
    await page.getByText('Hạn hoà giải').waitFor();
    await page.getByText(t('lawDesk', 'underWay')).waitFor({ state: 'detached' });
    expect(await page.getByText('Lắng nghe', { exact: true }).count()).toBe(0);
    await officer.see('journey-law-desk');
  }, 120_000);

  it('the learner reads the old and the new wording beside the lesson', async () => {
    const { page } = learner;
    await learner.go(`/khoa-hoc/${SLUG}`);
    await page
      .getByRole('link', { name: new RegExp(LESSON) })
      .first()
      .click();
    await page.getByText(t('lawChange', 'updating')).waitFor();
    await page.locator('[role=note] summary').click();
    await page.getByText(NEW_SUMMARY).waitFor();
    await learner.see('journey-updating');
  }, 60_000);

  it('the lecturer is told, opens a draft of the course, follows the law and submits', async () => {
    const { page } = lecturer;
    await lecturer.go('/soan');
    const alert = page.getByRole('article').filter({ hasText: COURSE });
    await alert.getByText('Hạn hoà giải').waitFor();
    await lecturer.see('journey-law-alert');
    await alert.getByRole('button', { name: studio('law', 'begin') }).click();
    await lecturer.heading(COURSE);
    draft = page.url().split('/').at(-1) ?? '';
    await page.getByText(studio('law', 'inDraft')).waitFor();
    await lecturer.see('journey-law-alert-draft');
    await page
      .getByRole('region', { name: studio('law', 'title') })
      .getByRole('link', { name: LESSON })
      .click();
    await lecturer.heading(LESSON);
    await rewrite(RIGHT, 'Thời hạn hoà giải theo Điều 188 có nội dung mới.');
    await importQuestions(gift('Thời hạn hoà giải theo nội dung mới của Điều 188.'), 'replace');
    await submitDraft();
  }, 120_000);

  it('the new revision is approved and published; the chain is settled', async () => {
    await openReview();
    await school.page.getByText('Thời hạn hoà giải theo Điều 188 có nội dung mới.', { exact: true }).waitFor();
    await decide(async () => undefined, review('decision', 'approve'));
    await publishDraft();
    await officer.go(`/phap-luat/tac-dong/${amendment}`);
    const course = officer.page.locator('summary', { hasText: COURSE });
    await course.filter({ hasText: t('lawDesk', 'allSettled').replace('{count}', '2') }).waitFor({ timeout: 45_000 });
    await officer.see('journey-settled');
  }, 120_000);

  it('the holder’s certificate says that a refresh is due; reading and answering settles it', async () => {
    const { page } = learner;
    await waitUntil('the refresher is there', async () => {
      const answer = await learner.context.request.get(`${desk.server.url}/api/v1/refreshers`);
      return (await answer.text()).includes(amendment);
    });
    await learner.go('/chung-chi');
    await page.getByText(t('refresher', 'due')).waitFor();
    await learner.see('journey-refresh-due');
    await page.getByRole('link', { name: new RegExp(COURSE) }).click();
    await page.getByRole('link', { name: t('refresher', 'read') }).waitFor();
    await learner.see('journey-certificate-due');
    await page.getByRole('link', { name: t('refresher', 'read') }).click();
    await page.getByText(NEW_SUMMARY).waitFor();
    await learner.see('journey-refresher');
    await learner.press(t('refresher', 'send'));
    await page.getByRole('alert').filter({ hasText: 'câu 1' }).waitFor();
    await page.getByText(t('attempt', 'false'), { exact: true }).click();
    await learner.press(t('refresher', 'send'));
    await page
      .getByRole('status')
      .filter({ hasText: /cập nhật ngày/ })
      .waitFor();
    // Answered wrong: explained, with the article, and done all the same.
    await page.getByText(t('result', 'correct'), { exact: true }).waitFor();
    await page.getByRole('button', { name: /Điều 188/ }).waitFor();
    await learner.see('journey-refreshed');
    await learner.go('/chung-chi');
    await page.getByText(COURSE).first().waitFor();
    expect(await page.getByText(t('refresher', 'due')).count()).toBe(0);
    expect([...lecturer.faults, ...school.faults, ...officer.faults, ...learner.faults]).toEqual([]);
  }, 90_000);
});
