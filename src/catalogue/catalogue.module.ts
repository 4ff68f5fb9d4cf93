import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { CatalogueService } from './catalogue.service.js';
import { CourseImportService } from './course-import.service.js';
import { CourseController } from './course.controller.js';
import { LessonController } from './lesson.controller.js';

/** Owns courses, their revisions, skill modules and lessons. Knows no quiz, no enrolment and no class. */
@Module({
  imports: [LawModule],
  controllers: [CourseController, LessonController],
  providers: [CatalogueService, CourseImportService],
  exports: [CatalogueService, CourseImportService],
})
export class CatalogueModule {}
