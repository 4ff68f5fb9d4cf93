import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumberString,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Locale } from '../../../platform/problems/problem.js';
import type { ImportJob } from '../../entities/import-job.entity.js';
import { hasReport } from '../import-report.service.js';
import { faultText } from '../import-texts.js';
import type { RowView } from '../import.service.js';

const KINDS = ['units', 'people'] as const;
const STATES = ['checking', 'checked', 'applying', 'applied', 'failed', 'cancelled'] as const;
const ROW_STATES = ['unchecked', 'new', 'changed', 'same', 'undecided', 'faulty'] as const;
const FORMATS = ['xlsx', 'csv'] as const;
const CHOICES = ['same-person', 'new-person'] as const;

export class ImportUploadQuery {
  @IsIn(KINDS)
  @ApiProperty({ enum: KINDS })
  kind: (typeof KINDS)[number];

  /** The name of the file, for the officer's eyes. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  fileName: string;

  /** Rows reach this unit and those below it; the highest unit that one answers for when absent. */
  @IsOptional()
  @IsUUID()
  organisationId?: string;
}

export class ImportListQuery {
  /** `nextCursor` of the previous page. */
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

export class ImportRowsQuery {
  /** `nextCursor` of the previous page. */
  @IsOptional()
  @IsNumberString({ no_symbols: true })
  @MaxLength(7)
  cursor?: string;

  /** Only rows in this state. */
  @IsOptional()
  @IsIn(ROW_STATES)
  @ApiProperty({ enum: ROW_STATES, required: false })
  state?: (typeof ROW_STATES)[number];
}

export class SheetFormatQuery {
  @IsOptional()
  @IsIn(FORMATS)
  @ApiProperty({ enum: FORMATS, required: false, default: 'xlsx' })
  format?: (typeof FORMATS)[number];
}

export class RegisterExportRequest {
  @IsIn(KINDS)
  @ApiProperty({ enum: KINDS })
  kind: (typeof KINDS)[number];

  @IsIn(FORMATS)
  @ApiProperty({ enum: FORMATS })
  format: (typeof FORMATS)[number];

  /** Only this unit and those below it. */
  @IsOptional()
  @IsUUID()
  organisationId?: string;
}

export class ImportDecisionDto {
  /** Number of the row. */
  @IsInt()
  @Min(1)
  row: number;

  @IsIn(CHOICES)
  @ApiProperty({ enum: CHOICES })
  choice: (typeof CHOICES)[number];

  /** One of the row's candidates; absent when it is the person of the row above that the candidate names. */
  @IsOptional()
  @IsUUID()
  personId?: string;
}

export class ImportDecisionsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ImportDecisionDto)
  decisions: ImportDecisionDto[];
}

export class ImportCanDto {
  decide: boolean;
  apply: boolean;
  cancel: boolean;
  /** Take along the sheet with the column of errors. */
  report: boolean;
}

export class ImportCountsDto {
  /** Rows read so far; in the end all of them. */
  total: number;
  new: number;
  changed: number;
  same: number;
  undecided: number;
  faulty: number;
}

export class ImportDto {
  /** UUID. */
  id: string;
  @ApiProperty({ enum: KINDS })
  kind: (typeof KINDS)[number];
  @ApiProperty({ enum: STATES })
  state: (typeof STATES)[number];
  fileName: string;
  /** SHA-256 of the file, lower-case hex. */
  sha256: string;
  bytes: number;
  /** UUID of the unit that the rows reach, with those below it. */
  organisationId: string;
  counts: ImportCountsDto;
  /** Keys of the columns that were recognised, in the order of the file. */
  columns: string[];
  /** Headings that were not recognised; their columns are not imported. */
  ignoredHeadings: string[];
  /** Why the whole file was refused, in the language of the request. */
  fault: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  /** When it was applied, refused or cancelled. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: string | null;
  can: ImportCanDto;

  static from(job: ImportJob, locale: Locale): ImportDto {
    const { id, kind, state, fileName, bytes, columns, ignoredHeadings, organisationId } = job;
    const isChecked = state === 'checked';
    return {
      ...{ id, kind, state, fileName, bytes, columns, ignoredHeadings, organisationId, sha256: job.fileKey },
      counts: {
        total: job.rows,
        new: job.newRows,
        changed: job.changedRows,
        same: job.sameRows,
        undecided: job.undecidedRows,
        faulty: job.faultyRows,
      },
      fault: job.fault === null ? null : faultText(kind, job.fault)[locale],
      createdAt: job.createdAt.toISOString(),
      finishedAt: job.finishedAt?.toISOString() ?? null,
      can: {
        decide: isChecked,
        apply: isChecked && job.faultyRows + job.undecidedRows === 0,
        cancel: isChecked || state === 'checking',
        report: hasReport(job),
      },
    };
  }
}

export class ImportListDto {
  /** Newest first. */
  items: ImportDto[];
  nextCursor: string | null;
}

export class ImportFaultDto {
  code: string;
  /** Key of the column; null when the fault is about the whole row. */
  column: string | null;
  /** In words, in the language of the request. */
  text: string;
}

export class ImportTextDto {
  vi: string;
  en: string;
}

export class ImportCandidateOfficeDto {
  title: ImportTextDto;
  /** YYYY-MM-DD. */
  validFrom: string;
  /** YYYY-MM-DD, the first day on which it is no longer held. */
  validTo: string | null;
}

export class ImportCandidateDto {
  /** UUID. */
  personId: string;
  fullName: string;
  /** YYYY-MM-DD. */
  birthDate: string | null;
  memberCode: string | null;
  /** Only those in the unit that the row names, newest first. */
  offices: ImportCandidateOfficeDto[];
}

export class ImportRowDto {
  /** As the spreadsheet program numbers it. */
  number: number;
  @ApiProperty({ enum: ROW_STATES })
  state: (typeof ROW_STATES)[number];
  /** What was read, by column; null once the import is a month old. */
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] },
  })
  value: Record<string, string | number | null> | null;
  faults: ImportFaultDto[];
  /** People whom the row may be about. */
  candidates: ImportCandidateDto[];
  /** Row above that may be about the same person. */
  candidateRow: number | null;
  @ApiProperty({ enum: CHOICES, nullable: true })
  decision: (typeof CHOICES)[number] | null;

  static from(row: RowView, kind: ImportJob['kind'], locale: Locale): ImportRowDto {
    const { number, state, value, candidates, candidateRow, decision } = row;
    const faults = row.faults.map((fault) => ({
      code: fault.code,
      column: fault.column ?? null,
      text: faultText(kind, fault)[locale],
    }));
    return { number, state, value, faults, candidates, candidateRow, decision };
  }
}

export class ImportRowsDto {
  /** In the order of the file. */
  items: ImportRowDto[];
  nextCursor: string | null;
}
