import { forget, recall, remember } from '../offline/small-values.js';
import type { Session } from './types.js';

const KEY = 'us.session';

let known: Session | null | undefined;

/** Who was signed in when this device last heard from the server: the application starts with it, also offline. */
export function rememberedSession(): Session | null {
  if (known === undefined) known = read();
  return known;
}

function read(): Session | null {
  try {
    return JSON.parse(recall(KEY) ?? 'null') as Session | null;
  } catch {
    return null;
  }
}

export function rememberSession(session: Session): void {
  known = session;
  remember(KEY, JSON.stringify(session));
}

export function forgetSession(): void {
  known = null;
  forget(KEY);
}
