import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LawModule } from '../law/law.module.js';
import { NotificationModule } from '../notification/notification.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { ContentRulesService } from './content-rules.service.js';
import { CourseWritingService } from './course-writing.service.js';
import { DraftAbandonmentService } from './draft-abandonment.service.js';
import { DraftArchiveController } from './draft-archive.controller.js';
import { DraftArchiveService } from './draft-archive.service.js';
import { DraftAttachmentService } from './draft-attachment.service.js';
import { DraftImageService } from './draft-image.service.js';
import { DraftImportController } from './draft-import.controller.js';
import { DraftImportService } from './draft-import.service.js';
import { DraftLessonController } from './draft-lesson.controller.js';
import { DraftLessonService } from './draft-lesson.service.js';
import { DraftOutlineService } from './draft-outline.service.js';
import { DraftPublicationService } from './draft-publication.service.js';
import { DraftQuizImportService } from './draft-quiz-import.service.js';
import { DraftQuizController } from './draft-quiz.controller.js';
import { DraftQuizService } from './draft-quiz.service.js';
import { DraftStoreService } from './draft-store.service.js';
import { DraftStructureService } from './draft-structure.service.js';
import { DraftSubmissionService } from './draft-submission.service.js';
import { DraftController } from './draft.controller.js';
import { DraftService } from './draft.service.js';
import { LawAlertController } from './law-alert.controller.js';
import { LawAlertService } from './law-alert.service.js';
import { QuestionDeskService } from './question-desk.service.js';
import { ReviewAccessService } from './review-access.service.js';
import { ReviewCommentService } from './review-comment.service.js';
import { ReviewDecisionService } from './review-decision.service.js';
import { ReviewListService } from './review-list.service.js';
import { ReviewReadingService } from './review-reading.service.js';
import { ReviewTextService } from './review-text.service.js';
import { ReviewTidings } from './review-tidings.service.js';
import { ReviewController } from './review.controller.js';
import { ReviewJobs } from './review.jobs.js';
import { ReviewService } from './review.service.js';
import { ReviewTaskJobs } from './review-task.jobs.js';
import { ReviewTaskService } from './review-task.service.js';
import { Logger } from '../platform/logging/logger.js';
import { TeachingAuthorisationReaderService } from './teaching-authorisation-reader.service.js';
import { TeachingAuthorisationController } from './teaching-authorisation.controller.js';
import { TeachingAuthorisationService } from './teaching-authorisation.service.js';
import { TeachingStandingService } from './teaching-standing.service.js';
import { LessonReader } from './word/lesson-reader.js';

/** Owns the desk: drafts of courses, their reviews, and who may teach what. What is published belongs to catalogue. */
@Module({
  imports: [CatalogueModule, IdentityModule, LawModule, NotificationModule, OrganisationModule, QuestionBankModule],
  controllers: [
    DraftArchiveController,
    DraftController,
    DraftImportController,
    DraftLessonController,
    DraftQuizController,
    LawAlertController,
    ReviewController,
    TeachingAuthorisationController,
  ],
  providers: [
    ContentRulesService,
    CourseWritingService,
    DraftAbandonmentService,
    DraftArchiveService,
    DraftAttachmentService,
    DraftImageService,
    DraftImportService,
    DraftLessonService,
    DraftOutlineService,
    DraftPublicationService,
    DraftQuizImportService,
    DraftQuizService,
    DraftService,
    DraftStoreService,
    DraftStructureService,
    DraftSubmissionService,
    LawAlertService,
    QuestionDeskService,
    ReviewAccessService,
    ReviewCommentService,
    ReviewDecisionService,
    ReviewJobs,
    ReviewListService,
    ReviewReadingService,
    ReviewService,
    ReviewTaskService,
    ReviewTaskJobs,
    ReviewTextService,
    ReviewTidings,
    TeachingAuthorisationReaderService,
    TeachingAuthorisationService,
    TeachingStandingService,
    { provide: LessonReader, useFactory: (logger: Logger) => new LessonReader(logger), inject: [Logger] },
  ],
  exports: [
    CourseWritingService,
    QuestionDeskService,
    ReviewTaskService,
    TeachingAuthorisationService,
    TeachingStandingService,
  ],
})
export class AuthoringModule {}
