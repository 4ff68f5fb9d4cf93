import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
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
import type { RoleName } from '../../platform/auth/actor.js';

const DAY = /^(19|20)\d{2}-\d{2}-\d{2}$/;
const WORD = /^[a-z][a-z0-9-]{1,39}$/;
const HEADS_MAX = 100_000_000;

class UnitReformDto {
  /** From this day on, YYYY-MM-DD, past or to come. */
  @IsISO8601({ strict: true })
  @Matches(DAY)
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

export class NewUnitDto {
  @IsString()
  @MaxLength(80)
  code: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(400)
  name: string;

  @Matches(WORD)
  tier: string;

  @Matches(WORD)
  kind: string;

  @IsIn(['state', 'non-state', 'mixed'])
  sector: 'state' | 'non-state' | 'mixed';
}

export class MergerDto extends UnitReformDto {
  /** The units that end. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  unitIds: string[];

  /** When given, the unit of the address ends too, and all become this one, under the same parent. */
  @IsOptional()
  @ValidateNested()
  @Type(() => NewUnitDto)
  newUnit?: NewUnitDto;
}

export class SplitPartDto extends NewUnitDto {
  /** Units below that go to this part. */
  @IsArray()
  @ArrayMaxSize(2000)
  @IsUUID(undefined, { each: true })
  childIds: string[];

  /** People of the unit itself who go to this part, with their offices. */
  @IsArray()
  @ArrayMaxSize(2000)
  @IsUUID(undefined, { each: true })
  personIds: string[];

  /** Union members. */
  @IsInt()
  @Min(0)
  @Max(HEADS_MAX)
  members: number;

  /** Everybody employed there, members or not. */
  @IsInt()
  @Min(0)
  @Max(HEADS_MAX)
  workers: number;
}

export class SplitDto extends UnitReformDto {
  /** The unit ends, and what no part was given goes to the first part; else it goes on with that. */
  @IsBoolean()
  ends: boolean;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SplitPartDto)
  parts: SplitPartDto[];
}

export class SubstitutedOfficeDto {
  personId: string;
  /** The title held before, whose one seat was taken. */
  titleCode: string;
  /** The title held instead. */
  insteadCode: string;
}

export class EndedRoleDto {
  personId: string;
  role: RoleName;
  organisationId: string;
}

export class UnitReformResultDto {
  /** The unit that took the others in, or the parts. */
  unitIds: string[];
  /** Whose offices moved. */
  personIds: string[];
  substituted: SubstitutedOfficeDto[];
  /** Roles of officers end with their unit; to be granted anew where they are meant. */
  endedRoles: EndedRoleDto[];
}
