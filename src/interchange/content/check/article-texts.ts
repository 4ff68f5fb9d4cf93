import type { ParsedLaw } from '../../../law/law-import.service.js';

/** What the library says of an article on a day. */
export interface ArticleEntry {
  text: string;
  /** Read in the source itself; if not, it may be taught with a visible note but never asked. */
  certain: boolean;
}

/** Codes in backticks in DOUBTS.md: articles, or whole documents, that may be taught with a visible note but never asked. */
export function doubtedIn(doubts: string): string[] {
  return [...doubts.matchAll(/`(vn(?:\.[a-z0-9]+)+)`/g)].map((match) => match[1] ?? '');
}

/** The articles of the library by code, as they stand on a day. */
export class ArticleTexts {
  private readonly articles: Map<string, ParsedLaw['documents'][number]['articles'][number]>;

  constructor(
    law: ParsedLaw,
    private readonly doubted: string[],
  ) {
    this.articles = new Map(
      law.documents.flatMap(({ articles }) => articles.map((article) => [article.code, article])),
    );
  }

  /** Null when the library does not hold the article or it is not in force on that day. */
  entry(code: string, day: string): ArticleEntry | null {
    const article = this.articles.get(code);
    const version = article?.versions.find(
      ({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day),
    );
    if (!article || !version) return null;
    const text = [article.title, version.summary, version.amended, version.note].filter(Boolean).join('\n');
    const doubted = this.doubted.some((doubt) => code === doubt || code.startsWith(`${doubt}.`));
    return { text, certain: version.confidence === 'source' && !doubted };
  }
}
