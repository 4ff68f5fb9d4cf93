import { foldVietnamese } from '../platform/text/vietnamese.js';

/** What a search asks for: an article by number, words, or both. */
export interface LawQuery {
  number: string | null;
  /** Folded words, each of which must be near. */
  words: string;
}

/** "Đ188", "điều 188", "188 bộ luật lao động". The number must stand alone or behind đ/điều, or it is a word. */
const NUMBER = /^(?:(?:d|dieu)\.?\s*)?(\d{1,3}[a-z]?)(?:\s+(.*))?$/;

/** Reads what somebody typed into the search field. */
export function parseLawQuery(typed: string): LawQuery {
  const folded = foldVietnamese(typed).slice(0, 200);
  const match = NUMBER.exec(folded);
  return match?.[1] ? { number: match[1], words: match[2] ?? '' } : { number: null, words: folded };
}

/** The stored text that a search looks into. */
export function articleSearchText(parts: {
  number: string;
  title: string;
  documentTitle: string;
  summary: string;
}): string {
  return foldVietnamese(`dieu ${parts.number} ${parts.title} ${parts.documentTitle} ${parts.summary}`);
}

const SNIPPET_LENGTH = 180;

/** The beginning of a summary, cut at a word. */
export function snippet(summary: string): string {
  if (summary.length <= SNIPPET_LENGTH) return summary;
  const cut = summary.lastIndexOf(' ', SNIPPET_LENGTH);
  return `${summary.slice(0, cut > 0 ? cut : SNIPPET_LENGTH)}…`;
}
