import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EnrolmentBody } from '../support/api.js';
import type { ViewportName } from '../support/browser.js';
import { openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { enrol, openCourse, sync, syncItem } from '../support/learner.js';
import { chromiumAvailability, waitUntil } from '../support/processes.js';
import { RemoteClient } from '../support/remote-client.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;
const MOST_DECISIONS = 40;

let desk: Desk;

describeInChromium(`a scenario in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.close(), 60_000);

  describe.each<{ viewport: ViewportName; login: string }>([
    { viewport: 'phone', login: '0901000015' },
    { viewport: 'desktop', login: '0901000016' },
  ])('on a $viewport', ({ viewport, login }) => {
    let seat: Seat;
    let self: RemoteClient;
    let enrolment: EnrolmentBody;
    let lessonId: string;

    const options = () => seat.page.getByRole('group', { name: t('scenario', 'whatNow') }).getByRole('button');
    const standing = async () => (await self.get<EnrolmentBody>(`/api/v1/enrolments/${enrolment.id}`)).body;

    beforeAll(async () => {
      self = new RemoteClient(desk.server.url);
      await self.post('/api/v1/session', { name: login, password: 'congdoan2026' });
      enrolment = await enrol(self);
      lessonId = (await openCourse(self)).find(({ kind }) => kind === 'scenario')?.id ?? '';
      seat = await takeSeat(desk, viewport, login);
    });
    afterAll(() => seat?.context.close());

    it('begins, decides, and finds the place again after the tab was closed', async () => {
      await seat.go(`/bai/${lessonId}`);
      await seat.page.getByRole('button', { name: /^Bắt đầu/ }).waitFor();
      await seat.see('scenario-beginning');
      await seat.page.getByRole('button', { name: /^Bắt đầu/ }).click();
      const first = await options().nth(0).innerText();
      await options().nth(0).click();
      await seat.page.getByText(t('scenario', 'youChose')).first().waitFor();
      await seat.see('scenario-under-way');
      await seat.page.reload();
      await seat.page.getByText(first).first().waitFor();
    }, 60_000);

    it('goes on without a connection to an ending, and looks back', async () => {
      await seat.context.setOffline(true);
      for (let turn = 0; turn < MOST_DECISIONS && (await options().count()) > 0; turn += 1) {
        const before = await seat.page.getByText(t('scenario', 'youChose')).count();
        await options()
          .nth(turn % (await options().count()))
          .click();
        await waitUntil(
          'the story goes on',
          async () => (await seat.page.getByText(t('scenario', 'youChose')).count()) > before,
          5_000,
        );
      }
      await seat.page.getByRole('heading', { name: t('scenario', 'debrief') }).waitFor();
      await seat.see('scenario-debrief');
      expect((await standing()).results.filter(({ kind }) => kind === 'scenario')).toEqual([]);
    }, 90_000);

    it('is scored by the server once the connection is back', async () => {
      await seat.context.setOffline(false);
      await waitUntil(
        'the server has the play',
        async () => (await standing()).results.some(({ kind }) => kind === 'scenario'),
        30_000,
      );
      const { results, lessons } = await standing();
      expect(lessons.find((lesson) => lesson.lessonId === lessonId)?.doneAt).not.toBeNull();
      const percent = results.find(({ kind }) => kind === 'scenario')?.percent ?? -1;
      const shown = (await seat.page.getByText(/Anh\/chị đạt \d+%/).innerText()).match(/đạt (\d+)%/)?.[1];
      expect(percent).toBe(Number(shown));
      expect(seat.faults).toEqual([]);
    }, 60_000);

    it('takes no play that does not lead to an ending, and none of another person', async () => {
      const play = (choices: number[], of = enrolment.id) =>
        sync(self, [syncItem('scenario', { enrolmentId: of, lessonId, choices })]);
      const codes = async (...given: Parameters<typeof play>) =>
        (await play(...given)).map((result) => result.problem?.code ?? result.outcome);
      expect(await codes([0])).toEqual(['scenario-not-playable']);
      expect(await codes([19, 19])).toEqual(['scenario-not-playable']);
      expect(await codes([-1])).toEqual(['sync-item-invalid']);
      const progress = syncItem('progress', { enrolmentId: enrolment.id, lessonId, done: true, position: 1 });
      expect((await sync(self, [progress]))[0]?.outcome).toBe('applied');
    });
  });
});
