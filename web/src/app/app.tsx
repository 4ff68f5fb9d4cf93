import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { speak } from '../api/client.js';
import { watchConnection } from '../api/connection.js';
import { isSignedOut } from '../api/problem.js';
import { sessionQuery } from '../api/session.js';
import { sendNow } from '../api/sync.js';
import { LocaleProvider } from '../i18n/locale.js';
import { Gate } from './gate.js';

/** One cache for the page; what must outlive the page is in the device's own stores. */
export function makeQueryClient(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError(error, query) {
        const isSession = query.queryKey[0] === sessionQuery.queryKey[0];
        if (isSignedOut(error) && !isSession) void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      },
    }),
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 30_000, gcTime: 1_800_000 },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  watchConnection(() => {
    void sendNow();
    void queries.invalidateQueries({ predicate: (query) => query.state.status === 'error' });
  });
  return queries;
}

/** A new address starts at its top; going back returns to where one was, which is the browser's own work. */
function useScrollToTop(): void {
  useEffect(() => {
    const toTop = (): void => scrollTo(0, 0);
    // wouter tells of every push by an event of that name.
    addEventListener('pushState', toTop);
    return () => removeEventListener('pushState', toTop);
  }, []);
}

export function App({ queries }: { queries: QueryClient }) {
  useScrollToTop();
  return (
    <QueryClientProvider client={queries}>
      <LocaleProvider onChange={speak}>
        <Gate />
      </LocaleProvider>
    </QueryClientProvider>
  );
}
