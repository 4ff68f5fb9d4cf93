import { describe, expect, it } from '@jest/globals';
import { LruCache } from './lru-cache.js';

const counted = (value: string | null) => {
  const load = () => {
    load.times += 1;
    return Promise.resolve(value);
  };
  load.times = 0;
  return load;
};

describe('LruCache', () => {
  it('loads once, and once for all who ask meanwhile', async () => {
    const cache = new LruCache<string>(10);
    const load = counted('một');
    expect(await Promise.all([cache.get('1', load), cache.get('1', load), cache.get('1', load)])).toEqual(
      Array(3).fill('một'),
    );
    expect(await cache.get('1', load)).toBe('một');
    expect(load.times).toBe(1);
  });

  it('asks again for what was not there', async () => {
    const cache = new LruCache<string>(10);
    expect(await cache.get('1', counted(null))).toBeNull();
    expect(await cache.get('1', counted('nay đã có'))).toBe('nay đã có');
  });

  it('asks again after a failed load', async () => {
    const cache = new LruCache<string>(10);
    await expect(cache.get('1', () => Promise.reject(new Error('mất kết nối')))).rejects.toThrow('mất kết nối');
    expect(await cache.get('1', counted('một'))).toBe('một');
  });

  it('drops what was not used for longest', async () => {
    const cache = new LruCache<string>(2);
    for (const key of ['1', '2', '1', '3']) await cache.get(key, counted(key));
    const [one, two] = [counted('1'), counted('2')];
    await cache.get('1', one);
    await cache.get('2', two);
    expect([one.times, two.times]).toEqual([0, 1]);
  });
});
