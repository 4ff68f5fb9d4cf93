import { Injectable } from '@nestjs/common';
import { PasswordResetAsked } from '../identity/identity.events.js';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { ContactCodeService } from './contact-code.service.js';
import { DeliveryQueue } from './delivery-queue.service.js';
import { DeliveryService } from './delivery.service.js';
import { PasswordResetTidings } from './password-reset-tidings.service.js';

@Injectable()
export class NotificationJobs {
  constructor(
    private readonly tidings: PasswordResetTidings,
    private readonly codes: ContactCodeService,
    private readonly queue: DeliveryQueue,
    private readonly deliveries: DeliveryService,
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
}
