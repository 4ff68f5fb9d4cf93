import { Injectable } from '@nestjs/common';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { OrganisationChangeService } from './organisation-change.service.js';

@Injectable()
export class OrganisationJobs {
  constructor(private readonly changes: OrganisationChangeService) {}

  /** Changes decided for today take effect within the first hour of the day. */
  @JobHandler('organisation.apply-due-changes', { queue: 'bulk', everySeconds: 3600 })
  async applyDueChanges(): Promise<void> {
    await this.changes.applyDueChanges();
  }
}
