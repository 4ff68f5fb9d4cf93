/** A text in Vietnamese with optional English. */
export interface Bilingual {
  vi: string;
  en?: string;
}

/** What a course asks for before an enrolment is complete. Every part given must hold. */
export interface CompletionRule {
  /** All lessons of kind reading, video and handbook marked done. */
  lessons?: 'all';
  /** Quizzes, by slug within the course, with the share of points needed (0–100). */
  quizzes?: { quiz: string; passPercent: number }[];
  /** Scenarios, by slug within the course, with the share of points needed (0–100). */
  scenarios?: { scenario: string; passPercent: number }[];
  /** Share (0–100) of the planned sessions of one class of the course that must be attended. */
  attendance?: { minimumPercent: number };
}

/** What the certificate of a course prints; absent when the course gives none. */
export interface CertificateRule {
  kind: 'giay-chung-nhan' | 'chung-chi';
  title: Bilingual;
  /** Months of validity from the day of issue; absent: it does not expire. */
  validMonths?: number;
}
