import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsISO8601,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';

const LAW_CODE = /^vn(?:\.[a-z0-9]+)+$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

class LawChangeDto {
  /** First day of the new law, YYYY-MM-DD; may lie ahead. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  effectiveOn: string;

  /** The amending document as people name it, such as "71/2025/QH15". */
  @IsString()
  @MinLength(3)
  @MaxLength(200)
  amendedBy: string;

  /** Where the new wording was read. */
  @IsString()
  @MinLength(3)
  @MaxLength(1000)
  source: string;

  /** Why it is recorded, for the audit. */
  @IsString()
  @MinLength(3)
  @MaxLength(500)
  reason: string;
}

export class NewWordingDto extends LawChangeDto {
  /** What the article says from that day on, in one's own words. */
  @IsString()
  @MinLength(10)
  @MaxLength(5000)
  summary: string;
}

export class ArticleMappingDto {
  /** Article of the document that ends. */
  @Matches(LAW_CODE)
  @MaxLength(100)
  from: string;

  /** Articles of the new document that took its place. */
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(LAW_CODE, { each: true })
  @MaxLength(100, { each: true })
  to: string[];
}

export class ReplacementDto extends LawChangeDto {
  /** Code of the document that takes the place. */
  @Matches(LAW_CODE)
  @MaxLength(100)
  byCode: string;

  /** Articles that are not named end without a successor. */
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ArticleMappingDto)
  mapping: ArticleMappingDto[];
}

export class RecordedAmendmentDto {
  id: string;
}
