import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import type { OfficeTitle } from '../entities/office-title.entity.js';

/** The confederation was founded in 1929; a day beyond 2099 is a slip of the hand. */
export const OFFICE_DAY = /^(19|20)\d{2}-\d{2}-\d{2}$/;

export class OfficeNameDto {
  vi: string;
  en: string;
}

export class OfficeTitleDto {
  code: string;
  name: OfficeNameDto;
}

export class OfficeTitleLineDto extends OfficeTitleDto {
  /** One holder per unit at a time, such as a chair. */
  exclusive: boolean;
  /** Chuyên trách unless a term says otherwise. */
  fullTime: boolean;

  static from({ code, nameVi, nameEn, exclusive, fullTime }: OfficeTitle): OfficeTitleLineDto {
    return { code, name: { vi: nameVi, en: nameEn }, exclusive, fullTime };
  }
}

export class OfficeTitleListDto {
  /** In order of precedence. */
  items: OfficeTitleLineDto[];
}

export class OfficeUnitDto {
  /** UUID. */
  id: string;
  name: string;
}

export class OfficeHolderDto {
  /** UUID. */
  id: string;
  fullName: string;
}

export class OfficeOfPersonDto {
  /** Of the term, UUID. */
  id: string;
  organisation: OfficeUnitDto;
  title: OfficeTitleDto;
  /** Chuyên trách; else không chuyên trách. */
  fullTime: boolean;
  @ApiProperty({ format: 'date' })
  validFrom: string;
  /** First day on which the office is not held; null when none is known. */
  @ApiProperty({ format: 'date', nullable: true, type: String })
  validTo: string | null;
  /** The official document behind it. */
  decisionId: string | null;
}

export class OfficeTermDto extends OfficeOfPersonDto {
  person: OfficeHolderDto;
}

export class OfficeTermListDto {
  /** By precedence, then by given name. */
  items: OfficeTermDto[];
  nextCursor: string | null;
}

export class OfficeListQueryDto {
  /** Who held the offices that day, YYYY-MM-DD; today when absent. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(OFFICE_DAY)
  asOf?: string;

  /** `nextCursor` of the previous page. */
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

/** An office to hold, wherever. */
export class OfficeTermsDto {
  /** Code of the catalogue, such as `chu-tich`. */
  @IsString()
  @MaxLength(60)
  titleCode: string;

  /** Chuyên trách; as the title says when absent. */
  @IsOptional()
  @IsBoolean()
  fullTime?: boolean;

  /** YYYY-MM-DD, past or to come. */
  @IsISO8601({ strict: true })
  @Matches(OFFICE_DAY)
  validFrom: string;

  /** First day on which the office is not held, YYYY-MM-DD. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(OFFICE_DAY)
  validTo?: string;

  /** The official document that says so. */
  @IsOptional()
  @IsUUID()
  decisionId?: string;
}

export class AppointmentDto extends OfficeTermsDto {
  @IsUUID()
  personId: string;
}

export class OfficeEndDto {
  /** First day on which the office is not held, YYYY-MM-DD, past or to come. */
  @IsISO8601({ strict: true })
  @Matches(OFFICE_DAY)
  onDate: string;

  /** The official document that says so. */
  @IsOptional()
  @IsUUID()
  decisionId?: string;

  /** Kept in the audit; no names of people. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}
