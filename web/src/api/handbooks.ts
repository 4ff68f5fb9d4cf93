import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import type { Handbook } from './types.js';

/** Until it is ready, somebody watches the bar. */
const LOOK_AGAIN_MS = 1_000;

export type HandbookFormat = Handbook['format'];

const key = (revisionId: string) => ['handbooks', revisionId];

/** The handbooks of a revision that somebody asked for; looks again while one is being made. */
export const handbooksQuery = (slug: string, revisionId: string) =>
  queryOptions({
    queryKey: key(revisionId),
    queryFn: async () => {
      const params = { path: { slug }, query: { revision: revisionId } };
      return (await body(client.GET('/api/v1/courses/{slug}/handbooks', { params }))).items;
    },
    refetchInterval: ({ state }) => ((state.data ?? []).some(isBeingMade) ? LOOK_AGAIN_MS : false),
  });

export const isBeingMade = ({ state }: Handbook): boolean => state === 'waiting' || state === 'making';

/** Asks for one; gives that which is there or on its way. */
export async function requestHandbook(
  queries: QueryClient,
  given: { slug: string; revisionId: string; format: HandbookFormat },
): Promise<Handbook> {
  const { slug, revisionId, format } = given;
  const handbook = await body(
    client.POST('/api/v1/courses/{slug}/handbooks', {
      params: { path: { slug } },
      body: { format, revision: revisionId },
    }),
  );
  queries.setQueryData(key(revisionId), (known: Handbook[] = []) => [
    ...known.filter((each) => each.id !== handbook.id),
    handbook,
  ]);
  return handbook;
}

export const handbookFileUrl = ({ id }: Handbook): string => `/api/v1/handbooks/${id}/file`;
