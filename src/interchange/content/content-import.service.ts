import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CourseImportService } from '../../catalogue/course-import.service.js';
import { CourseRevision } from '../../catalogue/entities/course-revision.entity.js';
import { LawImportService } from '../../law/law-import.service.js';
import { LawService } from '../../law/law.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { QuestionImportService } from '../../question-bank/question-import.service.js';
import { ContentStamp } from '../entities/content-stamp.entity.js';
import type { ContentFault } from './content-fault.js';
import { ContentFolder, Schemas } from './content-folder.js';
import { readCourse, type CourseFiles } from './course-files.js';
import { readLaw } from './law-files.js';

export interface ContentReport {
  /** One line for people. */
  summary: string;
  /** Parts that were written: `law`, slugs of courses. */
  imported: string[];
  /** Every fault of every file at once. A part with a fault is not written at all. */
  faults: ContentFault[];
}

/**
 * Brings the database to what the files of content/ say: the law in one transaction, each course in one. Unchanged files are
 * not parsed. Processes that start together wait for each other.
 */
@Injectable()
export class ContentImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly law: LawService,
    private readonly lawImport: LawImportService,
    private readonly courses: CourseImportService,
    private readonly questions: QuestionImportService,
  ) {}

  /** Imports what changed. Faults are reported, not thrown: what was imported before stays in use. */
  async importAll(root: string): Promise<ContentReport> {
    const schemas = await Schemas.read(root);
    const report: ContentReport = { summary: '', imported: [], faults: [] };
    await this.importPart(
      report,
      () => ContentFolder.read(root, 'law', schemas),
      (tx, folder) => this.writeLaw(tx, folder),
    );
    const slugs = await readdir(join(root, 'courses'), { withFileTypes: true });
    for (const { name } of slugs.filter((entry) => entry.isDirectory()).sort((a, b) => a.name.localeCompare(b.name))) {
      const read = () => ContentFolder.read(root, `courses/${name}`, schemas);
      await this.importPart(report, read, (tx, folder) => this.writeCourse(tx, folder));
    }
    report.summary = `${report.imported.length} parts imported, ${report.faults.length} faults`;
    return report;
  }

  private async importPart(
    report: ContentReport,
    read: () => Promise<ContentFolder>,
    write: (tx: EntityManager, folder: ContentFolder) => Promise<boolean>,
  ): Promise<void> {
    const folder = await read();
    const written = await this.dataSource.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('union-skills:content'))`);
      return write(tx, folder);
    });
    if (written) report.imported.push(folder.path);
    report.faults.push(...folder.faults);
  }

  private async writeLaw(tx: EntityManager, folder: ContentFolder): Promise<boolean> {
    const contentHash = folder.hash();
    if (await tx.existsBy(ContentStamp, { part: 'law', contentHash })) return false;
    const law = readLaw(folder);
    if (folder.faults.length > 0) return false;
    await this.lawImport.importLaw(tx, law);
    await tx.upsert(ContentStamp, { part: 'law', contentHash, importedAt: this.clock.now() }, ['part']);
    return true;
  }

  private async writeCourse(tx: EntityManager, folder: ContentFolder): Promise<boolean> {
    if (await tx.existsBy(CourseRevision, { contentHash: folder.hash() })) return false;
    const files = readCourse(folder);
    if (!files) return false;
    await this.checkCitations(tx, folder, files);
    if (folder.faults.length > 0) return false;
    const draft = await this.courses.importDraft(tx, files.course);
    if (!draft) return false;
    for (const quiz of files.quizzes) {
      const lessonId = draft.lessonIdBySlug.get(quiz.slug) ?? '';
      await this.questions.importQuiz(tx, quiz, { ...draft, lessonId, asOf: files.course.asOf });
    }
    await this.courses.publish(tx, draft);
    return true;
  }

  private async checkCitations(
    tx: EntityManager,
    folder: ContentFolder,
    { course, citations }: CourseFiles,
  ): Promise<void> {
    for (const { file, codes } of citations) {
      for (const code of await this.law.notInForce(tx, [...new Set(codes)], course.asOf)) {
        folder.fault(file, null, {
          vi: `Điều ${code} không có trong thư viện pháp luật hoặc không có hiệu lực ngày ${course.asOf}.`,
          en: `Article ${code} is not in the law library, or not in force on ${course.asOf}.`,
        });
      }
    }
  }
}
