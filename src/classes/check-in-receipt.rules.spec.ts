import { describe, expect, it } from '@jest/globals';
import { makeReceipt, readReceipt } from './check-in-receipt.rules.js';

const key = Buffer.alloc(32, 1);
const scan = { token: 'A'.repeat(43), device: 'browser-1' };
const seenAt = new Date('2026-11-21T00:58:00.123Z');
const after = (minutes: number) => new Date(seenAt.getTime() + minutes * 60_000);

describe('receipt of a scan', () => {
  const receipt = makeReceipt(key, scan, seenAt);

  it('proves the time of the scan for 30 minutes', () => {
    expect(readReceipt(key, scan, receipt, seenAt)).toEqual(seenAt);
    expect(readReceipt(key, scan, receipt, after(30))).toEqual(seenAt);
    expect(readReceipt(key, scan, receipt, after(30.001))).toBeNull();
    expect(readReceipt(key, scan, receipt, after(-1))).toBeNull();
  });

  it('is worth nothing for another token, in another browser or under another key', () => {
    expect(readReceipt(key, { ...scan, token: 'B'.repeat(43) }, receipt, seenAt)).toBeNull();
    expect(readReceipt(key, { ...scan, device: 'browser-2' }, receipt, seenAt)).toBeNull();
    expect(readReceipt(Buffer.alloc(32, 2), scan, receipt, seenAt)).toBeNull();
  });

  it('cannot be given another time', () => {
    const [, mac] = receipt.split('.');
    expect(readReceipt(key, scan, `${after(5).getTime().toString(36)}.${mac}`, after(5))).toBeNull();
  });

  it.each(['', '.', 'x', `${receipt}x`, receipt.replace('.', ''), 'a'.repeat(500)])('refuses %j', (text) => {
    expect(readReceipt(key, scan, text, seenAt)).toBeNull();
  });
});
