import { Injectable } from '@nestjs/common';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { ReviewTidings } from './review-tidings.service.js';

@Injectable()
export class ReviewJobs {
  constructor(private readonly tidings: ReviewTidings) {}

  /** By the clock and not by an event: who becomes a reviewer while something waits is told, too. */
  @JobHandler('authoring.tell-waiting-reviews', { queue: 'bulk', everySeconds: 60 })
  async tellWaiting(): Promise<void> {
    await this.tidings.tellWaiting();
  }

  @JobHandler('authoring.tell-review-decision', { queue: 'interactive' })
  async tellDecision({ reviewId }: { reviewId: string }): Promise<void> {
    await this.tidings.tellDecision(reviewId);
  }

  @JobHandler('authoring.tell-review-comment', { queue: 'interactive' })
  async tellComment({ commentId }: { commentId: string }): Promise<void> {
    await this.tidings.tellComment(commentId);
  }
}
