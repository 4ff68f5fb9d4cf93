import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { bestChoices } from '../../src/catalogue/scenario.service.js';
import type { QuestionResponse } from '../../src/question-bank/entities/question-body.js';
import { keysOf, rightResponse } from '../support/answers.js';
import type { AttemptBody, CertificateBody, ClassBody, CodeBody, EnrolmentBody, Items } from '../support/api.js';
import { answerOnScreen } from '../support/answering-in-browser.js';
import { expectSoundPage, launchBrowser, openContext, type ViewportName } from '../support/browser.js';
import { createContentDatabase } from '../support/content-database.js';
import type { TestDatabase } from '../support/database.js';
import { enrol, openCourse, sync, syncItem } from '../support/learner.js';
import {
  chromiumAvailability,
  freePort,
  removeDataDir,
  startServer,
  waitUntil,
  type ServerProcess,
} from '../support/processes.js';
import { quizOf } from '../support/quiz-taking.js';
import { RemoteClient } from '../support/remote-client.js';
import { openScenario } from '../support/scenario-playing.js';

const chromium = chromiumAvailability();
const PASSWORD = 'congdoan2026';
const SEEN_WITHIN_MS = 15_000;

/** The sentences of the web application by key, so that the journey survives a better wording. */
const words = JSON.parse(readFileSync('web/src/i18n/vi.json', 'utf8')) as Record<string, Record<string, string>>;
const t = (area: string, key: string): string => {
  const text = words[area]?.[key];
  if (text === undefined) throw new Error(`vi.json has no ${area}.${key}`);
  return text;
};

let database: TestDatabase;
let server: ServerProcess;
let browser: Browser;

const describeInChromium = chromium.run ? describe : describe.skip;

describeInChromium(`the main journey in Chromium${chromium.title}`, () => {
  beforeAll(async () => {
    database = await createContentDatabase();
    const port = await freePort();
    const env = {
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    };
    server = await startServer({ port, env });
    browser = await launchBrowser();
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    if (server) await removeDataDir(server);
    await database?.drop();
  }, 60_000);

  describe.each<{ viewport: ViewportName; login: string }>([
    { viewport: 'phone', login: '0901000001' },
    { viewport: 'desktop', login: '0901000011' },
  ])('on a $viewport', ({ viewport, login }) => {
    let context: BrowserContext;
    let page: Page;
    /** The same person through HTTP, for what takes hours in life: an online session that is over. */
    let self: RemoteClient;
    let lecturer: RemoteClient;
    let certificate: CertificateBody;
    const faults: string[] = [];

    const see = (name: string) => expectSoundPage(page, `${viewport}-${name}`);
    const go = (path: string) => page.goto(`${server.url}${path}`);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

    beforeAll(async () => {
      context = await openContext(browser, viewport);
      page = await context.newPage();
      page.setDefaultTimeout(SEEN_WITHIN_MS);
      page.on('pageerror', (error) => faults.push(String(error)));
      self = await signedIn(login);
      lecturer = await signedIn('0901000002');
    });
    afterAll(() => context?.close());

    it('finds the landing page and signs in with a phone number', async () => {
      await go('/');
      await see('landing');
      await page.getByRole('link', { name: 'Đăng nhập' }).first().click();
      await page.getByLabel(t('signIn', 'name')).fill(login);
      await page.getByLabel(t('signIn', 'password'), { exact: true }).fill('sai-mat-khau');
      await press(t('signIn', 'submit'));
      await page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
      await see('sign-in');
      await page.getByLabel(t('signIn', 'password'), { exact: true }).fill(PASSWORD);
      await press(t('signIn', 'submit'));
      await page.waitForURL('**/hoc');
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await see('learning');
    }, 60_000);

    it('reads every lesson, one tap from the next', async () => {
      const enrolment = await enrol(self);
      await go('/khoa-hoc/giai-quyet-tranh-chap-lao-dong');
      const outline = await openCourse(self);
      const lessons = outline.filter((lesson) => lesson.kind === 'reading');
      await page
        .getByRole('link', { name: lessons[0]?.title.vi ?? '' })
        .first()
        .click();
      for (const [index, lesson] of lessons.entries()) {
        // Between two skill modules the way leads through a quiz or a scenario, which have journeys of their own.
        if (index > 0 && outline[outline.indexOf(lesson) - 1]?.kind !== 'reading') await go(`/bai/${lesson.id}`);
        await page.waitForURL(`**/bai/${lesson.id}`);
        await page.getByRole('heading', { level: 1, name: lesson.title.vi }).waitFor();
        if (index === 0) await see('lesson');
        await press(t('lesson', 'finishAndNext'));
        await page.waitForURL((url) => !url.pathname.endsWith(lesson.id));
      }
      const done = async () => {
        const { body } = await self.get<{ lessons: { doneAt: string | null }[] }>(`/api/v1/enrolments/${enrolment.id}`);
        return body.lessons.filter((lesson) => lesson.doneAt !== null).length === lessons.length;
      };
      await waitUntil('every lesson is done on the server', done, SEEN_WITHIN_MS);
      await go('/khoa-hoc/giai-quyet-tranh-chap-lao-dong');
      await page.getByRole('heading', { level: 1, name: 'Giải quyết tranh chấp lao động' }).waitFor();
      await see('course');
    }, 120_000);

    it('plays the scenario that the course asks for, every step in its order', async () => {
      const { lessonId, story } = await openScenario(self);
      await go(`/bai/${lessonId}`);
      await page.getByRole('button', { name: /^Bắt đầu/ }).click();
      const options = page.getByRole('group', { name: t('scenario', 'whatNow') }).getByRole('button');
      for (const [turn, choice] of bestChoices(story).entries()) {
        await options.nth(choice).click();
        await page.getByText(t('scenario', 'youChose')).nth(turn).waitFor();
      }
      await page.getByRole('heading', { name: t('scenario', 'debrief') }).waitFor();
      await see('scenario');
      const { id } = await enrol(self);
      const isPassed = async () => {
        const { body } = await self.get<EnrolmentBody>(`/api/v1/enrolments/${id}`);
        return body.results.some(({ kind, percent }) => kind === 'scenario' && percent === 100);
      };
      await waitUntil('the play is on the server', isPassed, SEEN_WITHIN_MS);
    }, 60_000);

    it('opens the article behind a statement', async () => {
      await go('/phap-luat/vn.blld.2019.d188');
      await page.getByRole('heading', { level: 1 }).filter({ hasText: /188/ }).waitFor();
      await see('article');
      await go('/phap-luat');
      await page.getByRole('searchbox').fill('hoa giai vien');
      await page
        .getByText(/hoà giải viên/i)
        .first()
        .waitFor();
      await see('law');
    }, 60_000);

    it('takes the final quiz, loses the tab midway, resumes and passes', async () => {
      const quiz = await quizOf(self, 'final');
      await go(`/kiem-tra/${quiz.id}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await see('quiz-start');
      await page.getByRole('main').getByRole('button').last().click();
      await page.waitForURL('**/lam-bai/**');
      const attempt = await currentAttempt();
      const keys = await keysOf(
        database.dataSource,
        attempt.questions.map((question) => question.questionId),
      );
      for (const [index, question] of attempt.questions.entries()) {
        await page
          .getByRole('heading', { level: 1, name: new RegExp(`${index + 1}\\D+${attempt.questions.length}`) })
          .waitFor();
        await answer(question, rightResponse(keys.get(question.questionId)!));
        if (index === 0) await see('question');
        if (question.kind === 'ordering' || question.kind === 'cloze') await see(`question-${question.kind}`);
        if (index === 4) await loseTheTab();
        const last = index === attempt.questions.length - 1;
        await press(t('attempt', last ? 'submit' : 'next'));
      }
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('attempt', 'handIn') })
        .click();
      await page.waitForURL('**/ket-qua/**');
      await page.getByText(/100/).first().waitFor();
      await see('result');
    }, 180_000);

    async function currentAttempt(): Promise<AttemptBody> {
      const id = new URL(page.url()).pathname.split('/').at(-1);
      return (await self.get<AttemptBody>(`/api/v1/quiz-attempts/${id}`)).body;
    }

    async function loseTheTab(): Promise<void> {
      const address = page.url();
      await page.close();
      page = await context.newPage();
      page.setDefaultTimeout(SEEN_WITHIN_MS);
      page.on('pageerror', (error) => faults.push(String(error)));
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
    }

    async function answer(question: AttemptBody['questions'][number], response: QuestionResponse): Promise<void> {
      await answerOnScreen(page, question, response);
      const isStored = async () => {
        const { questions } = await currentAttempt();
        return (
          JSON.stringify(questions.find((q) => q.questionId === question.questionId)?.response) ===
          JSON.stringify(response)
        );
      };
      await waitUntil('the answer is on the server', isStored, SEEN_WITHIN_MS);
    }

    it('sees the class in the calendar and checks in with the six digits on the screen', async () => {
      await go('/lich');
      await page.getByText(/Buổi/).first().waitFor();
      await see('calendar');
      const session = await sessionOf('in-person');
      const code = await lecturer.get<CodeBody>(`/api/v1/class-sessions/${session.id}/code`);
      await go('/diem-danh');
      await page.getByRole('main').getByRole('textbox').first().fill(code.body.sixDigits);
      await page.getByRole('main').locator('button[type=submit]').click();
      await waitUntil(
        'the check-in is on the server',
        async () => (await sessionOf('in-person')).myVerdict === 'present',
        SEEN_WITHIN_MS,
      );
      await see('checked-in');
    }, 60_000);

    async function sessionOf(mode: string): Promise<ClassBody['sessions'][number]> {
      const list = await self.get<Items<{ id: string; code: string }>>('/api/v1/classes?as=learner');
      const demo = list.body.items.find((item) => item.code.startsWith('DEMO'));
      const { body } = await self.get<ClassBody>(`/api/v1/classes/${demo?.id}`);
      const session = body.sessions.find((candidate) => candidate.mode === mode);
      if (!session) throw new Error(`The demo class has no ${mode} session`);
      return session;
    }

    it('gets the certificate, which anybody can verify', async () => {
      const online = await sessionOf('online');
      const start = new Date(online.startsAt).getTime();
      const beats = [0, 10, 20].map((minute) => {
        const time = (at: number) => new Date(start + at * 60_000).toISOString();
        const payload = { classSessionId: online.id, from: time(minute), to: time(minute + 10) };
        return syncItem('heartbeat', payload, { at: new Date(start + (minute + 10) * 60_000) });
      });
      expect((await sync(self, beats)).map((result) => result.outcome)).toEqual(beats.map(() => 'applied'));
      const mine = async () => (await self.get<Items<CertificateBody>>('/api/v1/certificates')).body.items[0];
      await waitUntil('the certificate is drawn', async () => (await mine())?.pdfReady === true, 30_000);
      certificate = (await mine())!;
      await go('/chung-chi');
      await page.getByText(certificate.registerNumber).first().waitFor();
      await see('certificates');
      await go(`/chung-chi/${certificate.id}`);
      await page.getByText(certificate.registerNumber).first().waitFor();
      await see('certificate');
      await go(`/xac-minh/${certificate.verificationCode}`);
      await page.getByText(certificate.registerNumber).first().waitFor();
      await see('verification');
    }, 90_000);

    it('never showed a script fault', () => {
      expect(faults).toEqual([]);
    });
  });

  describe.each<{ viewport: ViewportName }>([{ viewport: 'phone' }, { viewport: 'desktop' }])(
    'lecturer and school on a $viewport',
    ({ viewport }) => {
      let context: BrowserContext;
      let page: Page;

      beforeAll(async () => {
        context = await openContext(browser, viewport);
        page = await context.newPage();
        page.setDefaultTimeout(SEEN_WITHIN_MS);
      });
      afterAll(() => context?.close());

      const signInAs = async (login: string, firstPath: RegExp) => {
        await page.goto(`${server.url}/dang-nhap`);
        await page.getByLabel(t('signIn', 'name')).fill(login);
        await page.getByLabel(t('signIn', 'password'), { exact: true }).fill(PASSWORD);
        await page.getByRole('button', { name: t('signIn', 'submit'), exact: true }).click();
        await page.waitForURL(firstPath);
      };

      it('shows the code that changes, with the count of who is there', async () => {
        await signInAs('0901000002', /\/(day|hoc)/);
        await page.goto(`${server.url}/day`);
        await page
          .getByRole('link', { name: /lớp minh hoạ/i })
          .first()
          .click();
        await page.waitForURL('**/day/*');
        await page.getByText(/Buổi/).first().waitFor();
        await expectSoundPage(page, `${viewport}-taught-class`);
        await page.locator('a[href*="/buoi/"]').first().click();
        await page
          .getByText(/\d{3}\s?\d{3}/)
          .first()
          .waitFor();
        await page.locator('svg').first().waitFor();
        await expectSoundPage(page, `${viewport}-projector`);
      }, 60_000);

      it('shows the school who attended, and its register', async () => {
        await context.clearCookies();
        await signInAs('0901000003', /\/(ql|hoc)/);
        await page.goto(`${server.url}/ql/lop`);
        await page
          .getByText(/lớp minh hoạ/i)
          .first()
          .waitFor();
        await expectSoundPage(page, `${viewport}-classes`);
        await page
          .getByRole('link', { name: /lớp minh hoạ/i })
          .first()
          .click();
        await page.getByText('Nguyễn Thị Hồng Thắm').first().waitFor();
        await expectSoundPage(page, `${viewport}-roster`);
        await page.goto(`${server.url}/ql/lop/moi`);
        await page.getByRole('main').getByRole('textbox').first().waitFor();
        await expectSoundPage(page, `${viewport}-open-class`);
        await page.goto(`${server.url}/ql/chung-chi`);
        await page
          .getByText(/TCD-\d{4}-\d{6}/)
          .first()
          .waitFor();
        await expectSoundPage(page, `${viewport}-register`);
      }, 60_000);
    },
  );
});

async function signedIn(name: string): Promise<RemoteClient> {
  const client = new RemoteClient(server.url);
  const { status, text } = await client.post<{ id: string }>('/api/v1/session', { name, password: PASSWORD });
  if (status !== 201) throw new Error(`Sign-in of ${name} answered ${status}: ${text}`);
  return client;
}
