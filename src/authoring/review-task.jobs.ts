import { Injectable } from '@nestjs/common';
import { RevisionPublished } from '../catalogue/catalogue.events.js';
import { ArticleAmended } from '../law/law.events.js';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { ReviewTaskService } from './review-task.service.js';

@Injectable()
export class ReviewTaskJobs {
  constructor(private readonly tasks: ReviewTaskService) {}

  @JobHandler('authoring.open-review-tasks', { queue: 'bulk', on: ArticleAmended })
  async openTasks({ amendmentId }: { amendmentId: string }): Promise<void> {
    await this.tasks.open(amendmentId);
  }

  @JobHandler('authoring.settle-review-tasks', { queue: 'bulk', on: RevisionPublished })
  async settleTasks({ revisionId }: { revisionId: string }): Promise<void> {
    await this.tasks.settle(revisionId);
  }
}
