import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { PdfModule } from '../platform/pdf/pdf.module.js';
import { AttachmentController } from './attachment.controller.js';
import { CatalogueService } from './catalogue.service.js';
import { CourseImportService } from './course-import.service.js';
import { CourseController } from './course.controller.js';
import { HandbookMakingService } from './handbook-making.service.js';
import { HandbookController } from './handbook.controller.js';
import { HandbookJobs } from './handbook.jobs.js';
import { HandbookService } from './handbook.service.js';
import { LessonFlagJobs } from './lesson-flag.jobs.js';
import { LessonFlagService } from './lesson-flag.service.js';
import { ImageController } from './image.controller.js';
import { LessonController } from './lesson.controller.js';
import { RevisionFilesService } from './revision-files.service.js';

/** Owns courses, their revisions, skill modules, lessons and handbooks. Knows no quiz, no enrolment and no class. */
@Module({
  imports: [LawModule, PdfModule],
  controllers: [AttachmentController, CourseController, HandbookController, ImageController, LessonController],
  providers: [
    CatalogueService,
    CourseImportService,
    HandbookService,
    HandbookMakingService,
    HandbookJobs,
    LessonFlagService,
    LessonFlagJobs,
    RevisionFilesService,
  ],
  exports: [
    CatalogueService,
    CourseImportService,
    HandbookService,
    HandbookMakingService,
    LessonFlagService,
    RevisionFilesService,
  ],
})
export class CatalogueModule {}
