import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { NotificationController } from './notification.controller.js';
import { NotificationService } from './notification.service.js';

/** Owns the inbox: what each person was told, once per fact. Which facts are told is decided by the features above. */
@Module({
  imports: [IdentityModule],
  controllers: [NotificationController],
  providers: [NotificationService],
  exports: [NotificationService],
})
export class NotificationModule {}
