import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { ReviewDocumentDto } from './review.dto.js';

/** The register's own range of days. */
const DAY = /^(19|20)\d{2}-\d{2}-\d{2}$/;

export class TeachingAuthorisationQueryDto {
  @IsUUID()
  personId: string;
}

export class AuthorisationUnitDto {
  /** UUID. */
  id: string;
  name: string;
}

export class AuthorisingPersonDto {
  /** UUID. */
  id: string;
  fullName: string;
}

export class TeachingAuthorisationCanDto {
  end: boolean;
}

export class TeachingAuthorisationDto {
  /** UUID. */
  id: string;
  topic: string;
  /** For this unit and those below it. */
  organisation: AuthorisationUnitDto;
  grantedBy: AuthorisingPersonDto;
  @ApiProperty({ format: 'date' })
  validFrom: string;
  /** First day on which it is not in force; null when none is known. */
  @ApiProperty({ format: 'date', nullable: true, type: String })
  validTo: string | null;
  /** The day whose law the lecturer was examined on. */
  @ApiProperty({ format: 'date' })
  lawAsOf: string;
  /** The decision that says so, if one was named. */
  document: ReviewDocumentDto | null;
  isInForce: boolean;
  can: TeachingAuthorisationCanDto;
}

export class TeachingAuthorisationListDto {
  items: TeachingAuthorisationDto[];
  /** Topics that courses name, to choose from. */
  topics: string[];
}

export class OwnTeachingDto {
  items: TeachingAuthorisationDto[];
}

export class NewTeachingAuthorisationDto {
  @IsUUID()
  personId: string;

  @IsString()
  @MaxLength(100)
  topic: string;

  @IsUUID()
  organisationId: string;

  /** YYYY-MM-DD. */
  @IsISO8601({ strict: true })
  @Matches(DAY)
  validFrom: string;

  /** First day on which it is not in force, YYYY-MM-DD. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(DAY)
  validTo?: string;

  /** Not after the first day, YYYY-MM-DD. */
  @IsISO8601({ strict: true })
  @Matches(DAY)
  lawAsOf: string;

  /** The decision on paper. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ReviewDocumentDto)
  document?: ReviewDocumentDto;
}

export class TeachingAuthorisationIdDto {
  /** UUID. */
  id: string;
}

export class EndOfTeachingDto {
  /** First day on which it is not in force, YYYY-MM-DD. */
  @IsISO8601({ strict: true })
  @Matches(DAY)
  on: string;

  /** Kept in the audit; no names of people. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}
