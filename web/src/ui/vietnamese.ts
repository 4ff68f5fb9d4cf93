/** Folds Vietnamese text for searching: lower case, no diacritics, đ as d. */
export function foldVietnamese(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

const collator = new Intl.Collator('vi');

const givenNameFirst = (fullName: string): string => {
  const words = fullName.trim().split(/\s+/);
  return [words.at(-1) ?? '', ...words.slice(0, -1)].join(' ');
};

/** Orders Vietnamese names by the given name, which is the last word, then by the rest. */
export const byGivenName = (a: string, b: string): number => collator.compare(givenNameFirst(a), givenNameFirst(b));
