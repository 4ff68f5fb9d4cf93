import type { DeviceDatabase, DraftText } from './database.js';

/** Unacknowledged texts of lecturers on this device, by person, lesson and tab. */
export class DraftTexts {
  constructor(private readonly open: () => Promise<DeviceDatabase>) {}

  async put(text: DraftText): Promise<void> {
    await (await this.open()).put('draftTexts', text);
  }

  async remove({ personId, place, holder }: Pick<DraftText, 'personId' | 'place' | 'holder'>): Promise<void> {
    await (await this.open()).delete('draftTexts', [personId, place, holder]);
  }

  /** Everything of one lesson, newest first. */
  async of(personId: string, place: string): Promise<DraftText[]> {
    const range = IDBKeyRange.bound([personId, place], [personId, place, []]);
    const found = await (await this.open()).getAll('draftTexts', range);
    return found.sort((a, b) => b.changedAt - a.changedAt);
  }

  /** Places of one person's lessons whose text is not with the server yet. */
  async unsentOf(personId: string): Promise<string[]> {
    const range = IDBKeyRange.bound([personId], [personId, []]);
    const found = await (await this.open()).getAll('draftTexts', range);
    return [...new Set(found.filter(({ isAside }) => !isAside).map(({ place }) => place))];
  }

  /** Takes over what a tab that is gone has left; null when another tab was faster. */
  async adopt({ personId, place, holder }: DraftText, heir: string): Promise<DraftText | null> {
    const transaction = (await this.open()).transaction('draftTexts', 'readwrite');
    const left = await transaction.store.get([personId, place, holder]);
    if (left) {
      await transaction.store.delete([personId, place, holder]);
      await transaction.store.put({ ...left, holder: heir });
    }
    await transaction.done;
    return left ? { ...left, holder: heir } : null;
  }
}
