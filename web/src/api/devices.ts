import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';

/** Where this person is signed in. Asked of the server alone: an old answer would hide a stranger. */
export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: async () => (await body(client.GET('/api/v1/sessions'))).items,
});

/** Signs this person out of one other device. */
export async function endDevice(queries: QueryClient, id: string): Promise<void> {
  await body(client.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } }));
  await queries.invalidateQueries({ queryKey: devicesQuery.queryKey });
}

/** Signs this person out everywhere but here. */
export async function endOtherDevices(queries: QueryClient): Promise<void> {
  await body(client.DELETE('/api/v1/sessions'));
  await queries.invalidateQueries({ queryKey: devicesQuery.queryKey });
}
