import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import type { ChoiceQuestion } from '../class-lecturer.service.js';

/** The register's own range of days. */
const DAY = /^(19|20)\d{2}-\d{2}-\d{2}$/;

export class LecturerChoiceQueryDto {
  @IsString()
  @MaxLength(200)
  courseSlug: string;

  /** The unit that answers for the class. */
  @IsUUID()
  organiserId: string;

  /** First day of the class, YYYY-MM-DD. */
  @IsISO8601({ strict: true })
  @Matches(DAY)
  from: string;

  /** Last day of the class, YYYY-MM-DD. */
  @IsISO8601({ strict: true })
  @Matches(DAY)
  to: string;

  /** Part of a name, with or without diacritics. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  q?: string;

  /** Only these, separated by commas. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  @ApiProperty({ type: String, required: false })
  ids?: string[];

  static toQuestion({ q = '', ids, ...rest }: LecturerChoiceQueryDto): ChoiceQuestion {
    return { ...rest, q, ids: ids ?? null };
  }
}

export class ChangedArticleDto {
  code: string;
  /** Number of the article. */
  article: string;
  /** Number of the document, such as "45/2019/QH14". */
  document: string;
  /** First day of the change. */
  @ApiProperty({ format: 'date' })
  on: string;
}

export class TopicStandingDto {
  topic: string;
  @ApiProperty({ format: 'date' })
  validFrom: string;
  /** First day on which it is not in force; null when none is known. */
  @ApiProperty({ format: 'date', nullable: true, type: String })
  validTo: string | null;
  /** The day whose law the lecturer was examined on. */
  @ApiProperty({ format: 'date' })
  lawAsOf: string;
  /** In force on all days of the class. */
  covers: boolean;
  /** Articles that the course cites and that changed since, until the end of the class. */
  changes: ChangedArticleDto[];
}

export class LecturerToChooseDto {
  /** UUID. */
  id: string;
  fullName: string;
  unit: string | null;
  /** For at least one topic of the course on all days of the class; else the class is refused. */
  isAuthorised: boolean;
  topics: TopicStandingDto[];
}

export class LecturerChoiceDto {
  /** Of the course. */
  topics: string[];
  items: LecturerToChooseDto[];
  /** There are more; part of a name narrows them. */
  hasMore: boolean;
}
