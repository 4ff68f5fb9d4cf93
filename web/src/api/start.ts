import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { keptCopies } from '../offline/device-store.js';
import { scheduleQuery } from './classes.js';
import { coursesQuery, enrolmentsQuery } from './learning.js';
import { rememberedSession } from './remembered-session.js';
import { sessionQuery } from './session.js';

/** The first paint does not wait longer than this for copies on the device. */
const PATIENCE_MS = 150;

const FIRST_SCREEN: { queryKey: QueryKey; key: string }[] = [
  { queryKey: enrolmentsQuery.queryKey, key: 'enrolments' },
  { queryKey: coursesQuery.queryKey, key: 'courses' },
  { queryKey: scheduleQuery.queryKey, key: 'schedule' },
];

/**
 * Prepares the first screen: what this device kept is shown at once, and the reads that the server announced for preloading are
 * picked up before anything is drawn.
 */
export async function startLearning(queries: QueryClient): Promise<void> {
  const personId = rememberedSession()?.person.id;
  void queries.prefetchQuery(sessionQuery);
  if (location.pathname === '/hoc') {
    void queries.prefetchQuery(enrolmentsQuery);
    void queries.prefetchQuery(coursesQuery);
    void queries.prefetchQuery(scheduleQuery);
  }
  if (personId === undefined) return;
  const restored = Promise.all(
    FIRST_SCREEN.map(async ({ queryKey, key }) => {
      const copy = await keptCopies.find(personId, key);
      if (copy && queries.getQueryData(queryKey) === undefined) {
        // Old by definition: shown at once and asked for anew.
        queries.setQueryData(queryKey, copy.value, { updatedAt: 1 });
      }
    }),
  ).catch(() => undefined);
  await Promise.race([restored, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
