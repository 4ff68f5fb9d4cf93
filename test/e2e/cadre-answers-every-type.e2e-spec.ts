import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { QuestionKind } from '../../src/question-bank/entities/question-body.js';
import { keysOf, rightResponse } from '../support/answers.js';
import { answerOnScreen } from '../support/answering-in-browser.js';
import type { AttemptBody } from '../support/api.js';
import { openDesk, sentence, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { writeEveryTypeCourse } from '../support/every-type-course.js';
import { enrol } from '../support/learner.js';
import { chromiumAvailability, waitUntil } from '../support/processes.js';
import { quizOf, startAttempt } from '../support/quiz-taking.js';
import { RemoteClient } from '../support/remote-client.js';
import { photographOfPage } from '../support/written-page.js';

const PHOTO_WORDS = JSON.parse(readFileSync('web/src/learn/photos/vi.json', 'utf8')) as {
  photos: Record<'title' | 'take' | 'device' | 'server' | 'remove' | 'open' | 'unsent' | 'waitingOffline', string>;
};

const chromium = chromiumAvailability();
const NEW_KINDS: string[] = ['ordering', 'cloze', 'essay'] satisfies QuestionKind[];

const describeInChromium = chromium.run ? describe : describe.skip;

describeInChromium(`a cadre answers every type of question${chromium.title}`, () => {
  let content: string;
  let desk: Desk;
  let dataSource: DataSource;
  let self: RemoteClient;
  let learner: Seat;
  let attempt: AttemptBody;

  beforeAll(async () => {
    content = await writeEveryTypeCourse();
    desk = await openDesk({ CONTENT_DIR: content });
    dataSource = await new DataSource({ type: 'postgres', url: desk.databaseUrl }).initialize();
    self = new RemoteClient(desk.server.url);
    await self.post('/api/v1/session', { name: '0901000001', password: 'congdoan2026' });
    learner = await takeSeat(desk, 'phone', '0901000001');
  }, 120_000);
  afterAll(async () => {
    await dataSource?.destroy();
    await desk?.close();
    if (content) await rm(content, { recursive: true, force: true });
  }, 60_000);

  const photosOf = async () => {
    const { body } = await self.get<{ questions: { photos: object[] }[] }>(`/api/v1/quiz-attempts/${attempt.id}`);
    return body.questions.flatMap(({ photos }) => photos);
  };
  const words = PHOTO_WORDS.photos;
  const number = (text: string, at: number) => text.replace('{number}', String(at));
  const takePhoto = async () =>
    learner.page
      .locator('input[capture]')
      .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await photographOfPage() });

  it('orders steps by buttons, fills gaps and writes an essay on a phone; every answer reaches the server', async () => {
    const { id: enrolmentId } = await enrol(self);
    attempt = await startAttempt(self, { quizId: (await quizOf(self, 'final')).id, enrolmentId });
    expect(new Set(attempt.questions.map(({ kind }) => kind)).size).toBe(9);
    const keys = await keysOf(
      dataSource,
      attempt.questions.map(({ questionId }) => questionId),
    );
    await learner.go(`/lam-bai/${attempt.id}`);
    for (const [index, question] of attempt.questions.entries()) {
      await learner.heading(new RegExp(`${index + 1}/${attempt.questions.length}`));
      const response = rightResponse(keys.get(question.questionId)!);
      await answerOnScreen(learner.page, question, response);
      if (NEW_KINDS.includes(question.kind)) await learner.see(`question-${question.kind}`);
      await waitUntil('the answer is on the server', async () => {
        const { body } = await self.get<AttemptBody>(`/api/v1/quiz-attempts/${attempt.id}`);
        const stored = body.questions.find(({ questionId }) => questionId === question.questionId)?.response;
        return JSON.stringify(stored) === JSON.stringify(response);
      });
      if (index < attempt.questions.length - 1) await learner.press(sentence('attempt', 'next'));
    }
  }, 240_000);

  it('photographs the essay without a network; the photo is sent when there is one', async () => {
    const at = attempt.questions.findIndex(({ kind }) => kind === 'essay');
    await learner.go(`/lam-bai/${attempt.id}?cau=${at + 1}`);
    await learner.page.getByRole('heading', { name: words.title }).waitFor();
    await learner.page.getByRole('button', { name: words.take }).waitFor();
    await learner.context.setOffline(true);
    await takePhoto();
    await learner.page.getByText(words.device).waitFor();
    await learner.see('photo-on-the-phone');
    expect(await photosOf()).toEqual([]);
    await learner.context.setOffline(false);
    await learner.page.getByText(words.server, { exact: true }).first().waitFor();
    await waitUntil('the photo is on the server', async () => (await photosOf()).length === 1);
    expect(await photosOf()).toMatchObject([{ position: 1, width: 1200, height: 1600 }]);
    await takePhoto();
    await learner.page.getByText('2/3').waitFor();
    await waitUntil('the second photo is on the server', async () => (await photosOf()).length === 2);
    await learner.page.getByRole('button', { name: number(words.remove, 2) }).click();
    await waitUntil('the second photo is gone', async () => (await photosOf()).length === 1);
    await learner.page.getByRole('button', { name: number(words.open, 1) }).click();
    await learner.see('photo-opened');
    await learner.press(sentence('states', 'close'));
    await learner.see('photo-sent');
  }, 90_000);

  it('is not handed in before the last photo, and then by itself', async () => {
    await learner.context.setOffline(true);
    await takePhoto();
    await learner.page.getByText(words.device).waitFor();
    await learner.press(sentence('attempt', 'map'));
    const dialog = learner.page.getByRole('dialog');
    await dialog.getByRole('button', { name: sentence('attempt', 'submit') }).click();
    await dialog.getByText(words.unsent.replace('{count}', '1')).waitFor();
    await dialog.getByRole('button', { name: sentence('attempt', 'handIn') }).click();
    await dialog.getByText(words.waitingOffline.replace('{count}', '1')).waitFor();
    await learner.see('photo-holds-up');
    await learner.context.setOffline(false);
    await learner.page.getByText(sentence('result', 'gradingTitle')).waitFor();
    expect(await photosOf()).toHaveLength(2);
    await learner.see('result-waiting');
  }, 60_000);

  it('a lecturer grades the essay by its rubric, reading the photos', async () => {
    const lecturer = await takeSeat(desk, 'phone', '0901000002');
    await lecturer.go('/cham-bai');
    await lecturer.heading(sentence('grading', 'title'));
    await lecturer.page.getByRole('link', { name: /Nguyễn Thị Hồng Thắm/ }).waitFor();
    await lecturer.see('essay-queue');
    await lecturer.page.getByRole('link', { name: /Nguyễn Thị Hồng Thắm/ }).click();
    await lecturer.page.getByText('Nêu đủ bên và việc').waitFor();
    const pages = lecturer.page.getByRole('button', { name: /Xem ảnh . toàn màn hình/ });
    expect(await pages.count()).toBe(2);
    await pages.first().click();
    await lecturer.page.getByRole('button', { name: sentence('states', 'close') }).waitFor();
    await lecturer.see('essay-photo-full-screen');
    await lecturer.press(sentence('states', 'close'));
    await lecturer.press(sentence('grading', 'send'));
    await lecturer.page.getByText(sentence('grading', 'missing')).waitFor();
    const fields = lecturer.page.locator('input[inputmode=decimal]');
    await fields.nth(0).fill('2,5');
    await fields.nth(1).fill('1');
    await lecturer.page.locator('textarea').first().fill('Cần nêu ngày xảy ra việc.');
    await lecturer.see('essay-grading');
    await lecturer.press(sentence('grading', 'send'));
    await lecturer.page.getByText(/98,61/).waitFor();
    await lecturer.see('essay-graded');
    expect(lecturer.faults).toEqual([]);
    await lecturer.context.close();
  }, 90_000);

  it('the learner is told once, and reads points and comment beside the key', async () => {
    await learner.go('/thong-bao');
    const line = learner.page.getByRole('link', { name: sentence('inbox', 'kinds', 'essays-graded') });
    await line.waitFor();
    expect(await line.count()).toBe(1);
    await line.click();
    await learner.page.getByText('Cần nêu ngày xảy ra việc.').waitFor();
    await learner.page.getByText('2,5/3 điểm').waitFor();
    await learner.page.getByRole('button', { name: number(words.open, 2) }).waitFor();
    await learner.see('result-with-essay');
    expect(learner.faults).toEqual([]);
  }, 60_000);
});
