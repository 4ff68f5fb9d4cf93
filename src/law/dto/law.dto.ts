import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { ArticleHit, ArticlePage, DocumentSummary } from '../law.service.js';

export class LawSearchQueryDto {
  /** Words without or with diacritics, or an article's number: "Đ188". */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** Code of a document, such as `vn.blld.2019`. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  document?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  cursor?: string;
}

export class LawDocumentDto {
  code: string;
  number: string;
  title: string;
  status: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  articleCount: number;
}

export class LawDocumentListDto {
  items: LawDocumentDto[];

  static from(items: DocumentSummary[]): LawDocumentListDto {
    return { items };
  }
}

export class LawArticleHitDto {
  code: string;
  number: string;
  title: string;
  documentCode: string;
  documentTitle: string;
  /** The beginning of the summary. */
  summary: string;
}

export class LawArticleListDto {
  items: LawArticleHitDto[];
  nextCursor: string | null;

  static from(found: { items: ArticleHit[]; nextCursor: string | null }): LawArticleListDto {
    return found;
  }
}

export class LawSourceDto {
  code: string;
  text: string;
}

export class ArticleVersionDto {
  validFrom: string;
  validTo: string | null;
  summary: string;
  amended: string | null;
  note: string | null;
  /** How sure the library is: read in the source, read elsewhere, or from memory. */
  confidence: 'source' | 'indirect' | 'memory';
  sources: LawSourceDto[];
  /** In force today. */
  current: boolean;
}

export class LawDocumentRefDto {
  code: string;
  number: string;
  title: string;
  status: string;
}

export class LawCiterDto {
  kind: string;
  title: string;
  link: string;
}

export class LawArticleDto {
  code: string;
  number: string;
  title: string;
  chapter: string | null;
  seeAlso: string[];
  document: LawDocumentRefDto;
  versions: ArticleVersionDto[];
  citedBy: LawCiterDto[];

  static from({ article, document, versions, citedBy }: ArticlePage): LawArticleDto {
    return {
      code: article.code,
      number: article.number,
      title: article.title,
      chapter: article.chapter,
      seeAlso: article.seeAlso,
      document: { code: document.code, number: document.number, title: document.title, status: document.status },
      versions: versions.map((version) => ({
        validFrom: version.validFrom,
        validTo: version.validTo,
        summary: version.summary,
        amended: version.amended,
        note: version.note,
        confidence: version.confidence,
        sources: version.sources,
        current: version.current,
      })),
      citedBy,
    };
  }
}
