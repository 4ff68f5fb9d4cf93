import { Module } from '@nestjs/common';
import { AuthoringModule } from '../authoring/authoring.module.js';
import { LawModule } from '../law/law.module.js';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { LawDeskController } from './law-desk.controller.js';
import { LawDeskService } from './law-desk.service.js';
import { QuestionListService } from './question-list.service.js';
import { QuestionPageService } from './question-page.service.js';
import { QuestionController } from './question.controller.js';

/** Owns nothing: shows what several features know together. So far the law desk, and the questions with how they are answered. */
@Module({
  imports: [AuthoringModule, LawModule, QuestionBankModule],
  controllers: [LawDeskController, QuestionController],
  providers: [LawDeskService, QuestionListService, QuestionPageService],
})
export class ReportingModule {}
