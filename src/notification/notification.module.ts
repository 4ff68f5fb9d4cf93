import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { MailChannel } from './channels/mail-channel.service.js';
import { MessageChannels } from './channels/message-channels.service.js';
import { ContactCodeService } from './contact-code.service.js';
import { ContactService } from './contact.service.js';
import { DeliveryQueue } from './delivery-queue.service.js';
import { DeliveryService } from './delivery.service.js';
import { NotificationSettingsController } from './notification-settings.controller.js';
import { CorrectionTidings } from './correction-tidings.service.js';
import { NotificationController } from './notification.controller.js';
import { NotificationJobs } from './notification.jobs.js';
import { NotificationService } from './notification.service.js';
import { PasswordResetTidings } from './password-reset-tidings.service.js';

/**
 * Owns the inbox (what each person was told, once per fact), the channels beside it, and what each person wants of them.
 * Which facts are told is decided by the features above.
 */
@Module({
  imports: [IdentityModule],
  controllers: [NotificationController, NotificationSettingsController],
  providers: [
    MailChannel,
    MessageChannels,
    DeliveryQueue,
    NotificationService,
    ContactCodeService,
    ContactService,
    DeliveryService,
    PasswordResetTidings,
    CorrectionTidings,
    NotificationJobs,
  ],
  exports: [NotificationService],
})
export class NotificationModule {}
