import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { ReviewState } from '../entities/review.entity.js';
import type { Against } from '../review-reading.service.js';

/** The register's own range of days. */
const DAY = /^(19|20)\d{2}-\d{2}-\d{2}$/;

export class ReviewTextDto {
  vi: string;
  en?: string;
}

export class ReviewPersonDto {
  /** UUID. */
  id: string;
  fullName: string;
}

export class ReviewUnitDto {
  /** UUID. */
  id: string;
  name: string;
}

export class ReviewedCourseDto {
  slug: string;
  title: ReviewTextDto;
}

export class ReviewLineDto {
  /** UUID. */
  id: string;
  /** UUID. */
  draftId: string;
  course: ReviewedCourseDto;
  /** The unit whose lecturers wrote it. */
  unit: ReviewUnitDto;
  /** Number of the course's revision that is judged. */
  revision: number;
  state: ReviewState;
  submittedBy: ReviewPersonDto;
  submittedAt: Date;
  /** The day by which a decision may be expected. */
  @ApiProperty({ format: 'date' })
  dueOn: string;
  /** It waits, and that day is over. */
  isOverdue: boolean;
  decidedBy: ReviewPersonDto | null;
  decidedAt: Date | null;
  /** Threads of the draft that nobody has settled. */
  openThreads: number;
  /** The reader wrote for it. */
  isOwn: boolean;
}

export class ReviewListsDto {
  /** Waits for the reader's units, the most urgent first. */
  waiting: ReviewLineDto[];
  /** The last 30 decided there. */
  decided: ReviewLineDto[];
  /** The reader's own drafts as last submitted, the latest first. */
  own: ReviewLineDto[];
}

export class ReviewedLessonDto {
  slug: string;
  kind: 'reading' | 'video' | 'handbook' | 'scenario' | 'quiz';
  title: ReviewTextDto;
  minutes: number;
  threads: number;
  openThreads: number;
}

export class ReviewedModuleDto {
  slug: string;
  title: ReviewTextDto;
  lessons: ReviewedLessonDto[];
}

export class ReviewDocumentDto {
  /** Số, ký hiệu. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  number: string;

  /** Not after today. */
  @ApiProperty({ format: 'date' })
  @IsISO8601({ strict: true })
  @Matches(DAY)
  issuedOn: string;

  /** Who signed it. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  signer: string;
}

export class ReviewRemarkDto {
  /** UUID. */
  id: string;
  author: ReviewPersonDto;
  text: string;
  createdAt: Date;
}

export class ReviewThreadCanDto {
  resolve: boolean;
  reply: boolean;
}

export class ReviewThreadDto extends ReviewRemarkDto {
  /** Slug of the lesson. */
  lesson: string;
  /** The paragraph in the text shown, from 0; null when it is gone. */
  paragraph: number | null;
  /** The beginning of the paragraph when the thread began. */
  quote: string;
  resolvedAt: Date | null;
  resolvedBy: ReviewPersonDto | null;
  replies: ReviewRemarkDto[];
  can: ReviewThreadCanDto;
}

export class ReviewCanDto {
  comment: boolean;
  resolve: boolean;
  decide: boolean;
  /** Why a reviewer may not decide: nobody judges what they wrote. */
  reason: 'own-work' | null;
}

export class ReviewDto extends ReviewLineDto {
  summary: ReviewTextDto;
  /** The reviewer's words to the authors. */
  note: string | null;
  document: ReviewDocumentDto | null;
  contributors: ReviewPersonDto[];
  modules: ReviewedModuleDto[];
  /** Threads about lessons that are no more. */
  lost: ReviewThreadDto[];
  can: ReviewCanDto;
}

export class ReviewParagraphDto {
  index: number;
  /** Sanitised HTML, as the learner sees it; of a question with the right answers marked. */
  html: string;
  quote: string;
}

export class ReviewLessonDto {
  slug: string;
  kind: 'reading' | 'video' | 'handbook' | 'scenario' | 'quiz';
  title: ReviewTextDto;
  minutes: number;
  paragraphs: ReviewParagraphDto[];
  /** In the order in which they began. */
  threads: ReviewThreadDto[];
}

export class DifferenceQueryDto {
  /** With what learners have, or with what was submitted before. */
  @IsIn(['published', 'previous'])
  against: Against;
}

export class ComparedRevisionDto {
  number: number;
  /** When it was published or submitted. */
  at: Date;
}

export class LessonChangeDto {
  slug: string;
  title: ReviewTextDto;
  kind: 'same' | 'changed' | 'added' | 'removed';
}

export class RevisionDifferenceDto {
  /** Null when there is nothing to compare with. */
  against: ComparedRevisionDto | null;
  /** As they are taught; those that are gone last. */
  lessons: LessonChangeDto[];
}

export class WordRunDto {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export class BlockDifferenceDto {
  /** `changed` with `same` words alone: only its looks changed. */
  kind: 'same' | 'changed' | 'added' | 'removed';
  words: WordRunDto[];
}

export class LessonDifferenceDto {
  blocks: BlockDifferenceDto[];
}

export class NewReviewCommentDto {
  /** Slug of the lesson. */
  @IsString()
  @MaxLength(200)
  lesson: string;

  /** Which paragraph of it, from 0. */
  @IsInt()
  @Min(0)
  @Max(100_000)
  paragraph: number;

  @IsString()
  @Matches(/\S/)
  @MaxLength(5000)
  text: string;

  /** The first remark of the thread that this one answers. */
  @IsOptional()
  @IsUUID()
  parentId?: string;
}

export class ReviewCommentIdDto {
  /** UUID. */
  id: string;
}

export class ReviewDecisionDto {
  @IsIn(['approve', 'request-changes'])
  decision: 'approve' | 'request-changes';

  /** Words to the authors; needed with `request-changes`. */
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  note?: string;

  /** The decision on paper. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ReviewDocumentDto)
  document?: ReviewDocumentDto;
}
