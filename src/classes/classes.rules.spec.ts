import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  attendancePercent,
  clipHeartbeat,
  deriveVerdict,
  doorOf,
  isWithin,
  mayStillSync,
  unionMinutes,
  type Evidence,
  type SessionTimes,
} from './classes.rules.js';

const START = Date.parse('2026-11-21T01:00:00Z');
const minute = (n: number) => new Date(START + n * 60_000);

const session: SessionTimes = { mode: 'online', startsAt: minute(0), endsAt: minute(60), minimumOnlinePercent: 75 };

let nextId = 0;
function evidence(part: Partial<Evidence> & Pick<Evidence, 'kind'>): Evidence {
  const id = `019a0000-0000-7000-8000-${String(++nextId).padStart(12, '0')}`;
  return { id, receivedAt: minute(61), intervalFrom: null, intervalTo: null, mark: null, ...part };
}

const heartbeat = (from: number, to: number, receivedAt = 120) =>
  evidence({ kind: 'heartbeat', intervalFrom: minute(from), intervalTo: minute(to), receivedAt: minute(receivedAt) });

const heartbeats = fc.array(
  fc
    .tuple(fc.integer({ min: -30, max: 90 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: -40, max: 150 }))
    .map(([from, length, receivedAt]) => heartbeat(from, from + length, receivedAt)),
  { maxLength: 40 },
);

const anyEvidence = fc
  .tuple(
    heartbeats,
    fc.array(
      fc.constantFrom('qr-check-in', 'code-check-in').map((kind) => evidence({ kind })),
      { maxLength: 3 },
    ),
    fc.array(
      fc
        .tuple(fc.constantFrom('present', 'absent', 'excused'), fc.integer({ min: 0, max: 3 }))
        .map(([mark, at]) => evidence({ kind: 'manual-mark', mark, receivedAt: minute(at) })),
      { maxLength: 3 },
    ),
  )
  .map((parts) => parts.flat());

/** Two orders of the same events. */
const shuffled = anyEvidence.chain((events) =>
  fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
);

describe('union of heartbeats', () => {
  it('never exceeds the session, whatever devices claim', () => {
    fc.assert(
      fc.property(heartbeats, (events) => {
        const { minutes } = deriveVerdict(session, events);
        expect(minutes).toBeGreaterThanOrEqual(0);
        expect(minutes).toBeLessThanOrEqual(60);
      }),
    );
  });

  it('counts two devices that watch together once', () => {
    fc.assert(
      fc.property(heartbeats, (events) => {
        const twice = [...events, ...events.map((event) => ({ ...event, id: `${event.id}-second-device` }))];
        expect(deriveVerdict(session, twice)).toEqual(deriveVerdict(session, events));
      }),
    );
  });

  it('equals the minutes counted one by one', () => {
    fc.assert(
      fc.property(heartbeats, (events) => {
        const clipped = events.flatMap(({ intervalFrom: from, intervalTo: to, receivedAt }) => {
          const kept = from && to ? clipHeartbeat({ from, to }, session, receivedAt) : null;
          return kept ? [kept] : [];
        });
        const halfMinutes = new Set<number>();
        // Test data lies on minutes, and the clock skew that is forgiven is half of one.
        for (const { from, to } of clipped)
          for (let t = from.getTime(); t < to.getTime(); t += 30_000) halfMinutes.add(t);
        expect(unionMinutes(clipped)).toBeCloseTo(halfMinutes.size / 2, 9);
      }),
    );
  });

  it('more evidence never takes minutes away', () => {
    fc.assert(
      fc.property(heartbeats, heartbeats, (some, more) => {
        expect(deriveVerdict(session, [...some, ...more]).minutes).toBeGreaterThanOrEqual(
          deriveVerdict(session, some).minutes,
        );
      }),
    );
  });
});

describe('clipping of a heartbeat', () => {
  it('keeps what lies in the session and not later than half a minute after it arrived', () => {
    expect(clipHeartbeat({ from: minute(-5), to: minute(5) }, session, minute(10))).toEqual({
      from: minute(0),
      to: minute(5),
    });
    expect(clipHeartbeat({ from: minute(55), to: minute(65) }, session, minute(70))).toEqual({
      from: minute(55),
      to: minute(60),
    });
    expect(clipHeartbeat({ from: minute(10), to: minute(20) }, session, minute(15))).toEqual({
      from: minute(10),
      to: minute(15.5),
    });
    expect(clipHeartbeat({ from: minute(20), to: minute(25) }, session, minute(10))).toBeNull();
    expect(clipHeartbeat({ from: minute(-10), to: minute(0) }, session, minute(10))).toBeNull();
  });
});

describe('verdict', () => {
  it('does not depend on the order of the evidence', () => {
    fc.assert(
      fc.property(shuffled, ([events, otherwise]) => {
        expect(deriveVerdict(session, otherwise)).toEqual(deriveVerdict(session, events));
      }),
    );
  });

  it('is absent without evidence', () => {
    expect(deriveVerdict(session, [])).toEqual({ verdict: 'absent', minutes: 0, basis: 'none' });
  });

  it.each([
    [44, 'partial'],
    [45, 'present'],
    [46, 'present'],
  ])('%d of 60 minutes online at a minimum of 75%% is %s', (minutes, verdict) => {
    const events = Array.from({ length: minutes }, (_, i) => heartbeat(i, i + 1));
    expect(deriveVerdict(session, events)).toEqual({ verdict, minutes, basis: 'online' });
  });

  it('a code at the door is enough, and a QR code is named before the six digits', () => {
    const door: SessionTimes = { ...session, mode: 'in-person' };
    expect(deriveVerdict(door, [evidence({ kind: 'code-check-in' })])).toMatchObject({
      verdict: 'present',
      basis: 'code',
    });
    const both = [evidence({ kind: 'code-check-in' }), evidence({ kind: 'qr-check-in' })];
    expect(deriveVerdict(door, both)).toMatchObject({ verdict: 'present', basis: 'qr' });
  });

  it('heartbeats do not count for a session in a room', () => {
    const events = Array.from({ length: 60 }, (_, i) => heartbeat(i, i + 1));
    expect(deriveVerdict({ ...session, mode: 'in-person' }, events)).toMatchObject({ verdict: 'absent', minutes: 0 });
  });

  it('the latest mark decides over codes and over earlier marks', () => {
    const events = [
      evidence({ kind: 'qr-check-in' }),
      evidence({ kind: 'manual-mark', mark: 'absent', receivedAt: minute(70) }),
      evidence({ kind: 'manual-mark', mark: 'excused', receivedAt: minute(71) }),
    ];
    expect(deriveVerdict(session, events)).toMatchObject({ verdict: 'excused', basis: 'manual' });
    expect(deriveVerdict(session, events.slice(0, 2))).toMatchObject({ verdict: 'absent', basis: 'manual' });
  });
});

describe('times of a session', () => {
  it('the door opens 30 minutes before and closes with the session', () => {
    const door = doorOf(session);
    expect(isWithin(door, minute(-30.01))).toBe(false);
    expect(isWithin(door, minute(-30))).toBe(true);
    expect(isWithin(door, minute(60))).toBe(true);
    expect(isWithin(door, minute(60.01))).toBe(false);
  });

  it('offline evidence is taken for 24 hours', () => {
    expect(mayStillSync(session, minute(60 + 24 * 60))).toBe(true);
    expect(mayStillSync(session, minute(60 + 24 * 60 + 0.01))).toBe(false);
  });
});

describe('attendance share', () => {
  it.each([
    [0, 0, 0],
    [0, 3, 0],
    [1, 3, 33.33],
    [2, 3, 66.67],
    [3, 3, 100],
  ])('%d of %d sessions is %d%%', (attended, planned, percent) => {
    expect(attendancePercent(attended, planned)).toBe(percent);
  });
});
