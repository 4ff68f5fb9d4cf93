import { Injectable } from '@nestjs/common';
import { PasswordResetAsked } from '../identity/identity.events.js';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { PasswordResetTidings } from './password-reset-tidings.service.js';

@Injectable()
export class NotificationJobs {
  constructor(private readonly tidings: PasswordResetTidings) {}

  @JobHandler('notification.tell-password-reset', { queue: 'interactive', on: PasswordResetAsked })
  async tellPasswordReset(asked: { personId: string; day: string }): Promise<void> {
    await this.tidings.tell(asked);
  }
}
