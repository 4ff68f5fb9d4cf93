import { useSyncExternalStore } from 'react';

let reachable = typeof navigator === 'undefined' || navigator.onLine;
const listeners = new Set<() => void>();

/** What the last request, or the browser, says about the way to the server. */
export function noteReachable(now: boolean): void {
  if (now === reachable) return;
  reachable = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const isReachable = (): boolean => reachable;

/** False while there is no network, or while the server does not answer. */
export function useReachable(): boolean {
  return useSyncExternalStore(subscribe, isReachable);
}

/** Hears when the browser loses or finds a network; call once at start. */
export function watchConnection(onBack: () => void): void {
  addEventListener('offline', () => noteReachable(false));
  addEventListener('online', () => {
    noteReachable(true);
    onBack();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') onBack();
  });
}
