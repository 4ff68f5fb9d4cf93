import { useSyncExternalStore } from 'react';
import type { ItemKind, OutboxItem } from '../offline/database.js';
import { outbox } from '../offline/device-store.js';
import { learnServerTime } from '../offline/device.js';
import { SyncLoop, systemPorts, type SendResult, type SyncState } from '../offline/sync-loop.js';
import { body, client } from './client.js';
import { ApiProblem, NoNetwork } from './problem.js';

/** One request of the write protocol; every way it can end is an answer, not an exception. */
async function sendItems(items: readonly OutboxItem[]): Promise<SendResult> {
  const sentAt = Date.now();
  const envelope = items.map(({ id, kind, occurredAt, deviceId, payload }) => ({
    id,
    kind,
    occurredAt,
    deviceId,
    payload,
  }));
  try {
    const answer = await body(client.POST('/api/v1/sync', { body: { items: envelope } }));
    learnServerTime(answer.serverTime, sentAt);
    // An item whose id could not even be read is answered with null.
    const results = answer.results.flatMap(({ id, ...outcome }) => (id === null ? [] : [{ id, ...outcome }]));
    return { kind: 'answered', results };
  } catch (error) {
    if (error instanceof NoNetwork) return { kind: 'unreachable' };
    if (!(error instanceof ApiProblem)) throw error;
    if (error.status === 401) return { kind: 'sign-in-needed' };
    if (error.status === 429 || error.status >= 500) return { kind: 'unreachable', retryAfterMs: error.retryAfterMs };
    const { code, title, detail, status } = error.body;
    return { kind: 'refused', problem: { code, title, detail, status } };
  }
}

let loop: SyncLoop | null = null;
const listeners = new Set<() => void>();
const changed = (): void => listeners.forEach((listener) => listener());

/**
 * Sends what this person does on this device until the returned function is called.
 * @param onTaken hears which kinds of things the server has taken or refused, to read its state anew
 */
export function startSync(personId: string, onTaken: (kinds: Set<ItemKind>) => void): () => void {
  const send = async (items: readonly OutboxItem[]): Promise<SendResult> => {
    const result = await sendItems(items);
    if (result.kind === 'answered') onTaken(new Set(items.map(({ kind }) => kind)));
    return result;
  };
  const started = new SyncLoop(outbox, personId, systemPorts(send));
  loop = started;
  started.subscribe(changed);
  changed();
  void outbox.load().then(
    () => started.flush(),
    () => undefined,
  );
  return () => {
    started.stop();
    if (loop === started) loop = null;
    changed();
  };
}

/** Sends now, whatever the waiting time. */
export async function sendNow(): Promise<void> {
  await loop?.flush();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const stateNow = (): SyncState => loop?.state() ?? 'idle';

export function useSyncState(): SyncState {
  return useSyncExternalStore(subscribe, stateNow);
}
