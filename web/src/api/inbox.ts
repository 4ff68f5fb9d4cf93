import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import { readThrough } from './read-through.js';

export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: () => readThrough('notifications', async () => (await body(client.GET('/api/v1/notifications'))).items),
});

export async function markRead(queries: QueryClient, id: string): Promise<void> {
  await body(client.POST('/api/v1/notifications/{id}/read', { params: { path: { id } } }));
  await queries.invalidateQueries({ queryKey: notificationsQuery.queryKey });
}
