import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { QuestionBankModule } from '../question-bank/question-bank.module.js';
import { LawDeskController } from './law-desk.controller.js';
import { LawDeskService } from './law-desk.service.js';

/** Owns nothing: shows what several features know together. So far the law desk. */
@Module({
  imports: [LawModule, QuestionBankModule],
  controllers: [LawDeskController],
  providers: [LawDeskService],
})
export class ReportingModule {}
