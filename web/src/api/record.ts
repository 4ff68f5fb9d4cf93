import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { body, client } from './client.js';

const VIET_NAM = '+07:00';
const DAY_MS = 86_400_000;

export interface RecordAsked {
  organisationId?: string;
  /** Days of Viet Nam, YYYY-MM-DD, both included. */
  from?: string;
  to?: string;
}

const startOf = (day: string): string => `${day}T00:00:00${VIET_NAM}`;
const endOf = (day: string): string => new Date(Date.parse(startOf(day)) + DAY_MS).toISOString();

/** What was done in the units one answers for, newest first, page by page. */
export const recordQuery = ({ organisationId, from, to }: RecordAsked) =>
  infiniteQueryOptions({
    queryKey: ['record', organisationId ?? null, from ?? null, to ?? null],
    queryFn: ({ pageParam }) => {
      const days = { ...(from ? { from: startOf(from) } : {}), ...(to ? { to: endOf(to) } : {}) };
      const query = { organisationId, ...days, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return body(client.GET('/api/v1/audit-entries', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** The latest acts on one person or unit. */
export const actsOnQuery = (subjectId: string) =>
  queryOptions({
    queryKey: ['record', 'subject', subjectId],
    queryFn: async () => (await body(client.GET('/api/v1/audit-entries', { params: { query: { subjectId } } }))).items,
    retry: false,
  });
