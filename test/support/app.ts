import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { ContentImportService } from '../../src/interchange/content/content-import.service.js';
import { DemoService, type DemoAccount } from '../../src/interchange/demo/demo.service.js';
import { Config } from '../../src/platform/config/config.js';
import { createHttpApp } from '../../src/platform/http/create-http-app.js';
import { PostgresQueueBackend, RedisQueueBackend } from '../../src/platform/jobs/queue-backend.js';
import { KeyRing } from '../../src/platform/keys/key-ring.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { FolderStorage } from '../../src/platform/storage/folder-storage.js';
import { FakeClock } from './clock.js';
import { createContentDatabase } from './content-database.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { HttpClient } from './http-client.js';

export interface TestAppOptions {
  clock?: FakeClock;
  /** `api` leaves jobs to the test; `all` runs them. */
  role?: 'api' | 'all';
  /** Import content/ and seed the demo union. */
  seed?: boolean;
  redisUrl?: string;
}

export interface TestApp {
  app: NestFastifyApplication;
  database: TestDatabase;
  clock: FakeClock;
  demoAccounts: DemoAccount[];
  /** A new browser without cookies. */
  client(): HttpClient;
  /** A browser signed in as a demo account, by role. */
  signedIn(role: DemoAccount['role'], nth?: number): Promise<HttpClient>;
  stop(): Promise<void>;
}

/** The whole application on a database of its own, real queue included, without a listening socket. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await (options.seed === false ? createTestDatabase() : createContentDatabase());
  const clock = options.clock ?? new FakeClock();
  const dataDir = await mkdtemp(join(tmpdir(), 'union-skills-test-'));
  const config = Object.assign(new Config(), {
    NODE_ENV: 'test',
    ROLE: options.role ?? 'api',
    DATA_DIR: dataDir,
    CONTENT_DIR: resolve('content'),
    LOG_LEVEL: 'silent',
  });
  const logger = createLogger(config.LOG_LEVEL);
  const { dataSource } = database;
  const app = await createHttpApp(
    AppModule.register({
      config,
      clock,
      logger,
      dataSource,
      queueBackend: options.redisUrl
        ? new RedisQueueBackend(options.redisUrl)
        : new PostgresQueueBackend({
            connectionString: database.appUrl,
            ...(database.appRole ? { options: `-c role=${database.appRole}` } : {}),
          }),
      keys: KeyRing.open(config),
      storage: new FolderStorage(join(dataDir, 'files')),
    }),
    { config, logger },
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const demoAccounts = options.seed === false ? [] : await seed(app, config.CONTENT_DIR);
  const client = () => new HttpClient(app);
  return {
    app,
    database,
    clock,
    demoAccounts,
    client,
    async signedIn(role, nth = 0) {
      const account = demoAccounts.filter((candidate) => candidate.role === role)[nth];
      if (!account) throw new Error(`No demo account ${role} #${nth}`);
      const http = client();
      await http.signIn(account.login, account.password);
      return http;
    },
    async stop() {
      await app.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function seed(app: NestFastifyApplication, contentDir: string): Promise<DemoAccount[]> {
  await app.get(ContentImportService).importAll(contentDir);
  return app.get(DemoService).seed();
}
