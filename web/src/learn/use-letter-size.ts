import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { recall, remember } from '../offline/small-values.js';
import { goToPlace, placeIn } from './reading-place.js';

export type LetterSize = 'm' | 'l' | 'xl';

const KEY = 'us.letters';
const known = (): LetterSize => {
  const size = recall(KEY);
  return size === 'l' || size === 'xl' ? size : 'm';
};

/** The size of a lesson's letters, kept for the device; changing it keeps the reader's place. */
export function useLetterSize(article: RefObject<HTMLElement | null>): [LetterSize, (size: LetterSize) => void] {
  const [size, setSize] = useState(known);
  const place = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (place.current !== null && place.current < 1 && article.current) goToPlace(article.current, place.current);
    place.current = null;
  }, [size, article]);
  const choose = (next: LetterSize): void => {
    place.current = article.current ? placeIn(article.current) : null;
    remember(KEY, next);
    setSize(next);
  };
  return [size, choose];
}
