import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { keptCopies } from '../offline/device-store.js';
import { learnServerTime } from '../offline/device.js';
import { body, client } from './client.js';
import { readThrough } from './read-through.js';
import { rememberedSession } from './remembered-session.js';
import type { Attempt } from './types.js';

export const quizQuery = (id: string) =>
  queryOptions({
    queryKey: ['quiz', id],
    queryFn: () =>
      readThrough(`quiz:${id}`, () => body(client.GET('/api/v1/quizzes/{id}', { params: { path: { id } } }))),
  });

export const quizOfLessonQuery = (lessonId: string) =>
  queryOptions({
    queryKey: ['quiz-of-lesson', lessonId],
    queryFn: () =>
      readThrough(`quiz-of-lesson:${lessonId}`, () =>
        body(client.GET('/api/v1/quizzes', { params: { query: { lessonId } } })),
      ),
    staleTime: Infinity,
  });

export const attemptsQuery = (enrolmentId: string, quizId: string) =>
  queryOptions({
    queryKey: ['attempts', enrolmentId, quizId],
    queryFn: async () => {
      const params = { path: { id: enrolmentId }, query: { quizId } };
      return (await body(client.GET('/api/v1/enrolments/{id}/quiz-attempts', { params }))).items;
    },
  });

const attemptKey = (id: string): string => `attempt:${id}`;

async function loadAttempt(id: string): Promise<Attempt> {
  const sentAt = Date.now();
  const attempt = await body(client.GET('/api/v1/quiz-attempts/{id}', { params: { path: { id } } }));
  learnServerTime(attempt.serverTime, sentAt);
  return attempt;
}

/** The paper stays on this device until its result has been seen, so that it can be gone on with offline. */
export const attemptQuery = (id: string) =>
  queryOptions({
    queryKey: ['attempt', id],
    queryFn: () =>
      readThrough(
        attemptKey(id),
        () => loadAttempt(id),
        ({ state }) => state === 'in-progress',
      ),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Begins an attempt, or goes on with the one in progress. */
export async function beginAttempt(
  queries: QueryClient,
  { quizId, enrolmentId }: { quizId: string; enrolmentId: string },
): Promise<Attempt> {
  const sentAt = Date.now();
  const params = { path: { id: quizId } };
  const attempt = await body(client.POST('/api/v1/quizzes/{id}/attempts', { params, body: { enrolmentId } }));
  learnServerTime(attempt.serverTime, sentAt);
  queries.setQueryData(attemptQuery(attempt.id).queryKey, attempt);
  const personId = rememberedSession()?.person.id;
  // Without room on the device the attempt works as long as there is a network.
  if (personId) await keptCopies.keep(personId, attemptKey(attempt.id), attempt).catch(() => undefined);
  return attempt;
}

export const resultQuery = (attemptId: string) =>
  queryOptions({
    queryKey: ['result', attemptId],
    queryFn: () =>
      readThrough(`result:${attemptId}`, () =>
        body(client.GET('/api/v1/quiz-attempts/{id}/result', { params: { path: { id: attemptId } } })),
      ),
  });
