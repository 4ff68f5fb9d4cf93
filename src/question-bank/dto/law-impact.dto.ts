import { IsDateString, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import type { LawImpact, LiveCiter } from '../law-impact.service.js';

export class LawImpactQueryDto {
  /** First day of a version: only what was written against it. */
  @IsOptional()
  @Length(10, 10)
  @IsDateString({ strict: true })
  versionFrom?: string;

  @IsOptional()
  @IsString()
  @MaxLength(600)
  cursor?: string;
}

export class CiterTitleDto {
  vi: string;
  en?: string;
}

export class CiterCourseDto {
  slug: string;
  title: CiterTitleDto;
}

export class CiterQuizDto {
  id: string;
  title: CiterTitleDto;
}

export class WrittenAgainstDto {
  /** First day of the version. */
  validFrom: string;
  /** The day on which it ends; null while no end is known. */
  validTo: string | null;
  /** No longer in force. */
  outdated: boolean;
}

export class LiveCiterDto {
  kind: 'lesson' | 'scenario' | 'question';
  /** Of the lesson, or of the question's version. */
  id: string;
  title: CiterTitleDto;
  /** A question's code within its course; null for the others. */
  code: string | null;
  course: CiterCourseDto;
  /** Null for a question. */
  skillModule: CiterTitleDto | null;
  /** The quizzes that draw from a question; empty for the others. */
  quizzes: CiterQuizDto[];
  link: string;
  writtenAgainst: WrittenAgainstDto;

  static from(citer: LiveCiter): LiveCiterDto {
    const { kind, id, title, code, link } = citer;
    return {
      ...{ kind, id, title, code, link },
      course: { slug: citer.courseSlug, title: citer.courseTitle },
      skillModule: citer.moduleTitle,
      quizzes: citer.quizzes ?? [],
      writtenAgainst: { validFrom: citer.validFrom, validTo: citer.validTo, outdated: citer.isOutdated },
    };
  }
}

export class ImpactArticleDto {
  code: string;
  number: string;
  title: string;
  documentTitle: string;
  documentNumber: string;
}

export class ImpactVersionDto {
  validFrom: string;
  validTo: string | null;
  /** In force today. */
  current: boolean;
}

export class CiterCountsDto {
  lessons: number;
  scenarios: number;
  questions: number;
  /** Of these, written against a version no longer in force. */
  outdated: number;
  /** Cited by retired revisions only, hence not listed. */
  retired: number;
}

export class LawImpactDto {
  article: ImpactArticleDto;
  /** Newest first. */
  versions: ImpactVersionDto[];
  counts: CiterCountsDto;
  /** Lessons, then scenarios, then questions, by course and place. */
  items: LiveCiterDto[];
  nextCursor: string | null;

  static from({ article: page, counts, items, nextCursor }: LawImpact): LawImpactDto {
    const { article, document, versions } = page;
    return {
      article: {
        ...{ code: article.code, number: article.number, title: article.title },
        ...{ documentTitle: document.title, documentNumber: document.number },
      },
      versions: versions.map(({ validFrom, validTo, current }) => ({ validFrom, validTo, current })),
      counts,
      items: items.map((citer) => LiveCiterDto.from(citer)),
      nextCursor,
    };
  }
}
