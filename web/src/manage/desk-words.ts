import { wordsOf } from '../ui/with-words.js';
import vi from './vi.json';

/** Gives a screen the officers' sentences. */
export const withDeskWords = wordsOf(vi, () => import('./en.json'));
