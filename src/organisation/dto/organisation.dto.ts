import { Transform } from 'class-transformer';
import {
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
} from 'class-validator';
import type { OrganisationPeriod } from '../entities/organisation-period.entity.js';
import type { TimeAsked, UnitHistory, UnitsAsked } from '../organisation-reader.service.js';

/** The confederation was founded in 1929; a day beyond 2099 is a slip of the hand. */
const DAY = /^(19|20)\d{2}-\d{2}-\d{2}$/;
const INSTANT = /^(19|20)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
/** Tiers and kinds are data: words of small letters, digits and hyphens. */
const WORD = /^[a-z][a-z0-9-]{1,39}$/;
const HEADS_MAX = 100_000_000;

export class OrganisationTimeQuery {
  /** The day whose tree is asked for, YYYY-MM-DD; today when absent. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(DAY)
  asOf?: string;

  /** ISO 8601 with zone: as known at that instant; as known now when absent. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(INSTANT)
  knownAt?: string;

  static toTime({ asOf, knownAt }: OrganisationTimeQuery): TimeAsked {
    return {
      ...(asOf === undefined ? {} : { asOf }),
      ...(knownAt === undefined ? {} : { knownAt: new Date(knownAt) }),
    };
  }
}

export class OrganisationListQuery extends OrganisationTimeQuery {
  /** `nextCursor` of the previous page. */
  @IsOptional()
  @IsUUID()
  cursor?: string;

  /** Part of a name or code, with or without diacritics. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** Only the units directly below this one. */
  @IsOptional()
  @IsUUID()
  parentId?: string;

  /** `true`: only the units at the top of what the reader may see. */
  @IsOptional()
  @IsIn(['true', 'false'])
  top?: 'true' | 'false';

  /** How many at most, 1–500; 500 when absent. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value,
  )
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;

  static toAsked({ cursor, q, parentId, top, limit, ...time }: OrganisationListQuery): UnitsAsked {
    return {
      ...(top === 'true' ? { top: true } : {}),
      ...(limit === undefined ? {} : { limit }),
      ...OrganisationTimeQuery.toTime(time),
      ...(cursor === undefined ? {} : { cursor }),
      ...(q === undefined ? {} : { q }),
      ...(parentId === undefined ? {} : { parentId }),
    };
  }
}

export class HeadCountInForceDto {
  /** The day of the count, YYYY-MM-DD. */
  countedOn: string;
  members: number;
  workers: number;
}

export class OrganisationDto {
  /** UUID. */
  id: string;
  code: string;
  name: string;
  /** `central`, `superior` or `grassroots`. */
  tier: string;
  /** Kind of unit, such as `ldld-tinh`, `cdcs` or `truong`. */
  kind: string;
  sector: OrganisationPeriod['sector'];
  /** Null for the roots of what the reader may see. */
  parentId: string | null;
  parentName: string | null;
  /** Number of units directly below. */
  children: number;
  /** The last count up to the day asked for. */
  headCount: HeadCountInForceDto | null;
}

export class OrganisationListDto {
  /** By name when only one branch or the top is asked for; else parents before children. */
  items: OrganisationDto[];
  nextCursor: string | null;
}

export class OrganisationParentDto {
  id: string;
  name: string;
}

export class OrganisationCanDto {
  rename: boolean;
  move: boolean;
  abolish: boolean;
  recordHeadCount: boolean;
  foundBelow: boolean;
}

export class OrganisationDetailDto {
  id: string;
  code: string;
  name: string;
  tier: string;
  kind: string;
  sector: OrganisationPeriod['sector'];
  /** Null for the root and for the top of what the reader may see. */
  parent: OrganisationParentDto | null;
  /** From the top of what the reader may see down to the parent, with the names of that day. */
  ancestors: OrganisationParentDto[];
  /** Since when the unit is as shown, YYYY-MM-DD. */
  validFrom: string;
  /** First day on which it is not, YYYY-MM-DD; null when none is known. */
  validTo: string | null;
  /** Number of units directly below. */
  children: number;
  /** The last count up to the day asked for. */
  headCount: HeadCountInForceDto | null;
  can: OrganisationCanDto;
}

export class OrganisationPeriodDto {
  name: string;
  tier: string;
  kind: string;
  sector: OrganisationPeriod['sector'];
  /** Null also for what is above the reader's scope. */
  parentId: string | null;
  /** The parent's name on the first day of the period. */
  parentName: string | null;
  validFrom: string;
  validTo: string | null;
  decisionId: string | null;
  recordedAt: Date;
  /** When something else was recorded in its place; null while it stands. */
  supersededAt: Date | null;
}

export class OrganisationHeadCountDto {
  countedOn: string;
  members: number;
  workers: number;
  decisionId: string | null;
  recordedAt: Date;
  supersededAt: Date | null;
}

export class OrganisationHistoryDto {
  id: string;
  periods: OrganisationPeriodDto[];
  headCounts: OrganisationHeadCountDto[];

  static from({ id, periods, headCounts }: UnitHistory): OrganisationHistoryDto {
    return {
      id,
      periods: periods.map(({ name, tier, kind, sector, parentId, validFrom, validTo, ...rest }) => ({
        ...{ name, tier, kind, sector, parentId, validFrom, validTo, parentName: rest.parentName },
        decisionId: rest.decisionId,
        recordedAt: rest.recordedAt,
        supersededAt: rest.supersededAt,
      })),
      headCounts: headCounts.map(({ countedOn, members, workers, decisionId, recordedAt, supersededAt }) => ({
        ...{ countedOn, members, workers, decisionId, recordedAt, supersededAt },
      })),
    };
  }
}

export class FoundingDto {
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
  sector: OrganisationPeriod['sector'];

  @IsUUID()
  parentId: string;

  /** YYYY-MM-DD, past or to come. */
  @IsISO8601({ strict: true })
  @Matches(DAY)
  foundedOn: string;

  /** The official document that says so. */
  @IsOptional()
  @IsUUID()
  decisionId?: string;
}

export class AbolitionDto {
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

export class RenamingDto extends AbolitionDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(400)
  name: string;
}

export class MoveDto extends AbolitionDto {
  @IsUUID()
  parentId: string;
}

export class HeadCountDto extends AbolitionDto {
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
