import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ViewportName } from '../support/browser.js';
import { openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { chromiumAvailability } from '../support/processes.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;
const FEDERATION_OFFICER = '0901000004';
const SCHOOL_OFFICER = '0901000003';

let desk: Desk;

describeInChromium(`data are corrected on request in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
  }, 90_000);
  afterAll(() => desk?.close(), 60_000);

  describe.each<{ viewport: ViewportName; login: string; name: string; right: string }>([
    {
      ...{ viewport: 'phone', login: '0901000001' },
      ...{ name: 'Nguyễn Thị Hồng Thắm', right: 'Nguyễn Thị Hồng Thấm' },
    },
    { ...{ viewport: 'desktop', login: '0901000011' }, ...{ name: 'Đặng Văn Hiếu', right: 'Đặng Văn Hiểu' } },
  ])('on a $viewport', ({ viewport, login, name, right }) => {
    let person: Seat;
    let officer: Seat;

    const ask = async (field: string) => {
      await person.press(t('corrections', 'ask'));
      await person.page.getByLabel(t('corrections', 'field')).selectOption(field);
    };
    const send = () => person.press(t('corrections', 'send'));
    const states = () => person.page.getByRole('list', { name: t('corrections', 'earlier') });
    const openRequest = async (of: string) => {
      await officer.go('/ql/yeu-cau');
      await officer.page
        .getByRole('button', { name: new RegExp(`${of}.*${t('corrections', 'fields', 'full-name')}`) })
        .click();
    };

    beforeAll(async () => {
      person = await takeSeat(desk, viewport, login);
      officer = await takeSeat(desk, viewport, FEDERATION_OFFICER);
    });
    afterAll(async () => {
      await person?.context.close();
      await officer?.context.close();
    });

    it('asks for what should be corrected, and sees that it waits', async () => {
      await person.go('/toi');
      await ask('full-name');
      await send();
      await person.page.getByText(t('corrections', 'missing')).waitFor();
      await person.see('correction-missing');
      await person.page.getByLabel(t('corrections', 'wished')).fill(right);
      await person.page.getByLabel(t('corrections', 'note')).fill('Theo căn cước công dân');
      await send();
      await person.page.getByText(t('corrections', 'sent')).waitFor();
      await states()
        .getByText(t('corrections', 'states', 'open'))
        .waitFor();
      await ask('other');
      await person.page.getByLabel(t('corrections', 'what')).fill('Tôi đã chuyển sang số điện thoại khác.');
      await send();
      await states().getByText('Tôi đã chuyển sang số điện thoại khác.').waitFor();
      await ask('erasure');
      await person.see('correction-erasure');
      await person.page.keyboard.press('Escape');
      await person.see('me-corrections');
    }, 60_000);

    it('waits for the officer, who is told of it and accepts', async () => {
      await officer.go('/ql/yeu-cau');
      await officer.heading(t('requests', 'title'));
      await officer.page.getByText(right).waitFor();
      await officer.see('requests');
      await openRequest(name);
      await officer.page.getByText(t('requests', 'acceptText')).waitFor();
      await officer.page.getByRole('dialog').getByRole('link', { name }).waitFor();
      await officer.see('request-opened');
      await officer.press(t('requests', 'accept'));
      await officer.page.getByText(t('requests', 'done', 'accept').replace('{name}', name)).waitFor();
      await person.go('/toi');
      await states()
        .getByText(t('corrections', 'states', 'accepted'))
        .waitFor();
    }, 60_000);

    it('does not accept another without a reason, which the person reads', async () => {
      await officer.go('/ql/yeu-cau');
      await officer.page.getByRole('button', { name: new RegExp(right) }).click();
      await officer.press(t('requests', 'reject'));
      await officer.press(t('requests', 'sendRejection'));
      await officer.page.getByText(t('acts', 'errors', 'needed')).waitFor();
      await officer.page.getByLabel(t('requests', 'reason')).fill('Mời chị ghi rõ số mới.');
      await officer.see('request-rejecting');
      await officer.press(t('requests', 'sendRejection'));
      await officer.page.getByText(t('requests', 'done', 'reject').replace('{name}', right)).waitFor();
      await person.go('/toi');
      await states()
        .getByText(/Mời chị ghi rõ số mới/)
        .waitFor();
      await person.see('me-corrections-answered');
    }, 60_000);

    it('shows an officer of a school no requests, and nobody a script fault', async () => {
      const school = await takeSeat(desk, viewport, SCHOOL_OFFICER);
      await school.go('/ql/lop');
      await school.heading(/./);
      expect(await school.page.locator('a[href="/ql/yeu-cau"]').count()).toBe(0);
      await officer.go('/toi');
      await officer.page.locator('a[href="/ql/yeu-cau"]').first().waitFor({ state: 'attached' });
      expect([...school.faults, ...person.faults, ...officer.faults]).toEqual([]);
      await school.context.close();
    }, 60_000);

    it('reads English, too', async () => {
      await person.page.evaluate("localStorage.setItem('us.locale', 'en')");
      await person.go('/toi');
      await person.page.getByText('Ask for a correction or erasure').waitFor();
      await person.see('me-corrections-english');
      await officer.page.evaluate("localStorage.setItem('us.locale', 'en')");
      await officer.go('/ql/yeu-cau');
      await officer.heading('Requests about data');
      await officer.page.getByText('No request is waiting').waitFor();
      await officer.see('requests-english');
    }, 60_000);
  });
});
