import { Module } from '@nestjs/common';
import { LawImportService } from './law-import.service.js';
import { LawController } from './law.controller.js';
import { LawService } from './law.service.js';

/** Owns law documents, articles, versions and the record of who cites them. Knows no lesson and no question. */
@Module({
  controllers: [LawController],
  providers: [LawService, LawImportService],
  exports: [LawService, LawImportService],
})
export class LawModule {}
