import { describe, expect, it } from '@jest/globals';
import { Semaphore } from './semaphore.js';

/** A piece of work that ends when told. */
function held() {
  let end = () => undefined as void;
  const until = new Promise<void>((resolve) => (end = resolve));
  return { until, end };
}

const full = () => new Error('full');

describe('a semaphore', () => {
  it('lets so many run at once, and the others in the order they came', async () => {
    const places = new Semaphore(2, 10);
    const work = [held(), held(), held(), held()];
    const started: number[] = [];
    const all = work.map(({ until }, i) =>
      places.run(async () => {
        started.push(i);
        await until;
        return i;
      }, full),
    );
    expect(started).toEqual([0, 1]);
    work[1]?.end();
    await all[1];
    await Promise.resolve();
    expect(started).toEqual([0, 1, 2]);
    for (const { end } of work) end();
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
  });

  it('refuses whom the line has no place for, and takes them again later', async () => {
    const places = new Semaphore(1, 1);
    const first = held();
    const running = places.run(() => first.until, full);
    const waiting = places.run(async () => 'waited', full);
    await expect(places.run(async () => 'never', full)).rejects.toThrow('full');
    first.end();
    await running;
    expect(await waiting).toBe('waited');
    expect(await places.run(async () => 'later', full)).toBe('later');
  });

  it('gives the place back when the work fails', async () => {
    const places = new Semaphore(1, 0);
    await expect(places.run(() => Promise.reject(new Error('broken')), full)).rejects.toThrow('broken');
    expect(await places.run(async () => 'next', full)).toBe('next');
  });
});
