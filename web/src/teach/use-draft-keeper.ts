import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { lessonTextQuery, saveLesson, type LessonText } from '../api/drafts.js';
import { useSession } from '../api/session.js';
import { open } from '../offline/device-store.js';
import { DraftKeeper, type Save, type SaveResult, type SaveState } from '../offline/draft-keeper.js';
import { DraftTexts } from '../offline/draft-texts.js';
import { newId } from '../offline/uuid.js';

const LOCK = 'union-skills-writing:';
const texts = new DraftTexts(open);

/** The tabs that are alive hold a lock of their name each; a killed one loses it. */
async function livingTabs(): Promise<ReadonlySet<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.flatMap(({ name = '' }) => (name.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])));
}

/** Says to other tabs that this one is alive, until the returned function is called. */
function stayAlive(holder: string): () => void {
  let leave: () => void = () => undefined;
  const left = new Promise<void>((resolve) => (leave = resolve));
  void navigator.locks?.request(`${LOCK}${holder}`, () => left);
  return leave;
}

/** Lessons of this tab that were left a moment ago and are still on their way to the server. */
const leaving = new Map<string, Promise<void>>();

export interface KeptLesson {
  /** The text to write on; null until it is read from this device. A new one comes with a new key. */
  text: string | null;
  key: number;
  state: SaveState;
  keeper: DraftKeeper;
  /** Shows another text in the editor. */
  show(text: string): void;
}

/** Sends, and keeps what this page has read of the lesson in step with what the server holds. */
function useSending(draftId: string, slug: string): (save: Save) => Promise<SaveResult> {
  const queries = useQueryClient();
  return async (save) => {
    const result = await saveLesson(draftId, slug, save);
    if (result.kind === 'saved') {
      const { version } = result;
      queries.setQueryData(
        lessonTextQuery(draftId, slug).queryKey,
        (old) => old && (old.version < version ? { ...old, markdown: save.text, version } : old),
      );
    }
    return result;
  };
}

/** Writing one lesson of a draft: kept on this device at once, sent after a rest, sent when the network is back. */
export function useDraftKeeper(draftId: string, lesson: LessonText): KeptLesson {
  const { person } = useSession();
  const queries = useQueryClient();
  const [holder] = useState(() => newId());
  const [shown, setShown] = useState<{ text: string | null; key: number }>({ text: null, key: 0 });
  const send = useSending(draftId, lesson.slug);
  const place = `${draftId}/${lesson.slug}`;
  const [keeper] = useState(() => new DraftKeeper(texts, { personId: person.id, place, holder }, portsOf(send)));
  const start = useRef<Promise<void>>(null);
  const isHere = useRef(true);
  const show = (text: string): void => setShown(({ key }) => ({ text, key: key + 1 }));

  useEffect(() => {
    if (start.current) {
      if (keeper.refresh({ text: lesson.markdown, version: lesson.version })) show(lesson.markdown);
      return;
    }
    start.current = Promise.resolve(leaving.get(place))
      .then(() => queries.getQueryData(lessonTextQuery(draftId, lesson.slug).queryKey) ?? lesson)
      .then(({ markdown, version }) => keeper.start({ text: markdown, version }))
      .then(show);
  }, [keeper, lesson, queries, draftId, place]);

  useEffect(() => {
    isHere.current = true;
    const leave = stayAlive(holder);
    const sendNow = (): void => void keeper.flush();
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') sendNow();
    };
    addEventListener('online', sendNow);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      isHere.current = false;
      removeEventListener('online', sendNow);
      document.removeEventListener('visibilitychange', onHide);
      // What can still be sent is; what cannot stays on this device for the next time.
      const left = keeper.flush().finally(() => {
        if (!isHere.current) keeper.stop();
        leave();
        leaving.delete(place);
      });
      leaving.set(place, left);
    };
  }, [keeper, holder, place]);

  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  return { ...shown, state, keeper, show };
}

const portsOf = (send: (save: Save) => Promise<SaveResult>) => ({
  send,
  later: (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  now: () => Date.now(),
  newId,
  living: livingTabs,
});
