import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bestChoices } from '../../src/catalogue/scenario.service.js';
import type { EnrolmentBody } from '../support/api.js';
import type { ViewportName } from '../support/browser.js';
import { openDesk, sentence as t, takeSeat, type Desk, type Seat } from '../support/desk.js';
import { enrol, sync, syncItem } from '../support/learner.js';
import { chromiumAvailability, waitUntil } from '../support/processes.js';
import { RemoteClient } from '../support/remote-client.js';
import { openScenario, unlawfulPlay } from '../support/scenario-playing.js';

const chromium = chromiumAvailability();
const describeInChromium = chromium.run ? describe : describe.skip;

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
    let story: string;

    const begin = () => seat.page.getByRole('button', { name: /^Bắt đầu/ });
    const chosen = () => seat.page.getByText(t('scenario', 'youChose'));
    const choose = async (choices: number[]) => {
      for (const choice of choices) {
        const before = await chosen().count();
        await options().nth(choice).click();
        await waitUntil('the story goes on', async () => (await chosen().count()) > before, 5_000);
      }
    };
    const options = () => seat.page.getByRole('group', { name: t('scenario', 'whatNow') }).getByRole('button');
    const standing = async () => (await self.get<EnrolmentBody>(`/api/v1/enrolments/${enrolment.id}`)).body;

    beforeAll(async () => {
      self = new RemoteClient(desk.server.url);
      await self.post('/api/v1/session', { name: login, password: 'congdoan2026' });
      enrolment = await enrol(self);
      ({ lessonId, story } = await openScenario(self));
      seat = await takeSeat(desk, viewport, login);
    });
    afterAll(() => seat?.context.close());

    it('begins, decides, and finds the place again after the tab was closed', async () => {
      await seat.go(`/bai/${lessonId}`);
      await begin().waitFor();
      await seat.see('scenario-beginning');
      await begin().click();
      const [best = 0] = bestChoices(story);
      const first = await options().nth(best).innerText();
      await choose([best]);
      await seat.see('scenario-under-way');
      await seat.page.reload();
      await seat.page.getByText(first).first().waitFor();
    }, 60_000);

    it('goes on without a connection to an ending, and looks back', async () => {
      await seat.context.setOffline(true);
      await choose(bestChoices(story).slice(1));
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

    it('says after a play with a wrong legal step that it does not count, and keeps the better one', async () => {
      const { choices, result } = unlawfulPlay(story);
      await seat.page.getByRole('button', { name: t('scenario', 'again') }).click();
      await options().first().waitFor();
      await choose(choices);
      await seat.page.getByText(t('scenario', 'notCounted')).waitFor();
      await seat.see('scenario-unlawful');
      expect(result.violations).not.toEqual([]);
      expect((await standing()).results.find(({ kind }) => kind === 'scenario')?.percent).toBe(100);
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
