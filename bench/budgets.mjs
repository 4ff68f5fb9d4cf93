// The budgets for slow phones, as figures: npm run budgets. Prints one JSON document like the benchmarks do, and never fails
// on time. Needs Chromium (CHROMIUM_PATH, or /usr/bin/chromium).
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { removeFolder, startServer, temporaryFolder } from '../scripts/journey/server-process.mjs';
import { firstLoadKb } from './first-load.mjs';
import { result, table } from './report.mjs';

const ROUNDS = process.argv.includes('--quick') ? 1 : 5;
/** 400 kbit/s, 400 ms, a processor four times slower, a small screen: a cheap phone between shifts. */
const NETWORK = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const CPU_SLOWDOWN = 4;
const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };
const SETTLE_MS = 3_000;
const ACCOUNT = { name: '0901000001', password: 'congdoan2026' };
const OFFICER = { ...ACCOUNT, name: '0901000004' };

const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
if (!executablePath) throw new Error('Chromium not found: apt-get install chromium, or set CHROMIUM_PATH');

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const OBSERVE = `
  window.__figures = { lcp: 0, cls: 0 };
  new PerformanceObserver((list) => { for (const e of list.getEntries()) window.__figures.lcp = e.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.__figures.cls += e.value; })
    .observe({ type: 'layout-shift', buffered: true });
`;

async function throttled(context) {
  const page = await context.newPage();
  await page.addInitScript(OBSERVE);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return page;
}

async function figuresOf(page, url) {
  await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 });
  await page.waitForTimeout(SETTLE_MS);
  const fcp = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0";
  return page.evaluate(`({ ...window.__figures, fcp: ${fcp} })`);
}

async function newContext(browser, viewport, base, account = ACCOUNT) {
  const context = await browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  if (base) await context.request.post(`${base}/api/v1/session`, { data: account });
  return context;
}

/** Cold and repeated visits to the learner's first screen, and to a page without JavaScript, in the same run. */
async function loads(browser, base) {
  const samples = { cold: [], repeat: [], plain: [], cls: [], fcp: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await newContext(browser, PHONE, base);
    const cold = await figuresOf(await throttled(context), `${base}/hoc`);
    const repeat = await figuresOf(await throttled(context), `${base}/hoc`);
    await context.close();
    const visitor = await newContext(browser, PHONE, null);
    const plain = await figuresOf(await throttled(visitor), `${base}/xac-minh`);
    await visitor.close();
    samples.cold.push(cold.lcp / 1000);
    samples.fcp.push(cold.fcp / 1000);
    samples.cls.push(cold.cls);
    samples.repeat.push(repeat.lcp / 1000);
    samples.plain.push(plain.lcp / 1000);
  }
  return Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, median(values)]));
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations of axe and pixels of horizontal overflow over every screen, both sizes and languages. */
async function sound(browser, base) {
  const total = { violations: 0, overflow: 0 };
  const sides = [
    { account: ACCOUNT, screens: paths },
    { account: OFFICER, screens: deskPaths },
  ];
  for (const viewport of [PHONE, DESKTOP]) {
    for (const locale of ['vi', 'en']) {
      for (const side of sides) await soundOf(browser, base, { ...side, viewport, locale, total });
    }
  }
  return total;
}

async function soundOf(browser, base, { account, screens, viewport, locale, total }) {
  const context = await newContext(browser, viewport, base, account);
  await context.request.patch(`${base}/api/v1/session`, { data: { locale } });
  await context.addInitScript(`localStorage.setItem('us.locale', '${locale}')`);
  const page = await context.newPage();
  for (const path of await screens(context, base)) {
    await page.goto(`${base}${path}`, { waitUntil: 'networkidle' });
    await page.evaluate(AXE);
    const found = await page.evaluate(
      'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.map((v) => v.id))',
    );
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (found.length > 0 || wide > 0) process.stderr.write(`${viewport.width} ${locale} ${path}: ${found} ${wide}px\n`);
    total.violations += found.length;
    total.overflow = Math.max(total.overflow, wide);
  }
  await context.close();
}

/** The officers' screens of units, people and acts. */
async function deskPaths(context, base) {
  const get = async (path) => (await context.request.get(`${base}/api/v1/${path}`)).json();
  const { items: units } = await get('organisations');
  const { items: people } = await get('people');
  const unit = units.at(-1).id;
  return ['/ql/don-vi', `/ql/don-vi/${unit}`, `/ql/nguoi/${people[0].id}`, `/ql/nhat-ky?don-vi=${unit}`, '/ql/nhat-ky'];
}

async function paths(context, base) {
  const get = async (path) => (await context.request.get(`${base}/api/v1/${path}`)).json();
  const course = await get('courses/giai-quyet-tranh-chap-lao-dong');
  const lessons = course.skillModules.flatMap((part) => part.lessons);
  const quiz = await get(`quizzes?lessonId=${lessons.findLast((lesson) => lesson.kind === 'quiz').id}`);
  const screens = ['/hoc', `/khoa-hoc/${course.slug}`, `/bai/${lessons[0].id}`, `/kiem-tra/${quiz.id}`, '/phap-luat'];
  const more = ['/phap-luat/vn.blld.2019.d188', '/lich', '/diem-danh', '/chung-chi', '/dong-bo', '/toi', '/thong-bao'];
  return ['/', '/xac-minh', '/dang-nhap', ...screens, ...more];
}

const folder = await temporaryFolder('union-skills-budgets-');
const server = await startServer({ env: { DATA_DIR: folder } });
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const times = await loads(browser, server.url);
  const { violations, overflow } = await sound(browser, server.url);
  const verification = Buffer.byteLength(await (await fetch(`${server.url}/xac-minh`)).text()) / 1000;
  const upTo = (name, unit, { value, aim }) => result({ name, unit, value, aim, aimOn: 'value', lowerIsBetter: true });
  const results = [
    upTo('initial JS+CSS of a learner', 'brotli kB', { value: firstLoadKb(), aim: 140 }),
    upTo('LCP cold', 's', { value: times.cold, aim: 5 }),
    upTo('LCP cold against a page without JavaScript', '×', { value: times.cold / times.plain, aim: 4.5 }),
    upTo('LCP repeated visit', 's', { value: times.repeat, aim: 2 }),
    upTo('FCP cold', 's', { value: times.fcp, aim: 2 }),
    upTo('LCP of a public page', 's', { value: times.plain, aim: 1.8 }),
    upTo('CLS', '', { value: times.cls, aim: 0.05 }),
    upTo('verification page', 'kB', { value: verification, aim: 15 }),
    upTo('axe violations', '', { value: violations, aim: 0 }),
    upTo('horizontal overflow', 'px', { value: overflow, aim: 0 }),
  ];
  process.stderr.write(`${table(results)}\n`);
  process.stdout.write(`${JSON.stringify({ results }, null, 2)}\n`);
} finally {
  await browser.close();
  await server.stop();
  await removeFolder(folder);
}
