import { Injectable } from '@nestjs/common';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { LawAmendmentService } from './law-amendment.service.js';

@Injectable()
export class LawJobs {
  constructor(private readonly amendments: LawAmendmentService) {}

  /** What is to be in force from today takes effect in the first minutes of the day. */
  @JobHandler('law.announce-due-amendments', { queue: 'bulk', everySeconds: 60 })
  async announceDue(): Promise<void> {
    await this.amendments.announceDue();
  }
}
