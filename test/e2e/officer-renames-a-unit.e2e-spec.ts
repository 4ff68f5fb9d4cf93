import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { vietnamDate } from '../../src/platform/clock/clock.js';
import type { Items } from '../support/api.js';
import { expectSoundPage, launchBrowser, openContext, type ViewportName } from '../support/browser.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  chromiumAvailability,
  freePort,
  removeDataDir,
  startServer,
  waitUntil,
  type ServerProcess,
} from '../support/processes.js';

const chromium = chromiumAvailability();
const PASSWORD = 'congdoan2026';
const SEEN_WITHIN_MS = 15_000;
const DAY_MS = 86_400_000;

type Catalogue = Record<string, Record<string, string>>;
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
/** The sentences by key, so that the journey survives a better wording. */
const words: Catalogue = { ...read('web/src/i18n/vi.json'), ...read('web/src/manage/vi.json') };
const t = (area: string, key: string): string => {
  const text = words[area]?.[key];
  if (text === undefined) throw new Error(`The catalogues have no ${area}.${key}`);
  return text;
};

const day = (daysAhead: number) => vietnamDate(new Date(Date.now() + daysAhead * DAY_MS));

let database: TestDatabase;
let server: ServerProcess;
let browser: Browser;

const describeInChromium = chromium.run ? describe : describe.skip;

describeInChromium(`an officer looks after the units in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    database = await createTestDatabase();
    const port = await freePort();
    const env = {
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    };
    server = await startServer({ port, env });
    browser = await launchBrowser();
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    if (server) await removeDataDir(server);
    await database?.drop();
  }, 60_000);

  describe.each<{ viewport: ViewportName; code: string; old: string; next: string }>([
    {
      ...{ viewport: 'phone', code: 'CDCS-LUAVANG' },
      ...{ old: 'Công đoàn cơ sở Công ty TNHH May mặc Lúa Vàng', next: 'Công đoàn cơ sở Tập đoàn Lúa Vàng' },
    },
    {
      ...{ viewport: 'desktop', code: 'CDCS-ANHSAO' },
      ...{ old: 'Công đoàn cơ sở Công ty TNHH Điện tử Ánh Sao', next: 'Công đoàn cơ sở Tập đoàn Ánh Sao' },
    },
  ])('on a $viewport', ({ viewport, code, old, next }) => {
    let context: BrowserContext;
    let page: Page;
    let unitId: string;
    const faults: string[] = [];
    const from = day(40);

    const see = (name: string) => expectSoundPage(page, `${viewport}-${name}`);
    const go = (path: string) => page.goto(`${server.url}${path}`);
    const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

    beforeAll(async () => {
      context = await openContext(browser, viewport);
      page = await context.newPage();
      page.setDefaultTimeout(SEEN_WITHIN_MS);
      page.on('pageerror', (error) => faults.push(String(error)));
      const signedIn = await context.request.post(`${server.url}/api/v1/session`, {
        data: { name: '0901000004', password: PASSWORD },
      });
      expect(signedIn.status()).toBe(201);
    });
    afterAll(() => context?.close());

    it('finds the unit in the tree, without diacritics', async () => {
      await go('/ql/don-vi');
      await page.getByRole('link', { name: old, exact: true }).waitFor();
      await see('units');
      await page.getByRole('searchbox').fill(code.toLowerCase());
      await page
        .getByText(/Tìm thấy 1 đơn vị/)
        .first()
        .waitFor();
      await see('units-found');
      await page.getByRole('link', { name: old, exact: true }).click();
      await heading(old);
      await page.getByRole('heading', { name: t('history', 'title') }).waitFor();
      unitId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      await see('unit');
    }, 60_000);

    it('renames it from a day to come; today it keeps its name', async () => {
      await press(t('unit', 'change'));
      await page.getByRole('dialog').getByText(t('acts', 'rename'), { exact: true }).click();
      await page.getByLabel(t('acts', 'newName')).fill(next);
      await page.getByLabel(t('acts', 'onDate')).fill(from);
      await see('unit-renaming');
      await press(t('acts', 'save'));
      await page.getByText(t('unit', 'coming')).waitFor();
      await page.getByText(`“${old}” thành “${next}”`).first().waitFor();
      await heading(old);
      await see('unit-renamed');
    }, 60_000);

    it('has either name on its days', async () => {
      await page.getByLabel(t('units', 'asOf')).fill(from);
      await heading(next);
      await page.getByLabel(t('units', 'asOf')).fill(day(39));
      await heading(old);
      await go(`/ql/don-vi?ngay=${from}`);
      await page.getByRole('link', { name: next, exact: true }).waitFor();
      await see('units-as-of');
      await press(t('units', 'toToday'));
      await page.getByRole('link', { name: old, exact: true }).waitFor();
      expect(await page.getByRole('link', { name: next, exact: true }).count()).toBe(0);
    }, 60_000);

    it('reads the act in the record, sealed', async () => {
      const isSealed = async () => {
        const answer = await context.request.get(`${server.url}/api/v1/audit-entries?subjectId=${unitId}`);
        return ((await answer.json()) as Items<{ sealed: boolean }>).items.every(({ sealed }) => sealed);
      };
      await waitUntil('the act is sealed', isSealed, 30_000);
      await go(`/ql/nhat-ky?don-vi=${unitId}`);
      await page.getByText('Đổi tên đơn vị', { exact: true }).waitFor();
      await page.getByText('Võ Đình Khải').last().waitFor();
      await see('record');
    }, 60_000);

    it('sees a person of the unit masked, and in full for a reason that is recorded', async () => {
      await go(`/ql/don-vi/${unitId}`);
      await page.locator('a[href^="/ql/nguoi/"]').first().click();
      await page.getByText(/••/).first().waitFor();
      await see('person');
      await press(t('person', 'unmask'));
      await page.getByLabel(t('person', 'reason')).fill('Gọi điện báo lịch học');
      await see('person-asking');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('person', 'doUnmask') })
        .click();
      await page.getByText(t('person', 'looked')).waitFor();
      expect(await page.getByText(/••/).count()).toBe(0);
      await go('/ql/nhat-ky');
      await page
        .getByText(/Gọi điện báo lịch học/)
        .first()
        .waitFor();
    }, 60_000);

    it('reads English, too', async () => {
      await page.evaluate("localStorage.setItem('us.locale', 'en')");
      for (const path of ['/ql/don-vi', `/ql/don-vi/${unitId}`, '/ql/nhat-ky']) {
        await go(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await page.locator('html').getAttribute('lang')).toBe('en');
        await page.locator('main ul li').first().waitFor();
        await see(`english${path.replaceAll('/', '-').replace(unitId, 'unit')}`);
      }
    }, 60_000);

    it('never showed a script fault', () => {
      expect(faults).toEqual([]);
    });
  });
});
