import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { Person } from '../entities/person.entity.js';
import { KEPT_AFTER_ERASURE } from '../person.rules.js';
import { OFFICE_DAY, OfficeNameDto, OfficeOfPersonDto, OfficeTermsDto } from './office-term.dto.js';

const GENDERS = ['female', 'male', 'other'] as const;

export class PeopleQueryDto {
  /** Part of a name, with or without diacritics. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  q?: string;

  /** This unit and those below it. */
  @IsOptional()
  @IsUUID()
  organisationId?: string;

  /** Code of the catalogue of offices. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  titleCode?: string;

  /** Who held an office that day, YYYY-MM-DD; today when absent. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(OFFICE_DAY)
  asOf?: string;

  /** `nextCursor` of the previous page. */
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

export class PersonLineDto {
  /** UUID. */
  id: string;
  fullName: string;
  /** Masked but for the year: `••/••/1985`. */
  birthDate: string | null;
  gender: Person['gender'];
  /** Can sign in. */
  hasAccount: boolean;
  /** In the units that the reader answers for, the highest first: in lists those of the day, of one person all. */
  offices: OfficeOfPersonDto[];
}

export class PeopleListDto {
  /** By given name, in Vietnamese order. */
  items: PersonLineDto[];
  nextCursor: string | null;
}

export class PersonCanDto {
  unmask: boolean;
  change: boolean;
}

export class PersonViewDto extends PersonLineDto {
  /** Masked: `090••••001`. */
  phones: string[];
  /** The personal data were erased for good; what is left keeps the registers. */
  erased: boolean;
  can: PersonCanDto;
}

export class UnmaskingDto {
  /** Why it is needed; kept in the audit, no names of people. */
  @IsString()
  @MinLength(5)
  @MaxLength(500)
  @Matches(/\S{2}/)
  reason: string;
}

export class UnmaskedPersonDto {
  @ApiProperty({ format: 'date', nullable: true, type: String })
  birthDate: string | null;
  phones: string[];
}

export class PersonOfficeDto extends OfficeTermsDto {
  @IsUUID()
  organisationId: string;
}

export class PersonRegistrationDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(240)
  fullName: string;

  /** YYYY-MM-DD. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(OFFICE_DAY)
  birthDate?: string;

  @IsOptional()
  @IsIn(GENDERS)
  gender?: (typeof GENDERS)[number];

  @IsObject()
  @ValidateNested()
  @Type(() => PersonOfficeDto)
  office: PersonOfficeDto;

  /** Another person than the one of the same name and birth date in the unit. */
  @IsOptional()
  @IsBoolean()
  isAnother?: boolean;
}

export class PersonCorrectionDto {
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(240)
  fullName?: string;

  /** YYYY-MM-DD; null when it is not known. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(OFFICE_DAY)
  @ApiProperty({ format: 'date', nullable: true, type: String, required: false })
  birthDate?: string | null;

  @IsOptional()
  @IsIn(GENDERS)
  gender?: Person['gender'];

  /** Kept in the audit; no names of people. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class ErasureDto {
  /** Why, and who asked for it; kept in the audit, no names of people. */
  @IsString()
  @MinLength(5)
  @MaxLength(500)
  @Matches(/\S{2}/)
  reason: string;
}

export class KeptDataDto {
  /** `certificates`, `attendance`, `offices`, `learning`, `audit`. */
  what: string;
  why: OfficeNameDto;
}

export class ErasureAnswerDto {
  /** What stays, and why. */
  kept: KeptDataDto[];

  static done(): ErasureAnswerDto {
    return { kept: KEPT_AFTER_ERASURE };
  }
}
