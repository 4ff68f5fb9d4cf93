import type { LawConfidence } from '../../law/law.service.js';
import type { ParsedArticle, ParsedDocument, ParsedLaw } from '../../law/law-import.service.js';
import type { ContentFolder, YamlData } from '../../authoring/course-format.service.js';

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

/** By code; null when their file cannot be read, so that nothing can be held against it. */
type Sources = Map<string, string> | null;

const SOURCES_FILE = 'sources.yaml';
/** Remarks for readers, at the top of the folder. */
const REMARKS = /^[A-Z]+\.md$/;
const DOCUMENT_FILE = /^[^/]+\/(?:document|articles)\.yaml$/;

/** Reads content/law. Faults stay in the folder; what is returned is to be used only when there are none. */
export function readLaw(folder: ContentFolder): ParsedLaw {
  for (const name of folder.names()) {
    if (name === SOURCES_FILE || REMARKS.test(name) || DOCUMENT_FILE.test(name)) continue;
    folder.fault(name, null, {
      vi: 'Tệp này không thuộc phần nào của kho luật; mời kiểm tra tên tệp.',
      en: 'This file belongs to no part of the law library; please check its name.',
    });
  }
  const sources = readSources(folder);
  const ids = [...new Set(folder.names().flatMap((name) => (name.includes('/') ? [name.split('/')[0] ?? ''] : [])))];
  const seen = new Set<string>();
  const documents = ids.flatMap((id) => readDocument(folder, id, { sources, seen }) ?? []);
  return { sources: [...(sources ?? [])].map(([code, text]) => ({ code, text })), documents };
}

function readSources(folder: ContentFolder): Sources {
  const file = folder.yaml<unknown>(SOURCES_FILE, null);
  if (!file) return null;
  const sources = new Map<string, string>();
  for (const [code, text] of Object.entries((file.data ?? {}) as Record<string, unknown>)) {
    if (/^S[1-9]\d*$/.test(code) && typeof text === 'string' && text.trim() !== '') sources.set(code, text.trim());
    else {
      folder.fault(SOURCES_FILE, file.lineOf([code]), {
        vi: `Nguồn "${code}" phải có dạng S<số> và có mô tả.`,
        en: `Source "${code}" must be S<number> with a description.`,
      });
    }
  }
  return sources;
}

function readDocument(
  folder: ContentFolder,
  id: string,
  library: { sources: Sources; seen: Set<string> },
): ParsedDocument | null {
  const documentName = `${id}/document.yaml`;
  const file = folder.yaml<DocumentFile>(documentName, 'law-document');
  const articles = folder.yaml<ArticleFile[]>(`${id}/articles.yaml`, 'law-articles');
  if (articles) checkArticles(folder, id, { ...library, articles });
  if (!file) return null;
  const { data } = file;
  if (data.id !== id) {
    folder.fault(documentName, file.lineOf(['id']), {
      vi: `Mã ${data.id} khác tên thư mục.`,
      en: `Id ${data.id} is not the folder's name.`,
    });
  }
  checkSources(folder, documentName, library.sources, { used: data.sources, line: file.lineOf(['sources']) });
  const { consolidated, amendedBy, replacedBy, replaces, note } = data;
  return {
    code: data.id,
    number: data.number,
    title: data.title,
    issuedOn: data.issued ?? null,
    effectiveFrom: data.effectiveFrom,
    effectiveTo: data.effectiveTo ?? null,
    status: data.status,
    confidence: data.confidence,
    sources: data.sources,
    remarks: { consolidated, amendedBy, replacedBy, replaces, note },
    articles: (articles?.data ?? []).map(articleOf),
  };
}

function checkSources(
  folder: ContentFolder,
  name: string,
  known: Sources,
  { used, line }: { used: string[]; line: number },
): void {
  for (const source of used.filter((code) => known && !known.has(code)))
    folder.fault(name, line, { vi: `Không có nguồn ${source}.`, en: `There is no source ${source}.` });
}

function checkArticles(
  folder: ContentFolder,
  id: string,
  { articles, sources, seen }: { articles: YamlData<ArticleFile[]>; sources: Sources; seen: Set<string> },
): void {
  const name = `${id}/articles.yaml`;
  for (const [index, article] of articles.data.entries()) {
    const line = articles.lineOf([index, 'id']);
    if (seen.has(article.id)) {
      folder.fault(name, line, { vi: `Mã điều ${article.id} bị lặp.`, en: `Article ${article.id} occurs twice.` });
    }
    seen.add(article.id);
    if (!article.id.startsWith(`${id}.d`)) {
      folder.fault(name, line, {
        vi: `Mã điều ${article.id} không thuộc văn bản ${id}.`,
        en: `Article ${article.id} is not one of ${id}.`,
      });
    }
    for (const [at, version] of article.versions.entries()) {
      const place = [index, 'versions', at];
      checkSources(folder, name, sources, { used: version.sources, line: articles.lineOf([...place, 'sources']) });
      const next = article.versions[at + 1];
      const ends = version.to ?? (next ? '9999-12-31' : null);
      if (ends !== null && (ends <= version.from || (next && next.from < ends))) {
        folder.fault(name, articles.lineOf([...place, version.to === undefined ? 'from' : 'to']), {
          vi: `Các phiên bản của ${article.id} phải theo thứ tự thời gian và không chồng nhau.`,
          en: `The versions of ${article.id} must follow each other in time and not overlap.`,
        });
      }
    }
  }
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
