import { foldVietnamese } from '../../platform/text/vietnamese.js';
import { textOf, type Block, type TableBlock } from './lesson-document.js';

/** An article of law that the book cites, and the numbers of the lessons that cite it, in reading order. */
export interface IndexedArticle {
  code: string;
  number: string;
  title: string;
  lessons: string[];
}

export interface IndexedDocument {
  title: string;
  articles: IndexedArticle[];
}

export interface BookLesson {
  /** Place in the book: "2.3" is the third lesson of the second skill module. */
  number: string;
  title: string;
  minutes: number;
  blocks: Block[];
}

export interface BookModule {
  number: number;
  title: string;
  summary: string;
  lessons: BookLesson[];
}

/** A table of a lesson that names a deadline, for the appendix. */
export interface DeadlineTable {
  lesson: string;
  /** The lesson's title: most headings above tables are the same in every lesson. */
  caption: string;
  table: TableBlock;
}

/** Everything a handbook prints, in plain data: it goes to the thread that draws as it is. */
export interface Book {
  /** Of the revision; names the EPUB. */
  id: string;
  title: string;
  summary: string;
  /** ISO day on which the law was checked. */
  asOf: string;
  revisionNumber: number;
  /** ISO instant in seconds. */
  publishedAt: string;
  /** ISO day in Vietnam. */
  publishedOn: string;
  modules: BookModule[];
  deadlines: DeadlineTable[];
  articles: IndexedDocument[];
}

export interface SourceLesson {
  id: string;
  title: string;
  minutes: number;
  blocks: Block[];
}

export interface SourceModule {
  title: string;
  summary: string;
  lessons: SourceLesson[];
}

export interface CitedInLesson {
  code: string;
  number: string;
  title: string;
  documentTitle: string;
}

type Head = Omit<Book, 'modules' | 'deadlines' | 'articles'>;

/**
 * Puts a book together. A skill module without anything to read is left out, and the numbers close the gap.
 * @param citations the articles that each lesson cites, by lesson id
 */
export function bookOf(head: Head, source: SourceModule[], citations: Map<string, CitedInLesson[]>): Book {
  const ids = new Map<string, string>();
  const modules = source
    .filter(({ lessons }) => lessons.length > 0)
    .map(({ title, summary, lessons }, at) => ({
      number: at + 1,
      title,
      summary,
      lessons: lessons.map(({ id, ...lesson }, index): BookLesson => {
        const number = `${at + 1}.${index + 1}`;
        ids.set(number, id);
        return { number, ...lesson };
      }),
    }));
  const lessons = modules.flatMap((skillModule) => skillModule.lessons);
  const cited = lessons.flatMap(({ number }) =>
    (citations.get(ids.get(number) ?? '') ?? []).map((article) => ({ lesson: number, article })),
  );
  return { ...head, modules, deadlines: lessons.flatMap(deadlinesOf), articles: indexOf(cited) };
}

const NATURAL = new Intl.Collator('vi', { numeric: true });

/** Documents by title, their articles as they are counted: 8, 8a, 9, 36. */
function indexOf(cited: { lesson: string; article: CitedInLesson }[]): IndexedDocument[] {
  const byCode = new Map<string, IndexedArticle & { documentTitle: string }>();
  for (const { lesson, article } of cited) {
    const known = byCode.get(article.code) ?? { ...article, lessons: [] };
    known.lessons.push(lesson);
    byCode.set(article.code, known);
  }
  const documents = new Map<string, IndexedArticle[]>();
  for (const { documentTitle, code, number, title, lessons } of byCode.values()) {
    documents.set(documentTitle, [...(documents.get(documentTitle) ?? []), { code, number, title, lessons }]);
  }
  return [...documents]
    .map(([title, articles]) => ({ title, articles: articles.sort((a, b) => NATURAL.compare(a.number, b.number)) }))
    .sort((a, b) => NATURAL.compare(a.title, b.title));
}

/** Words of a heading, without diacritics, that promise a length of time or a last day. */
const DEADLINE =
  /\b(?:thoi han|thoi hieu|thoi gian (?!lam viec|nghi)|bao truoc|bao lau|khi nao|truoc ngay|cham nhat|gia han|han)\b/;

/** Tables that name deadlines. Those of an example hold its own days, not what the law gives. */
function deadlinesOf({ number, title, blocks }: BookLesson): DeadlineTable[] {
  return blocks
    .flatMap((block) => (block.kind === 'box' && block.name !== 'vi-du' ? block.blocks : [block]))
    .flatMap((table) =>
      table.kind === 'table' && namesDeadline(table) ? [{ lesson: number, caption: title, table }] : [],
    );
}

export function namesDeadline({ head }: TableBlock): boolean {
  return (head ?? []).some((cell) => DEADLINE.test(`${foldVietnamese(textOf(cell))} `));
}

/** Codes of articles that the index explains: a link to any other leads nowhere in the book. */
export function indexedCodes({ articles }: Book): Set<string> {
  return new Set(articles.flatMap((document) => document.articles.map(({ code }) => code)));
}
