import { describe, expect, it } from '@jest/globals';
import { contentHash } from './content-hash.js';

describe('contentHash', () => {
  it('knows content, not the order in which it was written', () => {
    expect(contentHash({ a: 1, b: { d: [1, 2], c: undefined } })).toBe(contentHash({ b: { d: [1, 2] }, a: 1 }));
    expect(contentHash({ a: [1, 2] })).not.toBe(contentHash({ a: [2, 1] }));
    expect(contentHash({ a: null })).not.toBe(contentHash({}));
    expect(contentHash('x')).toMatch(/^[0-9a-f]{64}$/);
  });
});
