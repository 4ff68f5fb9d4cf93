import { resolve } from 'node:path';
import { CourseImportService } from '../../src/catalogue/course-import.service.js';
import { ContentImportService } from '../../src/interchange/content/content-import.service.js';
import { LawImportService } from '../../src/law/law-import.service.js';
import { LawService } from '../../src/law/law.service.js';
import { QuestionImportService } from '../../src/question-bank/question-import.service.js';
import { SearchIndexService } from '../../src/search/search-index.service.js';
import { FakeClock } from './clock.js';
import { createTestDatabase, sharedTemplate, type TestDatabase } from './database.js';

/** A database with the law and the courses that ship: they are read and walked through once in a run, which takes seconds. */
export async function createContentDatabase(): Promise<TestDatabase> {
  const template = await sharedTemplate('content', async (dataSource) => {
    const clock = new FakeClock();
    const law = new LawService(dataSource, clock);
    const [courses, questions] = [new CourseImportService(law, clock), new QuestionImportService(law, clock)];
    const search = new SearchIndexService(dataSource);
    const importer = new ContentImportService(dataSource, clock, new LawImportService(), courses, questions, search);
    const { summary, faults } = await importer.importAll(resolve('content'));
    if (faults.length > 0) throw new Error(summary);
  });
  return createTestDatabase(template);
}
