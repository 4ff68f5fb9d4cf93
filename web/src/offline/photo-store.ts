import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Refusal } from './database.js';

/** A photo of an answer on paper that the server has not acknowledged, or its removal. */
export interface KeptPhoto {
  /** UUIDv7: the server takes the same photo once. */
  id: string;
  personId: string;
  attemptId: string;
  questionId: string;
  /** Null: taken away again, which the server has to learn. */
  blob: Blob | null;
  /** Whether it was ever on its way, and may have arrived. */
  isTried: boolean;
  /** ms */
  changedAt: number;
  problem?: Refusal;
}

export interface PhotoSchema extends DBSchema {
  photos: { key: string; value: KeptPhoto };
}

export type PhotoDatabase = IDBPDatabase<PhotoSchema>;

/** A database of its own: only who photographs loads the code and the stores for it. */
export const openPhotoDatabase = (name = 'union-skills-photos'): Promise<PhotoDatabase> =>
  openDB<PhotoSchema>(name, 1, {
    upgrade: (database) => {
      database.createObjectStore('photos', { keyPath: 'id' });
    },
  });

/** Unacknowledged photos on this device, oldest first. */
export class PhotoStore {
  private opened: Promise<PhotoDatabase> | undefined;

  constructor(private readonly open: () => Promise<PhotoDatabase> = openPhotoDatabase) {}

  async of(personId: string): Promise<KeptPhoto[]> {
    const all = await (await this.database()).getAll('photos');
    const own = all.filter((photo) => photo.personId === personId);
    return own.sort((a, b) => a.changedAt - b.changedAt || (a.id < b.id ? -1 : 1));
  }

  async put(photo: KeptPhoto): Promise<void> {
    await (await this.database()).put('photos', photo);
  }

  async remove(id: string): Promise<void> {
    await (await this.database()).delete('photos', id);
  }

  private database(): Promise<PhotoDatabase> {
    this.opened ??= this.open().catch((error: unknown) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }
}
