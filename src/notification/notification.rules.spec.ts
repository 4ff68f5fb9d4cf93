import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestCutoff, isContactCode, mailAddressOf, nextTry, quietUntil } from './notification.rules.js';

const at = (local: string) => new Date(`${local}+07:00`);

describe('the quiet hours', () => {
  it('are from 21:00 to 06:00 in Viet Nam', () => {
    expect(quietUntil(at('2026-11-21T20:59:59'))).toBeNull();
    expect(quietUntil(at('2026-11-21T21:00:00'))).toEqual(at('2026-11-22T06:00:00'));
    expect(quietUntil(at('2026-12-31T23:59:59'))).toEqual(at('2027-01-01T06:00:00'));
    expect(quietUntil(at('2026-11-22T00:00:00'))).toEqual(at('2026-11-22T06:00:00'));
    expect(quietUntil(at('2026-11-22T05:59:59'))).toEqual(at('2026-11-22T06:00:00'));
    expect(quietUntil(at('2026-11-22T06:00:00'))).toBeNull();
  });

  it('last at most nine hours and end at an hour that is not quiet', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2020-01-01T00:00:00'), max: at('2060-01-01T00:00:00'), noInvalidDate: true }),
        (now) => {
          const end = quietUntil(now);
          if (!end) return;
          const wait = end.getTime() - now.getTime();
          expect(wait).toBeGreaterThan(0);
          expect(wait).toBeLessThanOrEqual(9 * 3_600_000);
          expect(quietUntil(end)).toBeNull();
        },
      ),
    );
  });
});

it('a digest goes out from 07:00 and reaches up to then', () => {
  expect(digestCutoff(at('2026-11-21T06:59:59'))).toBeNull();
  expect(digestCutoff(at('2026-11-21T07:00:00'))).toEqual(at('2026-11-21T07:00:00'));
  expect(digestCutoff(at('2026-11-21T20:59:59'))).toEqual(at('2026-11-21T07:00:00'));
  expect(digestCutoff(at('2026-11-21T21:00:00'))).toBeNull();
});

it('a failed message is tried by the hour for two days', () => {
  const queued = at('2026-11-21T08:00:00');
  expect(nextTry(queued, at('2026-11-21T08:00:01'))).toEqual(at('2026-11-21T09:00:01'));
  expect(nextTry(queued, at('2026-11-23T08:00:00'))).toBeNull();
});

it('addresses keep the part that is their server’s; codes are read with spaces and full width', () => {
  expect(mailAddressOf(' A.b@CD.VN ')).toBe('A.b@cd.vn');
  expect(['123456', ' 123 456', '１２３４５６', '12345', ''].map((typed) => isContactCode(typed, '123456'))).toEqual([
    ...[true, true, true, false, false],
  ]);
});
