import { AnswerSheet } from './answers.js';
import { openDeviceDatabase, type DeviceDatabase } from './database.js';
import { KeptCopies } from './kept-copies.js';
import { Outbox } from './outbox.js';

let opened: Promise<DeviceDatabase> | undefined;

/** The stores that hold something of a person. */
const PERSONAL = ['outbox', 'answers', 'kept', 'draftTexts'] as const;

const closed = (): void => {
  opened = undefined;
};

/** This page's one connection. */
export function open(): Promise<DeviceDatabase> {
  opened ??= openDeviceDatabase(undefined, closed).catch((error: unknown) => {
    closed();
    throw error;
  });
  return opened;
}

/** This page's stores, over one connection. */
export const outbox = new Outbox(open);
export const answerSheet = new AnswerSheet(open, outbox);
export const keptCopies = new KeptCopies(open);

/** Removes everything a person left on this device. What is still unsent of others stays. */
export async function wipePerson(personId: string): Promise<void> {
  const database = await open();
  const transaction = database.transaction(PERSONAL, 'readwrite');
  for (const name of PERSONAL) {
    let cursor = await transaction.objectStore(name).openCursor();
    while (cursor) {
      if (cursor.value.personId === personId) await cursor.delete();
      cursor = await cursor.continue();
    }
  }
  await transaction.done;
  await outbox.load();
}

/** Asks the browser not to evict this origin's data when space runs short. */
export async function keepStorage(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false);
}
