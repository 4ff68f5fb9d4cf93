import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { faultLine } from './authoring/course-format.service.js';
import { ContentImportService } from './interchange/content/content-import.service.js';
import { DemoService, type DemoAccount } from './interchange/demo/demo.service.js';
import { SystemClock, type Clock } from './platform/clock/clock.js';
import type { Config } from './platform/config/config.js';
import { openDatabase, type DatabaseHandle } from './platform/database/connect.js';
import { createDataSource } from './platform/database/data-source.js';
import { migrate } from './platform/database/migrate.js';
import { createHttpApp } from './platform/http/create-http-app.js';
import { PostgresQueueBackend, RedisQueueBackend, type QueueBackend } from './platform/jobs/queue-backend.js';
import { KeyRing } from './platform/keys/key-ring.js';
import { createLogger, type Logger } from './platform/logging/logger.js';
import type { PlatformParts } from './platform/platform.module.js';
import { FolderStorage } from './platform/storage/folder-storage.js';
import { ENTITIES } from './schema.js';

export interface RuntimeOptions {
  clock?: Clock;
  logger?: Logger;
  /** For tools: use the embedded PostgreSQL of a running process of this installation. */
  besideRunning?: boolean;
  /** Told what start-up is doing, one line each. */
  progress?: (line: string) => void;
}

export interface Runtime {
  app: NestFastifyApplication;
  database: DatabaseHandle;
  demoAccounts: DemoAccount[];
  stop(): Promise<void>;
}

export function queueBackendOf(config: Config, database: DatabaseHandle): QueueBackend {
  if (config.REDIS_URL) return new RedisQueueBackend(config.REDIS_URL);
  const options = database.appRole ? { options: `-c role=${database.appRole}` } : {};
  return new PostgresQueueBackend({ connectionString: database.appUrl, ...options });
}

/** The database, migrated, and everything the platform module is made of. */
export async function openPlatform(
  config: Config,
  options: RuntimeOptions,
): Promise<PlatformParts & { database: DatabaseHandle }> {
  const { clock = new SystemClock(), logger = createLogger(config.LOG_LEVEL) } = options;
  const { progress = () => undefined, besideRunning = false } = options;
  await mkdir(config.DATA_DIR, { recursive: true });
  progress(config.DATABASE_URL ? 'Connecting to PostgreSQL' : 'Starting the embedded PostgreSQL');
  const database = await openDatabase(config, logger, { besideRunning });
  try {
    progress('Migrating the database');
    await migrate({ ownerUrl: database.ownerUrl, entities: ENTITIES });
    const dataSource = await connect(config, database);
    const storage = new FolderStorage(join(config.DATA_DIR, 'files'));
    const keys = KeyRing.open(config);
    return {
      config,
      clock,
      logger,
      dataSource,
      storage,
      keys,
      database,
      queueBackend: queueBackendOf(config, database),
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

function connect(config: Config, database: DatabaseHandle): Promise<DataSource> {
  return createDataSource({
    url: database.appUrl,
    role: database.appRole,
    pool: config.DATABASE_POOL,
    entities: ENTITIES,
    applicationName: `union-skills-${config.ROLE}`,
  }).initialize();
}

/**
 * Starts one process: database, migrations, content, demo, HTTP and jobs as ROLE says. Does not listen yet.
 * @throws ConfigError, or the first fault of a part; whatever was started by then is stopped again
 */
export async function startRuntime(config: Config, options: RuntimeOptions = {}): Promise<Runtime> {
  const progress = options.progress ?? (() => undefined);
  const parts = await openPlatform(config, options);
  let app: NestFastifyApplication | undefined;
  const stop = async () => {
    await app?.close();
    await parts.dataSource.destroy();
    await parts.database.stop();
  };
  try {
    app = await createHttpApp(AppModule.register(parts), parts);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    progress('Importing course content and law');
    const report = await app.get(ContentImportService).importAll(config.CONTENT_DIR);
    progress(`Content: ${report.summary}`);
    for (const fault of report.faults) progress(`  ${faultLine(fault)}`);
    const demoAccounts = config.DEMO === 'yes' ? await app.get(DemoService).seed() : [];
    return { app, database: parts.database, demoAccounts, stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}
