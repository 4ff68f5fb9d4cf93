import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Items } from '../support/api.js';
import type { ViewportName } from '../support/browser.js';
import { dayAhead, openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { chromiumAvailability } from '../support/processes.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;
const FEDERATION_OFFICER = '0901000004';

let desk: Desk;

describeInChromium(`units are merged and split in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
  }, 90_000);
  afterAll(() => desk?.close(), 60_000);

  describe.each<{ viewport: ViewportName; days: number; mark: string }>([
    { viewport: 'phone', days: 10, mark: 'A' },
    { viewport: 'desktop', days: 40, mark: 'B' },
  ])('on a $viewport', ({ viewport, days, mark }) => {
    let seat: Seat;
    /** Each its own, so that either viewport begins with the same. */
    const unit = { into: '', joins: '', whole: '' };

    const post = async (path: string, data: object) => {
      const answer = await seat.context.request.post(`${desk.server.url}/api/v1/${path}`, { data });
      expect({ path, status: answer.status(), body: answer.ok() ? '' : await answer.text() }).toEqual({
        ...{ path, status: 201, body: '' },
      });
      return (await answer.json()) as { id: string };
    };
    const found = async (parentId: string, name: string, code: string) => {
      const kind = { tier: 'grassroots', kind: 'cdcs', sector: 'non-state' };
      const { id } = await post('organisations', { parentId, name, code, ...kind, foundedOn: '2020-01-01' });
      await post(`organisations/${id}/head-counts`, { onDate: '2026-01-01', members: 100, workers: 150 });
      const office = { organisationId: id, titleCode: 'chu-tich', validFrom: '2024-01-01' };
      await post('people', { fullName: `Lê Văn ${name.slice(-1)} ${code.slice(-1)}`, office });
      return id;
    };

    beforeAll(async () => {
      seat = await takeSeat(desk, viewport, FEDERATION_OFFICER);
      const answer = await seat.context.request.get(`${desk.server.url}/api/v1/organisations?top=true`);
      const [top] = ((await answer.json()) as Items<{ id: string }>).items;
      const parentId = top?.id ?? '';
      unit.into = await found(parentId, `Công đoàn cơ sở Hoa Mai ${mark}`, `HOAMAI-${mark}`);
      unit.joins = await found(parentId, `Công đoàn cơ sở Hoa Đào ${mark}`, `HOADAO-${mark}`);
      unit.whole = await found(parentId, `Công đoàn cơ sở Hoa Lan ${mark}`, `HOALAN-${mark}`);
    }, 60_000);
    afterAll(() => seat?.context.close());

    it('chooses what joins, and is told what is missing', async () => {
      const { page } = seat;
      await seat.go(`/ql/don-vi/${unit.into}`);
      await seat.press(t('unit', 'change'));
      await seat.see('unit-acts');
      await page
        .getByRole('dialog')
        .getByRole('link', { name: new RegExp(t('acts', 'merge')) })
        .click();
      await seat.heading(t('reform', 'merge'));
      await seat.press(t('reform', 'review'));
      await page.getByText(t('reform', 'pickUnits')).waitFor();
      await page.getByRole('searchbox').fill(`hoadao-${mark.toLowerCase()}`);
      await page.getByText(`Công đoàn cơ sở Hoa Đào ${mark}`).click();
      await page.getByText(t('reform', 'intoNew')).click();
      await page.getByLabel(t('acts', 'name')).waitFor();
      await seat.see('merge-into-new');
      await page.getByText(t('reform', 'intoThis')).click();
      await page.getByLabel(t('acts', 'onDate')).fill(dayAhead(days));
      await page.getByLabel(t('reform', 'decision')).fill('125/QĐ-LĐLĐ ngày 20/11/2026');
      await seat.see('merge');
    }, 60_000);

    it('looks at what moves, and merges', async () => {
      const { page } = seat;
      await seat.press(t('reform', 'review'));
      await page.getByText(new RegExp(`HOADAO-${mark} · .*1 người giữ chức danh · 100 đoàn viên, 150`)).waitFor();
      await seat.see('merge-review');
      await seat.press(t('reform', 'back'));
      expect(await page.getByLabel(t('reform', 'decision')).inputValue()).toContain('125/QĐ');
      await seat.press(t('reform', 'review'));
      await page.getByRole('button', { name: /^Sáp nhập 1 đơn vị/ }).click();
      await page.getByText(/1 người chuyển cùng chức danh/).waitFor();
      await page.getByText('Chủ tịch, nay là Phó Chủ tịch').waitFor();
      await seat.see('merge-done');
      await page.getByRole('link', { name: t('reform', 'openUnit') }).click();
      await seat.heading(`Công đoàn cơ sở Hoa Mai ${mark}`);
      await page.getByText('200', { exact: true }).waitFor();
    }, 60_000);

    it('splits a unit, and says when the parts do not add up', async () => {
      const { page } = seat;
      await seat.go(`/ql/don-vi/${unit.whole}/chia-tach`);
      await seat.heading(t('reform', 'splitTitle'));
      await page.getByText(t('reform', 'stops'), { exact: true }).click();
      await page.getByLabel(t('acts', 'name')).fill(`Công đoàn cơ sở Lan Rừng ${mark}`);
      await page.getByLabel(t('acts', 'code')).fill(`LANRUNG-${mark}`);
      await page.getByLabel(t('acts', 'members')).fill('60');
      await page.getByLabel(t('acts', 'workers')).fill('90');
      await page.getByLabel(t('acts', 'onDate')).fill(dayAhead(days));
      await seat.press(t('reform', 'review'));
      await page.getByRole('button', { name: 'Chia đơn vị' }).click();
      await page.getByText(/không khớp/).waitFor();
      await seat.see('split-refused');
      await seat.press(t('reform', 'back'));
      await seat.press(t('reform', 'addPart'));
      await page.getByLabel(t('acts', 'name')).nth(1).fill(`Công đoàn cơ sở Lan Nhà ${mark}`);
      await page.getByLabel(t('acts', 'code')).nth(1).fill(`LANNHA-${mark}`);
      await page.getByLabel(t('acts', 'members')).nth(1).fill('40');
      await page.getByLabel(t('acts', 'workers')).nth(1).fill('60');
      await page
        .getByRole('group', { name: t('reform', 'wherePeople') })
        .getByRole('combobox')
        .selectOption('1');
      await seat.see('split');
      await seat.press(t('reform', 'review'));
      await page.getByText(/LANNHA-. · .*1 người giữ chức danh · 40 đoàn viên, 60/).waitFor();
      await seat.see('split-review');
      await page.getByRole('button', { name: 'Chia đơn vị' }).click();
      await page.getByRole('link', { name: t('reform', 'openPart').replace('{number}', '2') }).click();
      await seat.heading(`Công đoàn cơ sở Lan Nhà ${mark}`);
      await page.getByText('40', { exact: true }).waitFor();
    }, 60_000);

    it('reads English, too, and never showed a script fault', async () => {
      await seat.page.evaluate("localStorage.setItem('us.locale', 'en')");
      for (const screen of ['sap-nhap', 'chia-tach']) {
        await seat.go(`/ql/don-vi/${unit.into}/${screen}`);
        await seat.page.getByRole('button', { name: 'See what will change' }).waitFor();
        await seat.see(`english-${screen}`);
      }
      expect(seat.faults).toEqual([]);
    }, 60_000);
  });
});
