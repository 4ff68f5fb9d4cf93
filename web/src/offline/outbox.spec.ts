/** @jest-environment node */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { openDeviceDatabase, type DeviceDatabase, type OutboxItem } from './database.js';
import { Outbox } from './outbox.js';
import { SyncLoop, type SendResult } from './sync-loop.js';

// Node's channel would keep the process alive; other tabs are not part of these tests.
Object.assign(globalThis, { BroadcastChannel: undefined });

const ME = 'person-1';
let database: DeviceDatabase;
let outbox: Outbox;
let round = 0;

const answer = (question: string) => ({
  personId: ME,
  kind: 'answer' as const,
  payload: { attemptId: 'a', questionId: question, response: { kind: 'single', option: 0 } },
  subject: `answer:${question}`,
  about: question,
});

/** Waiting times are asked for, not waited. */
function loopWith(send: (items: readonly OutboxItem[]) => Promise<SendResult>) {
  const waits: number[] = [];
  const later = (_run: () => void, ms: number) => {
    waits.push(ms);
    return () => undefined;
  };
  return { loop: new SyncLoop(outbox, ME, { send, later, random: () => 0.5 }), waits };
}

beforeEach(async () => {
  round += 1;
  database = await openDeviceDatabase(`test-${round}`);
  outbox = new Outbox(() => Promise.resolve(database));
});

describe('the outbox', () => {
  it('keeps what was done when the tab is killed', async () => {
    await outbox.add(answer('q1'));
    await outbox.add(answer('q2'));
    const afterKill = new Outbox(() => Promise.resolve(database));
    await afterKill.load();
    expect(afterKill.pendingOf(ME).map((item) => item.about)).toEqual(['q1', 'q2']);
  });

  it('sends only the last answer to a question, under a new id', async () => {
    const first = await outbox.add(answer('q1'));
    const second = await outbox.add(answer('q1'));
    expect(outbox.pendingOf(ME).map((item) => item.id)).toEqual([second.id]);
    expect(second.id > first.id).toBe(true);
  });

  it('never takes back that a lesson is done', async () => {
    const progress = (done: boolean) => ({
      personId: ME,
      kind: 'progress' as const,
      payload: { done },
      subject: 'l',
      about: 'l',
    });
    await outbox.add(progress(true));
    await outbox.add(progress(false));
    expect(outbox.pendingOf(ME)[0]?.payload['done']).toBe(true);
  });
});

describe('the sync loop', () => {
  it('sets a refused item aside with its reason and sends the others', async () => {
    await outbox.add(answer('q1'));
    await outbox.add(answer('q2'));
    const { loop } = loopWith((items) =>
      Promise.resolve({
        kind: 'answered',
        results: items.map(({ id, about }) =>
          about === 'q1'
            ? {
                id,
                outcome: 'refused',
                problem: { status: 409, code: 'attempt-deadline-passed', title: 'Hết giờ', detail: '' },
              }
            : { id, outcome: 'applied' },
        ),
      }),
    );
    await loop.flush();
    loop.stop();
    expect(outbox.pendingOf(ME)).toEqual([]);
    expect(outbox.snapshot().map((item) => [item.about, item.state])).toEqual([['q1', 'refused']]);
  });

  it('forgets an item that the server says it has already', async () => {
    await outbox.add(answer('q1'));
    const { loop } = loopWith((items) =>
      Promise.resolve({ kind: 'answered', results: items.map(({ id }) => ({ id, outcome: 'duplicate' })) }),
    );
    await loop.flush();
    loop.stop();
    expect(outbox.snapshot()).toEqual([]);
  });

  it('keeps everything without network and waits longer each time', async () => {
    await outbox.add(answer('q1'));
    const { loop, waits } = loopWith(() => Promise.resolve({ kind: 'unreachable' }));
    await loop.flush();
    await loop.flush();
    await loop.flush();
    loop.stop();
    expect(outbox.pendingOf(ME)).toHaveLength(1);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(waits).size).toBe(3);
  });

  it('keeps what an answer does not mention', async () => {
    await outbox.add(answer('q1'));
    const { loop } = loopWith(() => Promise.resolve({ kind: 'answered', results: [] }));
    await loop.flush();
    loop.stop();
    expect(outbox.pendingOf(ME)).toHaveLength(1);
  });

  it('keeps an answer given while its former one was on the way', async () => {
    await outbox.add(answer('q1'));
    let sends = 0;
    const { loop } = loopWith(async (items) => {
      sends += 1;
      if (sends === 1) await outbox.add(answer('q1'));
      return { kind: 'answered', results: items.map(({ id }) => ({ id, outcome: 'applied' as const })) };
    });
    await loop.flush();
    loop.stop();
    expect(sends).toBe(2);
    expect(outbox.snapshot()).toEqual([]);
  });
});
