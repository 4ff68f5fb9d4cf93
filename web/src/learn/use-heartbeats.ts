import { useEffect, useState } from 'react';
import { useSession } from '../api/session.js';
import type { ScheduledSession } from '../api/types.js';
import { outbox } from '../offline/device-store.js';
import { deviceNow } from '../offline/device.js';
import { useOutbox } from '../ui/use-outbox.js';

const BEAT_MS = 60_000;
/**
 * The server takes at most ten minutes in one piece. A phone that showed the meeting meanwhile stops this page's
 * clocks, so that long a gap still counts when the person comes back within it; a longer one does not.
 */
const LONGEST_MS = 590_000;

/**
 * Reports the time spent in an online session, a stretch at a time, through the outbox.
 * @returns how much this page has counted, and how many stretches are still on the device
 */
export function useHeartbeats({ sessionId, title, startsAt, endsAt }: ScheduledSession): {
  countedMs: number;
  unsent: number;
} {
  const { person } = useSession();
  const { pending } = useOutbox();
  const [countedMs, setCounted] = useState(0);
  useEffect(() => {
    const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
    let from = Math.max(deviceNow(), start);
    const beat = (): void => {
      const to = Math.min(deviceNow(), end);
      const since = from;
      if (to - since < 1_000) return;
      from = to;
      if (to - since > LONGEST_MS) return;
      const stretch = {
        classSessionId: sessionId,
        from: new Date(since).toISOString(),
        to: new Date(to).toISOString(),
      };
      outbox.add({ personId: person.id, kind: 'heartbeat', payload: stretch, about: title }).then(
        () => setCounted((counted) => counted + to - since),
        // Not stored: the next stretch begins where this one did.
        () => (from = since),
      );
    };
    const timer = setInterval(beat, BEAT_MS);
    document.addEventListener('visibilitychange', beat);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', beat);
      beat();
    };
  }, [sessionId, startsAt, endsAt, title, person.id]);
  const unsent = pending.filter(({ kind, payload }) => kind === 'heartbeat' && payload['classSessionId'] === sessionId);
  return { countedMs, unsent: unsent.length };
}
