import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CourseImportService, type DraftRevision } from '../catalogue/course-import.service.js';
import type { RevisionOrigin } from '../catalogue/entities/course-revision.entity.js';
import { LawImportService } from '../law/law-import.service.js';
import { QuestionImportService } from '../question-bank/question-import.service.js';
import type { ContentFolder } from './format/content-folder.js';
import { UNKNOWN_DAY, readCourseParts, type CourseFiles } from './format/course-files.js';

/** Makes course revisions of content files, be they a release's, a draft's or an archive's. */
@Injectable()
export class CourseWritingService {
  constructor(
    private readonly law: LawImportService,
    private readonly courses: CourseImportService,
    private readonly questions: QuestionImportService,
  ) {}

  /**
   * Reads a course and holds its citations against the law library. Faults stay in the folder.
   * @returns null when its course.yaml cannot be used
   */
  async read(executor: EntityManager, folder: ContentFolder): Promise<CourseFiles | null> {
    const { course, ...parts } = readCourseParts(folder);
    // Of a course without a day nobody can say which law it was checked against.
    const citations = parts.citations.filter(({ asOf }) => asOf !== UNKNOWN_DAY);
    for (const asOf of new Set(citations.map((citation) => citation.asOf))) {
      const places = citations.filter((citation) => citation.asOf === asOf);
      const missing = new Set(await this.law.notInForce(executor, [...new Set(places.map(({ code }) => code))], asOf));
      for (const { file, line, code } of places.filter((place) => missing.has(place.code))) {
        folder.fault(file, line, {
          vi: `Điều ${code} không có trong thư viện pháp luật hoặc không có hiệu lực ngày ${asOf}.`,
          en: `Article ${code} is not in the law library, or not in force on ${asOf}.`,
        });
      }
    }
    return course && { course, ...parts };
  }

  /** Writes a course that was read without a fault as a new revision in state draft, quizzes and files included. */
  async write(
    tx: EntityManager,
    { folder, files, origin }: { folder: ContentFolder; files: CourseFiles; origin: RevisionOrigin },
  ): Promise<DraftRevision> {
    const { course, quizzes, images } = files;
    const draft = await this.courses.importDraft(tx, course, { origin, files: folder.files(), images });
    const awaitsReview = origin === 'desk';
    for (const quiz of quizzes) {
      const lessonId = draft.lessonIdBySlug.get(quiz.slug);
      if (lessonId === undefined) throw new Error(`Quiz ${quiz.slug} has no lesson`);
      await this.questions.importQuiz(tx, quiz, { ...draft, lessonId, asOf: course.asOf, awaitsReview });
    }
    return draft;
  }
}
