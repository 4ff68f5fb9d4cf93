/** @jest-environment node */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { PhotoQueue, type PhotoResult } from './photo-queue.js';
import { openPhotoDatabase, PhotoStore } from './photo-store.js';

const PLACE = { attemptId: 'a', questionId: 'q' };
const blob = new Blob(['ảnh']);
const problem = { code: 'image-refused', title: '', detail: 'Không đọc được', status: 422 };

let store: PhotoStore;
let round = 0;
let asked: string[];
let waits: number[];

/** Waiting times are asked for, not waited. */
function queueWith(answer: (what: string) => Promise<PhotoResult> | PhotoResult) {
  let made = 0;
  let now = 0;
  const ask = async (what: string): Promise<PhotoResult> => {
    asked.push(what);
    return answer(what);
  };
  return new PhotoQueue(store, 'toi', {
    send: ({ id }) => ask(`send ${id}`),
    remove: ({ id }) => ask(`remove ${id}`),
    later: (_run, ms) => {
      waits.push(ms);
      return () => undefined;
    },
    now: () => (now += 1),
    newId: () => `p${(made += 1)}`,
  });
}

beforeEach(() => {
  round += 1;
  const name = `photos-${round}`;
  store = new PhotoStore(() => openPhotoDatabase(name));
  [asked, waits] = [[], []];
});

describe('photos on this device', () => {
  it('are sent one after the other and leave the device when the server has them', async () => {
    const queue = queueWith(() => ({ kind: 'done' }));
    await queue.add(PLACE, blob);
    await queue.add(PLACE, blob);
    await queue.flush();
    expect(asked).toEqual(['send p1', 'send p2']);
    expect(await store.of('toi')).toEqual([]);
    expect(queue.snapshot()).toEqual({ photos: [], sending: null });
  });

  it('stay without a network, are tried later and later, and by the next page', async () => {
    const offline = queueWith(() => ({ kind: 'unreachable' }));
    await offline.add(PLACE, blob);
    await offline.flush();
    await offline.flush();
    expect(waits.slice(0, 2)).toEqual([2_000, 4_000]);
    expect(offline.snapshot().photos).toMatchObject([{ id: 'p1' }]);
    const nextPage = queueWith(() => ({ kind: 'done' }));
    await nextPage.start();
    expect(nextPage.snapshot().photos).toEqual([]);
  });

  it('that the server refuses stay with the reason and hold up no other; taking them away asks nobody', async () => {
    const queue = queueWith((what) => (what === 'send p1' ? { kind: 'refused', problem } : { kind: 'done' }));
    await queue.add(PLACE, blob);
    await queue.flush();
    await queue.add(PLACE, blob);
    await queue.flush();
    expect(queue.snapshot().photos).toMatchObject([{ id: 'p1', problem }]);
    await queue.remove(PLACE, 'p1');
    await queue.flush();
    expect(queue.snapshot().photos).toEqual([]);
    expect(asked).toEqual(['send p1', 'send p2']);
  });

  it('that may have arrived are taken away on the server, too, also when that has to wait', async () => {
    let isOnline = false;
    const queue = queueWith(() => (isOnline ? { kind: 'done' } : { kind: 'unreachable' }));
    await queue.add(PLACE, blob);
    await queue.flush();
    await queue.remove(PLACE, 'p1');
    await queue.remove(PLACE, 'on-server');
    await queue.flush();
    isOnline = true;
    await queue.flush();
    expect(asked.slice(-2)).toEqual(['remove p1', 'remove on-server']);
    expect(await store.of('toi')).toEqual([]);
  });

  it('taken away while on their way are taken away on the server afterwards', async () => {
    let arrive: (result: PhotoResult) => void = () => undefined;
    const queue = queueWith((what) =>
      what === 'send p1' ? new Promise((resolve) => (arrive = resolve)) : { kind: 'done' },
    );
    await queue.add(PLACE, blob);
    await new Promise<void>((resolve) => {
      const stop = queue.subscribe(() => queue.snapshot().sending === 'p1' && (stop(), resolve()));
    });
    await queue.remove(PLACE, 'p1');
    arrive({ kind: 'done' });
    await queue.flush();
    expect(asked).toEqual(['send p1', 'remove p1']);
    expect(await store.of('toi')).toEqual([]);
  });

  it('of somebody else are left alone', async () => {
    await store.put({ ...PLACE, id: 'x', personId: 'khac', blob, isTried: false, changedAt: 1 });
    const queue = queueWith(() => ({ kind: 'done' }));
    await queue.start();
    expect(asked).toEqual([]);
    expect(await store.of('khac')).toHaveLength(1);
  });
});
