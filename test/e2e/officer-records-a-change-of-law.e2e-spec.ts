import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ViewportName } from '../support/browser.js';
import { openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { vietnamDate } from '../../src/platform/clock/clock.js';
import { chromiumAvailability } from '../support/processes.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;
const FEDERATION_OFFICER = '0901000004';
const LECTURER = '0901000002';

let desk: Desk;

/** A sentence of the law desk with any figures in it. */
const said = (key: string) => new RegExp(t('lawDesk', key).replaceAll(/\{\w+\}/g, '\\d+'));

describeInChromium(`an officer records a change of the law in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
  }, 90_000);
  afterAll(() => desk?.close(), 60_000);

  describe.each<{ viewport: ViewportName; number: string; code: string }>([
    { viewport: 'phone', number: '188', code: 'vn.blld.2019.d188' },
    { viewport: 'desktop', number: '190', code: 'vn.blld.2019.d190' },
  ])('on a $viewport', ({ viewport, number, code }) => {
    const summary = `Nội dung mới của Điều ${number}, ghi để thử.`;
    let officer: Seat;

    beforeAll(async () => {
      officer = await takeSeat(desk, viewport, FEDERATION_OFFICER);
    });
    afterAll(async () => {
      await officer?.context.close();
    });

    it('is asked for what is missing, and finds the article by its number', async () => {
      await officer.go('/phap-luat/tac-dong');
      await officer.heading(t('lawDesk', 'title'));
      await officer.see('law-desk');
      await officer.press(t('lawDesk', 'record'));
      const { page } = officer;
      await officer.press(t('lawDesk', 'save'));
      await page
        .getByText(t('acts', 'errors', 'needed'))
        .first()
        .waitFor();
      await officer.see('law-desk-missing');
      await page.getByLabel(t('lawDesk', 'findArticle')).fill(`Đ${number} lao động`);
      await page.getByLabel(t('lawDesk', 'whichArticle'), { exact: true }).selectOption(code);
      await page.getByLabel(t('lawDesk', 'summary'), { exact: true }).fill(summary);
      await page.getByLabel(t('lawDesk', 'effectiveOn')).fill(vietnamDate(new Date()));
      await page.getByLabel(t('lawDesk', 'amendedBy')).fill('200/2026/QH15');
      await page.getByLabel(t('lawDesk', 'source'), { exact: true }).fill('Công báo số 1');
      await page.getByLabel(t('lawDesk', 'reason')).fill('Thử ghi một thay đổi');
      await officer.see('law-desk-filled');
      await officer.press(t('lawDesk', 'save'));
      await page.waitForURL(/\/phap-luat\/tac-dong\/[0-9a-f-]{36}$/);
    }, 60_000);

    it('sees what the change touches and who has what to do', async () => {
      const { page } = officer;
      const course = page.locator('summary', { hasText: said('openOf') }).first();
      await course.waitFor();
      await page.getByText(t('lawDesk', 'underWay')).waitFor({ state: 'detached' });
      await officer.heading(`Điều ${number} Bộ luật Lao động`);
      await course.click();
      await officer.see('law-amendment');
      await officer.go('/phap-luat/tac-dong');
      await page.getByRole('link', { name: new RegExp(`Điều ${number}`) }).waitFor();
      await officer.see('law-desk-recorded');
    }, 60_000);

    it('leaves a lecturer to read it, without the buttons', async () => {
      const lecturer = await takeSeat(desk, viewport, LECTURER);
      await lecturer.go('/phap-luat/tac-dong');
      await lecturer.page.getByRole('link', { name: new RegExp(`Điều ${number}`) }).waitFor();
      expect(await lecturer.page.getByRole('button', { name: t('lawDesk', 'record') }).count()).toBe(0);
      expect([...officer.faults, ...lecturer.faults]).toEqual([]);
      await lecturer.context.close();
    }, 60_000);
  });
});
