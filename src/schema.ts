import { AttendanceEvent } from './classes/entities/attendance-event.entity.js';
import { AttendanceRecord } from './classes/entities/attendance-record.entity.js';
import { CheckInThrottle } from './classes/entities/check-in-throttle.entity.js';
import { ClassLecturer } from './classes/entities/class-lecturer.entity.js';
import { ClassRegistration } from './classes/entities/class-registration.entity.js';
import { ClassSession } from './classes/entities/class-session.entity.js';
import { TrainingClass } from './classes/entities/training-class.entity.js';
import { ScenarioAttempt } from './assessment/entities/scenario-attempt.entity.js';
import { DiscardedPhoto } from './assessment/entities/discarded-photo.entity.js';
import { EssayGrade } from './assessment/entities/essay-grade.entity.js';
import { EssayPhoto } from './assessment/entities/essay-photo.entity.js';
import { QuizAttempt } from './assessment/entities/quiz-attempt.entity.js';
import { QuestionTally } from './assessment/entities/question-tally.entity.js';
import { QuizResponse } from './assessment/entities/quiz-response.entity.js';
import { CourseDraft } from './authoring/entities/course-draft.entity.js';
import { DraftContributor } from './authoring/entities/draft-contributor.entity.js';
import { DraftFile } from './authoring/entities/draft-file.entity.js';
import { DraftSave } from './authoring/entities/draft-save.entity.js';
import { ReviewComment } from './authoring/entities/review-comment.entity.js';
import { ReviewTask } from './authoring/entities/review-task.entity.js';
import { Review } from './authoring/entities/review.entity.js';
import { TeachingAuthorisation } from './authoring/entities/teaching-authorisation.entity.js';
import { ContentBlob } from './catalogue/entities/content-blob.entity.js';
import { CourseRevision } from './catalogue/entities/course-revision.entity.js';
import { Course } from './catalogue/entities/course.entity.js';
import { Handbook } from './catalogue/entities/handbook.entity.js';
import { Lesson } from './catalogue/entities/lesson.entity.js';
import { RevisionFile } from './catalogue/entities/revision-file.entity.js';
import { Scenario } from './catalogue/entities/scenario.entity.js';
import { SkillModule } from './catalogue/entities/skill-module.entity.js';
import { CertificateRegister } from './credentials/entities/certificate-register.entity.js';
import { Certificate } from './credentials/entities/certificate.entity.js';
import { EnrolmentResult } from './enrolment/entities/enrolment-result.entity.js';
import { Enrolment } from './enrolment/entities/enrolment.entity.js';
import { LessonProgress } from './enrolment/entities/lesson-progress.entity.js';
import { CorrectionRequest } from './identity/entities/correction-request.entity.js';
import { LoginName } from './identity/entities/login-name.entity.js';
import { MemberRecord } from './identity/entities/member-record.entity.js';
import { OneTimeCode } from './identity/entities/one-time-code.entity.js';
import { OfficeTerm } from './identity/entities/office-term.entity.js';
import { OfficeTitle } from './identity/entities/office-title.entity.js';
import { Person } from './identity/entities/person.entity.js';
import { RoleGrant } from './identity/entities/role-grant.entity.js';
import { SignInThrottle } from './identity/entities/sign-in-throttle.entity.js';
import { UserSession } from './identity/entities/user-session.entity.js';
import { User } from './identity/entities/user.entity.js';
import { ContentStamp } from './interchange/entities/content-stamp.entity.js';
import { ImportJob } from './interchange/entities/import-job.entity.js';
import { ImportRow } from './interchange/entities/import-row.entity.js';
import { ReformPlan } from './interchange/entities/reform-plan.entity.js';
import { SyncItem } from './interchange/entities/sync-item.entity.js';
import { ArticleVersion } from './law/entities/article-version.entity.js';
import { LawArticle } from './law/entities/law-article.entity.js';
import { LawCitation } from './law/entities/law-citation.entity.js';
import { LessonFlag } from './catalogue/entities/lesson-flag.entity.js';
import { RefresherAnswer } from './credentials/entities/refresher-answer.entity.js';
import { Refresher } from './credentials/entities/refresher.entity.js';
import { AmendedArticle } from './law/entities/amended-article.entity.js';
import { LawAmendment } from './law/entities/law-amendment.entity.js';
import { QuestionFlag } from './question-bank/entities/question-flag.entity.js';
import { LawDocument } from './law/entities/law-document.entity.js';
import { LawSource } from './law/entities/law-source.entity.js';
import { Contact } from './notification/entities/contact.entity.js';
import { NotificationDelivery } from './notification/entities/notification-delivery.entity.js';
import { NotificationDigest } from './notification/entities/notification-digest.entity.js';
import { Notification } from './notification/entities/notification.entity.js';
import { OfficialDocument } from './organisation/entities/official-document.entity.js';
import { OrganisationHeadCount } from './organisation/entities/organisation-head-count.entity.js';
import { OrganisationKind } from './organisation/entities/organisation-kind.entity.js';
import { OrganisationPeriod } from './organisation/entities/organisation-period.entity.js';
import { OrganisationSuccession } from './organisation/entities/organisation-succession.entity.js';
import { OrganisationTier } from './organisation/entities/organisation-tier.entity.js';
import { Organisation } from './organisation/entities/organisation.entity.js';
import { AuditEntry } from './platform/audit/entities/audit-entry.entity.js';
import { AuditSeal } from './platform/audit/entities/audit-seal.entity.js';
import { SealPending } from './platform/audit/entities/seal-pending.entity.js';
import { IdempotencyRecord } from './platform/auth/entities/idempotency-record.entity.js';
import { OutboxEntry } from './platform/jobs/entities/outbox-entry.entity.js';
import { Question } from './question-bank/entities/question.entity.js';
import { QuestionVersion } from './question-bank/entities/question-version.entity.js';
import { QuizQuestion } from './question-bank/entities/quiz-question.entity.js';
import { Quiz } from './question-bank/entities/quiz.entity.js';
import { SearchEntry } from './search/entities/search-entry.entity.js';
import { SearchPair } from './search/entities/search-pair.entity.js';
import { SearchWord } from './search/entities/search-word.entity.js';

/** Every table of the application. Listed by hand because bundling and ESM leave no room for globs. */
export const ENTITIES = [
  OrganisationTier,
  OrganisationKind,
  Organisation,
  OrganisationPeriod,
  OrganisationHeadCount,
  OrganisationSuccession,
  OfficialDocument,
  Person,
  User,
  CorrectionRequest,
  LoginName,
  UserSession,
  SignInThrottle,
  OneTimeCode,
  MemberRecord,
  OfficeTitle,
  OfficeTerm,
  RoleGrant,
  Notification,
  Contact,
  NotificationDigest,
  NotificationDelivery,
  LawSource,
  LawDocument,
  LawArticle,
  ArticleVersion,
  LawCitation,
  LawAmendment,
  AmendedArticle,
  Course,
  CourseRevision,
  ContentBlob,
  RevisionFile,
  Scenario,
  SkillModule,
  Lesson,
  Handbook,
  LessonFlag,
  Question,
  QuestionVersion,
  Quiz,
  QuizQuestion,
  QuestionFlag,
  CourseDraft,
  DraftFile,
  DraftSave,
  DraftContributor,
  Review,
  ReviewComment,
  TeachingAuthorisation,
  ReviewTask,
  SearchEntry,
  SearchPair,
  SearchWord,
  Enrolment,
  LessonProgress,
  EnrolmentResult,
  ScenarioAttempt,
  EssayGrade,
  EssayPhoto,
  DiscardedPhoto,
  QuizAttempt,
  QuizResponse,
  QuestionTally,
  TrainingClass,
  ClassLecturer,
  ClassSession,
  ClassRegistration,
  AttendanceEvent,
  AttendanceRecord,
  CheckInThrottle,
  CertificateRegister,
  Certificate,
  Refresher,
  RefresherAnswer,
  SyncItem,
  ContentStamp,
  ImportJob,
  ImportRow,
  ReformPlan,
  OutboxEntry,
  AuditEntry,
  SealPending,
  AuditSeal,
  IdempotencyRecord,
];
