import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { APIResponse } from 'playwright-core';
import { openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { chromiumAvailability } from '../support/processes.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;
const LECTURER = '0901000002';
const SCHOOL = '0901000003';
const SLUG = 'tiep-xuc-nguoi-lao-dong';
const WRONG = 'Thời hiệu yêu cầu hoà giải là 09 tháng kể từ ngày phát hiện hành vi.';
const RIGHT = 'Thời hiệu yêu cầu hoà giải là 06 tháng kể từ ngày phát hiện hành vi.';

interface Draft {
  state: string;
  course: { version: number };
  modules: { slug: string; lessons: { slug: string }[] }[];
}

const english = (
  JSON.parse(readFileSync('web/src/teach/en.json', 'utf8')) as {
    review: { screen: { changes: string }; difference: { previous: string } };
  }
).review;

let desk: Desk;
let lecturer: Seat;
let school: Seat;
let draft: string;
let lesson: string;

const review = (...keys: string[]) => t('review', ...keys);

async function sent<T>(answer: APIResponse): Promise<T> {
  if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`);
  const text = await answer.text();
  return (text === '' ? {} : JSON.parse(text)) as T;
}

/** The lecturer's own requests: the studio's screens have a journey of their own. */
const api = {
  post: async <T>(path: string, data: object = {}) =>
    sent<T>(await lecturer.context.request.post(`${desk.server.url}/api/v1${path}`, { data })),
  get: async <T>(path: string) => sent<T>(await lecturer.context.request.get(`${desk.server.url}/api/v1${path}`)),
  write: async (text: string) => {
    const path = `/api/v1/drafts/${draft}/lessons/${lesson}`;
    const { version } = await api.get<{ version: number }>(path.slice('/api/v1'.length));
    const data = { baseVersion: version, saveId: crypto.randomUUID(), markdown: text };
    await sent(await lecturer.context.request.put(`${desk.server.url}${path}`, { data }));
  },
};

const textOf = (sentence: string) =>
  `Bài này nói về thời hiệu.\n\n${sentence}\n\n::: ghi-nho\nGhi ngày nhận đơn.\n:::\n`;

describeInChromium(`a lecturer is reviewed in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
    lecturer = await takeSeat(desk, 'phone', LECTURER);
    school = await takeSeat(desk, 'desktop', SCHOOL);
    const { personId, organisationId } = await unitOfLecturer();
    expect(personId).toBeTruthy();
    const { id } = await api.post<{ id: string }>('/drafts', {
      title: 'Tiếp xúc người lao động',
      slug: SLUG,
      organisationId,
    });
    draft = id;
    await api.post(`/drafts/${draft}/modules`, { title: 'Mở đầu' });
    await api.post(`/drafts/${draft}/modules/mo-dau/lessons`, { kind: 'reading', title: 'Thời hiệu' });
    lesson = (await api.get<Draft>(`/drafts/${draft}`)).modules[0]?.lessons[0]?.slug ?? '';
    await api.write(textOf(WRONG));
    const { version } = (await api.get<Draft>(`/drafts/${draft}`)).course;
    const facts = { version, topics: ['quan-he-lao-dong'] };
    await sent(await lecturer.context.request.patch(`${desk.server.url}/api/v1/drafts/${draft}`, { data: facts }));
    await api.post(`/drafts/${draft}/submit`);
  }, 300_000);

  afterAll(async () => {
    await desk?.close();
  }, 60_000);

  async function unitOfLecturer(): Promise<{ personId: string; organisationId: string }> {
    const session = await sent<{ person: { id: string } }>(
      await lecturer.context.request.get(`${desk.server.url}/api/v1/session`),
    );
    const grants = await sent<{ items: { role: string; organisation: { id: string } }[] }>(
      await school.context.request.get(`${desk.server.url}/api/v1/role-grants?personId=${session.person.id}`),
    );
    const organisationId = grants.items.find(({ role }) => role === 'lecturer')?.organisation.id ?? '';
    return { personId: session.person.id, organisationId };
  }

  it('the reviewer finds it in the queue with its day and comments on a paragraph', async () => {
    const { page } = school;
    await school.go('/thong-qua');
    await school.heading(review('queue', 'title'));
    await page.getByRole('link', { name: /Tiếp xúc người lao động/ }).waitFor();
    await school.see('review-queue');
    await page.getByRole('link', { name: /Tiếp xúc người lao động/ }).click();
    await page.getByText(WRONG).waitFor();
    await school.see('review-lesson');
    await page.getByRole('button', { name: new RegExp(`${review('remarks', 'add')}.*${WRONG.slice(0, 20)}`) }).click();
    await page.getByLabel(review('remarks', 'about')).fill('Phải là 06 tháng.');
    await page.getByRole('button', { name: review('remarks', 'send'), exact: true }).click();
    await page.getByText('Phải là 06 tháng.').waitFor();
    await school.see('review-commented');
  });

  it('and asks for changes in words', async () => {
    const { page } = school;
    await page
      .getByRole('button', { name: review('screen', 'decide') })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(review('decision', 'changes'), { exact: true }).click();
    await dialog.getByRole('button', { name: review('decision', 'sendChanges') }).click();
    await dialog.getByText(review('decision', 'noteMissing')).waitFor();
    await dialog.getByLabel(review('decision', 'note')).fill('Xem góp ý về thời hiệu.');
    await school.see('review-decision');
    await dialog.getByRole('button', { name: review('decision', 'sendChanges') }).click();
    await page.getByText(review('screen', 'done')).waitFor();
    expect((await api.get<Draft>(`/drafts/${draft}`)).state).toBe('changes-requested');
  });

  it('the lecturer reads the comment on the phone, answers, corrects and submits again', async () => {
    const { page } = lecturer;
    await lecturer.go('/thong-qua');
    await page.getByRole('link', { name: /Tiếp xúc người lao động/ }).click();
    await page.getByText('Phải là 06 tháng.').waitFor();
    await lecturer.see('review-author');
    await page.getByRole('button', { name: review('remarks', 'answer'), exact: true }).click();
    await page.getByLabel(review('remarks', 'answer')).fill('Tôi đã sửa.');
    await page.getByRole('button', { name: review('remarks', 'send'), exact: true }).click();
    await page.getByText('Tôi đã sửa.').waitFor();
    await api.write(textOf(RIGHT));
    await api.post(`/drafts/${draft}/submit`);
    await lecturer.go('/thong-qua');
    await page.getByRole('link', { name: /Tiếp xúc người lao động/ }).click();
    await page.getByText('Tôi đã sửa.').waitFor();
    await page.getByText(review('screen', 'changes'), { exact: true }).click();
    await page.getByText(review('difference', 'previous'), { exact: true }).click();
    await page.locator('ins', { hasText: '06' }).waitFor();
    await lecturer.see('review-difference');
  });

  it('nobody approves what they wrote, in a second role either', async () => {
    const { context } = school;
    const { personId, organisationId } = await unitOfLecturer();
    const grant = {
      personId,
      organisationId,
      role: 'reviewer',
      validFrom: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
    };
    await sent(await context.request.post(`${desk.server.url}/api/v1/role-grants`, { data: grant }));
    const { own } = await api.get<{ own: { id: string }[] }>('/reviews');
    const answer = await lecturer.context.request.post(`${desk.server.url}/api/v1/reviews/${own[0]?.id}/decision`, {
      data: { decision: 'approve' },
    });
    expect(answer.status()).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'review-by-author' });
    await lecturer.go(`/thong-qua/${own[0]?.id}`);
    await lecturer.page.getByText(review('screen', 'ownWork')).waitFor();
    await lecturer.see('review-own-work');
  });

  it('another person compares, settles the comment and approves with the document; then it is published', async () => {
    const { page } = school;
    await school.go('/thong-qua');
    await page
      .getByRole('link', { name: /Tiếp xúc người lao động/ })
      .first()
      .click();
    await page.getByText('Tôi đã sửa.').waitFor();
    await page.getByText(review('screen', 'changes'), { exact: true }).click();
    await page.getByText(review('difference', 'previous'), { exact: true }).click();
    await page.locator('del', { hasText: '09' }).waitFor();
    await school.see('review-difference');
    await page.getByText(review('screen', 'text'), { exact: true }).click();
    await page.getByRole('button', { name: review('remarks', 'resolve'), exact: true }).click();
    await page.getByText(review('remarks', 'resolvedBy').replace('{name}', 'Phạm Thị Ngọc Diệp')).waitFor();
    await page
      .getByRole('button', { name: review('screen', 'decide') })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(review('decision', 'number')).fill('15/QĐ-TCĐ');
    await dialog.getByLabel(review('decision', 'issuedOn')).fill('2026-01-05');
    await dialog.getByLabel(review('decision', 'signer')).fill('Nguyễn Văn Ký');
    await school.see('review-approval');
    await dialog.getByRole('button', { name: review('decision', 'approve'), exact: true }).click();
    await page.getByText(review('screen', 'done')).waitFor();
    await page.getByText(/15\/QĐ-TCĐ/).waitFor();
    expect((await api.get<Draft>(`/drafts/${draft}`)).state).toBe('approved');
    await api.post(`/drafts/${draft}/publish`);
    const course = await api.get<{ revisionNumber: number }>(`/courses/${SLUG}`);
    expect(course.revisionNumber).toBe(2);
    expect([...school.faults, ...lecturer.faults]).toEqual([]);
  });

  it.each([{ who: 'reviewer' as const }, { who: 'author' as const }])(
    'reads English, too: the $who',
    async ({ who }) => {
      const seat = who === 'reviewer' ? school : lecturer;
      const { page } = seat;
      await page.evaluate("localStorage.setItem('us.locale', 'en')");
      await seat.go('/thong-qua');
      await page.locator('html[lang=en]').waitFor();
      await page
        .getByRole('link', { name: /Tiếp xúc người lao động/ })
        .first()
        .waitFor();
      await seat.see('review-queue-english');
      await page
        .getByRole('link', { name: /Tiếp xúc người lao động/ })
        .first()
        .click();
      await page.getByText(RIGHT).waitFor();
      await seat.see('review-lesson-english');
      await page.getByText(english.screen.changes, { exact: true }).click();
      await page.getByText(english.difference.previous, { exact: true }).click();
      await page.locator('ins', { hasText: '06' }).waitFor();
      await seat.see('review-difference-english');
      expect(seat.faults).toEqual([]);
    },
    60_000,
  );
});
