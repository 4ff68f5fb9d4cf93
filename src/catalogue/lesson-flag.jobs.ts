import { Injectable } from '@nestjs/common';
import { ArticleAmended } from '../law/law.events.js';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { RevisionPublished } from './catalogue.events.js';
import { LessonFlagService } from './lesson-flag.service.js';

@Injectable()
export class LessonFlagJobs {
  constructor(private readonly flags: LessonFlagService) {}

  @JobHandler('catalogue.flag-lessons', { queue: 'bulk', on: ArticleAmended })
  async flagLessons({ amendmentId }: { amendmentId: string }): Promise<void> {
    await this.flags.flag(amendmentId);
  }

  @JobHandler('catalogue.settle-lesson-flags', { queue: 'bulk', on: RevisionPublished })
  async settleFlags({ revisionId }: { revisionId: string }): Promise<void> {
    await this.flags.settle(revisionId);
  }
}
