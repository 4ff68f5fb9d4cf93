import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { CertificateState } from '../credentials.rules.js';
import type { Verification } from '../verification.service.js';
import {
  CertificateCourseDto,
  CertificateHolderDto,
  CertificateIssuerDto,
  CertificatePeriodDto,
  CertificateResultsDto,
  CertificateSnapshotDto,
  CertificateTextDto,
} from './certificate.dto.js';

/** Every fact that the paper prints; no birth date, no phone number, no id. */
export class VerificationDto {
  state: CertificateState;
  kind: 'giay-chung-nhan' | 'chung-chi';
  title: CertificateTextDto;
  holder: CertificateHolderDto;
  course: CertificateCourseDto;
  issuer: CertificateIssuerDto;
  results: CertificateResultsDto;
  classPeriod: CertificatePeriodDto | null;
  registerNumber: string;
  blankSerial: string | null;
  grade: string | null;
  verificationCode: string;
  issuedOn: string;
  /** First day on which it is no longer valid. */
  expiresOn: string | null;
  revokedOn: string | null;
  /** Register number of the certificate that took its place. */
  supersededBy: string | null;
  /** The law moved since it was earned, and the holder has not read yet how. It stays valid. */
  refreshDue: boolean;
  /** YYYY-MM-DD on which the holder last read what had changed. */
  refreshedOn: string | null;
  /** The day of this answer. */
  checkedOn: string;

  static from({ state, certificate, checkedOn, ...verification }: Verification): VerificationDto {
    const { revokedOn, supersededBy, refreshDue, refreshedOn } = verification;
    const { registerNumber, blankSerial, grade, verificationCode, issuedOn, expiresOn } = certificate;
    const { kind, title, holder, course, issuer, results, classPeriod } = CertificateSnapshotDto.from(
      certificate.snapshot,
    );
    const printed = { kind, title, holder, course, issuer, results, classPeriod };
    const numbers = { registerNumber, blankSerial, grade, verificationCode, issuedOn, expiresOn };
    return { state, ...printed, ...numbers, revokedOn, supersededBy, refreshDue, refreshedOn, checkedOn };
  }
}

export class VerificationQueryDto {
  /** Code or register number, from the form. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  ma?: string;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  lang?: string;
}
