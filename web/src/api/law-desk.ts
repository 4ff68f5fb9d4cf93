import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import type { NewWording, Replacement } from './types.js';

/** Amendments, the latest day first, with what they set in motion. */
export const amendmentsQuery = queryOptions({
  queryKey: ['amendments'],
  queryFn: async () => (await body(client.GET('/api/v1/law/amendments'))).items,
});

export const amendmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['amendment', id],
    queryFn: () => body(client.GET('/api/v1/law/amendments/{id}', { params: { path: { id } } })),
  });

const refreshed = async (queries: QueryClient): Promise<void> => {
  const keys = ['amendments', 'amendment', 'article', 'law-documents'];
  await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
};

/** @throws ApiProblem amendment-differs, amendment-day-invalid */
export async function recordWording(queries: QueryClient, code: string, wording: NewWording): Promise<string> {
  const params = { path: { code } };
  const { id } = await body(client.POST('/api/v1/law/articles/{code}/versions', { params, body: wording }));
  await refreshed(queries);
  return id;
}

/** @throws ApiProblem mapping-unknown, amendment-differs, amendment-day-invalid */
export async function recordReplacement(queries: QueryClient, code: string, by: Replacement): Promise<string> {
  const params = { path: { code } };
  const { id } = await body(client.POST('/api/v1/law/documents/{code}/replacement', { params, body: by }));
  await refreshed(queries);
  return id;
}
