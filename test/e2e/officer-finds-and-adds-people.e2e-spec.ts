import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Items } from '../support/api.js';
import type { ViewportName } from '../support/browser.js';
import { openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { chromiumAvailability } from '../support/processes.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;
const FEDERATION_OFFICER = '0901000004';
/** More than a page of the list holds. */
const MANY = 55;

let desk: Desk;

/** Enters people as an officer does, through the API. */
async function enterMany({ context }: Seat, url: string): Promise<void> {
  const units = await context.request.get(`${url}/api/v1/organisations?q=CDCS-ANHSAO`);
  const [unit] = ((await units.json()) as Items<{ id: string }>).items;
  for (let nth = 1; nth <= MANY; nth += 1) {
    const office = { organisationId: unit?.id, titleCode: 'uy-vien-bch', validFrom: '2026-01-01' };
    const fullName = `Lê Thị Xuân ${String.fromCharCode(65 + (nth % 26))}n${'h'.repeat(1 + (nth % 2))}`;
    const birthDate = `19${String(60 + (nth % 40))}-05-0${1 + (nth % 9)}`;
    const entered = await context.request.post(`${url}/api/v1/people`, { data: { fullName, birthDate, office } });
    expect(entered.status()).toBe(201);
  }
}

describeInChromium(`an officer finds and adds people in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
    const officer = await takeSeat(desk, 'desktop', FEDERATION_OFFICER);
    await enterMany(officer, desk.server.url);
    await officer.context.close();
  }, 90_000);
  afterAll(() => desk?.close(), 60_000);

  describe.each<{ viewport: ViewportName; added: string }>([
    { viewport: 'phone', added: 'Trần Thị Ngọc Ánh' },
    { viewport: 'desktop', added: 'Trần Đức Ấm' },
  ])('on a $viewport', ({ viewport, added }) => {
    let seat: Seat;

    beforeAll(async () => {
      seat = await takeSeat(desk, viewport, FEDERATION_OFFICER);
    });
    afterAll(() => seat?.context.close());

    it('lists everybody in office page by page, birth dates masked', async () => {
      const { page } = seat;
      await seat.go('/ql/nguoi');
      await seat.heading(t('people', 'title'));
      await page.locator('tbody tr').first().waitFor();
      expect(await page.locator('tbody tr').count()).toBe(50);
      await page
        .getByText(/••\/••\/19/)
        .first()
        .waitFor();
      expect(await page.getByText(/\d\d\/\d\d\/19\d\d/).count()).toBe(0);
      await seat.see('people');
      await seat.press(t('words', 'more'));
      await page.locator('tbody tr').nth(60).waitFor();
    }, 60_000);

    it('finds a name without diacritics, within a unit and an office, and keeps it in the address', async () => {
      const { page } = seat;
      await seat.go('/ql/nguoi');
      await page.getByRole('searchbox').fill('nguyen thi hong tham');
      await page.locator('tbody tr', { hasText: 'Nguyễn Thị Hồng Thắm' }).waitFor();
      await page.waitForURL(/tim=nguyen/);
      await page.getByLabel(t('people', 'office'), { exact: true }).selectOption('chu-tich');
      await seat.press(t('unitFilter', 'pickUnit'));
      await page.getByRole('dialog').getByRole('searchbox').fill('luavang');
      await page
        .getByRole('dialog')
        .getByText(/Lúa Vàng/)
        .first()
        .click();
      await page.waitForURL(/don-vi=/);
      await page.locator('tbody tr', { hasText: 'Nguyễn Thị Hồng Thắm' }).waitFor();
      await seat.see('people-filtered');
      await page.reload();
      await page.locator('tbody tr', { hasText: 'Nguyễn Thị Hồng Thắm' }).waitFor();
      await page.getByRole('link', { name: 'Nguyễn Thị Hồng Thắm' }).click();
      await seat.heading('Nguyễn Thị Hồng Thắm');
    }, 60_000);

    it('says so when nobody matches', async () => {
      await seat.go('/ql/nguoi?tim=khong+co+ai+ten+nay');
      await seat.page.getByText(t('people', 'emptyTitle')).waitFor();
      await seat.see('people-empty');
      await seat.press(t('people', 'clear'));
      await seat.page.locator('tbody tr').first().waitFor();
    }, 60_000);

    it('adds a person with an office, and finds them', async () => {
      const { page } = seat;
      await seat.go('/ql/nguoi');
      await seat.press(t('people', 'add'));
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: t('people', 'save') }).click();
      await dialog
        .getByText(t('acts', 'errors', 'needed'))
        .first()
        .waitFor();
      await seat.see('people-adding-missing');
      await dialog.getByLabel(t('offices', 'fullName')).fill(added);
      await dialog.getByLabel(t('offices', 'birthDate')).fill('1989-03-08');
      await dialog.getByLabel(t('people', 'gender')).selectOption('female');
      await dialog.getByRole('searchbox').fill('ben xuan');
      await dialog
        .getByText(/Bến Xuân/)
        .first()
        .click();
      await seat.see('people-adding');
      await dialog.getByRole('button', { name: t('people', 'save') }).click();
      await page.getByText(t('people', 'done').replace('{name}', added)).waitFor();
      await seat.see('people-added');
      await page.getByRole('link', { name: t('people', 'see').replace('{name}', added) }).click();
      await seat.heading(added);
      await page.getByText('••/••/1989').waitFor();
    }, 60_000);

    it('is asked about a namesake before entering them twice', async () => {
      const { page } = seat;
      await seat.go('/ql/nguoi');
      await seat.press(t('people', 'add'));
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(t('offices', 'fullName')).fill(added);
      await dialog.getByLabel(t('offices', 'birthDate')).fill('1989-03-08');
      await dialog.getByRole('searchbox').fill('ben xuan');
      await dialog
        .getByText(/Bến Xuân/)
        .first()
        .click();
      await dialog.getByRole('button', { name: t('people', 'save') }).click();
      await dialog.getByRole('button', { name: t('offices', 'isAnother') }).waitFor();
      await seat.see('people-namesake');
    }, 60_000);

    it('reads English, too, and never showed a script fault', async () => {
      await seat.page.evaluate("localStorage.setItem('us.locale', 'en')");
      await seat.go('/ql/nguoi');
      await seat.heading('People');
      await seat.page.locator('tbody tr').first().waitFor();
      await seat.see('people-english');
      expect(seat.faults).toEqual([]);
    }, 60_000);
  });
});
