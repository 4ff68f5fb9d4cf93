import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import type { Founding, Merger, Reformed, Split, Unit } from './types.js';

/** A branch of the tree is read so many units at a time. */
const BRANCH = 50;

export interface UnitsAsked {
  /** YYYY-MM-DD; today when absent. */
  asOf?: string;
  /** The units directly below this one; the top of one's own when neither this nor `q` is given. */
  parentId?: string;
  /** Part of a name or code. */
  q?: string;
}

/** Units of the tree, page by page. */
export const unitsQuery = (asked: UnitsAsked) =>
  infiniteQueryOptions({
    queryKey: ['units', asked],
    queryFn: ({ pageParam }) => {
      const top = asked.parentId === undefined && asked.q === undefined ? ({ top: 'true' } as const) : {};
      const query = { ...asked, ...top, limit: BRANCH, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return body(client.GET('/api/v1/organisations', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** @throws ApiProblem not-found, also when the unit did not exist that day */
export const unitQuery = (id: string, asOf?: string) =>
  queryOptions({
    queryKey: ['unit', id, asOf ?? null],
    queryFn: () => body(client.GET('/api/v1/organisations/{id}', { params: { path: { id }, query: { asOf } } })),
    retry: false,
  });

export const unitHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['unit-history', id],
    queryFn: () => body(client.GET('/api/v1/organisations/{id}/history', { params: { path: { id } } })),
    retry: false,
  });

interface Act {
  /** YYYY-MM-DD */
  onDate: string;
  reason?: string;
}

export type UnitAct =
  | ({ kind: 'rename'; name: string } & Act)
  | ({ kind: 'move'; parentId: string } & Act)
  | ({ kind: 'count'; members: number; workers: number } & Act)
  | ({ kind: 'abolish' } & Act);

/** @throws ApiProblem of the organisation, in the reader's language */
export async function changeUnit(queries: QueryClient, id: string, act: UnitAct): Promise<void> {
  const params = { path: { id } };
  const on = { onDate: act.onDate, ...(act.reason ? { reason: act.reason } : {}) };
  if (act.kind === 'rename') {
    const given = { ...on, name: act.name };
    await body(client.POST('/api/v1/organisations/{id}/renaming', { params, body: given }));
  } else if (act.kind === 'move') {
    const given = { ...on, parentId: act.parentId };
    await body(client.POST('/api/v1/organisations/{id}/move', { params, body: given }));
  } else if (act.kind === 'count') {
    const given = { ...on, members: act.members, workers: act.workers };
    await body(client.POST('/api/v1/organisations/{id}/head-counts', { params, body: given }));
  } else {
    await body(client.POST('/api/v1/organisations/{id}/abolition', { params, body: on }));
  }
  await forgetUnits(queries);
}

/** @throws ApiProblem of the organisation, in the reader's language */
export async function foundUnit(queries: QueryClient, founding: Founding): Promise<Unit> {
  const unit = await body(client.POST('/api/v1/organisations', { body: founding }));
  await forgetUnits(queries);
  return unit;
}

/** Tiers and kinds of units, with their names. */
export const kindsQuery = queryOptions({
  queryKey: ['organisation-kinds'],
  queryFn: () => body(client.GET('/api/v1/organisation-kinds')),
  staleTime: Infinity,
});

/** @throws ApiProblem of the organisation, in the reader's language */
export async function mergeUnits(queries: QueryClient, id: string, merger: Merger): Promise<Reformed> {
  const reformed = await body(
    client.POST('/api/v1/organisations/{id}/merger', { params: { path: { id } }, body: merger }),
  );
  await forgetReformed(queries);
  return reformed;
}

/** @throws ApiProblem of the organisation, in the reader's language */
export async function splitUnit(queries: QueryClient, id: string, split: Split): Promise<Reformed> {
  const reformed = await body(
    client.POST('/api/v1/organisations/{id}/split', { params: { path: { id } }, body: split }),
  );
  await forgetReformed(queries);
  return reformed;
}

/** People move with their units. */
async function forgetReformed(queries: QueryClient): Promise<void> {
  const keys = ['offices', 'people', 'person', 'roles'];
  await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
  await forgetUnits(queries);
}

async function forgetUnits(queries: QueryClient): Promise<void> {
  const keys = ['units', 'unit', 'unit-history', 'organisations', 'record'];
  await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
