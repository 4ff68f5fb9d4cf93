import { infiniteQueryOptions } from '@tanstack/react-query';
import { body, client } from './client.js';
import type { IssuedCode } from './types.js';

/** Who holds an office today in a unit or below it, by given name; `q` is part of a name. */
export const peopleQuery = (organisationId: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['people', organisationId, q],
    queryFn: ({ pageParam }) =>
      body(
        client.GET('/api/v1/people', {
          params: { query: { organisationId, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Issues a code for each; the former ones stop working. The answer is kept by whoever asks and by no store. */
export async function issueCodes(personIds: string[]): Promise<IssuedCode[]> {
  return (await body(client.POST('/api/v1/one-time-codes', { body: { personIds } }))).items;
}
