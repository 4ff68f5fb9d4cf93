import { Injectable } from '@nestjs/common';
import { CorrectionAnswered, CorrectionAsked, PasswordResetAsked, PersonErased } from '../identity/identity.events.js';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { ContactCodeService } from './contact-code.service.js';
import { DeliveryQueue } from './delivery-queue.service.js';
import { DeliveryService } from './delivery.service.js';
import { CorrectionTidings } from './correction-tidings.service.js';
import { NotificationService } from './notification.service.js';
import { PasswordResetTidings } from './password-reset-tidings.service.js';

@Injectable()
export class NotificationJobs {
  constructor(
    private readonly tidings: PasswordResetTidings,
    private readonly codes: ContactCodeService,
    private readonly queue: DeliveryQueue,
    private readonly deliveries: DeliveryService,
    private readonly corrections: CorrectionTidings,
    private readonly notifications: NotificationService,
  ) {}

  @JobHandler('notification.tell-password-reset', { queue: 'interactive', on: PasswordResetAsked })
  async tellPasswordReset(asked: { personId: string; day: string }): Promise<void> {
    await this.tidings.tell(asked);
  }

  @JobHandler('notification.send-contact-code', { queue: 'interactive' })
  async sendContactCode(asked: { contactId: string; askedAt: string }): Promise<void> {
    await this.codes.send(asked);
  }

  /** In the queue for bulk work: a slow mail server holds up no certificate. */
  @JobHandler('notification.deliver-message', { queue: 'bulk' })
  async deliverMessage({ batchId }: { batchId: string }): Promise<void> {
    await this.deliveries.deliver(batchId);
  }

  @JobHandler('notification.release-held', { queue: 'bulk', everySeconds: 60 })
  async releaseHeld(): Promise<void> {
    await this.queue.release();
  }

  @JobHandler('notification.send-digests', { queue: 'bulk', everySeconds: 300 })
  async sendDigests(): Promise<void> {
    await this.queue.gatherDigests();
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
