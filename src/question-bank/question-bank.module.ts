import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { QuestionBankService } from './question-bank.service.js';
import { QuestionImportService } from './question-import.service.js';
import { QuizController } from './quiz.controller.js';

/** Owns questions, their versions and quizzes. Knows no attempt. */
@Module({
  imports: [LawModule],
  controllers: [QuizController],
  providers: [QuestionBankService, QuestionImportService],
  exports: [QuestionBankService, QuestionImportService],
})
export class QuestionBankModule {}
