import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ViewportName } from '../support/browser.js';
import { openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { chromiumAvailability } from '../support/processes.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;
const LECTURER = '0901000002';
const TITLE = 'Kỹ năng tiếp xúc người lao động';

let desk: Desk;
let folder: string;

const words = (...keys: string[]) => t('studio', ...keys);

describeInChromium(`a lecturer moves a course in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
    folder = await mkdtemp(join(tmpdir(), 'union-skills-zip-'));
  }, 120_000);
  afterAll(async () => {
    await desk?.close();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  describe.each<{ viewport: ViewportName }>([{ viewport: 'phone' }, { viewport: 'desktop' }])(
    'on a $viewport',
    ({ viewport }) => {
      const slug = `tiep-xuc-${viewport}`;
      let seat: Seat;
      let zip: string;

      beforeAll(async () => {
        seat = await takeSeat(desk, viewport, LECTURER);
        zip = join(folder, `${slug}.zip`);
      });
      afterAll(async () => {
        expect(seat?.faults).toEqual([]);
        await seat?.context.close();
      });

      const dialog = () => seat.page.getByRole('dialog');
      const openZip = async (file: string) => {
        await seat.press(words('list', 'archive'));
        await dialog().getByLabel(words('archive', 'file')).setInputFiles(file);
        await dialog()
          .getByRole('button', { name: words('archive', 'go'), exact: true })
          .click();
      };

      it('is told in words what an unfinished course lacks, and takes it along as it is', async () => {
        const { page, context } = seat;
        await seat.go('/soan');
        await seat.press(words('list', 'start'));
        await dialog().getByLabel(words('start', 'name')).fill(TITLE);
        await dialog().getByLabel(words('start', 'slug')).fill(slug);
        await dialog()
          .getByRole('button', { name: words('start', 'go'), exact: true })
          .click();
        await seat.heading(TITLE);
        await page.getByText('Chưa ghi chủ đề của khoá học.').waitFor();
        await seat.see('unfinished-course');
        const href = await page.getByRole('link', { name: words('keeping', 'zip') }).getAttribute('href');
        const answer = await context.request.get(`${desk.server.url}${href}`);
        expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/zip']);
        await writeFile(zip, await answer.body());
      }, 60_000);

      it('opens it under another name while its own is taken; what is no zip is refused in words', async () => {
        const { page } = seat;
        const broken = join(folder, `${slug}-hong.zip`);
        await writeFile(broken, 'không phải zip');
        await seat.go('/soan');
        await openZip(broken);
        await dialog().getByRole('alert').waitFor();
        expect(await dialog().getByRole('listitem').count()).toBeGreaterThan(0);
        await seat.see('zip-refused');
        await dialog().getByLabel(words('archive', 'file')).setInputFiles(zip);
        await dialog()
          .getByRole('button', { name: words('archive', 'go'), exact: true })
          .click();
        await dialog().getByLabel(words('start', 'slug')).fill(`${slug}-hai`);
        await seat.see('zip-name-taken');
        await dialog()
          .getByRole('button', { name: words('archive', 'go'), exact: true })
          .click();
        await seat.heading(TITLE);
        await page.getByText('Chưa ghi chủ đề của khoá học.').waitFor();
      }, 60_000);

      it('gives a draft up after one question, and may begin it again from the zip', async () => {
        const { page, context } = seat;
        const before = new URL(page.url()).pathname;
        await seat.press(words('keeping', 'abandon'));
        await dialog().getByLabel(words('keeping', 'reason')).fill('Soạn lại từ đầu');
        await seat.see('draft-given-up');
        await dialog()
          .getByRole('button', { name: words('keeping', 'doAbandon'), exact: true })
          .click();
        await seat.heading(words('list', 'title'));
        await page.locator(`a[href="/soan/${before.split('/').at(-1)}"]`).waitFor({ state: 'detached' });
        await seat.see('drafts-left');
        const query = `slug=${slug}-hai`;
        const again = await context.request.post(`${desk.server.url}/api/v1/drafts/archive?${query}`, {
          data: await readFile(zip),
          headers: { 'content-type': 'application/octet-stream' },
        });
        expect(again.status()).toBe(201);
      }, 60_000);

      it('reads English, too', async () => {
        const { page } = seat;
        await page.evaluate('localStorage.setItem("us.locale", "en")');
        await seat.go('/soan');
        await page.getByRole('button', { name: 'Open a zip file' }).waitFor();
        await seat.see('drafts-english');
        await page
          .getByRole('link', { name: new RegExp(TITLE) })
          .first()
          .click();
        await page.getByText('Not filled in yet: topics of the course.').waitFor();
        await seat.see('unfinished-course-english');
      }, 60_000);
    },
  );
});
