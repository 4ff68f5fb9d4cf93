import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LawModule } from '../law/law.module.js';
import { NotificationModule } from '../notification/notification.module.js';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { ContentRulesService } from './content-rules.service.js';
import { CourseWritingService } from './course-writing.service.js';
import { DraftArchiveController } from './draft-archive.controller.js';
import { DraftArchiveService } from './draft-archive.service.js';
import { DraftImageService } from './draft-image.service.js';
import { DraftLessonController } from './draft-lesson.controller.js';
import { DraftLessonService } from './draft-lesson.service.js';
import { DraftOutlineService } from './draft-outline.service.js';
import { DraftPublicationService } from './draft-publication.service.js';
import { DraftStoreService } from './draft-store.service.js';
import { DraftStructureService } from './draft-structure.service.js';
import { DraftSubmissionService } from './draft-submission.service.js';
import { DraftController } from './draft.controller.js';
import { DraftService } from './draft.service.js';
import { ReviewService } from './review.service.js';
import { ReviewTaskJobs } from './review-task.jobs.js';
import { ReviewTaskService } from './review-task.service.js';

/** Owns the desk: drafts of courses, their reviews, and who may teach what. What is published belongs to catalogue. */
@Module({
  imports: [CatalogueModule, IdentityModule, LawModule, NotificationModule, QuestionBankModule],
  controllers: [DraftArchiveController, DraftController, DraftLessonController],
  providers: [
    ContentRulesService,
    CourseWritingService,
    DraftArchiveService,
    DraftImageService,
    DraftLessonService,
    DraftOutlineService,
    DraftPublicationService,
    DraftService,
    DraftStoreService,
    DraftStructureService,
    DraftSubmissionService,
    ReviewService,
    ReviewTaskService,
    ReviewTaskJobs,
  ],
  exports: [CourseWritingService, ReviewTaskService],
})
export class AuthoringModule {}
