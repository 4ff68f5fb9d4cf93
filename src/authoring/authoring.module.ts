import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { LawModule } from '../law/law.module.js';
import { NotificationModule } from '../notification/notification.module.js';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { CourseWritingService } from './course-writing.service.js';
import { ReviewTaskJobs } from './review-task.jobs.js';
import { ReviewTaskService } from './review-task.service.js';

/** Owns the desk: drafts of courses, their reviews, and who may teach what. What is published belongs to catalogue. */
@Module({
  imports: [CatalogueModule, IdentityModule, LawModule, NotificationModule, QuestionBankModule],
  providers: [CourseWritingService, ReviewTaskService, ReviewTaskJobs],
  exports: [CourseWritingService, ReviewTaskService],
})
export class AuthoringModule {}
