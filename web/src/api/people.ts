import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import type { components } from './schema.js';
import type { Person } from './types.js';

type Schemas = components['schemas'];

/** Who holds which office of a unit on a day, page by page. */
export const officesQuery = (unitId: string, asOf?: string) =>
  infiniteQueryOptions({
    queryKey: ['offices', unitId, asOf ?? null],
    queryFn: ({ pageParam }) => {
      const query = { asOf, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return body(client.GET('/api/v1/organisations/{id}/offices', { params: { path: { id: unitId }, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const officeTitlesQuery = queryOptions({
  queryKey: ['office-titles'],
  queryFn: async () => (await body(client.GET('/api/v1/office-titles'))).items,
  staleTime: Infinity,
});

/** The first of those whose name has these letters. */
export const peopleQuery = (q: string) =>
  queryOptions({
    queryKey: ['people', q],
    queryFn: () => body(client.GET('/api/v1/people', { params: { query: q === '' ? {} : { q } } })),
  });

export interface PeopleAsked {
  /** Part of a name, with or without diacritics. */
  q?: string;
  /** This unit and those below it. */
  organisationId?: string;
  titleCode?: string;
}

/** Who holds an office today, by given name, page by page: a federation has a hundred thousand of them. */
export const peopleListQuery = (asked: PeopleAsked) =>
  infiniteQueryOptions({
    queryKey: ['people', asked],
    queryFn: ({ pageParam }) => {
      const query = { ...asked, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return body(client.GET('/api/v1/people', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id],
    queryFn: () => body(client.GET('/api/v1/people/{id}', { params: { path: { id } } })),
    retry: false,
  });

export const rolesQuery = (personId: string) =>
  queryOptions({
    queryKey: ['roles', personId],
    queryFn: async () => (await body(client.GET('/api/v1/role-grants', { params: { query: { personId } } }))).items,
  });

/** Birth date and phones in full. The look is recorded with its reason; nothing of it is kept on this device. */
export function unmask(personId: string, reason: string): Promise<Schemas['UnmaskedPersonDto']> {
  const params = { path: { id: personId } };
  return body(client.POST('/api/v1/people/{id}/unmasking', { params, body: { reason } }));
}

/** @throws ApiProblem of the office, in the reader's language */
export async function appoint(
  queries: QueryClient,
  unitId: string,
  appointment: Schemas['AppointmentDto'],
): Promise<void> {
  const params = { path: { id: unitId } };
  await body(client.POST('/api/v1/organisations/{id}/offices', { params, body: appointment }));
  await forgetPeople(queries);
}

/** @throws ApiProblem namesake-in-unit, when somebody of that name and birth date is in the unit already */
export async function registerPerson(
  queries: QueryClient,
  registration: Schemas['PersonRegistrationDto'],
): Promise<Person> {
  const person = await body(client.POST('/api/v1/people', { body: registration }));
  await forgetPeople(queries);
  return person;
}

/** @throws ApiProblem of the office, in the reader's language */
export async function endOffice(queries: QueryClient, termId: string, end: Schemas['OfficeEndDto']): Promise<void> {
  await body(client.POST('/api/v1/office-terms/{id}/end', { params: { path: { id: termId } }, body: end }));
  await forgetPeople(queries);
}

/** @throws ApiProblem role-beyond-own, role-period-invalid, role-already-granted */
export async function grantRole(queries: QueryClient, grant: Schemas['NewRoleGrantDto']): Promise<void> {
  await body(client.POST('/api/v1/role-grants', { body: grant }));
  await forgetPeople(queries);
}

/** @throws ApiProblem last-administrator, role-beyond-own */
export async function revokeRole(queries: QueryClient, grantId: string, reason: string): Promise<void> {
  const given = reason === '' ? {} : { reason };
  await body(client.POST('/api/v1/role-grants/{id}/revocation', { params: { path: { id: grantId } }, body: given }));
  await forgetPeople(queries);
}

async function forgetPeople(queries: QueryClient): Promise<void> {
  const keys = ['offices', 'people', 'person', 'roles', 'record'];
  await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
