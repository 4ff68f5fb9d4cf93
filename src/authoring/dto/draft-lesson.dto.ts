import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { KeptImage } from '../draft-image.service.js';
import type { LessonText } from '../draft-lesson.service.js';
import { DraftTextDto } from './draft.dto.js';

/** A megabyte of body holds no longer text. */
const MARKDOWN_MAX = 500_000;
const FILM = { protocols: ['https'], require_protocol: true };

export class DraftAuthorDto {
  id: string;
  fullName: string;
}

export class DraftLessonDto {
  slug: string;
  path: string;
  kind: 'reading' | 'video' | 'quiz' | 'scenario';
  title: DraftTextDto;
  minutes: number;
  /** The day on which the law of this lesson was checked; empty for quizzes and scenarios. */
  asOf: string;
  /** Where the film of a video lesson is. */
  video: string | null;
  /** Empty for quizzes and scenarios. */
  markdown: string;
  version: number;
  changedAt: Date;
  changedBy: DraftAuthorDto;

  static from(lesson: LessonText): DraftLessonDto {
    return lesson;
  }
}

/** What is not given stays as it is. */
export class SaveLessonDto {
  /** The version that was being edited. */
  @IsInt()
  @Min(0)
  baseVersion: number;

  /** Of this save, made by the device: sent again because its answer was lost, it is the same save. */
  @IsUUID()
  saveId: string;

  @IsString()
  @MaxLength(MARKDOWN_MAX)
  markdown: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => DraftTextDto)
  title?: DraftTextDto;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  minutes?: number;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  asOf?: string;

  /** https only; null makes it a lesson to read. */
  @IsOptional()
  @ValidateIf((body: SaveLessonDto) => body.video !== null)
  @IsUrl(FILM)
  @MaxLength(500)
  video?: string | null;
}

export class SavedLessonDto {
  version: number;
}

export class PreviewRequestDto {
  @IsString()
  @MaxLength(MARKDOWN_MAX)
  markdown: string;

  @IsOptional()
  @IsUrl(FILM)
  @MaxLength(500)
  video?: string;
}

export class PreviewDto {
  /** Sanitised HTML, as a learner's lesson has it. */
  html: string;
}

export class ImageUploadQuery {
  /** What the file was called. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;
}

export class DraftImageDto {
  /** As lessons name it: `![mô tả](anh/so-do-1a2b3c4d.webp)`. */
  path: string;
  /** Where it can be seen. */
  url: string;
  width: number;
  height: number;
  bytes: number;

  static from({ path, hash, width, height, bytes }: KeptImage): DraftImageDto {
    return { path, url: `/api/v1/images/${hash}`, width, height, bytes };
  }
}

export class AttachmentUploadQuery {
  /** What the file was called; its ending says what it is. */
  @IsString()
  @MaxLength(200)
  name: string;
}

export class DraftAttachmentDto {
  /** As lessons link to it: `[Mẫu biên bản](tep/mau-bien-ban-1a2b3c4d.docx)`. */
  path: string;
  bytes: number;
}

export class LessonImportQuery {
  /** Slug of the module to whose end the lesson comes. */
  @IsString()
  @MaxLength(100)
  module: string;
}

class BilingualTextDto {
  vi: string;
  en: string;
}

export class LessonLossDto {
  what: BilingualTextDto;
  /** The heading above it; null before the first, or for the whole file. */
  @ApiProperty({ type: String, nullable: true })
  where: string | null;
}

export class UnclearLawDto {
  text: string;
  @ApiProperty({ type: String, nullable: true })
  where: string | null;
}

export class LawLinkDto extends UnclearLawDto {
  /** Of the article. */
  code: string;
}

export class LessonImportDto {
  /** Of the lesson that was added. */
  slug: string;
  /** What the lesson could not keep as it was. */
  losses: LessonLossDto[];
  /** Articles that became links, to be checked. */
  links: LawLinkDto[];
  /** Articles that were named but could not be told apart. */
  unclear: UnclearLawDto[];
}
