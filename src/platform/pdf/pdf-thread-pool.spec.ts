import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, afterAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '../logging/logger.js';
import { PdfThreadPool } from './pdf-thread-pool.js';

// A template that draws, fails, dies or hangs as it is told.
const TEMPLATE = `
import { threadId } from 'node:worker_threads';
export async function draw({ how, text }) {
  if (how === 'fail') throw new Error('no such font');
  if (how === 'die') process.exit(3);
  if (how === 'hang') for (;;);
  return Buffer.from(threadId + ' ' + text);
}
`;

describe('PDF threads', () => {
  let folder: string;
  let template: URL;
  const pools: PdfThreadPool[] = [];
  const poolOf = (options: { threads: number; timeoutMs: number }) => {
    const pool = new PdfThreadPool(createLogger('silent'), options);
    pools.push(pool);
    return pool;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'union-skills-pdf-'));
    writeFileSync(join(folder, 'template.mjs'), TEMPLATE);
    template = pathToFileURL(join(folder, 'template.mjs'));
  });
  afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.onApplicationShutdown())));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('draws every order, in no more threads than allowed, each answer for its own question', async () => {
    const pool = poolOf({ threads: 2, timeoutMs: 10_000 });
    const texts = Array.from({ length: 30 }, (_, i) => `Giấy chứng nhận ${i}`);
    const answers = await Promise.all(texts.map((text) => pool.render(template, { text })));
    const parts = answers.map((bytes) => /^(\d+) (.*)$/.exec(bytes.toString()));
    expect(parts.map((part) => part?.[2])).toEqual(texts);
    expect(new Set(parts.map((part) => part?.[1])).size).toBeLessThanOrEqual(2);
  });

  it('tells why a template failed and goes on', async () => {
    const pool = poolOf({ threads: 1, timeoutMs: 10_000 });
    await expect(pool.render(template, { how: 'fail' })).rejects.toThrow('no such font');
    expect((await pool.render(template, { text: 'next' })).toString()).toContain('next');
  });

  it('replaces a thread that died; only its own order fails', async () => {
    const pool = poolOf({ threads: 1, timeoutMs: 10_000 });
    const dead = pool.render(template, { how: 'die' });
    const waiting = pool.render(template, { text: 'after the fall' });
    await expect(dead).rejects.toThrow('ended with code 3');
    expect((await waiting).toString()).toContain('after the fall');
  });

  it('gives up a drawing that hangs', async () => {
    const pool = poolOf({ threads: 1, timeoutMs: 300 });
    await expect(pool.render(template, { how: 'hang' })).rejects.toThrow('not drawn within 300 ms');
  });

  it('refuses data that no thread can receive', async () => {
    const pool = poolOf({ threads: 1, timeoutMs: 10_000 });
    await expect(pool.render(template, { text: () => 'a function' })).rejects.toThrow('could not be cloned');
    expect((await pool.render(template, { text: 'fine' })).toString()).toContain('fine');
  });

  it('after shutdown nothing waits forever', async () => {
    const pool = poolOf({ threads: 1, timeoutMs: 10_000 });
    const orders = [1, 2, 3].map((text) => pool.render(template, { text }).catch((error: Error) => error.message));
    await pool.onApplicationShutdown();
    expect(await Promise.all(orders)).toEqual(orders.map(() => 'PDF threads are stopped'));
    await expect(pool.render(template, {})).rejects.toThrow('PDF threads are stopped');
  });
});
