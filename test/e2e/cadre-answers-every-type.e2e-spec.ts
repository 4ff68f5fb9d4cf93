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
      const isLast = index === attempt.questions.length - 1;
      await learner.press(sentence('attempt', isLast ? 'submit' : 'next'));
    }
    await learner.page
      .getByRole('dialog')
      .getByRole('button', { name: sentence('attempt', 'handIn') })
      .click();
    await learner.page.getByText(sentence('result', 'gradingTitle')).waitFor();
    await learner.see('result-waiting');
  }, 240_000);

  it('a lecturer grades the essay by its rubric', async () => {
    const lecturer = await takeSeat(desk, 'phone', '0901000002');
    await lecturer.go('/cham-bai');
    await lecturer.heading(sentence('grading', 'title'));
    await lecturer.page.getByRole('link', { name: /Nguyễn Thị Hồng Thắm/ }).waitFor();
    await lecturer.see('essay-queue');
    await lecturer.page.getByRole('link', { name: /Nguyễn Thị Hồng Thắm/ }).click();
    await lecturer.page.getByText('Nêu đủ bên và việc').waitFor();
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
    await learner.see('result-with-essay');
    expect(learner.faults).toEqual([]);
  }, 60_000);
});
