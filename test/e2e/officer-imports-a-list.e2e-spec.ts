import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { writeSheet } from '../../src/platform/sheet/sheet-writer.js';
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
const SEEN_WITHIN_MS = 30_000;

interface Catalogue {
  [key: string]: string | Catalogue;
}
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
/** The sentences by key, so that the journey survives a better wording. */
const words: Catalogue = { ...read('web/src/i18n/vi.json'), ...read('web/src/manage/vi.json') };
const t = (key: string): string => {
  const text = key
    .split('.')
    .reduce<string | Catalogue | undefined>(
      (within, part) => (typeof within === 'object' ? within[part] : undefined),
      words,
    );
  if (typeof text !== 'string') throw new Error(`The catalogues have no ${key}`);
  return text;
};

const HEADINGS = ['Họ và tên', 'Ngày sinh', 'Mã đơn vị', 'Chức vụ', 'Từ ngày', 'Ghi chú'];

let database: TestDatabase;
let server: ServerProcess;
let browser: Browser;

const describeInChromium = chromium.run ? describe : describe.skip;

describeInChromium(`an officer imports a list in Chromium${chromium.title}`, () => {
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

  describe.each<{ viewport: ViewportName; unit: string; known: string; added: string; format: 'xlsx' | 'csv' }>([
    { viewport: 'phone', unit: 'CDCS-LUAVANG', known: 'Đỗ Thị Vân', added: 'Hoàng Thị Ngọc Ẩn', format: 'xlsx' },
    { viewport: 'desktop', unit: 'CDCS-ANHSAO', known: 'Tạ Quang Lữ', added: 'Nguyễn Đình Ước', format: 'csv' },
  ])('on a $viewport', ({ viewport, unit, known, added, format }) => {
    let context: BrowserContext;
    let page: Page;
    const faults: string[] = [];

    const see = (name: string) => expectSoundPage(page, `${viewport}-import-${name}`);
    const go = (path: string) => page.goto(`${server.url}${path}`);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();
    const rows = (day: string) => [
      HEADINGS,
      [known, '08/03/1985', unit, 'Ủy viên Ban Chấp hành', '01/03/2026', ''],
      [added, day, unit, 'Tổ trưởng công đoàn', '01/03/2026', 'mới vào'],
    ];
    const file = async (name: string, content: string[][]) => ({
      name,
      mimeType: format === 'csv' ? 'text/csv' : 'application/octet-stream',
      buffer: await buffer(writeSheet(format, [{ name: 'S', rows: content }])),
    });

    beforeAll(async () => {
      context = await openContext(browser, viewport);
      page = await context.newPage();
      page.setDefaultTimeout(SEEN_WITHIN_MS);
      page.on('pageerror', (error) => faults.push(String(error)));
      const signedIn = await context.request.post(`${server.url}/api/v1/session`, {
        data: { name: '0901000004', password: PASSWORD },
      });
      expect(signedIn.status()).toBe(201);
      // Somebody whom the list may be about: with an office in the unit, and without a member code.
      await sendDirectly([HEADINGS, [known, '', unit, 'Tổ trưởng công đoàn', '01/01/2024', '']]);
    });
    afterAll(() => context?.close());

    /** Sends and applies a list without the screens. */
    async function sendDirectly(content: string[][]): Promise<void> {
      const { buffer: data } = await file('x', content);
      const api = `${server.url}/api/v1/imports`;
      const headers = { 'content-type': 'application/octet-stream' };
      const begun = await context.request.post(`${api}?kind=people&fileName=to-truong.${format}`, { data, headers });
      const { id } = (await begun.json()) as { id: string };
      const reach = (state: string) =>
        waitUntil(`the list is ${state}`, async () => {
          const answer = await context.request.get(`${api}/${id}`);
          return ((await answer.json()) as { state: string }).state === state;
        });
      await reach('checked');
      await context.request.post(`${api}/${id}/application`);
      await reach('applied');
    }

    it('is told before sending what is wrong with a file', async () => {
      await go('/ql/nhap');
      await heading(t('imports.title'));
      await page.getByText(t('imports.unitHint')).waitFor();
      await see('start');
      await press(t('imports.send'));
      await page.getByText(t('imports.errors.file')).waitFor();
      const old = { name: 'danh-sach.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('x') };
      await page.getByLabel(t('imports.file')).setInputFiles(old);
      await page.getByText(t('imports.errors.type')).waitFor();
      await see('wrong-file');
    }, 60_000);

    it('takes the template along', async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), press(t('imports.template'))]);
      expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    }, 30_000);

    it('sees the faulty row, and takes along the sheet with its error', async () => {
      await page.getByLabel(t('imports.file')).setInputFiles(await file(`cán-bộ-mới.${format}`, rows('31/02/1990')));
      await see('chosen');
      await press(t('imports.send'));
      await heading(/Còn 1 dòng lỗi/);
      await page.getByText(/"Ngày sinh" phải là ngày dạng/).waitFor();
      await page.getByText(/Ghi chú/).waitFor();
      await see('faulty');
      const [download] = await Promise.all([page.waitForEvent('download'), press(t('imports.report'))]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
      const report = await readFile(await download.path());
      if (format === 'csv') expect(report.toString('utf8')).toContain('31/02/1990');
    }, 60_000);

    it('sends the corrected file for the same unit, and decides whom a row is about', async () => {
      await page.getByRole('link', { name: t('imports.sendCorrected') }).click();
      await heading(t('imports.title'));
      await page.getByLabel(t('imports.file')).setInputFiles(await file(`đã-sửa.${format}`, rows('28/02/1990')));
      await press(t('imports.send'));
      await heading(/Còn 1 dòng cần anh\/chị quyết định/);
      await page.getByText(t('imports.decide.inFile').replace('{number}', '2')).waitFor();
      await see('undecided');
      await page.getByLabel(t('imports.decide.same')).check();
      await see('deciding');
      await press(t('imports.decide.save'));
      await heading(t('imports.standing.ready'));
      await page.getByText(t('imports.decided.same-person')).waitFor();
      await see('ready');
    }, 60_000);

    it('may decide again', async () => {
      await page.getByRole('button', { name: new RegExp(t('imports.decide.again')) }).click();
      await page.getByRole('dialog').getByLabel(t('imports.decide.another')).check();
      await see('again');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('imports.decide.save') })
        .click();
      await page.getByText(t('imports.decided.new-person')).waitFor();
      await page.getByRole('button', { name: new RegExp(t('imports.decide.again')) }).click();
      await page.getByRole('dialog').getByLabel(t('imports.decide.same')).check();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('imports.decide.save') })
        .click();
      await page.getByText(t('imports.decided.same-person')).waitFor();
    }, 60_000);

    it('writes it after agreeing, and finds the new person', async () => {
      await press(t('imports.apply.ask'));
      await page.getByRole('dialog').getByText(t('imports.apply.whole')).waitFor();
      await see('asked');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('imports.apply.submit') })
        .click();
      await heading(t('imports.standing.applied'));
      await see('applied');
      const answer = await context.request.get(`${server.url}/api/v1/people?q=${encodeURIComponent(added)}`);
      expect(((await answer.json()) as { items: object[] }).items).toHaveLength(1);
      const same = await context.request.get(`${server.url}/api/v1/people?q=${encodeURIComponent(known)}`);
      expect(((await same.json()) as { items: object[] }).items).toHaveLength(1);
    }, 60_000);

    it('goes on to the unit, whose list can be taken along', async () => {
      await page.getByRole('link', { name: t('imports.seeUnit') }).click();
      await page.getByRole('heading', { name: t('history.title') }).waitFor();
      await press(t('exports.title'));
      await page.getByRole('dialog').getByText(t('exports.notePeople')).waitFor();
      await see('export-of-unit');
    }, 60_000);

    it('puts a file aside, and finds every file again in the list', async () => {
      await go('/ql/nhap');
      await page.getByLabel(t('imports.file')).setInputFiles(await file(`lần-nữa.${format}`, rows('28/02/1990')));
      await press(t('imports.send'));
      await heading(t('imports.standing.nothing'));
      await see('nothing');
      await press(t('imports.cancel.ask'));
      await page.getByRole('dialog').getByText(t('imports.cancel.text')).waitFor();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('imports.cancel.submit') })
        .click();
      await heading(t('imports.standing.cancelled'));
      await see('cancelled');
      await go('/ql/nhap');
      await page.getByLabel(t('imports.file')).setInputFiles({ ...(await file(`sai.${format}`, [['Xin chào']])) });
      await press(t('imports.send'));
      await heading(t('imports.standing.failed'));
      await see('failed');
      await go('/ql/nhap');
      await page.getByText(t('imports.states.cancelled')).first().waitFor();
      await page.getByText(t('imports.states.failed')).first().waitFor();
      await see('list');
    }, 60_000);

    it('takes the list of a unit along', async () => {
      await press(t('exports.title'));
      await page.getByRole('dialog').getByText(t('exports.notePeople')).waitFor();
      await see('export');
      await page.getByRole('dialog').getByText('CSV', { exact: true }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('dialog')
          .getByRole('button', { name: t('exports.submit') })
          .click(),
      ]);
      expect(await readFile(await download.path(), 'utf8')).toContain(added);
    }, 60_000);

    it('reads English, too', async () => {
      const link = page.getByRole('link', { name: `cán-bộ-mới.${format}` });
      const address = (await link.getAttribute('href')) ?? '';
      await page.evaluate("localStorage.setItem('us.locale', 'en')");
      await go('/ql/nhap');
      await page.getByRole('heading', { level: 1, name: 'Import lists' }).waitFor();
      await link.waitFor();
      await see('english-start');
      await go(address);
      await heading(/1 row has errors/);
      await page.getByText(/must be a day such as/).waitFor();
      await see('english-faulty');
    }, 60_000);

    it('never showed a script fault', () => {
      expect(faults).toEqual([]);
    });
  });
});
