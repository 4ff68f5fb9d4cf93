import { foldVietnamese } from '../ui/vietnamese.js';

export const LONGEST_SLUG = 60;
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A name for addresses and files out of words. */
export const slugOf = (words: string): string =>
  foldVietnamese(words)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '');
