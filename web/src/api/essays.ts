import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];

export type WaitingAttempt = Schemas['WaitingAttemptDto'];
export type WaitingEssay = Schemas['WaitingEssayDto'];
export type EssaysToGrade = Schemas['EssaysToGradeDto'];
export type EssaysGraded = Schemas['EssaysGradedDto'];
export type GivenGrade = Schemas['GivenGradeDto'];

/** What waits for this lecturer, the oldest first, page by page. */
export const waitingEssaysQuery = infiniteQueryOptions({
  queryKey: ['essays-to-grade'],
  queryFn: ({ pageParam }) => {
    const query = pageParam === null ? {} : { cursor: pageParam };
    return body(client.GET('/api/v1/essays-to-grade', { params: { query } }));
  },
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

export const essaysOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['essays-to-grade', id],
    queryFn: () => body(client.GET('/api/v1/essays-to-grade/{id}', { params: { path: { id } } })),
    // Nothing may change under the hands of who is writing a comment.
    staleTime: Infinity,
    retry: false,
  });

/** @throws ApiProblem not-found when another lecturer was first, essays-not-all-graded, rubric-points-invalid */
export async function gradeEssays(queries: QueryClient, id: string, essays: GivenGrade[]): Promise<EssaysGraded> {
  const path = { id };
  const result = await body(client.POST('/api/v1/essays-to-grade/{id}/grade', { params: { path }, body: { essays } }));
  await queries.invalidateQueries({ queryKey: waitingEssaysQuery.queryKey, exact: true });
  return result;
}
