import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];

export type TeachingAuthorisation = Schemas['TeachingAuthorisationDto'];
export type NewTeachingAuthorisation = Schemas['NewTeachingAuthorisationDto'];
export type LecturerToChoose = Schemas['LecturerToChooseDto'];
export type TopicStanding = Schemas['TopicStandingDto'];

const KEY = 'teaching';

/** What somebody may teach for the reader's units, and the topics that courses name. */
export const teachingQuery = (personId: string) =>
  queryOptions({
    queryKey: [KEY, 'of', personId],
    queryFn: () => body(client.GET('/api/v1/teaching-authorisations', { params: { query: { personId } } })),
  });

export const ownTeachingQuery = queryOptions({
  queryKey: [KEY, 'own'],
  queryFn: async () => (await body(client.GET('/api/v1/teaching-authorisations/own'))).items,
});

/** A class that lecturers are chosen for; its first and last day as YYYY-MM-DD. */
export interface ClassToTeach {
  courseSlug: string;
  organiserId: string;
  from: string;
  to: string;
}

/** Lecturers by part of a name, or those with these ids, and what they may teach of the course. */
export const lecturersQuery = (asked: ClassToTeach, who: { q: string } | { ids: string[] }) =>
  queryOptions({
    queryKey: [KEY, 'lecturers', asked, who],
    queryFn: () => {
      const query = { ...asked, ...('ids' in who ? { ids: who.ids.join(',') } : { q: who.q }) };
      return body(client.GET('/api/v1/classes/lecturers', { params: { query } }));
    },
    enabled: asked.courseSlug !== '' && asked.organiserId !== '',
  });

/** @throws ApiProblem topic-unknown, authorisation-period-invalid, authorisation-overlaps, document-known-otherwise */
export async function authoriseTeaching(queries: QueryClient, given: NewTeachingAuthorisation): Promise<void> {
  await body(client.POST('/api/v1/teaching-authorisations', { body: given }));
  await forgetTeaching(queries);
}

/** @param end.on first day on which it is not in force. @throws ApiProblem authorisation-period-invalid */
export async function endTeaching(
  queries: QueryClient,
  id: string,
  end: { on: string; reason: string },
): Promise<void> {
  await body(client.POST('/api/v1/teaching-authorisations/{id}/end', { params: { path: { id } }, body: end }));
  await forgetTeaching(queries);
}

async function forgetTeaching(queries: QueryClient): Promise<void> {
  await Promise.all([[KEY], ['record']].map((queryKey) => queries.invalidateQueries({ queryKey })));
}
