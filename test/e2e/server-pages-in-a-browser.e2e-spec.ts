import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ClassRegistrationService } from '../../src/classes/class-registration.service.js';
import { AttendanceEvent } from '../../src/classes/entities/attendance-event.entity.js';
import type { ClassSession } from '../../src/classes/entities/class-session.entity.js';
import { CertificateIssueService } from '../../src/credentials/certificate-issue.service.js';
import { CredentialsModule } from '../../src/credentials/credentials.module.js';
import { Certificate } from '../../src/credentials/entities/certificate.entity.js';
import { Enrolment } from '../../src/enrolment/entities/enrolment.entity.js';
import { IdentityService } from '../../src/identity/identity.service.js';
import { FeatureWorld } from '../support/feature-world.js';
import { CHROMIUM, chromiumAvailability } from '../support/processes.js';
import { ClassRoom } from '../support/training-class.js';

const { run, title } = chromiumAvailability();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PASSWORD = 'mật khẩu của tôi';
const LOGIN = '0908123456';
const LONG_NAME = 'Công Tằng Tôn Nữ Hoàng Nguyễn Thị Phương Thảo Ngọc Quỳnh Như';

interface AxeReport {
  violations: { id: string; nodes: { target: string[] }[] }[];
}

// Scripts for the page are texts: this project's own code is compiled without the types of a browser.
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const report = await page.evaluate<AxeReport>(`axe.run(document, { runOnly: ${JSON.stringify(STANDARDS)} })`);
  return report.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Pixels by which the page is wider than its window. */
const overflow = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');

/** Controls that a thumb would miss. */
const smallTargets = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('a, button, input:not([type=hidden]), summary')]
    .filter((element) => !element.classList.contains('skip') && element.offsetParent !== null)
    .filter((element) => element.getBoundingClientRect().height < 44)
    .map((element) => element.outerHTML.slice(0, 80))`);

(run ? describe : describe.skip)(`server-rendered pages in a browser${title}`, () => {
  let world: FeatureWorld;
  let room: ClassRoom;
  let browser: Browser;
  let base: string;
  let session: ClassSession;
  let certificate: Certificate;
  let personId: string;

  beforeAll(async () => {
    world = await FeatureWorld.start([CredentialsModule], { http: true });
    room = await ClassRoom.furnish(world);
    base = await world.listen();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    const opened = await room.open([room.session('in-person', -10, 120)]);
    session = opened.sessions[0] as ClassSession;
    personId = await world.admit(LONG_NAME, room.school.id);
    await world.dataSource.transaction((tx) =>
      world.get(IdentityService).openAccount(tx, { personId, password: PASSWORD, logins: [LOGIN] }),
    );
    await world.get(ClassRegistrationService).register(world.actor(personId), opened.id);
    const { manager } = world.dataSource;
    const enrolment = await manager.findOneByOrFail(Enrolment, { personId });
    await manager.update(Enrolment, enrolment.id, { state: 'completed', completedAt: world.clock.now() });
    await world.get(CertificateIssueService).issue(enrolment.id);
    certificate = await manager.findOneByOrFail(Certificate, { personId });
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await world.stop();
  });

  const visit = async (path: string, width: number, javaScriptEnabled = true) => {
    const context = await browser.newContext({ viewport: { width, height: 740 }, bypassCSP: true, javaScriptEnabled });
    const page = await context.newPage();
    const response = await page.goto(base + path);
    return { page, response, close: () => context.close() };
  };

  const paths: [string, () => string][] = [
    ['first page', () => '/'],
    ['verification form', () => '/xac-minh'],
    ['verified certificate', () => `/xac-minh/${certificate.verificationCode}`],
    ['unknown certificate', () => '/xac-minh/0000000000000000'],
    ['scanned code', () => `/d/${room.shown(session).token}`],
    ['wrong code', () => '/d/nothing'],
  ];

  it.each(paths)('%s: no accessibility fault, no overflow, thumb-sized targets', async (_, path) => {
    for (const [width, lang] of [
      [360, 'vi'],
      [360, 'en'],
      [1280, 'vi'],
    ] as const) {
      const { page, close } = await visit(`${path()}?lang=${lang}`, width);
      const found = {
        violations: await violations(page),
        overflow: await overflow(page),
        small: await smallTargets(page),
      };
      expect({ width, lang, ...found }).toEqual({ width, lang, violations: [], overflow: 0, small: [] });
      await page.addStyleTag({ content: 'html{font-size:200%!important}' });
      expect({ width, lang, overflowAt200: await overflow(page) }).toEqual({ width, lang, overflowAt200: 0 });
      await close();
    }
  });

  it('the style passes its own security policy', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    await page.goto(`${base}/xac-minh/${certificate.verificationCode}`);
    const colour = await page.evaluate<string>(`getComputedStyle(document.querySelector('.brand')).color`);
    expect(colour).toBe('rgb(27, 36, 48)');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('checking in works without JavaScript, and its answer is accessible', async () => {
    const { page, close } = await visit(`/d/${room.shown(session).token}`, 360, false);
    await page.getByLabel('Số điện thoại hoặc mã đoàn viên').fill(LOGIN);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập và điểm danh' }).click();
    await page.getByRole('heading', { name: /Đã điểm danh, \d\d:\d\d/ }).waitFor();
    expect(await page.getByText(LONG_NAME).count()).toBe(1);
    await close();
    expect(await world.dataSource.manager.countBy(AttendanceEvent, { personId })).toBe(1);
  });

  it('who is signed in is checked in by opening the page, and going back does not post again', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true });
    const page = await context.newPage();
    await page.request.post(`${base}/api/v1/session`, { data: { name: LOGIN, password: PASSWORD } });
    let posts = 0;
    page.on('request', (request) => (posts += request.method() === 'POST' ? 1 : 0));
    await page.goto(base);
    await page.goto(`${base}/d/${room.shown(session).token}`);
    await page.getByRole('heading', { name: /Đã điểm danh/ }).waitFor();
    expect(posts).toBe(1);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.getByText('Điểm danh cho người khác').click();
    expect(await violations(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    // Posted before anybody touched the page, the answer took its place in the browser's history.
    await page.goBack();
    expect([page.url(), posts]).toEqual([`${base}/`, 1]);
    await context.close();
  });
});
