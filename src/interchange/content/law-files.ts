import type { LawConfidence } from '../../law/law.service.js';
import type { ParsedArticle, ParsedDocument, ParsedLaw } from '../../law/law-import.service.js';
import { parse } from 'yaml';
import type { ContentFolder } from './content-folder.js';

interface DocumentFile {
  id: string;
  number: string;
  title: string;
  issued?: string;
  effectiveFrom: string | null;
  effectiveTo?: string;
  status: string;
  consolidated?: string;
  amendedBy: string[];
  replacedBy?: string;
  replaces?: string[];
  confidence: LawConfidence;
  sources: string[];
  note?: string;
}

interface ArticleFile {
  id: string;
  number: string;
  title: string;
  chapter?: string;
  seeAlso?: string[];
  versions: {
    from: string;
    to?: string;
    summary: string;
    confidence: LawConfidence;
    sources: string[];
    amended?: string;
    note?: string;
  }[];
}

/** Reads content/law. Faults stay in the folder; what is returned is to be used only when there are none. */
export function readLaw(folder: ContentFolder): ParsedLaw {
  const text = folder.text('sources.yaml');
  const sources = Object.entries((text === null ? {} : parse(text)) as Record<string, string>);
  const known = new Set(sources.map(([code]) => code));
  const ids = folder.names().flatMap((name) => /^([^/]+)\/document\.yaml$/.exec(name)?.[1] ?? []);
  const documents = ids.flatMap((id) => readDocument(folder, id, known) ?? []);
  const seen = new Set<string>();
  for (const { code, articles } of documents) {
    for (const article of articles) {
      if (seen.has(article.code)) {
        folder.fault(`${code}/articles.yaml`, null, {
          vi: `Mã điều ${article.code} bị lặp.`,
          en: `Article ${article.code} occurs twice.`,
        });
      }
      seen.add(article.code);
    }
  }
  return { sources: sources.map(([code, source]) => ({ code, text: source })), documents };
}

function readDocument(folder: ContentFolder, id: string, sources: Set<string>): ParsedDocument | null {
  const file = folder.yaml<DocumentFile>(`${id}/document.yaml`, 'law-document');
  const articles = folder.yaml<ArticleFile[]>(`${id}/articles.yaml`, 'law-articles');
  if (!file || !articles) return null;
  if (file.id !== id) {
    folder.fault(`${id}/document.yaml`, 1, {
      vi: `Mã ${file.id} khác tên thư mục.`,
      en: `Id ${file.id} is not the folder's name.`,
    });
  }
  const used = [
    ...file.sources,
    ...articles.flatMap((article) => article.versions.flatMap((version) => version.sources)),
  ];
  for (const source of new Set(used.filter((code) => !sources.has(code)))) {
    folder.fault(`${id}/articles.yaml`, null, { vi: `Không có nguồn ${source}.`, en: `There is no source ${source}.` });
  }
  return {
    code: file.id,
    number: file.number,
    title: file.title,
    issuedOn: file.issued ?? null,
    effectiveFrom: file.effectiveFrom,
    effectiveTo: file.effectiveTo ?? null,
    status: file.status,
    confidence: file.confidence,
    sources: file.sources,
    remarks: {
      consolidated: file.consolidated,
      amendedBy: file.amendedBy,
      replacedBy: file.replacedBy,
      replaces: file.replaces,
      note: file.note,
    },
    articles: articles.map(articleOf),
  };
}

function articleOf(file: ArticleFile): ParsedArticle {
  return {
    code: file.id,
    number: file.number,
    title: file.title,
    chapter: file.chapter ?? null,
    seeAlso: file.seeAlso ?? [],
    versions: file.versions.map((version) => ({
      validFrom: version.from,
      validTo: version.to ?? null,
      summary: version.summary.trim(),
      amended: version.amended ?? null,
      note: version.note ?? null,
      confidence: version.confidence,
      sources: version.sources,
    })),
  };
}
