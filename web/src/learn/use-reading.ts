import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { showProgress } from '../api/learning.js';
import { useSession } from '../api/session.js';
import type { Enrolment, Lesson } from '../api/types.js';
import { outbox } from '../offline/device-store.js';
import { goToPlace, placeIn } from './reading-place.js';

/** Between two reports of the place; a killed tab loses at most this much scrolling. */
const REPORT_EVERY_MS = 15_000;

interface Reading {
  /** 0–1, as far as read. */
  place: number;
  isDone: boolean;
  /** True after the lesson was opened in the middle. */
  resumed: boolean;
  /** Marks the lesson as done; resolves when that is on the device. */
  finish(): Promise<void>;
  toTop(): void;
}

/** Stores progress on this device and in the outbox; nothing happens without an enrolment. */
function useReport(lesson: Lesson, enrolment: Enrolment | undefined, about: string) {
  const queries = useQueryClient();
  const { person } = useSession();
  const enrolmentId = enrolment?.id;
  return useCallback(
    async (position: number, done: boolean): Promise<void> => {
      if (enrolmentId === undefined) return;
      const progress = { enrolmentId, lessonId: lesson.id, done, position: Math.round(position * 1000) / 1000 };
      const subject = `progress:${enrolmentId}:${lesson.id}`;
      await outbox.add({ personId: person.id, kind: 'progress', payload: progress, subject, about });
      showProgress(queries, progress);
    },
    [enrolmentId, lesson.id, person.id, about, queries],
  );
}

/** Calls back with the place while it changes, not more often than every `REPORT_EVERY_MS`, and when the reader leaves. */
function usePlaceReports(place: RefObject<number>, report: (place: number) => void): void {
  const latest = useRef(report);
  useEffect(() => {
    latest.current = report;
  }, [report]);
  useEffect(() => {
    let told = place.current;
    const tell = (): void => {
      if (Math.abs(place.current - told) < 0.001) return;
      told = place.current;
      latest.current(told);
    };
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') tell();
    };
    const timer = setInterval(tell, REPORT_EVERY_MS);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', hidden);
      tell();
    };
  }, [place]);
}

/** Opens a lesson where it was left, follows the reader, and keeps what was reached. */
export function useReading(
  /** Attached to the element that holds the lesson's blocks. */
  article: RefObject<HTMLElement | null>,
  { lesson, enrolment, about }: { lesson: Lesson; enrolment: Enrolment | undefined; about: string },
): Reading {
  const seen = enrolment?.lessons.find(({ lessonId }) => lessonId === lesson.id);
  const isDone = Boolean(seen?.doneAt);
  const placeRef = useRef(0);
  const [place, setPlace] = useState(0);
  const [resumed, setResumed] = useState(false);
  const [start] = useState(isDone ? 0 : (seen?.position ?? 0));
  const report = useReport(lesson, enrolment, about);

  useEffect(() => {
    const follow = (): void => {
      if (!article.current) return;
      placeRef.current = placeIn(article.current);
      setPlace(placeRef.current);
    };
    let waiting = 0;
    if (article.current && start < 1 && goToPlace(article.current, start)) {
      waiting = requestAnimationFrame(() => {
        waiting = 0;
        setResumed(true);
      });
    }
    follow();
    const onScroll = (): void => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        follow();
      });
    };
    addEventListener('scroll', onScroll, { passive: true });
    return () => {
      removeEventListener('scroll', onScroll);
      cancelAnimationFrame(waiting);
    };
  }, [article, start]);

  usePlaceReports(placeRef, (reached) => void report(reached, false).catch(() => undefined));
  const toTop = (): void => {
    setResumed(false);
    scrollTo(0, 0);
  };
  return { place, isDone, resumed, finish: () => report(1, true), toTop };
}
