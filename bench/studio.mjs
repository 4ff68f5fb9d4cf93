// The lecturer's studio as figures: npm run bench:studio. What opening a lesson loads, and how long a letter takes from
// the key to the paint on a slow laptop, in one of the longest lessons. Prints one JSON document like the benchmarks do.
// Needs Chromium (CHROMIUM_PATH, or /usr/bin/chromium).
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { removeFolder, startServer, temporaryFolder } from '../scripts/journey/server-process.mjs';
import { loadKb } from './first-load.mjs';
import { result, table } from './report.mjs';

const LECTURER = { name: '0901000002', password: 'congdoan2026' };
const COURSE = 'bo-luat-lao-dong-cho-can-bo-cong-doan';
const CPU_SLOWDOWN = 4;
const LETTERS = 120;
/** A quick typist: ten letters a second. */
const PAUSE_MS = 100;

const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
if (!executablePath) throw new Error('Chromium not found: apt-get install chromium, or set CHROMIUM_PATH');

/** From the key until the frame that shows the letter is done. */
const OBSERVE = `
  window.__typing = [];
  addEventListener('keydown', () => {
    const from = performance.now();
    requestAnimationFrame(() => {
      const frame = new MessageChannel();
      frame.port1.onmessage = () => window.__typing.push(performance.now() - from);
      frame.port2.postMessage(null);
    });
  }, { capture: true });
`;

const at = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** The longest lesson of the shipped course, as the only one of a new draft, and where it is written. */
async function longestLesson(context, base) {
  const home = join('content/courses', COURSE);
  const names = (await readdir(home, { recursive: true })).filter((name) => /\d\d-[^/]+\.md$/.test(name));
  const texts = await Promise.all(names.map((name) => readFile(join(home, name), 'utf8')));
  const markdown = texts
    .map((text) => text.slice(text.indexOf('\n---\n', 3) + 5).trim())
    .toSorted((a, b) => b.length - a.length)[0];
  const send = async (method, path, data) => {
    const answer = await context.request.fetch(`${base}/api/v1/drafts${path}`, { method, data });
    if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`);
    return answer.json();
  };
  const { id } = await send('POST', '', { title: 'Bài để đo', slug: 'bai-de-do' });
  const { slug: module } = await send('POST', `/${id}/modules`, { title: 'Phần một' });
  const { slug } = await send('POST', `/${id}/modules/${module}/lessons`, { kind: 'reading', title: 'Bài dài nhất' });
  const { version: baseVersion } = await send('GET', `/${id}/lessons/${slug}`);
  await send('PUT', `/${id}/lessons/${slug}`, { markdown, baseVersion, saveId: randomUUID() });
  return { path: `/soan/${id}/bai/${slug}`, letters: markdown.length };
}

async function typing(browser, base) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
  await context.request.post(`${base}/api/v1/session`, { data: LECTURER });
  const { path, letters } = await longestLesson(context, base);
  const page = await context.newPage();
  await page.addInitScript(OBSERVE);
  await page.goto(`${base}${path}`);
  const paper = page.locator('[contenteditable="true"]');
  await paper.locator('p').first().click({ timeout: 60_000 });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.keyboard.type('a'.repeat(LETTERS), { delay: PAUSE_MS });
  const times = await page.evaluate('window.__typing');
  await context.close();
  return { times, letters };
}

const lessonKb = loadKb((key, chunk) => chunk.isEntry || /^src\/teach\/(studio|draft-lesson)\.tsx$/.test(key));
const folder = await temporaryFolder('union-skills-studio-');
const server = await startServer({ env: { DATA_DIR: folder } });
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const { times, letters } = await typing(browser, server.url);
  const results = [
    result({ name: 'studio, first load of a lesson', unit: 'brotli kB', value: lessonKb }),
    result({ name: 'length of the lesson', unit: 'letters', value: letters }),
    result({
      ...{ name: `typing, CPU ÷ ${CPU_SLOWDOWN}`, unit: 'letters', value: times.length },
      ...{ p50: at(times, 0.5), p95: at(times, 0.95), p99: at(times, 0.99) },
    }),
  ];
  process.stderr.write(`${table(results)}\n`);
  process.stdout.write(`${JSON.stringify({ results }, null, 2)}\n`);
} finally {
  await browser.close();
  await server.stop();
  await removeFolder(folder);
}
