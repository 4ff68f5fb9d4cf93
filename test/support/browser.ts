import { readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { expect } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { CHROMIUM } from './processes.js';

/** Ignored by git: what a failing journey looked like. */
const ARTIFACTS = resolve('test/.artifacts');

export const VIEWPORTS = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 800 },
} as const;

export type ViewportName = keyof typeof VIEWPORTS;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? '',
    // Root in a container has no sandbox; the rest keeps Chromium from calling home.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export function openContext(browser: Browser, viewport: ViewportName): Promise<BrowserContext> {
  return browser.newContext({
    viewport: VIEWPORTS[viewport],
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    hasTouch: viewport === 'phone',
    isMobile: viewport === 'phone',
    reducedMotion: 'reduce',
  });
}

export async function screenshot(page: Page, name: string): Promise<void> {
  await mkdir(ARTIFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTIFACTS, `${name}.png`), fullPage: true });
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const AREAS = ['web/src/i18n/vi.json', 'web/src/manage/vi.json', 'web/src/teach/vi.json'].flatMap((file) =>
  Object.keys(JSON.parse(readFileSync(resolve(file), 'utf8')) as object),
);

/** Texts that are the key of a sentence, which is what stands on a screen that lacks the catalogue. */
const BARE_KEYS = `(() => {
  const bare = /^(${AREAS.join('|')})(\\.[A-Za-z0-9_-]+)+$/;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) if (bare.test(texts.currentNode.data.trim())) found.push(texts.currentNode.data.trim());
  return found;
})()`;

/** No violation of WCAG 2.0–2.2 A/AA and best practices, no sentence missing, and nothing wider than the screen. */
export async function expectSoundPage(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  expect({ page: name, bareKeys: await page.evaluate<string[]>(BARE_KEYS) }).toEqual({ page: name, bareKeys: [] });
  // evaluate() is not subject to the page's content security policy, a <script> element would be.
  await page.evaluate(await axeSource);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  expect({
    page: name,
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`),
  }).toEqual({ page: name, violations: [] });
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect({ page: name, overflow }).toEqual({ page: name, overflow: 0 });
}
