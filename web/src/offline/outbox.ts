import type { DeviceDatabase, ItemKind, OutboxItem, Refusal, StoredAnswer } from './database.js';
import { deviceId, deviceNow } from './device.js';
import { newId } from './uuid.js';

export interface NewItem {
  personId: string;
  kind: ItemKind;
  payload: Record<string, unknown>;
  about: string;
  subject?: string;
  /** ISO instant; now unless given. */
  occurredAt?: string;
}

/** The server's word on one item. */
export interface Outcome {
  id: string;
  outcome: 'applied' | 'duplicate' | 'refused';
  problem?: Refusal;
}

const CHANNEL = 'union-skills-outbox';

/**
 * Everything done on this device that the server has not acknowledged. One store for every kind of write; what is in
 * here survives a killed tab. A copy in memory serves the screens; other tabs are told of changes.
 */
export class Outbox {
  private items: readonly OutboxItem[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly channel: BroadcastChannel | null;
  constructor(private readonly open: () => Promise<DeviceDatabase>) {
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
    if (this.channel) this.channel.onmessage = () => void this.load();
  }

  /** The items in the order in which they were done; the same array until something changes. */
  snapshot = (): readonly OutboxItem[] => this.items;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  pendingOf(personId: string): OutboxItem[] {
    return this.items.filter((item) => item.personId === personId && item.state === 'pending');
  }

  /** Reads what an earlier page left. */
  async load(): Promise<void> {
    const database = await this.open();
    this.show(await database.getAll('outbox'));
  }

  /**
   * Stores an item, and an answer with it if there is one, in one transaction; resolves when it is on the disk.
   * An item with the same subject that is still here is replaced.
   */
  async add(entry: NewItem, answer?: StoredAnswer): Promise<OutboxItem> {
    const database = await this.open();
    const transaction = database.transaction(['outbox', 'answers'], 'readwrite');
    const store = transaction.objectStore('outbox');
    const former = entry.subject === undefined ? [] : await store.getAll();
    const replaced = former.filter((item) => item.subject === entry.subject && item.personId === entry.personId);
    const item: OutboxItem = {
      id: newId(),
      personId: entry.personId,
      kind: entry.kind,
      payload: { ...entry.payload, ...keptFromReplaced(entry, replaced) },
      occurredAt: entry.occurredAt ?? new Date(deviceNow()).toISOString(),
      deviceId: deviceId(),
      subject: entry.subject ?? null,
      about: entry.about,
      state: 'pending',
    };
    await Promise.all(replaced.map((old) => store.delete(old.id)));
    await store.put(item);
    if (answer) await transaction.objectStore('answers').put(answer);
    await transaction.done;
    const gone = new Set(replaced.map((old) => old.id));
    this.show([...this.items.filter((old) => !gone.has(old.id)), item]);
    this.channel?.postMessage('changed');
    return item;
  }

  /** Takes the server's answers: what it has is forgotten here, what it refused stays visible with the reason. */
  async settle(outcomes: readonly Outcome[]): Promise<void> {
    const database = await this.open();
    const transaction = database.transaction('outbox', 'readwrite');
    const settled = new Map<string, OutboxItem | null>();
    for (const { id, outcome, problem } of outcomes) {
      // Read here and not from memory: a newer item may have replaced this one while it was on its way.
      const item = await transaction.store.get(id);
      if (!item) continue;
      const refused: OutboxItem | null = outcome === 'refused' ? { ...item, state: 'refused', problem } : null;
      settled.set(id, refused);
      await (refused ? transaction.store.put(refused) : transaction.store.delete(id));
    }
    await transaction.done;
    // Upon what is in memory now: something may have been added during the transaction.
    this.show(
      this.items.flatMap((item) => {
        const after = settled.get(item.id);
        return after === undefined ? [item] : after === null ? [] : [after];
      }),
    );
    this.channel?.postMessage('changed');
  }

  /** Removes a refused item that the person has read. */
  async dismiss(id: string): Promise<void> {
    await (await this.open()).delete('outbox', id);
    this.show(this.items.filter((item) => item.id !== id));
    this.channel?.postMessage('changed');
  }

  private show(items: readonly OutboxItem[]): void {
    this.items = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const listener of this.listeners) listener();
  }
}

/** A lesson marked as done stays done when only its position is reported again before anything was sent. */
function keptFromReplaced(entry: NewItem, replaced: readonly OutboxItem[]): Record<string, unknown> {
  if (entry.kind !== 'progress') return {};
  return replaced.some((old) => old.payload['done'] === true) ? { done: true } : {};
}
