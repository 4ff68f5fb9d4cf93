import type { components } from './schema.js';

type Schemas = components['schemas'];

export type Session = Schemas['SessionDto'];
export type LivingSession = Schemas['LivingSessionDto'];
export type Notification = Schemas['NotificationDto'];
export type NotificationSettings = Schemas['NotificationSettingsDto'];
export type MailSettings = Schemas['MailSettingsDto'];
export type MailWish = Schemas['MailWishDto'];
export type LawDocument = Schemas['LawDocumentDto'];
export type LawHit = Schemas['LawArticleHitDto'];
export type SearchHit = Schemas['SearchHitDto'];
export type LawImpact = Schemas['LawImpactDto'];
export type LiveCiter = Schemas['LiveCiterDto'];
export type LawArticle = Schemas['LawArticleDto'];
export type ArticleVersion = Schemas['ArticleVersionDto'];
export type CourseSummary = Schemas['CourseSummaryDto'];
export type Course = Schemas['CourseDto'];
export type Handbook = Schemas['HandbookDto'];
export type LessonOutline = Schemas['LessonOutlineDto'];
export type Lesson = Schemas['LessonDto'];
export type Scenario = Schemas['ScenarioDto'];
export type Citation = Schemas['LessonCitationDto'];
export type Quiz = Schemas['QuizDto'];
export type Enrolment = Schemas['EnrolmentDto'];
export type MissingPart = Schemas['MissingPartDto'];
export type Attempt = Schemas['AttemptDto'];
export type AttemptQuestion = Schemas['AttemptQuestionDto'];
export type AttemptSummary = Schemas['AttemptSummaryDto'];
export type Result = Schemas['ResultDto'];
export type ReviewItem = Schemas['ReviewedQuestionDto'];
export type CheckedIn = Schemas['CheckedInDto'];
export type SessionCode = Schemas['SessionCodeDto'];
export type Roster = Schemas['RosterDto'];
export type RosterRow = Schemas['RosterRowDto'];
export type Mark = Schemas['MarkDto']['mark'];
export type ScheduledSession = Schemas['ScheduledSessionDto'];
export type Verdict = NonNullable<ScheduledSession['verdict']>;
export type ClassSummary = Schemas['ClassSummaryDto'];
export type TrainingClass = Schemas['ClassDto'];
export type ClassSession = Schemas['ClassSessionDto'];
export type NewClass = Schemas['OpenClassDto'];
export type NewSession = Schemas['NewSessionDto'];
export type Refresher = Schemas['RefresherDetailDto'];
export type Amendment = Schemas['AmendmentDto'];
export type ShortCell = Schemas['ShortCellDto'];
export type AmendmentDetail = Schemas['AmendmentDetailDto'];
export type NewWording = Schemas['NewWordingDto'];
export type Replacement = Schemas['ReplacementDto'];
export type Certificate = Schemas['CertificateSummaryDto'];
export type CertificateDetail = Schemas['CertificateDto'];
export type RegisterEntry = Schemas['RegisterEntryDto'];
export type Organisation = Schemas['OrganisationDto'];
export type Unit = Schemas['OrganisationDetailDto'];
export type UnitHistory = Schemas['OrganisationHistoryDto'];
export type Founding = Schemas['FoundingDto'];
export type OfficeTerm = Schemas['OfficeTermDto'];
export type Person = Schemas['PersonViewDto'];
export type OfficeOfPerson = Schemas['OfficeOfPersonDto'];
export type RoleGrant = Schemas['RoleGrantDto'];
export type Import = Schemas['ImportDto'];
export type ImportRow = Schemas['ImportRowDto'];
export type ImportCandidate = Schemas['ImportCandidateDto'];
export type ImportDecision = Schemas['ImportDecisionDto'];
export type AuditLine = Schemas['AuditEntryDto'];

/** What a learner answers; indexes are those of the stored question, not of the shuffled screen. */
export type QuestionResponse =
  | { kind: 'single'; option: number }
  | { kind: 'multiple'; options: number[] }
  | { kind: 'true-false'; value: boolean }
  | { kind: 'short-answer'; text: string }
  | { kind: 'numeric'; text: string }
  | { kind: 'matching'; choices: (number | null)[] }
  | { kind: 'ordering'; order: number[] }
  | { kind: 'cloze'; blanks: (number | string | null)[] }
  | { kind: 'essay'; text: string };
export type PersonLine = Schemas['PersonLineDto'];
export type IssuedCode = Schemas['IssuedCodeDto'];
export type CorrectionWish = Schemas['NewCorrectionRequestDto'];
export type OwnCorrection = Schemas['OwnCorrectionRequestDto'];
export type OpenCorrection = Schemas['OpenCorrectionRequestDto'];
export type NewUnit = Schemas['NewUnitDto'];
export type Merger = Schemas['MergerDto'];
export type Split = Schemas['SplitDto'];
export type Reformed = Schemas['UnitReformResultDto'];
