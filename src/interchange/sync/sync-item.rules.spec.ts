import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupItems, readInstant, readSyncItem, type SyncItem } from './sync-item.rules.js';

const ID = '019aa000-0000-7000-8000-000000000001';
const OTHER = '019aa000-0000-7000-8000-000000000002';
const envelope = { id: ID, occurredAt: '2026-11-21T09:00:00+07:00', deviceId: 'phone' };
const read = (item: unknown) => readSyncItem(item, '/items/3');
const pointers = (item: unknown) => {
  const outcome = read(item);
  return 'faults' in outcome ? outcome.faults.map(({ pointer }) => pointer) : [];
};

describe('readSyncItem', () => {
  it.each([
    ['answer', { attemptId: ID, questionId: OTHER, response: { kind: 'single', option: 0 } }],
    ['submit-attempt', { attemptId: ID }],
    ['progress', { enrolmentId: ID, lessonId: OTHER, done: true, position: 0.5 }],
    ['check-in', { token: 'abc' }],
    ['check-in', { classSessionId: ID, sixDigits: '012345' }],
  ])('reads %s %j', (kind, payload) => {
    const occurredAt = new Date('2026-11-21T02:00:00Z');
    expect(read({ ...envelope, kind, payload })).toEqual({
      item: { id: ID, occurredAt, deviceId: 'phone', kind, ...payload },
    });
  });

  it('reads instants of heartbeats, ids in any case, and leaves what it does not know alone', () => {
    const payload = { classSessionId: OTHER.toUpperCase(), from: '2026-11-21T02:00:00Z', to: '2026-11-21T02:05:00.5Z' };
    const sent = {
      ...envelope,
      id: ID.toUpperCase(),
      kind: 'heartbeat',
      payload: { ...payload, battery: 7 },
      version: 2,
    };
    expect(read(sent)).toEqual({
      item: {
        ...{ id: ID, deviceId: 'phone', kind: 'heartbeat', classSessionId: OTHER },
        occurredAt: new Date('2026-11-21T02:00:00Z'),
        from: new Date('2026-11-21T02:00:00Z'),
        to: new Date('2026-11-21T02:05:00.500Z'),
      },
    });
  });

  it('points to every fault', () => {
    const all = ['id', 'occurredAt', 'deviceId', 'kind', 'payload'].map((name) => `/items/3/${name}`);
    expect(pointers({})).toEqual(all);
    expect(pointers(null)).toEqual(['/items/3']);
    expect(pointers([])).toEqual(['/items/3']);
    expect(pointers({ ...envelope, kind: 'constructor', payload: {} })).toEqual(['/items/3/kind']);
    expect(pointers({ ...envelope, kind: 'answer', payload: {} })).toEqual([
      '/items/3/payload/attemptId',
      '/items/3/payload/questionId',
    ]);
    const progress = { enrolmentId: ID, lessonId: 5, done: 'yes', position: 1.01 };
    expect(pointers({ ...envelope, deviceId: 'a\u0000', kind: 'progress', payload: progress })).toEqual([
      '/items/3/deviceId',
      '/items/3/payload/lessonId',
      '/items/3/payload/done',
      '/items/3/payload/position',
    ]);
  });

  it('takes anything at all', () => {
    const items = fc.oneof(
      fc.anything(),
      fc.record({
        id: fc.oneof(fc.uuid(), fc.anything()),
        kind: fc.oneof(fc.constantFrom('answer', 'progress', 'heartbeat', 'check-in'), fc.anything()),
        occurredAt: fc.oneof(
          fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
          fc.anything(),
        ),
        deviceId: fc.oneof(fc.string(), fc.anything()),
        payload: fc.oneof(
          fc.dictionary(fc.constantFrom('attemptId', 'token', 'position'), fc.anything()),
          fc.anything(),
        ),
      }),
    );
    fc.assert(
      fc.property(items, (sent) => {
        const outcome = read(sent);
        if ('faults' in outcome) expect(outcome.faults.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('readInstant', () => {
  it.each([
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T09:00:00',
    '2026-11-21',
    '12026-11-21T09:00:00Z',
    '0001-01-01T00:00:00Z',
    1_795_000_000_000,
    null,
  ])('refuses %j', (text) => expect(readInstant(text)).toBeNull());

  it('reads back what devices write', () => {
    const dates = fc.date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(fc.property(dates, (date) => expect(readInstant(date.toISOString())).toEqual(date)));
    expect(readInstant('2028-02-29T23:59:59+07:00')).toEqual(new Date('2028-02-29T16:59:59Z'));
  });
});

describe('groupItems', () => {
  it('puts together what is about one thing, submissions last, whatever the order', () => {
    const item = (n: number): SyncItem => {
      const head = { id: String(n), occurredAt: new Date(n), deviceId: 'phone' };
      const subject = `subject ${n % 2}`;
      if (n % 4 === 0) return { ...head, kind: 'submit-attempt', attemptId: subject };
      if (n % 4 === 1) return { ...head, kind: 'answer', attemptId: subject, questionId: 'q', response: {} };
      if (n % 4 === 2)
        return { ...head, kind: 'progress', enrolmentId: subject, lessonId: 'l', done: true, position: 1 };
      return { ...head, kind: 'check-in', token: 't' };
    };
    const items = Array.from({ length: 24 }, (_, n) => item(n));
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (shuffled) => {
        const groups = groupItems(shuffled);
        expect(groups.flatMap((group) => group.items).toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual(items);
        expect(groups.filter(({ kind }) => kind !== 'check-in').map(({ kind }) => kind)).toEqual([
          'progress',
          'answer',
          'submit-attempt',
        ]);
        expect(groups.at(-1)?.kind).toBe('submit-attempt');
      }),
    );
  });
});
