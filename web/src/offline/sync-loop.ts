import type { OutboxItem, Refusal } from './database.js';
import type { Outbox, Outcome } from './outbox.js';

/** What became of one request to the sync endpoint. */
export type SendResult =
  | { kind: 'answered'; results: readonly Outcome[] }
  | { kind: 'unreachable'; retryAfterMs?: number }
  | { kind: 'sign-in-needed' }
  /** The whole envelope was refused. */
  | { kind: 'refused'; problem: Refusal };

export type SyncState = 'idle' | 'sending' | 'waiting' | 'sign-in-needed';

export interface SyncPorts {
  send(items: readonly OutboxItem[]): Promise<SendResult>;
  /** Calls back after so many ms; returns how to cancel. */
  later(run: () => void, ms: number): () => void;
  /** 0–1 */
  random(): number;
}

const BATCH = 100;
const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 300_000;
/** A refusal with one of these is about the moment, not about the item: it is tried again. */
const TRY_AGAIN = (status: number): boolean => status === 429 || status >= 500;

export const systemPorts = (send: SyncPorts['send']): SyncPorts => ({
  send,
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
});

/**
 * Sends one person's items, oldest first. Each item is acknowledged by itself: a refused one is set aside and never
 * holds up the others. Without network it waits longer and longer, up to five minutes, or until it is poked.
 */
export class SyncLoop {
  private current: SyncState = 'idle';
  private failures = 0;
  private running: Promise<void> | null = null;
  private again = false;
  private cancelWait: (() => void) | null = null;
  private stopped = false;
  private readonly listeners = new Set<() => void>();
  private readonly unsubscribe: () => void;

  constructor(
    private readonly outbox: Outbox,
    private readonly personId: string,
    private readonly ports: SyncPorts,
  ) {
    this.unsubscribe = outbox.subscribe(() => {
      if (this.current === 'idle' && this.outbox.pendingOf(this.personId).length > 0) void this.flush();
    });
  }

  state = (): SyncState => this.current;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Tries now, whatever the waiting time: at start, when the network is back, when somebody presses "send now". */
  flush(): Promise<void> {
    if (this.stopped) return Promise.resolve();
    this.cancelWait?.();
    this.cancelWait = null;
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  stop(): void {
    this.stopped = true;
    this.cancelWait?.();
    this.unsubscribe();
  }

  private async run(): Promise<void> {
    do {
      this.again = false;
      let size = BATCH;
      let batch = this.nextBatch(size);
      while (batch.length > 0 && !this.stopped) {
        this.become('sending');
        const step = await this.sendOnce(batch);
        if (step === 'wait') return;
        size = step === 'smaller' ? Math.max(1, Math.floor(batch.length / 2)) : BATCH;
        batch = this.nextBatch(size);
      }
    } while (this.again && !this.stopped);
    this.become('idle');
  }

  private nextBatch(size: number): OutboxItem[] {
    return this.outbox.pendingOf(this.personId).slice(0, size);
  }

  private async sendOnce(batch: readonly OutboxItem[]): Promise<'go-on' | 'smaller' | 'wait'> {
    const result = await this.ports.send(batch);
    if (result.kind === 'unreachable') return this.wait(result.retryAfterMs);
    if (result.kind === 'sign-in-needed') {
      this.become('sign-in-needed');
      return 'wait';
    }
    if (result.kind === 'refused') {
      // Some item makes the envelope unreadable: halve until it stands alone.
      if (batch.length > 1) return 'smaller';
      await this.outbox.settle(batch.map(({ id }) => ({ id, outcome: 'refused', problem: result.problem })));
      return 'go-on';
    }
    const settled = result.results.filter(
      ({ outcome, problem }) => outcome !== 'refused' || !TRY_AGAIN(problem?.status ?? 0),
    );
    await this.outbox.settle(settled);
    const sent = new Set(batch.map(({ id }) => id));
    if (settled.filter(({ id }) => sent.has(id)).length < batch.length) return this.wait();
    this.failures = 0;
    return 'go-on';
  }

  private wait(retryAfterMs?: number): 'wait' {
    const grown = Math.min(FIRST_DELAY_MS * 2 ** this.failures, LONGEST_DELAY_MS);
    this.failures += 1;
    // ±20 %: phones that lost the same network do not all come back in the same second.
    const delay = Math.max(retryAfterMs ?? 0, grown * (0.8 + 0.4 * this.ports.random()));
    this.become('waiting');
    this.cancelWait = this.ports.later(() => void this.flush(), delay);
    return 'wait';
  }

  private become(state: SyncState): void {
    if (this.current === state) return;
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}
