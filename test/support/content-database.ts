import { resolve } from 'node:path';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { CourseWritingService } from '../../src/authoring/course-writing.service.js';
import { CourseImportService } from '../../src/catalogue/course-import.service.js';
import { RevisionFilesService } from '../../src/catalogue/revision-files.service.js';
import { ContentImportService } from '../../src/interchange/content/content-import.service.js';
import { LawImportService } from '../../src/law/law-import.service.js';
import { LawService } from '../../src/law/law.service.js';
import type { Clock } from '../../src/platform/clock/clock.js';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { OutboxDispatcher } from '../../src/platform/jobs/outbox-dispatcher.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { PostgresQueueBackend } from '../../src/platform/jobs/queue-backend.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { QuestionImportService } from '../../src/question-bank/question-import.service.js';
import { SearchIndexService } from '../../src/search/search-index.service.js';
import { FakeClock } from './clock.js';
import { createTestDatabase, sharedTemplate, type TestDatabase } from './database.js';

/** A database with the law and the courses that ship: they are read and walked through once in a run, which takes seconds. */
export async function createContentDatabase(): Promise<TestDatabase> {
  const template = await sharedTemplate('content', async (dataSource) => {
    const clock = new FakeClock();
    const law = new LawService(dataSource, clock);
    const files = new RevisionFilesService(dataSource);
    const courses = new CourseImportService(law, clock, files, outboxOf(dataSource, clock));
    const writing = new CourseWritingService(new LawImportService(), courses, new QuestionImportService(law, clock));
    const search = new SearchIndexService(dataSource);
    const importer = new ContentImportService(dataSource, clock, new LawImportService(), courses, writing, search);
    const { summary, faults } = await importer.importAll(resolve('content'));
    if (faults.length > 0) throw new Error(summary);
  });
  return createTestDatabase(template);
}

/** An outbox of an application without jobs: nobody hears what is published. */
function outboxOf(dataSource: DataSource, clock: Clock): Outbox {
  const registry = new JobRegistry(
    new DiscoveryService(new ModulesContainer()),
    new MetadataScanner(),
    new Reflector(),
  );
  const backend = new PostgresQueueBackend({ connectionString: '' });
  return new Outbox(
    registry,
    new OutboxDispatcher(dataSource, backend, registry, clock, createLogger('silent')),
    clock,
  );
}
