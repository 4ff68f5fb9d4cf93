import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { photoQueue } from '../../api/essay-photos.js';
import { useSession } from '../../api/session.js';
import type { Attempt } from '../../api/types.js';
import type { Refusal } from '../../offline/database.js';
import type { PhotoState } from '../../offline/photo-queue.js';
import type { KeptPhoto } from '../../offline/photo-store.js';
import { shrunk } from './shrink.js';

export const MOST_PHOTOS = 3;

/** A photo as it is shown: where it is, and how to see it. */
export interface ShownPhoto {
  id: string;
  src: string;
  at: 'server' | 'device' | 'sending' | 'refused';
  problem?: Refusal | undefined;
}

export interface Photos {
  of(questionId: string): ShownPhoto[];
  /** Resolves when they are on the disk. @throws what the browser says when it has no room */
  add(questionId: string, files: readonly Blob[]): Promise<void>;
  remove(questionId: string, id: string): Promise<void>;
  /** Tries to send now; resolves when all is sent or the network fails. */
  flush(): Promise<void>;
  /** Photos of this attempt that the server has not got, and of these the ones that it refused. */
  unsent: number;
  refused: number;
}

const NOTHING: PhotoState = { photos: [], sending: null };
const nothing = (): PhotoState => NOTHING;
const never = () => (): void => undefined;

/** Addresses of what this page has seen of photos: they are shown without being fetched back. */
const seen = new Map<string, string>();

function addressOf({ id, blob }: KeptPhoto): string {
  const known = seen.get(id);
  if (known !== undefined || blob === null) return known ?? '';
  const made = URL.createObjectURL(blob);
  seen.set(id, made);
  return made;
}

/** What the server has and what only this device has, as one; asks nothing of attempts that take no photos. */
export function usePhotos(attempt: Attempt): Photos {
  const queries = useQueryClient();
  const { person } = useSession();
  const takesPhotos = attempt.questions.some(({ body }) => body.photo === true);
  const queue = takesPhotos ? photoQueue(queries, person.id) : null;
  const [preparing, setPreparing] = useState(0);
  const state = useSyncExternalStore(queue?.subscribe ?? never, queue?.snapshot ?? nothing);
  const own = state.photos.filter(({ attemptId }) => attemptId === attempt.id);
  const onDevice = own.filter(({ blob }) => blob !== null);
  const of = (questionId: string): ShownPhoto[] => {
    const known = attempt.questions.find((question) => question.questionId === questionId)?.photos ?? [];
    const atServer = known.filter(({ id }) => !own.some((photo) => photo.id === id));
    const here = onDevice.filter((photo) => photo.questionId === questionId);
    return [
      ...atServer.map(({ id, url }) => ({ id, src: seen.get(id) ?? url, at: 'server' as const })),
      ...here.map((photo) => {
        const { id, problem } = photo;
        const at = problem ? 'refused' : state.sending === id ? 'sending' : 'device';
        return { id, src: addressOf(photo), at, problem } as const;
      }),
    ];
  };
  const add = async (questionId: string, files: readonly Blob[]): Promise<void> => {
    setPreparing((count) => count + files.length);
    try {
      for (const file of files) await queue?.add({ attemptId: attempt.id, questionId }, await shrunk(file));
    } finally {
      setPreparing((count) => count - files.length);
    }
  };
  const remove = async (questionId: string, id: string): Promise<void> => {
    await queue?.remove({ attemptId: attempt.id, questionId }, id);
  };
  const flush = useCallback(async (): Promise<void> => queue?.flush(), [queue]);
  const refused = onDevice.filter(({ problem }) => problem !== undefined).length;
  return { of, add, remove, flush, unsent: onDevice.length + preparing, refused };
}

/** Goes on sending what an earlier page left: on screens where somebody comes back to an attempt, or looks what waits. */
export function usePhotosLeft(): void {
  const queries = useQueryClient();
  const { person } = useSession();
  useEffect(() => {
    photoQueue(queries, person.id);
  }, [queries, person.id]);
}
