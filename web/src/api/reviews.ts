import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];

export type ReviewLine = Schemas['ReviewLineDto'];
export type Review = Schemas['ReviewDto'];
export type ReviewLesson = Schemas['ReviewLessonDto'];
export type ReviewThread = Schemas['ReviewThreadDto'];
export type BlockDifference = Schemas['BlockDifferenceDto'];
export type WordRun = Schemas['WordRunDto'];
export type Against = 'published' | 'previous';
export type ReviewDecision = Schemas['ReviewDecisionDto'];

const KEY = 'reviews';

/** What waits for one's decision, what was decided last, and what one submitted. */
export const reviewsQuery = queryOptions({
  queryKey: [KEY],
  queryFn: () => body(client.GET('/api/v1/reviews')),
});

export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, id],
    queryFn: () => body(client.GET('/api/v1/reviews/{id}', { params: { path: { id } } })),
  });

/** A lesson as it was submitted, in paragraphs, with what was said about it. */
export const reviewLessonQuery = (id: string, slug: string) =>
  queryOptions({
    queryKey: [KEY, id, 'lesson', slug],
    queryFn: () => body(client.GET('/api/v1/reviews/{id}/lessons/{slug}', { params: { path: { id, slug } } })),
  });

/** Which lessons changed. */
export const differenceQuery = (id: string, against: Against) =>
  queryOptions({
    queryKey: [KEY, id, 'diff', against],
    queryFn: () => body(client.GET('/api/v1/reviews/{id}/diff', { params: { path: { id }, query: { against } } })),
  });

/** What changed in a lesson, in words. */
export const lessonDifferenceQuery = (id: string, slug: string, against: Against) =>
  queryOptions({
    queryKey: [KEY, id, 'diff', against, slug],
    queryFn: async () => {
      const params = { path: { id, slug }, query: { against } };
      return (await body(client.GET('/api/v1/reviews/{id}/diff/{slug}', { params }))).blocks;
    },
  });

const refresh = (queries: QueryClient): Promise<void> => queries.invalidateQueries({ queryKey: [KEY] });

/** @throws ApiProblem review-outdated, paragraph-unknown */
export async function comment(
  queries: QueryClient,
  id: string,
  given: { lesson: string; paragraph: number; text: string; parentId?: string },
): Promise<void> {
  await body(client.POST('/api/v1/reviews/{id}/comments', { params: { path: { id } }, body: given }));
  await refresh(queries);
}

/** @throws ApiProblem review-outdated, not-to-resolve */
export async function resolveThread(queries: QueryClient, id: string): Promise<void> {
  await body(client.POST('/api/v1/review-comments/{id}/resolve', { params: { path: { id } } }));
  await refresh(queries);
}

/** @throws ApiProblem review-by-author, review-settled, document-known-otherwise, invalid-request */
export async function decideReview(queries: QueryClient, id: string, decision: ReviewDecision): Promise<void> {
  await body(client.POST('/api/v1/reviews/{id}/decision', { params: { path: { id } }, body: decision }));
  await Promise.all([refresh(queries), queries.invalidateQueries({ queryKey: ['drafts'] })]);
}
