import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { CorrectionTidings } from './correction-tidings.service.js';
import { NotificationController } from './notification.controller.js';
import { NotificationJobs } from './notification.jobs.js';
import { NotificationService } from './notification.service.js';
import { PasswordResetTidings } from './password-reset-tidings.service.js';

/** Owns the inbox: what each person was told, once per fact. Which facts are told is decided by the features above. */
@Module({
  imports: [IdentityModule],
  controllers: [NotificationController],
  providers: [NotificationService, PasswordResetTidings, CorrectionTidings, NotificationJobs],
  exports: [NotificationService],
})
export class NotificationModule {}
