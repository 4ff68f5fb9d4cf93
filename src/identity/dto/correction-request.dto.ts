import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { OpenRequest, OwnRequest } from '../correction-request.service.js';
import type { CorrectionRequest } from '../entities/correction-request.entity.js';
import { OfficeHolderDto } from './office-term.dto.js';

const FIELDS = ['full-name', 'birth-date', 'gender', 'other', 'erasure'] as const;

export class NewCorrectionRequestDto {
  /** `other` is said in the note; `erasure` asks for everything to be erased. */
  @IsIn(FIELDS)
  field: CorrectionRequest['field'];

  /** A name, a day (YYYY-MM-DD), or `female`, `male`, `other`; none for `other` and `erasure`. */
  @IsOptional()
  @IsString()
  @MaxLength(240)
  wishedValue?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class OwnCorrectionRequestDto {
  /** UUID. */
  id: string;
  field: CorrectionRequest['field'];
  wishedValue: string | null;
  note: string | null;
  state: CorrectionRequest['state'];
  createdAt: Date;
  decidedAt: Date | null;
  /** Why it was rejected. */
  reason: string | null;

  static from(request: OwnRequest): OwnCorrectionRequestDto {
    const { id, field, wishedValue, note, state, createdAt, decidedAt, reason } = request;
    return { id, field, wishedValue, note, state, createdAt, decidedAt, reason };
  }
}

export class OwnCorrectionRequestListDto {
  /** The newest first. */
  items: OwnCorrectionRequestDto[];
}

export class OpenCorrectionRequestDto extends OwnCorrectionRequestDto {
  person: OfficeHolderDto;

  static override from(request: OpenRequest): OpenCorrectionRequestDto {
    return { ...OwnCorrectionRequestDto.from(request), person: request.person };
  }
}

export class OpenCorrectionRequestListDto {
  /** The oldest first. */
  items: OpenCorrectionRequestDto[];
  nextCursor: string | null;
}

export class CorrectionListQueryDto {
  /** `nextCursor` of the previous page. */
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

export class CorrectionDecisionDto {
  @IsIn(['accept', 'reject'])
  decision: 'accept' | 'reject';

  /** Told to the person when rejected, and needed then; kept in the audit, no names of people. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}
