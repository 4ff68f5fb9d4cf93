import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import type { AuditFilter, AuditLine } from '../audit-reader.service.js';

/** A time without its zone would be read in the server's. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

export class AuditQueryDto {
  /** This unit and those below it. */
  @IsOptional()
  @IsUUID()
  organisationId?: string;

  /** Such as `identity.grant-role`. */
  @IsOptional()
  @Matches(/^[a-z-]+\.[a-z-]+$/)
  @MaxLength(100)
  action?: string;

  /** Person, class, session … that it was done to. */
  @IsOptional()
  @IsUUID()
  subjectId?: string;

  /** ISO 8601 with zone; acts from this instant on. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(INSTANT)
  from?: string;

  /** ISO 8601 with zone; acts before this instant. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(INSTANT)
  to?: string;

  /** `nextCursor` of the previous page. */
  @IsOptional()
  @IsUUID()
  cursor?: string;

  static toFilter({ from, to, ...rest }: AuditQueryDto): AuditFilter {
    return {
      ...rest,
      ...(from === undefined ? {} : { from: new Date(from) }),
      ...(to === undefined ? {} : { to: new Date(to) }),
    };
  }
}

export class AuditEntryDto {
  /** UUID. */
  id: string;
  /** `<feature>.<verb-object>`. */
  action: string;
  /** Person who acted; null when the system did. */
  actorId: string | null;
  subjectKind: string;
  subjectId: string;
  organisationId: string | null;
  /** Ids, numbers and codes that the act left behind; never names. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  details: object;
  reason: string | null;
  occurredAt: Date;
  /** Linked into the chain that shows later changes; false within the first seconds. */
  sealed: boolean;
  /** Names of the units and people that the act mentions, by id, as far as the reader may know them. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  names: Record<string, string>;

  static from(line: AuditLine): AuditEntryDto {
    return line;
  }
}

export class AuditListDto {
  items: AuditEntryDto[];
  nextCursor: string | null;
}
