import { IsOptional, IsUUID } from 'class-validator';
import type { CertificateView } from '../certificate.service.js';
import type { CertificateState } from '../credentials.rules.js';
import type { CertificateSnapshot } from '../entities/certificate-snapshot.js';

export class CertificateTextDto {
  vi: string;
  en?: string;
}

export class CertificateSummaryDto {
  id: string;
  registerNumber: string;
  /** 16 characters; shown in groups of four. */
  verificationCode: string;
  verificationUrl: string;
  title: CertificateTextDto;
  courseTitle: CertificateTextDto;
  /** YYYY-MM-DD. */
  issuedOn: string;
  /** First day on which it is no longer valid, YYYY-MM-DD; null when it does not expire. */
  expiresOn: string | null;
  state: CertificateState;
  /** The law moved since it was earned, and the holder has not read yet how. It stays valid. */
  refreshDue: boolean;
  /** When the holder last read what had changed. */
  refreshedAt: Date | null;
  /** Whether the PDF is there yet. */
  pdfReady: boolean;
  pdfUrl: string;
  issuerName: string;

  static from(view: CertificateView): CertificateSummaryDto {
    const { id, registerNumber, verificationCode, verificationUrl, snapshot, issuedOn, expiresOn, state } = view;
    return {
      id,
      registerNumber,
      verificationCode,
      verificationUrl,
      title: snapshot.title,
      courseTitle: snapshot.course.title,
      issuedOn,
      expiresOn,
      state,
      refreshDue: view.refreshDue,
      refreshedAt: view.refreshedAt,
      pdfReady: view.pdfKey !== null,
      pdfUrl: `/api/v1/certificates/${id}/pdf`,
      issuerName: snapshot.issuer.name,
    };
  }
}

export class CertificateListDto {
  items: CertificateSummaryDto[];
}

export class CertificateHolderDto {
  fullName: string;
  unit: string | null;
  office: string | null;
}

export class CertificateCourseDto {
  slug: string;
  title: CertificateTextDto;
  revision: number;
  /** The day on which the law was checked, YYYY-MM-DD. */
  asOf: string;
  hours: number;
}

export class CertificateIssuerDto {
  code: string;
  name: string;
  parentName: string | null;
}

export class CertificateResultsDto {
  quizPercent: number | null;
  attendancePercent: number | null;
}

export class CertificatePeriodDto {
  code: string;
  /** YYYY-MM-DD. */
  from: string;
  to: string;
}

/** What the paper prints, as on the day of issue. */
export class CertificateSnapshotDto {
  kind: 'giay-chung-nhan' | 'chung-chi';
  title: CertificateTextDto;
  holder: CertificateHolderDto;
  course: CertificateCourseDto;
  issuer: CertificateIssuerDto;
  results: CertificateResultsDto;
  completedOn: string;
  classPeriod: CertificatePeriodDto | null;

  /** Without the birth date: the paper does not print it, so nobody needs it here. */
  static from(snapshot: CertificateSnapshot): CertificateSnapshotDto {
    const { fullName, unit, office } = snapshot.holder;
    const { slug, title, revision, asOf, hours } = snapshot.course;
    return { ...snapshot, holder: { fullName, unit, office }, course: { slug, title, revision, asOf, hours } };
  }
}

export class CertificateDto extends CertificateSummaryDto {
  blankSerial: string | null;
  grade: string | null;
  snapshot: CertificateSnapshotDto;

  static override from(view: CertificateView): CertificateDto {
    const { blankSerial, grade, snapshot } = view;
    return { ...CertificateSummaryDto.from(view), blankSerial, grade, snapshot: CertificateSnapshotDto.from(snapshot) };
  }
}

export class RegisterQueryDto {
  /** Only this unit and those below it. */
  @IsOptional()
  @IsUUID()
  organisationId?: string;

  /** `nextCursor` of the page before. */
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

export class RegisterHolderDto {
  fullName: string;
  unit: string | null;
}

export class RegisterEntryDto {
  id: string;
  registerNumber: string;
  holder: RegisterHolderDto;
  courseTitle: CertificateTextDto;
  issuedOn: string;
  expiresOn: string | null;
  state: CertificateState;

  static from({ id, registerNumber, snapshot, issuedOn, expiresOn, state }: CertificateView): RegisterEntryDto {
    const { fullName, unit } = snapshot.holder;
    const courseTitle = snapshot.course.title;
    return { id, registerNumber, holder: { fullName, unit }, courseTitle, issuedOn, expiresOn, state };
  }
}

export class RegisterDto {
  items: RegisterEntryDto[];
  nextCursor: string | null;
}
