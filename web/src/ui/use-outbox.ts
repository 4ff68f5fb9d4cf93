import { useMemo, useSyncExternalStore } from 'react';
import { useSession } from '../api/session.js';
import type { OutboxItem } from '../offline/database.js';
import { outbox } from '../offline/device-store.js';

export interface OwnOutbox {
  pending: OutboxItem[];
  refused: OutboxItem[];
  /** Of other people who used this device. */
  foreign: number;
}

/** What is still on this device only, split for the person who is signed in. */
export function useOutbox(): OwnOutbox {
  const { person } = useSession();
  const items = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  return useMemo(() => {
    const own = items.filter((item) => item.personId === person.id);
    return {
      pending: own.filter((item) => item.state === 'pending'),
      refused: own.filter((item) => item.state === 'refused'),
      foreign: items.filter((item) => item.personId !== person.id && item.state === 'pending').length,
    };
  }, [items, person.id]);
}
