/**
 * Folds Vietnamese text for search: lower case, no diacritics, đ as d, single spaces.
 * The same function makes what is stored and what is asked, so both sides always agree.
 */
export function foldVietnamese(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * Folds Vietnamese text sign by sign: a–z, 0–9, and a space for everything else. Each sign keeps its place, so what is
 * found in the folded text can be shown in the text itself.
 */
export function foldInPlace(text: string): string {
  return text.replace(/[^a-z0-9 ]/gu, (sign) => {
    const folded = foldVietnamese(sign);
    return /^[a-z0-9]$/.test(folded) ? folded : ' '.repeat(sign.length);
  });
}

/** The key by which Vietnamese lists are sorted: given name (last word) first, then the rest. */
export function givenNameFirst(fullName: string): string {
  const words = fullName.trim().split(/\s+/);
  return [words.at(-1) ?? '', ...words.slice(0, -1)].join(' ');
}

// Bidirectional controls, zero-width characters and C0/C1 controls: invisible in a name, dangerous on a certificate.
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** Words as stored, such as a reason: NFC, their lines kept, without what is invisible. */
export function cleanWords(text: string): string {
  return text
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .map((line) => line.replaceAll('\t', ' ').replace(INVISIBLE, '').trim())
    .join('\n')
    .trim();
}

/** A person's or unit's name as stored: NFC, no invisible characters, single spaces. */
export function cleanName(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
}
