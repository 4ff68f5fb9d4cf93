import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { EnrolmentController } from './enrolment.controller.js';
import { EnrolmentMoveService } from './enrolment-move.service.js';
import { EnrolmentService } from './enrolment.service.js';

/**
 * Owns who takes which course, how far they are and when it is complete. Grades nothing and takes no attendance: those
 * who do report results to it.
 */
@Module({
  imports: [CatalogueModule],
  controllers: [EnrolmentController],
  providers: [EnrolmentService, EnrolmentMoveService],
  exports: [EnrolmentService, EnrolmentMoveService],
})
export class EnrolmentModule {}
