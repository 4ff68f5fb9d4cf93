import { wordsOf } from '../../ui/with-words.js';
import vi from './vi.json';

/** Gives a part of a screen the sentences about photos, which few learners need. */
export const withPhotoWords = wordsOf(vi, () => import('./en.json'));
