import { Injectable } from '@nestjs/common';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { SessionService } from './session.service.js';

@Injectable()
export class IdentityJobs {
  constructor(private readonly sessions: SessionService) {}

  @JobHandler('identity.sweep-sessions', { queue: 'bulk', everySeconds: 3600 })
  async sweepSessions(): Promise<void> {
    await this.sessions.sweep();
  }
}
