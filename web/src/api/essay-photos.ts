import type { QueryClient } from '@tanstack/react-query';
import { keptCopies } from '../offline/device-store.js';
import { PhotoQueue, type PhotoResult } from '../offline/photo-queue.js';
import { PhotoStore, type KeptPhoto } from '../offline/photo-store.js';
import { newId } from '../offline/uuid.js';
import { body, client } from './client.js';
import { ApiProblem, NoNetwork } from './problem.js';
import { attemptQuery } from './quizzes.js';
import type { components } from './schema.js';

export type EssayPhoto = components['schemas']['EssayPhotoDto'];

const ADDRESS = '/api/v1/quiz-attempts/{id}/questions/{questionId}/photos/{photoId}';

const paramsOf = ({ attemptId, questionId, id }: KeptPhoto) => ({
  params: { path: { id: attemptId, questionId, photoId: id } },
});

/** Every way a request can end is an answer, not an exception. */
async function outcomeOf(asked: Promise<void>): Promise<PhotoResult> {
  try {
    await asked;
    return { kind: 'done' };
  } catch (error) {
    if (error instanceof NoNetwork) return { kind: 'unreachable' };
    if (!(error instanceof ApiProblem)) throw error;
    const { status, retryAfterMs } = error;
    if (status === 401 || status === 429 || status >= 500) {
      return { kind: 'unreachable', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
    }
    const { code, title, detail } = error.body;
    return { kind: 'refused', problem: { code, title, detail, status } };
  }
}

/** The attempt on the screen and its copy on this device learn what the server has now. */
function noteOnPaper(queries: QueryClient, photo: KeptPhoto, sent: EssayPhoto | null): void {
  const { queryKey } = attemptQuery(photo.attemptId);
  const attempt = queries.setQueryData(queryKey, (known) => {
    if (!known) return known;
    const questions = known.questions.map((question) => {
      if (question.questionId !== photo.questionId) return question;
      const others = question.photos.filter(({ id }) => id !== photo.id);
      return { ...question, photos: sent ? [...others, sent].sort((a, b) => a.position - b.position) : others };
    });
    return { ...known, questions };
  });
  // The copy is a convenience: the server has what counts.
  if (attempt) keptCopies.keep(photo.personId, `attempt:${attempt.id}`, attempt).catch(() => undefined);
}

async function send(queries: QueryClient, photo: KeptPhoto, blob: Blob): Promise<void> {
  const bytes = { body: '', bodySerializer: () => blob, headers: { 'content-type': 'application/octet-stream' } };
  noteOnPaper(queries, photo, await body(client.PUT(ADDRESS, { ...paramsOf(photo), ...bytes })));
}

async function remove(queries: QueryClient, photo: KeptPhoto): Promise<void> {
  await body(client.DELETE(ADDRESS, paramsOf(photo)));
  noteOnPaper(queries, photo, null);
}

const store = new PhotoStore();
let current: { personId: string; queue: PhotoQueue } | null = null;

/** This page's one queue of the person; goes on with what an earlier page left, and whenever a network is found. */
export function photoQueue(queries: QueryClient, personId: string): PhotoQueue {
  if (current?.personId === personId) return current.queue;
  const queue = new PhotoQueue(store, personId, {
    send: (photo, blob) => outcomeOf(send(queries, photo, blob)),
    remove: (photo) => outcomeOf(remove(queries, photo)),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    now: Date.now,
    newId,
  });
  current = { personId, queue };
  const goOn = (): void => {
    if (current?.queue === queue) void queue.flush();
  };
  addEventListener('online', goOn);
  void queue.start().catch(() => undefined);
  return queue;
}

/** How many photos of this person only this device has. */
export async function unsentPhotos(personId: string): Promise<number> {
  return (await store.of(personId)).filter(({ blob }) => blob !== null).length;
}

/** Forgets what this device keeps of a person's photos, of one attempt only when it is given. */
export async function forgetPhotos(personId: string, attemptId?: string): Promise<void> {
  const kept = await store.of(personId);
  const gone = kept.filter((photo) => attemptId === undefined || photo.attemptId === attemptId);
  await Promise.all(gone.map(({ id }) => store.remove(id)));
}
