import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Items } from '../support/api.js';
import type { ViewportName } from '../support/browser.js';
import { openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { chromiumAvailability, waitUntil } from '../support/processes.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;
const FEDERATION_OFFICER = '0901000004';
const A_PAGE = 8;
/** A4 in points. */
const A4 = { width: 595, height: 842 };

let desk: Desk;

interface Printed {
  pages: number;
  /** Of every page, in points. */
  sizes: { width: number; height: number }[];
}

/** As the printer gets it; Chromium leaves the page objects of a PDF readable. */
async function print({ page }: Seat): Promise<Printed> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => ({
    ...{ width: Math.round(Number(width)), height: Math.round(Number(height)) },
  }));
  return { pages: [...pdf.matchAll(/\/Type \/Page\b(?!s)/g)].length, sizes };
}

describeInChromium(`code cards are printed in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
    const { context } = await takeSeat(desk, 'desktop', FEDERATION_OFFICER);
    const units = await context.request.get(`${desk.server.url}/api/v1/organisations?q=CDCS-ANHSAO`);
    const [unit] = ((await units.json()) as Items<{ id: string }>).items;
    for (let nth = 1; nth <= 17; nth += 1) {
      const office = { organisationId: unit?.id, titleCode: 'uy-vien-bch', validFrom: '2026-01-01' };
      // Long names and an unbroken word are the hardest to keep on a card.
      const fullName = `Tôn Nữ Thị Phương Thảo Quỳnh ${'Nguyên'.repeat(1 + (nth % 3))} ${String.fromCharCode(64 + nth)}`;
      const entered = await context.request.post(`${desk.server.url}/api/v1/people`, { data: { fullName, office } });
      expect(entered.status()).toBe(201);
    }
    await context.close();
  }, 90_000);
  afterAll(() => desk?.close(), 60_000);

  describe.each<{ viewport: ViewportName }>([{ viewport: 'phone' }, { viewport: 'desktop' }])(
    'from a $viewport',
    ({ viewport }) => {
      let seat: Seat;

      beforeAll(async () => {
        seat = await takeSeat(desk, viewport, FEDERATION_OFFICER);
      });
      afterAll(() => seat?.context.close());

      const issue = async (people: number) => {
        const { page } = seat;
        await seat.go('/ql/ma-dang-nhap');
        await page.getByRole('searchbox').fill('ton nu thi phuong thao');
        const boxes = page.getByRole('checkbox');
        await waitUntil('everybody is listed', async () => (await boxes.count()) === 17, 15_000);
        for (let nth = 0; nth < people; nth += 1) await boxes.nth(nth).check();
        await seat.see(`code-choosing-${people}`);
        await seat.press(t('codeSheets', 'issue'));
        await page.getByRole('button', { name: t('codeSheets', 'print') }).waitFor();
      };

      it.each([{ people: 1 }, { people: A_PAGE }, { people: A_PAGE + 1 }, { people: 17 }])(
        'prints a card for each of $people on as few A4 pages as hold them, and no empty one',
        async ({ people }) => {
          const { page } = seat;
          await issue(people);
          await seat.see(`code-cards-${people}`);
          const { pages, sizes } = await print(seat);
          expect(pages).toBe(Math.ceil(people / A_PAGE));
          expect(sizes).toEqual(Array.from({ length: pages }, () => A4));
          await page.emulateMedia({ media: 'print' });
          const cards = page.locator('main li');
          expect(await cards.count()).toBe(people);
          // What does not fit on a card is cut off: the code and the QR must be whole.
          const cut = await page.evaluate<number>(
            "[...document.querySelectorAll('main li')].filter((card) => card.scrollHeight > card.clientHeight + 1 || card.scrollWidth > card.clientWidth + 1).length",
          );
          expect(cut).toBe(0);
          await page.emulateMedia({ media: null });
          await seat.press(t('codeSheets', 'done'));
          await page.getByRole('searchbox').waitFor();
        },
        60_000,
      );

      it('never showed a script fault', () => {
        expect(seat.faults).toEqual([]);
      });
    },
  );
});
