import type { Refusal } from './database.js';
import type { KeptPhoto, PhotoStore } from './photo-store.js';

export type PhotoResult =
  | { kind: 'done' }
  /** No network, nobody signed in, or the server asks to come later. */
  | { kind: 'unreachable'; retryAfterMs?: number }
  | { kind: 'refused'; problem: Refusal };

export interface PhotoPorts {
  send(photo: KeptPhoto, blob: Blob): Promise<PhotoResult>;
  remove(photo: KeptPhoto): Promise<PhotoResult>;
  /** Calls back after so many ms; returns how to cancel. */
  later(run: () => void, ms: number): () => void;
  now(): number;
  newId(): string;
}

export interface PhotoState {
  photos: readonly KeptPhoto[];
  /** The one that is on its way. */
  sending: string | null;
}

type Place = Pick<KeptPhoto, 'attemptId' | 'questionId'>;

const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 60_000;

/**
 * Sends one person's photos one after the other. Each is on the disk before anything else and leaves it when the server
 * has it; what the server refuses stays, with the reason, until it is taken away.
 */
export class PhotoQueue {
  private state: PhotoState = { photos: [], sending: null };
  private readonly listeners = new Set<() => void>();
  private running: Promise<void> | null = null;
  private failures = 0;
  private cancelWait: (() => void) | null = null;

  constructor(
    private readonly store: PhotoStore,
    private readonly personId: string,
    private readonly ports: PhotoPorts,
  ) {}

  snapshot = (): PhotoState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Goes on with what an earlier page left. */
  async start(): Promise<void> {
    await this.load();
    await this.flush();
  }

  /** Resolves with the photo's id when it is on the disk; sending goes on by itself. */
  async add(place: Place, blob: Blob): Promise<string> {
    const id = this.ports.newId();
    const { personId } = this;
    await this.store.put({ ...place, id, personId, blob, isTried: false, changedAt: this.ports.now() });
    await this.load();
    void this.flush();
    return id;
  }

  /** Takes a photo away, from this device and, when the server may have it, from there as well. */
  async remove(place: Place, id: string): Promise<void> {
    const kept = this.state.photos.find((photo) => photo.id === id);
    if (kept && (!kept.isTried || kept.problem)) await this.store.remove(id);
    else {
      const { personId } = this;
      await this.store.put({ ...place, id, personId, blob: null, isTried: true, changedAt: this.ports.now() });
    }
    await this.load();
    void this.flush();
  }

  /** Tries now, whatever the waiting time; resolves when all is sent or the network fails. */
  flush(): Promise<void> {
    this.cancelWait?.();
    this.cancelWait = null;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async run(): Promise<void> {
    let next = this.next();
    while (next) {
      const result = await this.sendOnce(next);
      if (result.kind === 'unreachable') return this.wait(result.retryAfterMs);
      this.failures = 0;
      next = this.next();
    }
  }

  private next(): KeptPhoto | undefined {
    return this.state.photos.find(({ problem }) => problem === undefined);
  }

  private async sendOnce(photo: KeptPhoto): Promise<PhotoResult> {
    await this.store.put({ ...photo, isTried: true });
    await this.load(photo.id);
    // Taken away before it went.
    if (!this.state.photos.some(({ id }) => id === photo.id)) return { kind: 'done' };
    const { blob } = photo;
    const result = blob ? await this.ports.send(photo, blob) : await this.ports.remove(photo);
    // Taken away while it was on its way: then the removal is what is on the disk now, and is sent next.
    const isStillMeant = this.state.photos.some(
      ({ id, blob: now }) => id === photo.id && (now === null) === (blob === null),
    );
    // A removal that is refused comes too late: nothing is left to do for it.
    if (isStillMeant && (result.kind === 'done' || (result.kind === 'refused' && blob === null))) {
      await this.store.remove(photo.id);
    } else if (isStillMeant && result.kind === 'refused') {
      await this.store.put({ ...photo, isTried: true, problem: result.problem });
    }
    await this.load(null);
    return result;
  }

  private wait(retryAfterMs = 0): void {
    const delay = Math.max(retryAfterMs, Math.min(FIRST_DELAY_MS * 2 ** this.failures, LONGEST_DELAY_MS));
    this.failures += 1;
    this.cancelWait = this.ports.later(() => void this.flush(), delay);
  }

  private async load(sending = this.state.sending): Promise<void> {
    this.state = { photos: await this.store.of(this.personId), sending };
    for (const listener of this.listeners) listener();
  }
}
