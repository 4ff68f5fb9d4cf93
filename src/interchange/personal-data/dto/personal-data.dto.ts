import { ApiProperty } from '@nestjs/swagger';
import type { PersonalData } from '../personal-data.service.js';

export class PurposeDto {
  vi: string;
  en: string;
}

export class PersonalDataPartDto {
  /** Why it is kept. */
  purpose: PurposeDto;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  rows: object[];
}

export class PersonalDataDto {
  /** ISO 8601 instant. */
  exportedAt: string;

  /** By kind, such as `offices`. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/PersonalDataPartDto' } })
  parts: Record<string, PersonalDataPartDto>;

  static from({ exportedAt, parts }: PersonalData): PersonalDataDto {
    return { exportedAt: exportedAt.toISOString(), parts };
  }
}
