import type { DraftText, Refusal } from './database.js';
import type { DraftTexts } from './draft-texts.js';

/** The server's text of a lesson. */
export interface ServerText {
  text: string;
  version: number;
}

/** A text that somebody else has saved meanwhile. */
export interface OtherText extends ServerText {
  changedBy: string;
  /** ISO instant */
  changedAt: string;
}

export interface Save {
  saveId: string;
  baseVersion: number;
  text: string;
}

export type SaveResult =
  | { kind: 'saved'; version: number }
  | { kind: 'conflict'; theirs: OtherText }
  /** No network, or the server asks to come later. */
  | { kind: 'unreachable'; retryAfterMs?: number }
  | { kind: 'refused'; problem: Refusal };

export type SaveState =
  /** @property at when this page saved last, ms; null when nothing was changed yet */
  | { kind: 'saved'; at: number | null }
  | { kind: 'saving' }
  /** On this device; the server could not be reached. */
  | { kind: 'kept' }
  /** Only on this page: the server could not be reached, and the browser keeps nothing (private window, full disk). */
  | { kind: 'unkept' }
  | { kind: 'refused'; problem: Refusal }
  | { kind: 'conflict'; mine: string; theirs: OtherText };

/** The text that the editor begins with; another number, another beginning. */
export interface ShownText {
  text: string;
  number: number;
}

/** What the keeper needs of its surroundings, so that specs need no waiting. */
export interface KeeperPorts {
  send(save: Save): Promise<SaveResult>;
  /** @returns a function that calls it off */
  later(run: () => void, ms: number): () => void;
  now(): number;
  newId(): string;
  /** Ids of the tabs that are alive. */
  living(): Promise<ReadonlySet<string>>;
}

interface Keeping {
  personId: string;
  place: string;
  /** This tab. */
  holder: string;
}

const REST_MS = 1_500;
/** Who never rests is saved all the same. */
const LONGEST_WAIT_MS = 15_000;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;
const MOST_ASIDES = 10;

/** The server keeps neither empty lines at the ends nor other ways to write the same letter. */
const isSame = (one: string, other: string): boolean => one.trim().normalize('NFC') === other.trim().normalize('NFC');

/**
 * Keeps one lesson that is being written: every change is on this device at once, then with the server after a moment of
 * rest. A save that may have arrived is repeated as the same save. A text is never dropped: what loses a conflict is set
 * aside on this device.
 */
export class DraftKeeper {
  private record: DraftText | null = null;
  private server: ServerText = { text: '', version: 0 };
  private state: SaveState = { kind: 'saved', at: null };
  private shown: ShownText | null = null;
  private readonly listeners = new Set<() => void>();
  private callOff: (() => void) | null = null;
  private waitingSince: number | null = null;
  private retryMs = FIRST_RETRY_MS;
  private underWay: Promise<void> | null = null;
  private isStopped = false;
  private writing: Promise<void> = Promise.resolve();
  private isWriteQueued = false;
  private isOnDevice = true;
  private asideTexts: readonly DraftText[] = [];

  constructor(
    private readonly texts: DraftTexts,
    private readonly keeping: Keeping,
    private readonly ports: KeeperPorts,
  ) {}

  snapshot = (): SaveState => this.state;

  /** What to write on; null until it was read from this device. */
  shownText = (): ShownText | null => this.shown;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Texts that were set aside, newest first; the same array until that changes. */
  asides = (): readonly DraftText[] => this.asideTexts;

  /**
   * Begins with the server's text, or with what this or a killed tab had not sent.
   * @returns the text to write on
   */
  async start(server: ServerText): Promise<string> {
    this.server = server;
    // Where the browser keeps nothing there is nothing to find; writing goes on all the same.
    await this.findLeft().catch(() => undefined);
    if (this.record) void this.flush();
    this.beginAnew();
    return this.textNow();
  }

  private async findLeft(): Promise<void> {
    const { server } = this;
    const { personId, place, holder } = this.keeping;
    const [left, living] = await Promise.all([this.texts.of(personId, place), this.ports.living()]);
    this.asideTexts = left.filter(({ isAside }) => isAside);
    for (const orphan of left) {
      if (orphan.isAside || living.has(orphan.holder)) continue;
      const adopted = await this.texts.adopt(orphan, this.record ? this.ports.newId() : holder);
      if (!adopted) continue;
      if (this.record === null && !isSame(adopted.text, server.text)) this.record = adopted;
      else if (isSame(adopted.text, server.text) || isSame(adopted.text, this.record?.text ?? ''))
        await this.texts.remove(adopted);
      else await this.setAside(adopted.text, adopted);
    }
  }

  /** The text as it stands on this page. */
  textNow(): string {
    return this.record?.text ?? this.server.text;
  }

  /**
   * Takes over a newer version of the server, unless something of one's own is on the way.
   * @returns whether there is another text to write on
   */
  refresh(server: ServerText): boolean {
    if (this.record !== null || server.version <= this.server.version) return false;
    const isOther = !isSame(server.text, this.server.text);
    this.server = server;
    if (isOther) this.beginAnew();
    return isOther;
  }

  /** Resolves when the change is on the disk, or cannot be; sending comes later. */
  async change(text: string): Promise<void> {
    if (text === this.textNow()) return;
    const { version } = this.server;
    const { personId, place, holder } = this.keeping;
    const base = this.record ?? { personId, place, holder, baseVersion: version, sending: null, isAside: false };
    this.record = { ...base, text, changedAt: this.ports.now() };
    if (this.state.kind === 'conflict') this.show({ ...this.state, mine: text });
    else if (this.state.kind !== 'kept' && this.state.kind !== 'unkept') this.show({ kind: 'saving' });
    await this.write();
    if (this.state.kind !== 'conflict') this.sendAfterRest();
  }

  /** Sends what there is now: when the network is back, or before the page goes. Resolves with the server's answer. */
  flush(): Promise<void> {
    this.rest();
    this.underWay ??= this.sendOnce().finally(() => {
      this.underWay = null;
    });
    return this.underWay;
  }

  private async sendOnce(): Promise<void> {
    if (this.isStopped || !this.record || this.state.kind === 'conflict') return;
    const sending = this.record.sending ?? { saveId: this.ports.newId(), text: this.record.text };
    this.record = { ...this.record, sending };
    const { baseVersion } = this.record;
    await this.write();
    // A fault on the way is no answer: the same save is sent again.
    const result = await this.ports
      .send({ ...sending, baseVersion })
      .catch((): SaveResult => ({ kind: 'unreachable' }));
    await this.learn(result, sending.text);
  }

  /** One's own text is the lesson; the other one is set aside. */
  async keepMine(): Promise<void> {
    if (this.state.kind !== 'conflict' || !this.record) return;
    const { theirs } = this.state;
    await this.setAside(theirs.text);
    this.server = theirs;
    this.record = { ...this.record, baseVersion: theirs.version, sending: null };
    this.show({ kind: 'saving' });
    await this.write();
    await this.flush();
  }

  /** The other text is the lesson; one's own is set aside. @returns the text to write on */
  async takeTheirs(): Promise<string> {
    if (this.state.kind !== 'conflict') return this.textNow();
    const { mine, theirs } = this.state;
    await this.setAside(mine);
    this.server = theirs;
    await this.forget();
    this.show({ kind: 'saved', at: this.ports.now() });
    this.beginAnew();
    return theirs.text;
  }

  /** Sends nothing more; what is on this device stays for the next page. */
  stop(): void {
    this.isStopped = true;
    this.rest();
    this.listeners.clear();
  }

  private async learn(result: SaveResult, sent: string): Promise<void> {
    if (!this.record) return;
    if (result.kind === 'saved') await this.learnSaved(result.version, sent);
    else if (result.kind === 'conflict') await this.learnConflict(result.theirs, sent);
    else if (result.kind === 'refused') {
      // Not the same save any more: what is refused may be changed and sent again.
      this.record = { ...this.record, sending: null };
      await this.write();
      this.show({ kind: 'refused', problem: result.problem });
    } else {
      this.show({ kind: this.isOnDevice ? 'kept' : 'unkept' });
      this.wait(result.retryAfterMs ?? this.retryMs);
      this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
    }
  }

  private async learnSaved(version: number, sent: string): Promise<void> {
    this.retryMs = FIRST_RETRY_MS;
    this.server = { text: sent, version };
    if (this.record?.text === sent) {
      await this.forget();
      // Something may have been written meanwhile.
      if (this.record === null) this.show({ kind: 'saved', at: this.ports.now() });
    } else if (this.record) {
      this.record = { ...this.record, baseVersion: version, sending: null };
      this.show({ kind: 'saving' });
      await this.write();
      this.sendAfterRest();
    }
  }

  /** A save that arrived before, or the same words from two tabs, are no conflict. */
  private async learnConflict(theirs: OtherText, sent: string): Promise<void> {
    if (isSame(theirs.text, sent)) return this.learnSaved(theirs.version, sent);
    if (!this.record) return;
    this.record = { ...this.record, sending: null };
    await this.write();
    this.show({ kind: 'conflict', mine: this.record.text, theirs });
  }

  private async setAside(text: string, moved?: DraftText): Promise<void> {
    const { personId, place } = this.keeping;
    const holder = moved?.holder ?? this.ports.newId();
    const kept = {
      text,
      baseVersion: this.server.version,
      sending: null,
      changedAt: moved?.changedAt ?? this.ports.now(),
    };
    await this.texts.put({ personId, place, holder, isAside: true, ...kept });
    const all = (await this.texts.of(personId, place)).filter(({ isAside }) => isAside);
    await Promise.all(all.slice(MOST_ASIDES).map((old) => this.texts.remove(old)));
    this.asideTexts = all.slice(0, MOST_ASIDES);
  }

  private async forget(): Promise<void> {
    const record = this.record;
    this.record = null;
    await this.writing;
    if (record && this.record === null) await this.texts.remove(record).catch(() => undefined);
  }

  /** At most one write at a time, and the last text always among them. Resolves also where the browser keeps nothing. */
  private write(): Promise<void> {
    if (this.isWriteQueued) return this.writing;
    this.isWriteQueued = true;
    this.writing = this.writing.then(async () => {
      this.isWriteQueued = false;
      if (!this.record || this.isStopped) return;
      this.isOnDevice = await this.texts.put(this.record).then(
        () => true,
        () => false,
      );
    });
    return this.writing;
  }

  private sendAfterRest(): void {
    const now = this.ports.now();
    this.waitingSince ??= now;
    this.wait(Math.max(0, Math.min(REST_MS, this.waitingSince + LONGEST_WAIT_MS - now)));
  }

  private wait(ms: number): void {
    this.callOff?.();
    if (!this.isStopped) this.callOff = this.ports.later(() => void this.flush(), ms);
  }

  private rest(): void {
    this.callOff?.();
    this.callOff = null;
    this.waitingSince = null;
  }

  private beginAnew(): void {
    this.shown = { text: this.textNow(), number: (this.shown?.number ?? 0) + 1 };
    this.tell();
  }

  private show(state: SaveState): void {
    this.state = state;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
