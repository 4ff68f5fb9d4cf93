import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { vietnamDate } from '../../src/platform/clock/clock.js';
import { expectSoundPage, launchBrowser, openContext, type ViewportName } from './browser.js';
import { createContentDatabase } from './content-database.js';
import { freePort, removeDataDir, startServer, type ServerProcess } from './processes.js';

const PASSWORD = 'congdoan2026';
const SEEN_WITHIN_MS = 15_000;
const DAY_MS = 86_400_000;

type Catalogue = Record<string, unknown>;

const read = (file: string): Catalogue => JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
const CATALOGUE: Catalogue = {
  ...read('web/src/i18n/vi.json'),
  ...read('web/src/manage/vi.json'),
  ...read('web/src/teach/vi.json'),
};

/** A sentence of the Vietnamese catalogues by its keys, so that a journey survives a better wording. */
export function sentence(...keys: string[]): string {
  const text = keys.reduce<unknown>((within, key) => (within as Catalogue | undefined)?.[key], CATALOGUE);
  if (typeof text !== 'string') throw new Error(`The catalogues have no ${keys.join('.')}`);
  return text;
}

/** The day in Viet Nam so many days from today, YYYY-MM-DD. */
export const dayAhead = (days: number): string => vietnamDate(new Date(Date.now() + days * DAY_MS));

/** A built server on a database of its own, with the demonstration in it, and a browser. */
export interface Desk {
  server: ServerProcess;
  browser: Browser;
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const database = await createContentDatabase();
  const port = await freePort();
  const env = {
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  };
  const server = await startServer({ port, env });
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    await server.end('SIGTERM');
    await removeDataDir(server);
    await database.drop();
  };
  return { server, browser, close };
}

/** Somebody of the demonstration at a screen. */
export interface Seat {
  context: BrowserContext;
  page: Page;
  /** Script faults that the page had. */
  faults: string[];
  go(path: string): Promise<unknown>;
  heading(name: string | RegExp): Promise<void>;
  press(name: string): Promise<void>;
  /** As everywhere: nothing inaccessible, nothing wider than the screen. */
  see(name: string): Promise<void>;
}

/** @param login sign-in name of somebody of the demonstration */
export async function takeSeat({ server, browser }: Desk, viewport: ViewportName, login: string): Promise<Seat> {
  const context = await openContext(browser, viewport);
  const page = await context.newPage();
  page.setDefaultTimeout(SEEN_WITHIN_MS);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  const data = { name: login, password: PASSWORD };
  const signedIn = await context.request.post(`${server.url}/api/v1/session`, { data });
  expect(signedIn.status()).toBe(201);
  return {
    ...{ context, page, faults },
    go: (path) => page.goto(`${server.url}${path}`),
    heading: (name) => page.getByRole('heading', { level: 1, name, exact: typeof name === 'string' }).waitFor(),
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    see: (name) => expectSoundPage(page, `${viewport}-${name}`),
  };
}
