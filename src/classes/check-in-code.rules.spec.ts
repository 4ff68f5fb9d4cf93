import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  freshSlots,
  isCapturedInSlot,
  isFresh,
  isGenuine,
  makeToken,
  readSixDigits,
  readToken,
  sixDigitsOf,
  slotOf,
  slotOfSixDigits,
  slotStart,
} from './check-in-code.rules.js';

const secretOf = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const slots = fc.integer({ min: 0, max: 0xffffffff });

describe('check-in token', () => {
  it('carries session and slot and is recognised by the session that made it', () => {
    fc.assert(
      fc.property(secretOf, fc.uuid(), slots, (secret, sessionId, slot) => {
        const token = makeToken(secret, sessionId, slot);
        expect(token).toHaveLength(43);
        const read = readToken(token);
        expect(read).toMatchObject({ sessionId, slot });
        expect(read && isGenuine(read, secret)).toBe(true);
      }),
    );
  });

  it('is not genuine after any change of one character, nor under the secret of another session', () => {
    fc.assert(
      fc.property(secretOf, secretOf, fc.uuid(), fc.nat(42), (secret, other, sessionId, at) => {
        fc.pre(!secret.equals(other));
        const token = makeToken(secret, sessionId, 89_000_000);
        const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
        const read = readToken(changed);
        expect(read !== null && isGenuine(read, secret)).toBe(false);
        const original = readToken(token);
        expect(original !== null && isGenuine(original, other)).toBe(false);
      }),
    );
  });

  it.each(['', 'abc', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}+`, `${'A'.repeat(42)} `])(
    'refuses %j as no token',
    (text) => expect(readToken(text)).toBeNull(),
  );

  it('has one spelling only', () => {
    // 43 characters hold 258 bits, a token 256: the last character's two spare bits must be zero.
    const token = makeToken(Buffer.alloc(32, 7), '01928d4e-0000-7000-8000-000000000001', 1);
    const spellings = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
      .map((last) => token.slice(0, 42) + last)
      .filter((text) => readToken(text)?.mac.equals(readToken(token)?.mac ?? Buffer.alloc(0)));
    expect(spellings).toEqual([token]);
  });
});

describe('freshness', () => {
  const slot = 89_000_000;
  const at = (seconds: number) => new Date(slotStart(slot).getTime() + seconds * 1000);

  it.each([
    [-20.001, false],
    [-20, true],
    [0, true],
    [59.999, true],
    [60, false],
  ])('a code seen %d s after its slot begins is fresh: %s', (seconds, fresh) => {
    expect(isFresh(slot, at(seconds))).toBe(fresh);
    expect(freshSlots(at(seconds)).includes(slot)).toBe(fresh);
  });

  it('a capture fits its slot and the neighbouring ones', () => {
    expect(isCapturedInSlot(slot, at(-20))).toBe(true);
    expect(isCapturedInSlot(slot, at(39.9))).toBe(true);
    expect(isCapturedInSlot(slot, at(40))).toBe(false);
    expect(isCapturedInSlot(slot, at(-20.1))).toBe(false);
  });

  it('a slot starts at its own start', () => {
    fc.assert(fc.property(slots, (n) => expect(slotOf(slotStart(n))).toBe(n)));
  });
});

describe('six digits', () => {
  it('follow the dynamic truncation of RFC 4226 §5.3', () => {
    const secret = Buffer.from('12345678901234567890123456789012');
    const mac = createHmac('sha256', secret).update(Buffer.from('code\0\0\0\x01', 'latin1')).digest();
    const offset = (mac[31] ?? 0) & 15;
    const [a = 0, b = 0, c = 0, d = 0] = mac.subarray(offset, offset + 4);
    const expected = ((a & 127) * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) % 1e6;
    expect(Number(sixDigitsOf(secret, 1))).toBe(expected);
  });

  it('are always six and found in their slot only', () => {
    fc.assert(
      fc.property(secretOf, fc.integer({ min: 10, max: 2 ** 31 }), (secret, slot) => {
        const digits = sixDigitsOf(secret, slot);
        expect(digits).toMatch(/^\d{6}$/);
        expect(slotOfSixDigits(secret, digits, [slot])).toBe(slot);
        const elsewhere = [slot + 5, slot + 6].filter((n) => sixDigitsOf(secret, n) !== digits);
        expect(slotOfSixDigits(secret, digits, elsewhere)).toBeNull();
      }),
    );
  });

  it.each([
    ['123 456', '123456'],
    ['１２３４５６', '123456'],
    ['12-34-56', '123456'],
    ['12345', null],
    ['12345a', null],
    ['', null],
  ])('typed as %j reads as %j', (typed, read) => expect(readSixDigits(typed)).toBe(read));
});
