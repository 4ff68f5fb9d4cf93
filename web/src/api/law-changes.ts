import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import { readThrough } from './read-through.js';
import type { QuestionResponse } from './types.js';

/** What the law changed about the lessons of a revision; kept for reading without network. */
export const lawChangesQuery = (slug: string, revision: string) =>
  queryOptions({
    queryKey: ['law-changes', revision],
    queryFn: () =>
      readThrough(`law-changes:${revision}`, async () => {
        const params = { path: { slug }, query: { revision } };
        return (await body(client.GET('/api/v1/courses/{slug}/law-changes', { params }))).items;
      }),
    staleTime: 600_000,
  });

/** What the law changed since one's certificate was earned, of one amendment. */
export const refresherQuery = (amendmentId: string) =>
  queryOptions({
    queryKey: ['refresher', amendmentId],
    queryFn: () =>
      readThrough(`refresher:${amendmentId}`, () =>
        body(client.GET('/api/v1/refreshers/{amendmentId}', { params: { path: { amendmentId } } })),
      ),
  });

export const refreshersQuery = queryOptions({
  queryKey: ['refreshers'],
  queryFn: () => readThrough('refreshers', async () => (await body(client.GET('/api/v1/refreshers'))).items),
});

/** I have read what changed, and answered what is asked about it. @throws ApiProblem question-not-answered */
export async function completeRefresher(
  queries: QueryClient,
  amendmentId: string,
  responses: Record<string, QuestionResponse>,
): Promise<void> {
  const params = { path: { amendmentId } };
  const answers = Object.entries(responses).map(([questionId, response]) => ({
    questionId,
    response: { ...response },
  }));
  const done = await body(client.POST('/api/v1/refreshers/{amendmentId}/completion', { params, body: { answers } }));
  queries.setQueryData(refresherQuery(amendmentId).queryKey, done);
  const keys = ['refreshers', 'certificates', 'certificate'];
  await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
