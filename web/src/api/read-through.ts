import { keptCopies } from '../offline/device-store.js';
import { isReachable } from './connection.js';
import { NoNetwork } from './problem.js';
import { rememberedSession } from './remembered-session.js';

/** A network that says it is there and carries nothing: after this long a copy of what was read before is shown. */
const PATIENCE_MS = 4_000;

const copyOf = (personId: string, key: string) => keptCopies.find(personId, key).catch(() => null);

/**
 * Reads from the server and keeps a copy on this device; without network the copy is the answer.
 * @param isWorthKeeping which answers are kept; all of them unless given
 * @throws NoNetwork when there is neither, and whatever `load` throws when the server did answer
 */
export async function readThrough<T>(
  key: string,
  load: () => Promise<T>,
  isWorthKeeping: (value: T) => boolean = () => true,
): Promise<T> {
  const personId = rememberedSession()?.person.id;
  if (personId === undefined) return load();
  if (!isReachable() && !navigator.onLine) {
    const copy = await copyOf(personId, key);
    if (copy) return copy.value as T;
  }
  const loading = load().then((value) => {
    // A browser without room or without storage still shows what it has loaded.
    if (isWorthKeeping(value)) keptCopies.keep(personId, key, value).catch(() => undefined);
    return value;
  });
  try {
    return await Promise.race([loading, copyAfterPatience<T>(personId, key)]);
  } catch (error) {
    const copy = error instanceof NoNetwork ? await copyOf(personId, key) : null;
    if (!copy) throw error;
    return copy.value as T;
  }
}

/** Resolves with the copy after a while; never resolves when there is none. */
function copyAfterPatience<T>(personId: string, key: string): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(() => {
      void copyOf(personId, key).then((copy) => copy && resolve(copy.value as T));
    }, PATIENCE_MS);
  });
}
