import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { HANDBOOK_FORMATS, type HandbookFormat } from '../entities/handbook.entity.js';
import { fileNameOf, type HandbookView } from '../handbook.service.js';

export class HandbookRequestDto {
  @IsIn(HANDBOOK_FORMATS)
  format: 'epub' | 'pdf-a4' | 'pdf-a5';

  /** A published or retired revision, for somebody who began on it; the current one when absent. */
  @IsOptional()
  @IsUUID()
  revision?: string;
}

export class HandbookDto {
  id: string;
  courseSlug: string;
  revisionId: string;
  revisionNumber: number;
  format: 'epub' | 'pdf-a4' | 'pdf-a5';
  /** `failed` is tried again by itself a few times, and whenever it is asked for. */
  state: 'waiting' | 'making' | 'ready' | 'failed';
  /** 0 to 100. */
  progressPercent: number;
  /** Of the file; null until it is ready. */
  bytes: number | null;
  fileName: string;

  static from({ handbook, contents: { course, revision } }: HandbookView): HandbookDto {
    const format: HandbookFormat = handbook.format;
    return {
      id: handbook.id,
      courseSlug: course.slug,
      revisionId: revision.id,
      revisionNumber: revision.number,
      format,
      state: handbook.state,
      progressPercent: handbook.progress,
      bytes: handbook.bytes,
      fileName: fileNameOf(course.slug, format),
    };
  }
}

export class HandbookListDto {
  items: HandbookDto[];
}
