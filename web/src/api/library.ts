import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { body, client } from './client.js';
import { readThrough } from './read-through.js';
import type { SearchHit } from './types.js';

export const lawDocumentsQuery = queryOptions({
  queryKey: ['law-documents'],
  queryFn: () => readThrough('law-documents', async () => (await body(client.GET('/api/v1/law/documents'))).items),
  staleTime: 3_600_000,
});

/** Articles by words, with or without diacritics, or by number; within one document when it is given. */
export const lawSearchQuery = (q: string, document: string | null) =>
  queryOptions({
    queryKey: ['law-search', q, document],
    queryFn: async () => {
      const query = { q: q || undefined, document: document ?? undefined };
      return (await body(client.GET('/api/v1/law/articles', { params: { query } }))).items;
    },
    placeholderData: keepPreviousData,
    staleTime: 600_000,
  });

export const articleQuery = (code: string) =>
  queryOptions({
    queryKey: ['article', code],
    queryFn: () =>
      readThrough(`article:${code}`, () =>
        body(client.GET('/api/v1/law/articles/{code}', { params: { path: { code } } })),
      ),
    staleTime: 3_600_000,
  });

/** What cites an article, page by page: for those who write content. */
export const lawImpactQuery = (code: string, versionFrom: string | null) =>
  infiniteQueryOptions({
    queryKey: ['law-impact', code, versionFrom],
    queryFn: ({ pageParam }) => {
      const query = { versionFrom: versionFrom ?? undefined, cursor: pageParam ?? undefined };
      return body(client.GET('/api/v1/law/articles/{code}/impact', { params: { path: { code }, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Lessons, law and, for those who write them, questions; `kind` null for all that one may search. */
export const searchQuery = (q: string, kind: SearchHit['kind'] | null) =>
  infiniteQueryOptions({
    queryKey: ['search', q, kind],
    queryFn: ({ pageParam, signal }) => {
      const query = { q, kinds: kind === null ? undefined : [kind], cursor: pageParam ?? undefined };
      return body(client.GET('/api/v1/search', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 600_000,
  });
