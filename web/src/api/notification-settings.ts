import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import type { MailWish, NotificationSettings } from './types.js';

/** How this person is reached beside the inbox. Asked of the server alone: settings are changed with a network only. */
export const notificationSettingsQuery = queryOptions({
  queryKey: ['notification-settings'],
  queryFn: () => body(client.GET('/api/v1/notification-settings')),
});

const keep = (queries: QueryClient, settings: NotificationSettings): void =>
  void queries.setQueryData(notificationSettingsQuery.queryKey, settings);

export async function changeMail(queries: QueryClient, mail: MailWish): Promise<void> {
  keep(queries, await body(client.PUT('/api/v1/notification-settings', { body: { mail } })));
}

/** Has a new confirmation code sent; the former one stops working. */
export async function sendMailCode(): Promise<void> {
  await body(client.POST('/api/v1/notification-settings/mail-codes'));
}

export async function confirmMail(queries: QueryClient, code: string): Promise<void> {
  keep(queries, await body(client.POST('/api/v1/notification-settings/mail-confirmation', { body: { code } })));
}
