import { Injectable } from '@nestjs/common';
import { RevisionPublished } from '../catalogue/catalogue.events.js';
import { ArticleAmended } from '../law/law.events.js';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { QuestionFlagService } from './question-flag.service.js';

@Injectable()
export class QuestionFlagJobs {
  constructor(private readonly flags: QuestionFlagService) {}

  @JobHandler('question-bank.flag-questions', { queue: 'bulk', on: ArticleAmended })
  async flagQuestions({ amendmentId }: { amendmentId: string }): Promise<void> {
    await this.flags.flag(amendmentId);
  }

  @JobHandler('question-bank.settle-question-flags', { queue: 'bulk', on: RevisionPublished })
  async settleFlags({ revisionId }: { revisionId: string }): Promise<void> {
    await this.flags.settle(revisionId);
  }
}
