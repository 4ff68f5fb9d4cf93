import { useCallback, useEffect, useRef, useState } from 'react';
import type { Question } from '../../api/draft-quizzes.js';
import { useSession } from '../../api/session.js';
import { open } from '../../offline/device-store.js';
import { DraftTexts } from '../../offline/draft-texts.js';
import { newId } from '../../offline/uuid.js';
import type { QuestionForm } from './question-form-state.js';

const texts = new DraftTexts(open);
const HOLDER = 'form';
const PAUSE_MS = 300;

/** A question being written, as it is kept on this device. */
export interface Writing {
  form: QuestionForm;
  /** The question as it was opened; null for a new one. */
  seen: Question | null;
  /** Of the save of just this form: sent again because its answer was lost, it is the same save. */
  saveId: string;
}

export interface KeptForm {
  /** Null until this device has been asked. */
  writing: Writing | null;
  /** Whether it was found on this device, begun earlier. */
  isFound: boolean;
  /** Whether everything that was typed is on this device. */
  isKept: boolean;
  change(form: QuestionForm): void;
  /** Begins from another question. */
  restart(form: QuestionForm, seen: Question | null): void;
  /** Nothing of it is needed on this device any more. */
  drop(): Promise<void>;
}

/** Keeps after a rest, and at once when the page is left. */
function useKeeping(keep: () => Promise<void>, writing: Writing | null): void {
  useEffect(() => {
    const timer = setTimeout(() => void keep(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [writing, keep]);
  useEffect(() => {
    const leave = (): void => void keep();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [keep]);
}

/**
 * What is typed into a form stays on this device until it is saved or thrown away: it survives a reload, a dead network
 * and a killed browser. One question has one such text on a device: of two tabs the last one that typed is kept.
 * @param place names the question on this device
 */
export function useKeptForm(place: string, begin: () => Pick<Writing, 'form' | 'seen'>): KeptForm {
  const { person } = useSession();
  const [state, setState] = useState<{ writing: Writing; isFound: boolean } | null>(null);
  const [first] = useState(begin);
  const [keptId, setKeptId] = useState<string | null>(null);
  const unkept = useRef<Writing | null>(null);
  const key = useCallback(() => ({ personId: person.id, place, holder: HOLDER }), [person.id, place]);

  useEffect(() => {
    let isHere = true;
    const start = (kept: Writing | null): void => {
      if (!isHere) return;
      setState({ writing: kept ?? { ...first, saveId: newId() }, isFound: kept !== null });
    };
    texts.of(person.id, place).then(
      ([kept]) => start(kept ? (JSON.parse(kept.text) as Writing) : null),
      () => start(null),
    );
    return () => {
      isHere = false;
    };
  }, [person.id, place, first]);

  const keep = useCallback(async (): Promise<void> => {
    const writing = unkept.current;
    unkept.current = null;
    if (!writing) return;
    const changedAt = Date.now();
    const kept = { ...key(), text: JSON.stringify(writing), baseVersion: 0, sending: null, isAside: false, changedAt };
    // A device without room for it still lets one write and save.
    await texts.put(kept).then(
      () => setKeptId(writing.saveId),
      () => undefined,
    );
  }, [key]);

  const writing = state?.writing ?? null;
  useKeeping(keep, writing);

  const set = (next: Writing): void => {
    unkept.current = next;
    setState((old) => ({ writing: next, isFound: old?.isFound ?? false }));
  };
  return {
    writing,
    isFound: state?.isFound ?? false,
    isKept: writing !== null && keptId === writing.saveId,
    change: (form) => set({ form, seen: writing?.seen ?? null, saveId: newId() }),
    restart: (form, seen) => set({ form, seen, saveId: newId() }),
    drop: async () => {
      unkept.current = null;
      await texts.remove(key()).catch(() => undefined);
    },
  };
}
