import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectSoundPage, type ViewportName } from '../support/browser.js';
import { openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { chromiumAvailability } from '../support/processes.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;
const LECTURER = '0901000002';

interface LessonText {
  markdown: string;
  version: number;
}

let desk: Desk;

describeInChromium(`a lecturer writes a module in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
  }, 240_000);

  afterAll(async () => {
    await desk?.close();
  }, 60_000);

  describe.each<{ viewport: ViewportName; title: string }>([
    { viewport: 'phone', title: 'Tiếp xúc người lao động trên điện thoại' },
    { viewport: 'desktop', title: 'Tiếp xúc người lao động trên máy tính' },
  ])('on $viewport', ({ viewport, title }) => {
    let seat: Seat;
    let draft: string;

    const paper = (page: Page) => page.getByRole('textbox', { name: t('editor', 'label') });
    const says = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor();
    const saved = (page: Page) =>
      says(page, new RegExp(t('studio', 'save', 'saved').replace('{time}', '\\d\\d:\\d\\d')));
    const lessonPath = (slug: string) => `/soan/${draft}/bai/${slug}`;
    const read = async (slug: string): Promise<LessonText> => {
      const answer = await seat.context.request.get(`${desk.server.url}/api/v1/drafts/${draft}/lessons/${slug}`);
      return (await answer.json()) as LessonText;
    };
    const name = async (sheet: string, words: string): Promise<void> => {
      const dialog = seat.page.getByRole('dialog', { name: t('studio', 'outline', 'sheets', sheet) });
      await dialog.getByLabel(t('studio', 'outline', 'name')).fill(words);
      await dialog.getByRole('button', { name: t('studio', 'outline', 'save') }).click();
      await dialog.waitFor({ state: 'detached' });
    };

    beforeAll(async () => {
      seat = await takeSeat(desk, viewport, LECTURER);
    }, 60_000);

    afterAll(async () => {
      await seat?.context.close();
    });

    it('begins a course with a module and two lessons, and puts them in order', async () => {
      const { page } = seat;
      await seat.go('/soan');
      await seat.heading(t('studio', 'list', 'title'));
      await seat.see('studio-list');
      await seat.press(t('studio', 'list', 'start'));
      await page.getByLabel(t('studio', 'start', 'name')).fill(title);
      await seat.see('studio-start');
      await seat.press(t('studio', 'start', 'go'));
      await seat.heading(title);
      draft = page.url().split('/').at(-1) ?? '';
      await seat.press(t('studio', 'outline', 'addModule'));
      await name('add-module', 'Chuẩn bị');
      for (const lesson of ['Lắng nghe', 'Mở lời']) {
        await seat.press(t('studio', 'outline', 'addLesson'));
        await name('add-lesson', lesson);
        await page.getByRole('link', { name: lesson }).waitFor();
      }
      await seat.press(t('studio', 'outline', 'up').replace('{name}', 'Mở lời'));
      await page.locator('li a').first().filter({ hasText: 'Mở lời' }).waitFor();
      await seat.see('studio-outline');
    }, 60_000);

    it('writes with a citation picked by keyboard; the text is saved as Markdown', async () => {
      const { page } = seat;
      await seat.go(lessonPath('mo-loi'));
      await paper(page).click();
      await page.keyboard.type('Chào hỏi trước, hỏi việc sau. Căn cứ @188');
      await page.getByRole('listbox').getByRole('option').first().waitFor();
      await seat.see('studio-citation');
      await page.keyboard.press('Enter');
      await page.keyboard.type('.');
      await page.keyboard.press('Enter');
      await page.keyboard.type('- nghe hết câu');
      await saved(page);
      expect((await read('mo-loi')).markdown).toMatch(
        /^Chào hỏi trước, hỏi việc sau\. Căn cứ \[Điều 188\]\(law:vn\.[a-z0-9.]+d188\)\.\n\n- nghe hết câu$/,
      );
      await page.keyboard.press('Alt+F10');
      await page.locator('select:focus').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('[role=textbox]:focus').waitFor();
      await seat.see('studio-lesson');
    }, 60_000);

    it('loses nothing when the network is dead and the tab is killed', async () => {
      const { context } = seat;
      await context.setOffline(true);
      await paper(seat.page).click();
      await seat.page.keyboard.press('Control+End');
      await seat.page.keyboard.type(' rồi mới trả lời');
      await says(seat.page, t('studio', 'save', 'kept'));
      await seat.see('studio-kept');
      await kill(seat.page);
      await context.setOffline(false);
      expect((await read('mo-loi')).markdown).not.toContain('rồi mới trả lời');

      seat = { ...seat, ...(await anotherTab(seat, lessonPath('mo-loi'))) };
      await paper(seat.page).filter({ hasText: 'nghe hết câu rồi mới trả lời' }).waitFor();
      await saved(seat.page);
      expect((await read('mo-loi')).markdown).toMatch(/- nghe hết câu rồi mới trả lời$/);
    }, 60_000);

    it('shows two tabs that wrote at once both texts, and keeps the one that is chosen', async () => {
      const other = await anotherTab(seat, lessonPath('mo-loi'));
      await paper(other.page).filter({ hasText: 'nghe hết câu' }).waitFor();
      await write(seat.page, ' (thẻ một)');
      await saved(seat.page);
      await write(other.page, ' (thẻ hai)');
      await other.page
        .getByRole('alert')
        .filter({ hasText: t('studio', 'conflict', 'title') })
        .waitFor();
      await other.see('studio-conflict');
      await other.press(t('studio', 'conflict', 'keepMine'));
      await saved(other.page);
      expect((await read('mo-loi')).markdown).toMatch(/trả lời \(thẻ hai\)$/);
      await other.page.getByText(t('studio', 'asides', 'title').replace('{count}', '1')).click();
      await other.page.locator('details pre').filter({ hasText: '(thẻ một)' }).waitFor();
      await other.page.close();
    }, 60_000);

    it('sees the lesson as the learner will, and hears what keeps it from being submitted', async () => {
      const { page } = seat;
      await page.goto(`${desk.server.url}/soan/${draft}/xem?bai=mo-loi`);
      await page.getByRole('article').filter({ hasText: 'Chào hỏi trước' }).waitFor();
      await seat.see('studio-preview');
      await page.goto(`${desk.server.url}/soan/${draft}`);
      await page.getByRole('button', { name: t('studio', 'steps', 'submit', 'button') }).click();
      await page.getByRole('dialog').waitFor();
      await seat.see('studio-submit');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: t('studio', 'outline', 'facts') }).click();
      await page.getByLabel(t('studio', 'facts', 'topics')).fill('Tiếp xúc, lắng nghe');
      await seat.see('studio-facts');
      await page.getByRole('button', { name: t('studio', 'facts', 'save'), exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: t('studio', 'steps', 'submit', 'button') }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('studio', 'steps', 'submit', 'confirm') })
        .click();
      await page.getByText(t('studio', 'states', 'submitted'), { exact: true }).waitFor();
    }, 60_000);

    it('is asked before a change takes the course out of the review', async () => {
      const { page } = seat;
      await page.goto(`${desk.server.url}${lessonPath('lang-nghe')}`);
      await page.getByText(t('studio', 'ask', 'submittedTitle')).waitFor();
      await seat.see('studio-ask');
      await page.getByRole('button', { name: t('studio', 'ask', 'go') }).click();
      await write(page, 'Nghe trước, nói sau.');
      await saved(page);
      await page.goto(`${desk.server.url}/soan/${draft}`);
      await page.getByText(t('studio', 'states', 'editing'), { exact: true }).waitFor();
    }, 60_000);

    it('hands out a form that learners take along', async () => {
      const { page } = seat;
      await page.goto(`${desk.server.url}${lessonPath('lang-nghe')}`);
      await write(page, ' Mời tải: ');
      await page.getByRole('button', { name: t('editor', 'attach') }).click();
      const sheet = page.getByRole('dialog', { name: t('editor', 'attachTitle') });
      await sheet.getByRole('button', { name: t('editor', 'attachInsert') }).click();
      await sheet.getByText(t('editor', 'attachFileMissing')).waitFor();
      const form = {
        name: 'Phiếu ghi ý kiến.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\n%%EOF'),
      };
      await sheet.getByLabel(t('editor', 'attachFile')).setInputFiles(form);
      await sheet.getByLabel(t('editor', 'attachWords')).fill('Phiếu ghi ý kiến');
      await seat.see('studio-attach');
      await sheet.getByRole('button', { name: t('editor', 'attachInsert') }).click();
      await sheet.waitFor({ state: 'detached' });
      await saved(page);
      await page.goto(`${desk.server.url}/soan/${draft}/xem?bai=lang-nghe`);
      const link = page.getByRole('link', { name: 'Phiếu ghi ý kiến (PDF, 1 kB)' });
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(download.suggestedFilename()).toMatch(/^phieu-ghi-y-kien-[0-9a-f]{8}\.pdf$/);
      await seat.see('studio-preview-attachment');
    }, 60_000);

    it('is as sound in English', async () => {
      await seat.page.evaluate('localStorage.setItem("us.locale", "en")');
      for (const [screen, path] of Object.entries({ list: '', outline: `/${draft}`, preview: `/${draft}/xem` })) {
        await seat.page.goto(`${desk.server.url}/soan${path}`);
        await seat.page.getByRole('heading', { level: 1 }).waitFor();
        await seat.see(`studio-en-${screen}`);
      }
      await seat.page.goto(`${desk.server.url}${lessonPath('mo-loi')}`);
      await seat.page.getByRole('textbox', { name: 'Text of the lesson' }).waitFor();
      await seat.see('studio-en-lesson');
      expect(seat.faults).toEqual([]);
    }, 60_000);

    async function write(page: Page, words: string): Promise<void> {
      await paper(page).click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(words);
    }

    /** As the phone kills a tab that it has no memory for: nothing of the page runs any more, not even its farewell. */
    async function kill(page: Page): Promise<void> {
      const crashed = page.waitForEvent('crash');
      const session = await page.context().newCDPSession(page);
      // Never answers: who should, is dead.
      session.send('Page.crash').catch(() => undefined);
      await crashed;
      await page.close();
    }

    /** A further tab of the same browser. */
    async function anotherTab(of: Seat, path: string): Promise<Pick<Seat, 'page' | 'see' | 'press'>> {
      const page = await of.context.newPage();
      page.on('pageerror', (error) => of.faults.push(String(error)));
      await page.goto(`${desk.server.url}${path}`);
      return {
        page,
        see: (screen) => expectSoundPage(page, `${viewport}-${screen}`),
        press: (label) => page.getByRole('button', { name: label, exact: true }).click(),
      };
    }
  });
});
