import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** What the server said about something it did not take: the useful parts of a problem document. */
export interface Refusal {
  code: string;
  title: string;
  detail: string;
  status: number;
}

export type ItemKind = 'answer' | 'submit-attempt' | 'progress' | 'scenario' | 'heartbeat' | 'check-in';

/** One thing that was done on this device and that the server has to learn. */
export interface OutboxItem {
  /** UUIDv7: the server remembers it for good, so that sending twice is harmless. */
  id: string;
  /** Who did it. Only sent while that person is signed in. */
  personId: string;
  kind: ItemKind;
  payload: Record<string, unknown>;
  /** ISO instant by the corrected clock of this device. */
  occurredAt: string;
  deviceId: string;
  /** A newer item with the same subject makes this one superfluous. Null: every item counts. */
  subject: string | null;
  /** What it is about, in the user's words: title of the lesson, quiz or session. */
  about: string;
  state: 'pending' | 'refused';
  problem?: Refusal;
}

/** The last answer to one question of one attempt. */
export interface StoredAnswer {
  attemptId: string;
  questionId: string;
  personId: string;
  response: Record<string, unknown>;
  answeredAt: string;
}

/** The last copy of something read from the server, for when there is no network. */
export interface KeptCopy {
  personId: string;
  key: string;
  value: unknown;
  /** ms */
  keptAt: number;
}

/** What a lecturer has written in a lesson and the server has not acknowledged. */
export interface DraftText {
  personId: string;
  /** `<draft>/<lesson>` */
  place: string;
  /** The tab that writes it; two tabs never write over one another. */
  holder: string;
  text: string;
  /** Version of the server's text that this one grew from. */
  baseVersion: number;
  /** The save on its way, which may have arrived: it is repeated as the very same save. */
  sending: { saveId: string; text: string } | null;
  /** Given up for another text in a conflict, and kept all the same. */
  isAside: boolean;
  /** ms */
  changedAt: number;
}

export interface DeviceSchema extends DBSchema {
  outbox: { key: string; value: OutboxItem };
  answers: { key: [string, string]; value: StoredAnswer };
  kept: { key: [string, string]; value: KeptCopy };
  draftTexts: { key: [string, string, string]; value: DraftText };
}

export type DeviceDatabase = IDBPDatabase<DeviceSchema>;

/**
 * Opens this origin's database. A later version only adds stores: an old tab may still be open.
 * @param onClosed the browser or a newer tab closed the connection: open anew before the next use
 */
export function openDeviceDatabase(name = 'union-skills', onClosed?: () => void): Promise<DeviceDatabase> {
  return openDB<DeviceSchema>(name, 2, {
    upgrade(database, version) {
      if (version < 1) {
        database.createObjectStore('outbox', { keyPath: 'id' });
        database.createObjectStore('answers', { keyPath: ['attemptId', 'questionId'] });
        database.createObjectStore('kept', { keyPath: ['personId', 'key'] });
      }
      database.createObjectStore('draftTexts', { keyPath: ['personId', 'place', 'holder'] });
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed?.();
    },
    terminated: onClosed,
  });
}
