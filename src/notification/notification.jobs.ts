import { Injectable } from '@nestjs/common';
import { CorrectionAnswered, CorrectionAsked, PasswordResetAsked, PersonErased } from '../identity/identity.events.js';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { CorrectionTidings } from './correction-tidings.service.js';
import { NotificationService } from './notification.service.js';
import { PasswordResetTidings } from './password-reset-tidings.service.js';

@Injectable()
export class NotificationJobs {
  constructor(
    private readonly tidings: PasswordResetTidings,
    private readonly corrections: CorrectionTidings,
    private readonly notifications: NotificationService,
  ) {}

  @JobHandler('notification.tell-password-reset', { queue: 'interactive', on: PasswordResetAsked })
  async tellPasswordReset(asked: { personId: string; day: string }): Promise<void> {
    await this.tidings.tell(asked);
  }

  @JobHandler('notification.tell-correction-request', { queue: 'interactive', on: CorrectionAsked })
  async tellCorrectionRequest({ requestId }: { requestId: string }): Promise<void> {
    await this.corrections.tellOfficers(requestId);
  }

  @JobHandler('notification.tell-correction-answer', { queue: 'interactive', on: CorrectionAnswered })
  async tellCorrectionAnswer({ requestId }: { requestId: string }): Promise<void> {
    await this.corrections.tellPerson(requestId);
  }

  @JobHandler('notification.erase-person', { queue: 'interactive', on: PersonErased })
  async erasePerson({ personId }: { personId: string }): Promise<void> {
    await this.notifications.erase(personId);
  }
}
