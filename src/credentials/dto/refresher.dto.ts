import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import type { CheckedQuestion, ShownQuestion } from '../../assessment/question-check.service.js';
import type { RefresherSummary, RefresherView } from '../refresher.service.js';
import { CertificateTextDto } from './certificate.dto.js';

export class RefreshedCertificateDto {
  certificateId: string;
  courseTitle: CertificateTextDto;
}

/** What the law changed since certificates were earned: one for each holder and amendment. */
export class RefresherDto {
  amendmentId: string;
  /** First day of the new law, YYYY-MM-DD. */
  effectiveOn: string;
  /** The amending document; empty when not known. */
  amendedBy: string;
  documentTitle: string;
  openedAt: Date;
  /** Null while it is to be read. */
  doneAt: Date | null;
  certificates: RefreshedCertificateDto[];

  static from({ amendmentId, effectiveOn, amendedBy, documentTitle, ...rest }: RefresherSummary): RefresherDto {
    const { openedAt, doneAt, certificates } = rest;
    return { amendmentId, effectiveOn, amendedBy, documentTitle, openedAt, doneAt, certificates };
  }
}

export class RefresherListDto {
  items: RefresherDto[];
}

export class SuccessorToReadDto {
  code: string;
  number: string;
  title: string;
  documentTitle: string;
  summary: string;
}

export class ChangeToReadDto {
  code: string;
  number: string;
  title: string;
  documentTitle: string;
  oldSummary: string;
  /** Null when the article ended; then `successors` may say what took its place. */
  newSummary: string | null;
  successors: SuccessorToReadDto[];
}

export class LessonToReadDto {
  id: string;
  title: CertificateTextDto;
  courseTitle: CertificateTextDto;
}

export class RefresherDetailDto extends RefresherDto {
  changes: ChangeToReadDto[];
  /** Rewritten for it, in the current revision. */
  lessons: LessonToReadDto[];
  /** To be answered, while it is open; none when nothing is asked about it. */
  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/AttemptQuestionDto' } })
  questions: ShownQuestion[];
  /** What was answered, with what is right, once it is done. */
  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/ReviewedQuestionDto' } })
  answers: CheckedQuestion[];

  static override from(view: RefresherView): RefresherDetailDto {
    const lessons = view.lessons.map(({ id, title, courseTitle }) => ({ id, title, courseTitle }));
    const { changes, questions, answers } = view;
    return { ...RefresherDto.from(view), changes, lessons, questions, answers };
  }
}

export class RefresherAnswerDto {
  @IsUUID()
  questionId: string;

  /** As in an attempt. */
  @IsObject()
  response: Record<string, unknown>;
}

export class CompleteRefresherDto {
  /** One for each question of the refresher. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RefresherAnswerDto)
  answers?: RefresherAnswerDto[];
}
