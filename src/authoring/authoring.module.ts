import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LawModule } from '../law/law.module.js';
import { NotificationModule } from '../notification/notification.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { CourseWritingService } from './course-writing.service.js';
import { ReviewAccessService } from './review-access.service.js';
import { ReviewCommentService } from './review-comment.service.js';
import { ReviewController } from './review.controller.js';
import { ReviewDecisionService } from './review-decision.service.js';
import { ReviewJobs } from './review.jobs.js';
import { ReviewListService } from './review-list.service.js';
import { ReviewReadingService } from './review-reading.service.js';
import { ReviewService } from './review.service.js';
import { ReviewTextService } from './review-text.service.js';
import { ReviewTidings } from './review-tidings.service.js';

/** Owns the desk: drafts of courses, their reviews, and who may teach what. What is published belongs to catalogue. */
@Module({
  imports: [CatalogueModule, IdentityModule, LawModule, NotificationModule, OrganisationModule, QuestionBankModule],
  controllers: [ReviewController],
  providers: [
    CourseWritingService,
    ReviewAccessService,
    ReviewCommentService,
    ReviewDecisionService,
    ReviewJobs,
    ReviewListService,
    ReviewReadingService,
    ReviewService,
    ReviewTextService,
    ReviewTidings,
  ],
  exports: [CourseWritingService],
})
export class AuthoringModule {}
