import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { vietnamDate } from '../../src/platform/clock/clock.js';
import { expectSoundPage, launchBrowser, openContext, type ViewportName } from './browser.js';
import { createContentDatabase } from './content-database.js';
import { createTestDatabase } from './database.js';
import { freePort, removeDataDir, startServer, type ServerProcess } from './processes.js';

const PASSWORD = 'congdoan2026';
const SEEN_WITHIN_MS = 15_000;
const DAY_MS = 86_400_000;

type Catalogue = Record<string, unknown>;

const read = (file: string): Catalogue => JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
const CATALOGUES = ['web/src/i18n/vi.json', 'web/src/manage/vi.json', 'web/src/teach/vi.json'].map(read);

/**
 * A sentence of the Vietnamese catalogues by its keys, so that a journey survives a better wording. Learners' sentences come
 * first: an area of theirs may have a namesake at a desk.
 */
export function sentence(...keys: string[]): string {
  for (const catalogue of CATALOGUES) {
    const text = keys.reduce<unknown>((within, key) => (within as Catalogue | undefined)?.[key], catalogue);
    if (typeof text === 'string') return text;
  }
  throw new Error(`The catalogues have no ${keys.join('.')}`);
}

/** The day in Viet Nam so many days from today, YYYY-MM-DD. */
export const dayAhead = (days: number): string => vietnamDate(new Date(Date.now() + days * DAY_MS));

/** A built server on a database of its own, with the demonstration in it, and a browser. */
export interface Desk {
  server: ServerProcess;
  browser: Browser;
  /** As its owner, to look behind the screens. */
  databaseUrl: string;
  close(): Promise<void>;
}

/** @param settings environment variables besides those of every desk, such as CONTENT_DIR */
export async function openDesk(settings: Record<string, string> = {}): Promise<Desk> {
  // The shared database holds the shipped courses already: content of one's own needs an empty one.
  const database = await (settings['CONTENT_DIR'] === undefined ? createContentDatabase() : createTestDatabase());
  const port = await freePort();
  const env = {
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    ...settings,
  };
  const server = await startServer({ port, env });
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    await server.end('SIGTERM');
    await removeDataDir(server);
    await database.drop();
  };
  return { server, browser, databaseUrl: database.ownerUrl, close };
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
