import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import type { CorrectionWish } from './types.js';

/** What this person asked for about their own data, the newest first. */
export const ownCorrectionsQuery = queryOptions({
  queryKey: ['own-corrections'],
  queryFn: async () => (await body(client.GET('/api/v1/own-correction-requests'))).items,
});

/** @throws ApiProblem correction-already-asked, person-name-invalid, birth-date-invalid */
export async function askForCorrection(queries: QueryClient, wish: CorrectionWish): Promise<void> {
  await body(client.POST('/api/v1/correction-requests', { body: wish }));
  await queries.invalidateQueries({ queryKey: ownCorrectionsQuery.queryKey });
}

/** What waits for an answer of this officer, the oldest first, page by page. */
export const openCorrectionsQuery = infiniteQueryOptions({
  queryKey: ['corrections'],
  queryFn: ({ pageParam }) => {
    const query = pageParam === null ? {} : { cursor: pageParam };
    return body(client.GET('/api/v1/correction-requests', { params: { query } }));
  },
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

/** @throws ApiProblem correction-decided, own-matter, rejection-needs-reason, erasure-while-in-office */
export async function decideCorrection(
  queries: QueryClient,
  id: string,
  decision: { decision: 'accept' | 'reject'; reason?: string },
): Promise<void> {
  await body(client.POST('/api/v1/correction-requests/{id}/decision', { params: { path: { id } }, body: decision }));
  const keys = ['corrections', 'people', 'person', 'offices', 'record'];
  await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
