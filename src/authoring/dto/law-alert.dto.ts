import type { LawAlert } from '../law-alert.service.js';
import { DraftTextDto } from './draft.dto.js';

export class OutrunLessonDto {
  slug: string;
  title: DraftTextDto;
}

export class OutrunQuestionDto {
  /** Within the course. */
  code: string;
  title: string;
}

/** An article that moved under a published course. */
export class LawAlertDto {
  id: string;
  amendmentId: string;
  courseSlug: string;
  courseTitle: DraftTextDto;
  /** The draft in which it can be mended; null: none is open. */
  draftId: string | null;
  articleCode: string;
  articleNumber: string;
  documentTitle: string;
  /** First day of the new law, YYYY-MM-DD. */
  effectiveOn: string;
  /** The amending document; empty when not known. */
  amendedBy: string;
  openedAt: Date;
  lessons: OutrunLessonDto[];
  questions: OutrunQuestionDto[];

  static from({ id, amendmentId, courseSlug, courseTitle, draftId, ...rest }: LawAlert): LawAlertDto {
    const { articleCode, articleNumber, documentTitle, effectiveOn, amendedBy, openedAt, lessons, questions } = rest;
    return {
      ...{ id, amendmentId, courseSlug, courseTitle, draftId, articleCode, articleNumber, documentTitle },
      ...{ effectiveOn, amendedBy, openedAt, lessons, questions },
    };
  }
}

export class LawAlertListDto {
  items: LawAlertDto[];
}
