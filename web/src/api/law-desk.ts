import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import type { Amendment, NewWording, Replacement } from './types.js';

const SOON_MS = 2_000;
const NOW_AND_THEN_MS = 20_000;

/** How often the desk looks again: soon while the installation is at work, now and then while people are. */
function paceOf(amendments: Amendment[]): number | false {
  if (amendments.some(({ isUnderWay }) => isUnderWay)) return SOON_MS;
  const isOpen = amendments.some(
    ({ lessonsOpen, scenariosOpen, questionsOpen, tasksOpen }) =>
      lessonsOpen + scenariosOpen + questionsOpen + tasksOpen > 0,
  );
  return isOpen ? NOW_AND_THEN_MS : false;
}

/** Amendments, the latest day first, with what they set in motion, and whether one may record another. */
export const amendmentsQuery = queryOptions({
  queryKey: ['amendments'],
  queryFn: () => body(client.GET('/api/v1/law/amendments')),
  refetchInterval: ({ state }) => paceOf(state.data?.items ?? []),
});

export const amendmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['amendment', id],
    queryFn: () => body(client.GET('/api/v1/law/amendments/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => paceOf(state.data ? [state.data] : []),
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
