import type { DeviceDatabase } from './database.js';

/** Copies of lessons and lists; the newest this many are kept. */
const MOST = 150;
/** The paper of an attempt in progress is never given up for space: the answers on this device belong to it. */
const isPrecious = (key: string): boolean => key.startsWith('attempt:');

/** The last good answer to each read, per person, so that what was opened once opens without network. */
export class KeptCopies {
  constructor(private readonly open: () => Promise<DeviceDatabase>) {}

  async keep(personId: string, key: string, value: unknown): Promise<void> {
    const database = await this.open();
    await database.put('kept', { personId, key, value, keptAt: Date.now() });
    if ((await database.count('kept')) > MOST + 20) await this.trim(database);
  }

  /** @returns the copy and when it was made (ms), or null */
  async find(personId: string, key: string): Promise<{ value: unknown; keptAt: number } | null> {
    const database = await this.open();
    return (await database.get('kept', [personId, key])) ?? null;
  }

  async forget(personId: string, key: string): Promise<void> {
    await (await this.open()).delete('kept', [personId, key]);
  }

  private async trim(database: DeviceDatabase): Promise<void> {
    const all = (await database.getAll('kept'))
      .filter(({ key }) => !isPrecious(key))
      .sort((a, b) => b.keptAt - a.keptAt);
    const transaction = database.transaction('kept', 'readwrite');
    await Promise.all(all.slice(MOST).map(({ personId, key }) => transaction.store.delete([personId, key])));
    await transaction.done;
  }
}
