import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ViewportName } from '../support/browser.js';
import { openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { chromiumAvailability } from '../support/processes.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;
const ARTICLE = 'vn.blld.2019.d188';

let desk: Desk;

/** The words of the other language, which the device remembers. */
async function speak(seat: Seat, locale: 'vi' | 'en'): Promise<void> {
  await seat.page.evaluate(`localStorage.setItem('us.locale', '${locale}')`);
  await seat.page.reload();
  await seat.page.locator(`html[lang=${locale}]`).waitFor();
}

describeInChromium(`the search in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
  }, 180_000);
  afterAll(() => desk?.close(), 60_000);

  describe.each<{ viewport: ViewportName }>([{ viewport: 'phone' }, { viewport: 'desktop' }])(
    'a cadre on a $viewport',
    ({ viewport }) => {
      let seat: Seat;

      const box = () => seat.page.getByRole('searchbox');
      const hits = () => seat.page.getByRole('list', { name: t('search', 'results') }).getByRole('link');
      const type = async (words: string, first: RegExp) => {
        await box().fill('');
        await box().pressSequentially(words);
        await hits().first().filter({ hasText: first }).waitFor();
      };

      beforeAll(async () => {
        seat = await takeSeat(desk, viewport, viewport === 'phone' ? '0901000017' : '0901000018');
      });
      afterAll(() => seat?.context.close());

      it('comes to an empty search that says what can be asked', async () => {
        await seat.go('/tim');
        await seat.page.getByText(t('search', 'emptyTitle')).waitFor();
        await seat.see('search-empty');
      }, 60_000);

      it('types without diacritics and sees the words marked where they stand', async () => {
        await type('lam them gio', /làm thêm giờ/i);
        await seat.page
          .locator('mark')
          .filter({ hasText: /làm thêm giờ/i })
          .first()
          .waitFor();
        await seat.see('search-hits');
        expect(await seat.page.getByText(t('search', 'approximate')).count()).toBe(0);
      }, 60_000);

      it('mistypes, is told so, and finds it all the same', async () => {
        await type('hoa gai vien lao dogn', /hòa giải viên/i);
        await seat.page.getByText(t('search', 'approximate')).waitFor();
        await seat.see('search-mistyped');
      }, 60_000);

      it('looks in lessons only, opens one, and comes back to what was found', async () => {
        await seat.page.getByLabel(t('search', 'where')).selectOption('lesson');
        await type('lay y kien dinh cong', /Lấy ý kiến đình công/);
        const title = /Lấy ý kiến đình công/;
        await hits().first().click();
        await seat.page.waitForURL('**/bai/*');
        await seat.heading(title);
        await seat.page.goBack();
        await hits().first().filter({ hasText: title }).waitFor();
        expect(await box().inputValue()).toBe('lay y kien dinh cong');
      }, 60_000);

      it('is told when there is nothing', async () => {
        await box().fill('qwrtzpsdf');
        await seat.page.getByText(t('search', 'nothingTitle')).waitFor();
        await seat.see('search-nothing');
      }, 60_000);

      it('does the same in English', async () => {
        await seat.go('/tim?q=dieu+188');
        await speak(seat, 'en');
        await seat.page
          .getByRole('list', { name: 'Results' })
          .getByRole('link')
          .first()
          .filter({ hasText: /Điều 188/ })
          .waitFor();
        await seat.see('search-english');
        await speak(seat, 'vi');
        expect(seat.faults).toEqual([]);
      }, 60_000);
    },
  );

  describe.each<{ who: string; viewport: ViewportName; login: string; side: string }>([
    { who: 'school officer', viewport: 'phone', login: '0901000003', side: '/ql' },
    { who: 'school officer', viewport: 'desktop', login: '0901000003', side: '/ql' },
    { who: 'lecturer', viewport: 'phone', login: '0901000002', side: '/day' },
    { who: 'lecturer', viewport: 'desktop', login: '0901000002', side: '/day' },
  ])('what an article touches, for a $who on a $viewport', ({ viewport, login, side }) => {
    let seat: Seat;
    const name = `law-impact${side.replace('/', '-')}`;

    beforeAll(async () => {
      seat = await takeSeat(desk, viewport, login);
    });
    afterAll(() => seat?.context.close());

    it('is one tap from the article: lessons, scenarios and questions that cite it', async () => {
      await seat.go(`/phap-luat/${ARTICLE}`);
      await seat.page.getByRole('link', { name: t('law', 'impact') }).click();
      await seat.page.waitForURL(`**${side}/phap-luat/${ARTICLE}`);
      await seat.heading(/188/);
      for (const kind of ['lesson', 'scenario', 'question'])
        await seat.page.getByRole('heading', { level: 2, name: t('lawImpact', 'kinds', kind), exact: true }).waitFor();
      await seat.see(name);
      const lesson = seat.page.getByRole('main').locator('a[href^="/bai/"]').first();
      const title = await lesson.innerText();
      await lesson.click();
      await seat.page.getByRole('heading', { level: 1 }).filter({ hasText: title }).waitFor();
    }, 60_000);

    it('is said in English, too', async () => {
      await seat.go(`${side}/phap-luat/${ARTICLE}`);
      await speak(seat, 'en');
      await seat.page.getByRole('heading', { level: 2, name: 'Lessons', exact: true }).waitFor();
      await seat.see(`${name}-english`);
      await speak(seat, 'vi');
      expect(seat.faults).toEqual([]);
    }, 60_000);

    it('says so when nothing cites an article', async () => {
      await seat.go(`${side}/phap-luat/vn.blld.2019.d219`);
      await seat.page.getByText(t('lawImpact', 'emptyTitle')).waitFor();
      await seat.see(`${name}-nothing`);
    }, 60_000);
  });
});
