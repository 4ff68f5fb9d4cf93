import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { body, client } from './client.js';
import { readThrough } from './read-through.js';

export const certificatesQuery = queryOptions({
  queryKey: ['certificates'],
  queryFn: () => readThrough('certificates', async () => (await body(client.GET('/api/v1/certificates'))).items),
});

export const certificateQuery = (id: string) =>
  queryOptions({
    queryKey: ['certificate', id],
    queryFn: () =>
      readThrough(`certificate:${id}`, () =>
        body(client.GET('/api/v1/certificates/{id}', { params: { path: { id } } })),
      ),
  });

/** The register of the units within an officer's scope, newest first; of one unit when it is given. */
export const registerQuery = (organisationId: string | null) =>
  infiniteQueryOptions({
    queryKey: ['register', organisationId],
    queryFn: ({ pageParam }) => {
      const query = { organisationId: organisationId ?? undefined, cursor: pageParam ?? undefined };
      return body(client.GET('/api/v1/certificate-register', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
