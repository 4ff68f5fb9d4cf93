import { Module } from '@nestjs/common';
import { LawImportService } from './law-import.service.js';
import { LawAmendmentController } from './law-amendment.controller.js';
import { LawAmendmentService } from './law-amendment.service.js';
import { LawController } from './law.controller.js';
import { LawJobs } from './law.jobs.js';
import { LawService } from './law.service.js';

/** Owns law documents, articles, versions, amendments and the record of who cites them. Knows no lesson and no question. */
@Module({
  controllers: [LawController, LawAmendmentController],
  providers: [LawService, LawImportService, LawAmendmentService, LawJobs],
  exports: [LawService, LawImportService, LawAmendmentService],
})
export class LawModule {}
