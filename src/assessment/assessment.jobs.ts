import { Injectable } from '@nestjs/common';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { SubmissionService } from './submission.service.js';

@Injectable()
export class AssessmentJobs {
  constructor(private readonly submissions: SubmissionService) {}

  /** The server owns the deadline: a browser that is gone loses nothing that was saved. Who waits for it is served at once. */
  @JobHandler('assessment.close-expired-attempts', { queue: 'bulk', everySeconds: 15 })
  async closeExpiredAttempts(): Promise<void> {
    await this.submissions.closeExpired();
  }
}
