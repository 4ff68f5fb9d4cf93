import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client.js';
import type { Organisation } from './types.js';

/** A school's or a province's tree; beyond this a screen needs a search, not a list. */
const MOST_PAGES = 20;

/** The units within the officer's grants, parents first. */
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: async () => {
    const items: Organisation[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await body(client.GET('/api/v1/organisations', { params: { query: { cursor } } }));
      items.push(...answer.items);
      if (answer.nextCursor === null) break;
      cursor = answer.nextCursor;
    }
    return items;
  },
  staleTime: 600_000,
});
