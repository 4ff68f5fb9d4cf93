import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import { readThrough } from './read-through.js';
import type { CheckedIn, Mark, NewClass, RosterRow, TrainingClass } from './types.js';

export const scheduleQuery = queryOptions({
  queryKey: ['schedule'],
  queryFn: () => readThrough('schedule', async () => (await body(client.GET('/api/v1/schedule'))).items),
});

/** @param as from which side: own and open classes, those taught, or those within an officer's scope */
export const classesQuery = (as: 'learner' | 'lecturer' | 'officer') =>
  queryOptions({
    queryKey: ['classes', as],
    queryFn: async () => (await body(client.GET('/api/v1/classes', { params: { query: { as } } }))).items,
  });

export const classQuery = (id: string) =>
  queryOptions({
    queryKey: ['class', id],
    queryFn: () => body(client.GET('/api/v1/classes/{id}', { params: { path: { id } } })),
  });

export const rosterQuery = (classId: string) =>
  queryOptions({
    queryKey: ['roster', classId],
    queryFn: () => body(client.GET('/api/v1/classes/{id}/roster', { params: { path: { id: classId } } })),
  });

/** The code now on the projector; asked for again by the screen, because the number of those present changes too. */
export const codeQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['code', sessionId],
    queryFn: () => body(client.GET('/api/v1/class-sessions/{id}/code', { params: { path: { id: sessionId } } })),
    staleTime: 0,
  });

export async function register(
  queries: QueryClient,
  classId: string,
): Promise<'registered' | 'waitlisted' | 'cancelled'> {
  const params = { path: { id: classId } };
  const { state } = await body(client.POST('/api/v1/classes/{id}/registrations', { params, body: {} }));
  await Promise.all(
    [['classes'], ['class', classId], ['schedule'], ['enrolments']].map((queryKey) =>
      queries.invalidateQueries({ queryKey }),
    ),
  );
  return state;
}

/** @throws ApiProblem code-invalid, code-expired, not-registered, session-not-in-person, check-in-closed, too-many-codes */
export function checkIn(sixDigits: string): Promise<CheckedIn> {
  return body(client.POST('/api/v1/check-ins', { body: { sixDigits } }));
}

export function openClass(plan: NewClass, idempotencyKey: string): Promise<TrainingClass> {
  return body(client.POST('/api/v1/classes', { body: plan, headers: { 'idempotency-key': idempotencyKey } }));
}

export function markAttendance(
  sessionId: string,
  mark: { personId: string; mark: Mark; reason: string },
): Promise<RosterRow> {
  const params = { path: { id: sessionId } };
  return body(client.POST('/api/v1/class-sessions/{id}/marks', { params, body: mark }));
}
