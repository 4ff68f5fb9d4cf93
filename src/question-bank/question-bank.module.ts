import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { LawModule } from '../law/law.module.js';
import { NotificationModule } from '../notification/notification.module.js';
import { LawImpactController } from './law-impact.controller.js';
import { LawImpactService } from './law-impact.service.js';
import { QuestionBankService } from './question-bank.service.js';
import { QuestionImportService } from './question-import.service.js';
import { QuestionFlagJobs } from './question-flag.jobs.js';
import { QuestionFlagService } from './question-flag.service.js';
import { QuizController } from './quiz.controller.js';

/** Owns questions, their versions and quizzes, and says what an article of law touches. Knows no attempt. */
@Module({
  imports: [IdentityModule, NotificationModule, LawModule],
  controllers: [QuizController, LawImpactController],
  providers: [QuestionBankService, QuestionImportService, LawImpactService, QuestionFlagService, QuestionFlagJobs],
  exports: [QuestionBankService, QuestionImportService, LawImpactService, QuestionFlagService],
})
export class QuestionBankModule {}
