import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { ROLE_NAMES, type RoleName } from '../../platform/auth/actor.js';
import { OFFICE_DAY, OfficeHolderDto, OfficeUnitDto } from './office-term.dto.js';

export class RoleGrantQueryDto {
  /** This unit and those below it. */
  @IsOptional()
  @IsUUID()
  organisationId?: string;

  /** Roles of this person alone. */
  @IsOptional()
  @IsUUID()
  personId?: string;

  /** `nextCursor` of the previous page. */
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

export class RoleGrantCanDto {
  revoke: boolean;
}

export class RoleGrantDto {
  /** UUID. */
  id: string;
  person: OfficeHolderDto;
  role: RoleName;
  /** The role reaches this unit and those below it. */
  organisation: OfficeUnitDto;
  @ApiProperty({ format: 'date' })
  validFrom: string;
  /** First day on which the role is not in force; null when none is known. */
  @ApiProperty({ format: 'date', nullable: true, type: String })
  validTo: string | null;
  can: RoleGrantCanDto;
}

export class RoleGrantListDto {
  /** In force or to come, the newest first. */
  items: RoleGrantDto[];
  nextCursor: string | null;
}

export class NewRoleGrantDto {
  @IsUUID()
  personId: string;

  @IsIn(ROLE_NAMES)
  role: RoleName;

  @IsUUID()
  organisationId: string;

  /** Today or a day to come, YYYY-MM-DD. */
  @IsISO8601({ strict: true })
  @Matches(OFFICE_DAY)
  validFrom: string;

  /** First day on which the role is not in force, YYYY-MM-DD. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(OFFICE_DAY)
  validTo?: string;
}

export class RevocationDto {
  /** Kept in the audit; no names of people. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}
