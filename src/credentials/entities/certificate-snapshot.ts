import type { CourseRevision } from '../../catalogue/entities/course-revision.entity.js';

type Bilingual = CourseRevision['title'];

/** Every fact a certificate prints, as it was on the day of issue. Later renames, merges or deletions change nothing. */
export interface CertificateSnapshot {
  kind: 'giay-chung-nhan' | 'chung-chi';
  title: Bilingual;
  holder: { fullName: string; birthDate: string | null; unit: string | null; office: string | null };
  course: { slug: string; title: Bilingual; revision: number; contentHash: string; asOf: string; hours: number };
  issuer: { code: string; name: string; parentName: string | null };
  /** Shares in per cent that earned it. */
  results: { quizPercent: number | null; attendancePercent: number | null };
  completedOn: string;
  /** Sessions of the class, first and last day; null for a course without a class. */
  classPeriod: { code: string; from: string; to: string } | null;
}
