import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ViewportName } from '../support/browser.js';
import { dayAhead, openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { chromiumAvailability } from '../support/processes.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;
const LECTURER = '0901000002';
const SCHOOL = '0901000003';
const NAME = 'Trần Minh Khuê';

let desk: Desk;
let lecturerId: string;

const words = (...keys: string[]) => t('authorise', ...keys);
const picking = (...keys: string[]) => t('lecturers', ...keys);

describeInChromium(`an officer authorises a lecturer in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
    const lecturer = await takeSeat(desk, 'phone', LECTURER);
    const session = await lecturer.context.request.get(`${desk.server.url}/api/v1/session`);
    lecturerId = ((await session.json()) as { person: { id: string } }).person.id;
    await lecturer.context.close();
  }, 120_000);
  afterAll(() => desk?.close(), 60_000);

  describe.each<{ viewport: ViewportName; course: string; granted: string; other: string }>([
    {
      ...{ viewport: 'phone', course: 'doi-thoai-va-thuong-luong-tap-the' },
      ...{ granted: 'Thương lượng tập thể', other: 'Đối thoại' },
    },
    {
      ...{ viewport: 'desktop', course: 'an-toan-ve-sinh-lao-dong-vai-tro-cong-doan' },
      ...{ granted: 'An toàn, vệ sinh lao động', other: 'Tai nạn lao động' },
    },
  ])('on a $viewport', ({ viewport, course, granted, other }) => {
    let school: Seat;

    beforeAll(async () => {
      school = await takeSeat(desk, viewport, SCHOOL);
    });
    afterAll(async () => {
      expect(school?.faults).toEqual([]);
      await school?.context.close();
    });

    const line = (text: string) => school.page.getByRole('listitem').filter({ hasText: text });

    it('a lecturer without an authorisation is marked, and refused in words', async () => {
      const { page } = school;
      await school.go('/ql/lop/moi');
      await school.heading(t('openClass', 'title'));
      await page.getByLabel(t('openClass', 'course'), { exact: true }).selectOption(course);
      await page.getByLabel(t('openClass', 'name'), { exact: true }).fill(`Lớp thử ${viewport}`);
      await page.getByLabel(t('openClass', 'sessionTitle'), { exact: true }).fill('Buổi mở đầu');
      await page.getByLabel(t('openClass', 'date'), { exact: true }).fill(dayAhead(3));
      await school.press(picking('add'));
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(picking('find')).fill('minh khue');
      await dialog.getByText(picking('notAuthorised')).waitFor();
      await school.see('lecturers-to-choose');
      await dialog.getByRole('button', { name: `${picking('pick')} ${NAME}` }).click();
      await line(NAME).getByText(picking('notAuthorised')).waitFor();
      await school.press(t('openClass', 'submit'));
      await page.getByText(/chưa được phân công dạy chủ đề nào/).waitFor();
      await school.see('lecturer-refused');
    }, 60_000);

    it('is authorised in place, by a decision', async () => {
      const { page } = school;
      await line(NAME)
        .getByRole('button', { name: `${picking('authorise')} ${NAME}` })
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: words('doGrant'), exact: true }).click();
      await dialog
        .getByText(t('acts', 'errors', 'needed'))
        .first()
        .waitFor();
      await dialog.getByLabel(words('topic')).selectOption({ label: granted });
      await dialog.getByLabel(words('from'), { exact: true }).fill('2026-03-01');
      await dialog.getByLabel(words('lawAsOf')).fill('2026-02-01');
      await dialog.getByLabel(words('number')).fill('15/QĐ-TCĐ');
      await dialog.getByLabel(words('issuedOn')).fill('2026-02-20');
      await dialog.getByLabel(words('signer')).fill('Võ Đình Khải');
      await school.see('lecturer-authorised-in-place');
      await dialog.getByRole('button', { name: words('doGrant'), exact: true }).click();
      await line(NAME).getByText(picking('authorised'), { exact: true }).waitFor();
      await page.getByText(picking('uncovered').replace('{topics}', other)).waitFor();
      await school.see('lecturer-chosen');
    }, 60_000);

    it('asks once about what remains, and opens the class', async () => {
      const { page } = school;
      await school.press(t('openClass', 'submit'));
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('heading', { name: picking('confirmTitle') }).waitFor();
      await school.see('lecturer-asked');
      await dialog.getByRole('button', { name: picking('goOn') }).click();
      await page.waitForURL(/\/ql\/lop\/[0-9a-f-]{36}$/);
      await school.heading(new RegExp(`Lớp thử ${viewport}`));
    }, 60_000);

    it('the person’s screen tells who may teach what by which decision, and takes it back with a reason', async () => {
      const { page } = school;
      await school.go(`/ql/nguoi/${lecturerId}`);
      await page.getByRole('heading', { name: words('title') }).waitFor();
      await line(granted)
        .getByText(/15\/QĐ-TCĐ/)
        .waitFor();
      await school.see('person-teaching');
      await line(granted)
        .getByRole('button', { name: `${words('withdraw')} ${granted}` })
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: words('withdraw'), exact: true }).click();
      await dialog.getByText(t('acts', 'errors', 'needed')).waitFor();
      await dialog.getByLabel(t('acts', 'reason')).fill('Chuyển công tác');
      await school.see('teaching-withdrawn');
      await dialog.getByRole('button', { name: words('withdraw'), exact: true }).click();
      await line(granted).getByText(t('teaching', 'notInForce')).waitFor();
    }, 60_000);

    it('lecturers find their own on the desk', async () => {
      const lecturer = await takeSeat(desk, viewport, LECTURER);
      await lecturer.go('/soan');
      await lecturer.page.getByRole('heading', { name: t('studio', 'teaching', 'title') }).waitFor();
      await lecturer.page
        .getByText(/15\/QĐ-TCĐ/)
        .first()
        .waitFor();
      await lecturer.see('own-teaching');
      expect(lecturer.faults).toEqual([]);
      await lecturer.context.close();
    }, 60_000);
  });
});
