import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Items } from '../support/api.js';
import type { ViewportName } from '../support/browser.js';
import { openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { chromiumAvailability } from '../support/processes.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;
const FEDERATION_OFFICER = '0901000004';
const NEW_PASSWORD = 'mật khẩu mới 2026';

/** Everything that scripts stored in the browser for this origin, as one text. */
const STORED = `(async () => {
  const seen = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((done, failed) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
    for (const store of database.objectStoreNames) {
      seen.push(await new Promise((done, failed) => {
        const asked = database.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => done(store + JSON.stringify(asked.result));
        asked.onerror = () => failed(asked.error);
      }));
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) seen.push(request.url, await (await cache.match(request)).clone().text());
  }
  return seen.join('\\n');
})()`;

let desk: Desk;

describeInChromium(`a phone that people share in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
  }, 90_000);
  afterAll(() => desk?.close(), 60_000);

  describe.each<{ viewport: ViewportName; one: [string, string]; two: [string, string] }>([
    { viewport: 'phone', one: ['0901000011', 'Đặng Văn Hiếu'], two: ['0901000012', 'Huỳnh Thị Mỹ Duyên'] },
    { viewport: 'desktop', one: ['0901000013', 'Bùi Thị Kim Oanh'], two: ['0901000014', 'Đỗ Thành Được'] },
  ])('of the size of a $viewport', ({ viewport, one: [login, name], two: [nextLogin, nextName] }) => {
    let seat: Seat;
    let personId: string;

    const main = (text: string) => seat.page.getByRole('main').getByText(text).first();
    const signIn = async (who: string, password: string) => {
      await seat.page.getByLabel(t('signIn', 'name')).fill(who);
      await seat.page.getByLabel(t('signIn', 'password'), { exact: true }).fill(password);
      await seat.press(t('signIn', 'submit'));
    };

    beforeAll(async () => {
      seat = await takeSeat(desk, viewport, login);
      const session = await seat.context.request.get(`${desk.server.url}/api/v1/session`);
      personId = ((await session.json()) as { person: { id: string } }).person.id;
    });
    afterAll(() => seat?.context.close());

    it('ends the session of another device, which the list shows', async () => {
      const other = await takeSeat(desk, 'desktop', login);
      const isIn = async () => (await other.context.request.get(`${desk.server.url}/api/v1/session`)).status();
      await seat.go('/toi');
      await seat.page.getByText(t('me', 'thisDevice'), { exact: true }).waitFor();
      expect(await isIn()).toBe(200);
      await seat.page.getByRole('button', { name: new RegExp(`^${t('me', 'endDevice')} (?!hoặc|khỏi)`) }).click();
      await seat.page.getByRole('button', { name: t('me', 'endOthers') }).waitFor({ state: 'detached' });
      expect(await isIn()).toBe(401);
      await other.context.close();
    }, 60_000);

    it('keeps nothing of who has left it, and is the next one’s', async () => {
      const { page } = seat;
      await seat.go('/hoc');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await seat.go('/chung-chi');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await seat.go('/toi');
      await main(name).waitFor();
      await seat.press(t('me', 'switchPerson'));
      await seat.see('leaving-shared-phone');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('me', 'signOut'), exact: true })
        .click();
      await page.waitForURL('**/dang-nhap');
      const stored = await page.evaluate<string>(STORED);
      for (const trace of [name, login, personId]) expect(stored).not.toContain(trace);
      await page.goBack();
      await page.getByLabel(t('signIn', 'password'), { exact: true }).waitFor();
      expect(await page.getByText(name).count()).toBe(0);
      await signIn(nextLogin, 'congdoan2026');
      await page.waitForURL((url) => url.pathname !== '/dang-nhap');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await seat.go('/toi');
      await main(nextName).waitFor();
      expect(await page.getByText(name).count()).toBe(0);
    }, 60_000);

    it('opens the account of who lost the password with the code of a sheet, once', async () => {
      const officer = await takeSeat(desk, 'desktop', FEDERATION_OFFICER);
      const data = { personIds: [personId] };
      const issued = await officer.context.request.post(`${desk.server.url}/api/v1/one-time-codes`, { data });
      expect(issued.status()).toBe(201);
      const [sheet] = ((await issued.json()) as Items<{ url: string; code: string }>).items;
      await officer.context.close();
      await seat.context.clearCookies();
      await seat.go(new URL(sheet?.url ?? '').pathname + new URL(sheet?.url ?? '').hash);
      const { page } = seat;
      expect(await page.getByLabel(t('redeem', 'code')).inputValue()).toBe(sheet?.code);
      await seat.press(t('redeem', 'submit'));
      await page.getByText(t('redeem', 'passwordHint')).first().waitFor();
      await page.getByLabel(t('redeem', 'password'), { exact: true }).fill(NEW_PASSWORD);
      await seat.see('code-redeemed-on-shared-phone');
      await seat.press(t('redeem', 'submit'));
      await page.waitForURL((url) => !url.pathname.includes('ma-dang-nhap'));
      expect(page.url()).not.toContain(sheet?.code);
      await seat.go('/toi');
      await main(name).waitFor();
      const old = await seat.context.request.post(`${desk.server.url}/api/v1/session`, {
        data: { name: login, password: 'congdoan2026' },
      });
      expect(old.status()).toBe(401);
      const again = await seat.context.request.post(`${desk.server.url}/api/v1/one-time-codes/redemption`, {
        data: { code: sheet?.code, password: NEW_PASSWORD },
      });
      expect(again.status()).toBe(401);
    }, 60_000);

    it('says what is missing to a code that was copied in part, and shows no script fault', async () => {
      await seat.context.clearCookies();
      await seat.go('/ma-dang-nhap#7KQ%');
      expect(await seat.page.getByLabel(t('redeem', 'code')).inputValue()).toBe('7KQ%');
      expect(seat.faults).toEqual([]);
    }, 60_000);
  });
});
