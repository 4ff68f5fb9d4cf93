import { resolve } from 'node:path';
import { ContentImportService } from '../../src/interchange/content/content-import.service.js';
import { InterchangeModule } from '../../src/interchange/interchange.module.js';
import { createTestDatabase, sharedTemplate, type TestDatabase } from './database.js';
import { FeatureWorld } from './feature-world.js';

/** A database with the law and the courses that ship: they are read and walked through once in a run, which takes seconds. */
export async function createContentDatabase(): Promise<TestDatabase> {
  const template = await sharedTemplate('content', async (database) => {
    const world = await FeatureWorld.start([InterchangeModule], { database });
    const { summary, faults } = await world.get(ContentImportService).importAll(resolve('content'));
    await world.stop();
    if (faults.length > 0) throw new Error(summary);
  });
  return createTestDatabase(template);
}
