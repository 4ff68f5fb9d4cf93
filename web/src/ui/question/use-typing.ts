import { useCallback, useEffect, useRef, useState } from 'react';

const TYPING_PAUSE_MS = 600;

/**
 * What is being typed, stored when the typing pauses, when told to, and when the screen is left.
 * @param given what is stored already
 * @param store called with what is not stored yet; compared by its JSON
 */
export function useTyping<T>(given: T, store: (typed: T) => void): [T, (typed: T) => void, () => void] {
  const [typed, setTyped] = useState(given);
  const latest = useRef({ typed, store });
  const stored = useRef(JSON.stringify(given));
  useEffect(() => {
    latest.current = { typed, store };
  }, [typed, store]);
  const flush = useCallback((): void => {
    const now = JSON.stringify(latest.current.typed);
    if (now === stored.current) return;
    stored.current = now;
    latest.current.store(latest.current.typed);
  }, []);
  useEffect(() => {
    const timer = setTimeout(flush, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, flush]);
  useEffect(() => flush, [flush]);
  return [typed, setTyped, flush];
}
