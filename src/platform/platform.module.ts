import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AuditModule } from './audit/audit.module.js';
import { RouteAccessCheck } from './auth/route-access.check.js';
import { Clock } from './clock/clock.js';
import { Config } from './config/config.js';
import { WebController } from './http/web.controller.js';
import { JobsModule } from './jobs/jobs.module.js';
import type { QueueBackend } from './jobs/queue-backend.js';
import { KeyRing } from './keys/key-ring.js';
import { Logger } from './logging/logger.js';
import { HealthController } from './observability/health.controller.js';
import { Metrics } from './observability/metrics.js';
import { ObjectStorage } from './storage/object-storage.js';

/** What the process was started with; made before Nest, so that faults show before anything listens. */
export interface PlatformParts {
  config: Config;
  clock: Clock;
  logger: Logger;
  dataSource: DataSource;
  queueBackend: QueueBackend;
  keys: KeyRing;
  storage: ObjectStorage;
}

/** Everything that knows no feature. Global: features inject its services without importing it. */
@Module({})
export class PlatformModule {
  static register(parts: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [DiscoveryModule, JobsModule.register(parts.config.ROLE, parts.queueBackend), AuditModule],
      controllers: [HealthController, WebController],
      providers: [
        { provide: Config, useValue: parts.config },
        { provide: Clock, useValue: parts.clock },
        { provide: Logger, useValue: parts.logger },
        { provide: DataSource, useValue: parts.dataSource },
        { provide: KeyRing, useValue: parts.keys },
        { provide: ObjectStorage, useValue: parts.storage },
        Metrics,
        RouteAccessCheck,
      ],
      exports: [Config, Clock, Logger, DataSource, KeyRing, ObjectStorage, Metrics, RouteAccessCheck],
    };
  }
}
