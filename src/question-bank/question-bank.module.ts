import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { LawImpactController } from './law-impact.controller.js';
import { LawImpactService } from './law-impact.service.js';
import { QuestionBankService } from './question-bank.service.js';
import { QuestionImportService } from './question-import.service.js';
import { QuizController } from './quiz.controller.js';

/** Owns questions, their versions and quizzes, and says what an article of law touches. Knows no attempt. */
@Module({
  imports: [LawModule],
  controllers: [QuizController, LawImpactController],
  providers: [QuestionBankService, QuestionImportService, LawImpactService],
  exports: [QuestionBankService, QuestionImportService, LawImpactService],
})
export class QuestionBankModule {}
