import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test, type TestingModule } from '@nestjs/testing';
import type { DataSource } from 'typeorm';
import type { CourseRevision } from '../../src/catalogue/entities/course-revision.entity.js';
import { IdentityModule } from '../../src/identity/identity.module.js';
import { IdentityService } from '../../src/identity/identity.service.js';
import type { Organisation } from '../../src/organisation/entities/organisation.entity.js';
import { OrganisationService } from '../../src/organisation/organisation.service.js';
import type { Actor, RoleName } from '../../src/platform/auth/actor.js';
import { AuthGuard } from '../../src/platform/auth/auth.guard.js';
import { Config } from '../../src/platform/config/config.js';
import { createHttpApp } from '../../src/platform/http/create-http-app.js';
import { newId } from '../../src/platform/ids/new-id.js';
import { PostgresQueueBackend } from '../../src/platform/jobs/queue-backend.js';
import { KeyRing } from '../../src/platform/keys/key-ring.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { PdfRenderer } from '../../src/platform/pdf/pdf-renderer.js';
import { PlatformModule, type PlatformParts } from '../../src/platform/platform.module.js';
import { FolderStorage } from '../../src/platform/storage/folder-storage.js';
import { FakeClock } from './clock.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { HttpClient } from './http-client.js';

/** Some features with their real services on a real database; no workers, and HTTP without a listening socket. */
export class FeatureWorld {
  private constructor(
    readonly database: TestDatabase,
    readonly clock: FakeClock,
    readonly config: Config,
    private readonly app: TestingModule | NestFastifyApplication,
    private readonly dataDir: string,
  ) {}

  /**
   * @param options.pdf draws in the place of worker threads, for features that print
   * @param options.http answer requests as well, through everything a request passes
   * @param options.database to live on, instead of a new one without data
   */
  static async start(
    features: Type[],
    options: { pdf?: PdfRenderer; http?: boolean; database?: TestDatabase } = {},
  ): Promise<FeatureWorld> {
    const database = options.database ?? (await createTestDatabase());
    const clock = new FakeClock();
    const dataDir = await mkdtemp(join(tmpdir(), 'union-skills-features-'));
    const config = Object.assign(new Config(), {
      NODE_ENV: 'test',
      ROLE: 'api',
      DATA_DIR: dataDir,
      PUBLIC_URL: 'https://kynang.example.vn',
    });
    const { dataSource, appUrl } = database;
    const parts = {
      config,
      clock,
      logger: createLogger('silent'),
      dataSource,
      queueBackend: new PostgresQueueBackend({ connectionString: appUrl }),
      keys: new KeyRing(randomBytes(48)),
      storage: new FolderStorage(join(dataDir, 'files')),
    };
    const imports = [PlatformModule.register(parts), ...features];
    const app = options.http ? await startHttp(imports, parts) : await startModule(imports, options.pdf);
    return new FeatureWorld(database, clock, config, app, dataDir);
  }

  /** A new browser. @throws Error when the world was started without HTTP */
  browser(): HttpClient {
    if (!('getHttpAdapter' in this.app)) throw new Error('Start the world with { http: true }');
    return new HttpClient(this.app);
  }

  /** Listens on a free port, for real browsers. @returns the address */
  async listen(): Promise<string> {
    if (!('getHttpAdapter' in this.app)) throw new Error('Start the world with { http: true }');
    await this.app.listen(0, '127.0.0.1');
    return this.app.getUrl();
  }

  get dataSource(): DataSource {
    return this.database.dataSource;
  }

  get<T>(service: Type<T>): T {
    return this.app.get(service, { strict: false });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  found(code: string, name: string, parentId: string | null): Promise<Organisation> {
    const unit = { tier: 'superior', kind: 'ldld-tinh', sector: 'state' as const, foundedOn: '2020-01-01' };
    return this.dataSource.transaction((tx) =>
      this.get(OrganisationService).found(tx, { code, name, parentId, ...unit }),
    );
  }

  /** A person; with a unit, chair of it since 2026. */
  async admit(fullName: string, unitId?: string): Promise<string> {
    return this.dataSource.transaction(async (tx) => {
      const { id } = await this.get(IdentityService).createPerson(tx, { fullName, birthDate: '1980-03-08' });
      if (unitId !== undefined) {
        const office = { personId: id, organisationId: unitId, titleCode: 'uy-vien-bch', validFrom: '2026-01-01' };
        await this.get(IdentityService).giveOffice(tx, office);
      }
      return id;
    });
  }

  /** The actor that a session of this person would make. */
  actor(personId: string, role?: RoleName, unit?: Pick<Organisation, 'id' | 'path'>): Actor {
    const grants = role && unit?.path ? [{ role, organisationId: unit.id, path: unit.path }] : [];
    return { userId: newId(), personId, sessionId: newId(), locale: 'vi', grants };
  }

  /** A published course without lessons. */
  async publishCourse(
    given: Pick<CourseRevision, 'title' | 'completionRule'> & Partial<Pick<CourseRevision, 'certificateRule'>>,
  ): Promise<{ slug: string; courseId: string; revisionId: string }> {
    const [courseId, revisionId] = [newId(), newId()];
    const slug = `khoa-${courseId.slice(-12)}`;
    await this.dataSource.query('INSERT INTO course (id, slug, created_at) VALUES ($1, $2, $3)', [
      courseId,
      slug,
      this.clock.now(),
    ]);
    await this.dataSource.query(
      `INSERT INTO course_revision (id, course_id, number, state, content_hash, title, summary, as_of, topics,
         estimated_minutes, completion_rule, certificate_rule, created_at)
       VALUES ($1, $2, 1, 'draft', $3, $4, '{"vi": ""}', '2026-11-01', '{}', 90, $5, $6, $7)`,
      [
        revisionId,
        courseId,
        revisionId,
        JSON.stringify(given.title),
        JSON.stringify(given.completionRule),
        given.certificateRule ? JSON.stringify(given.certificateRule) : null,
        this.clock.now(),
      ],
    );
    await this.dataSource.query(`UPDATE course_revision SET state = 'approved' WHERE id = $1`, [revisionId]);
    await this.dataSource.query(`UPDATE course_revision SET state = 'published', published_at = $2 WHERE id = $1`, [
      revisionId,
      this.clock.now(),
    ]);
    return { slug, courseId, revisionId };
  }
}

@Module({})
class Features {}

type Imports = (Type | DynamicModule)[];

async function startModule(imports: Imports, pdf: PdfRenderer | undefined): Promise<TestingModule> {
  let builder = Test.createTestingModule({ imports });
  if (pdf) builder = builder.overrideProvider(PdfRenderer).useValue(pdf);
  const module = await builder.compile();
  await module.init();
  return module;
}

async function startHttp(imports: Imports, parts: PlatformParts): Promise<NestFastifyApplication> {
  const providers = [{ provide: APP_GUARD, useClass: AuthGuard }];
  const app = await createHttpApp({ module: Features, imports: [...imports, IdentityModule], providers }, parts);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** The code of the Problem that a promise is refused with; null when it is not refused. */
export function refusalOf(promise: Promise<unknown>): Promise<string | null> {
  return promise.then(
    () => null,
    (error: unknown) => {
      const { code } = error as { code?: string };
      if (code === undefined) throw error;
      return code;
    },
  );
}
