import { wordsOf } from '../ui/with-words.js';
import vi from './vi.json';

/** Gives a screen the lecturers' sentences. */
export const withStudioWords = wordsOf(vi, () => import('./en.json'));
