import { foldVietnamese } from '../platform/text/vietnamese.js';

/** What a search asks for: an article by number, words, or both. */
export interface LawQuery {
  /** Folded article number, such as `188` or `8a`. */
  number: string | null;
  /** Folded words, single spaces; no character that LIKE or a text column would mind. */
  words: string;
}

const MAX_QUERY = 200;
const UNSEARCHABLE = /[^a-z0-9/.-]+/g;
const NUMBER = '(\\d{1,3}[a-z]?)';
/** "Đ188", "điều 188 blld", "điểm a khoản 2 điều 188". */
const LEADING = new RegExp(`^(?:(?:diem [a-z]+ )?khoan \\d+[a-z]? )?(?:d|dieu)[. ]{0,2}${NUMBER}(?: (.*))?$`);
/** "bộ luật lao động điều 188". */
const TRAILING = new RegExp(`^(.*) (?:d|dieu)[. ]{0,2}${NUMBER}$`);
const ALONE = new RegExp(`^${NUMBER}$`);

/**
 * Reads what somebody typed into the search field. A number counts as an article's only alone or behind đ/điều:
 * "30 ngày" asks for words.
 */
export function parseLawQuery(typed: string): LawQuery {
  const words = foldVietnamese(typed.slice(0, MAX_QUERY)).replace(UNSEARCHABLE, ' ').trim();
  const leading = LEADING.exec(words) ?? ALONE.exec(words);
  if (leading?.[1]) return { number: leading[1], words: leading[2]?.trim() ?? '' };
  const trailing = TRAILING.exec(words);
  if (trailing?.[2]) return { number: trailing[2], words: trailing[1]?.trim() ?? '' };
  return { number: null, words };
}

/** The stored text that a search looks into; the document's code carries its abbreviation ("blld", "nd145"). */
export function articleSearchText(parts: {
  number: string;
  title: string;
  summary: string;
  document: { code: string; number: string; title: string };
}): string {
  const { number, title, summary, document } = parts;
  return foldVietnamese(
    `dieu ${number} ${title} ${document.title} ${document.number} ${document.code.replaceAll('.', ' ')} ${summary}`,
  );
}

const SNIPPET_LENGTH = 180;

/** The beginning of a summary, cut at a word. */
export function snippet(summary: string): string {
  if (summary.length <= SNIPPET_LENGTH) return summary;
  const cut = summary.lastIndexOf(' ', SNIPPET_LENGTH);
  return `${summary.slice(0, cut > 0 ? cut : SNIPPET_LENGTH)}…`;
}

/** Whether a text has the form of an article's or document's code; anything else is not looked up. */
export function isLawCode(text: string): boolean {
  return text.length <= 100 && /^vn(?:\.[a-z0-9]+)+$/.test(text);
}
