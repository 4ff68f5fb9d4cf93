import type { LawChange } from '../lesson-flag.service.js';

export class SuccessorArticleDto {
  code: string;
  number: string;
  title: string;
  documentTitle: string;
  summary: string;
}

/** What a lesson was written against, and what the law says now. */
export class LawChangeDto {
  lessonId: string;
  amendmentId: string;
  code: string;
  number: string;
  title: string;
  documentTitle: string;
  /** First day of the new law, YYYY-MM-DD. */
  effectiveOn: string;
  /** The amending document; empty when not known. */
  amendedBy: string;
  oldSummary: string;
  /** Null when the article ended; then `successors` may say what took its place. */
  newSummary: string | null;
  successors: SuccessorArticleDto[];
  /** The course is still being rewritten; false: its current revision has the new law. */
  isUpdating: boolean;
}

export class LawChangeListDto {
  items: LawChangeDto[];

  static from(items: LawChange[]): LawChangeListDto {
    return { items };
  }
}
