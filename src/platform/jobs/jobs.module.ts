import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { ProcessRole } from '../config/config.js';
import { JobRegistry } from './job-registry.js';
import { JobRunner } from './job-runner.js';
import { OutboxDispatcher } from './outbox-dispatcher.js';
import { Outbox } from './outbox.js';
import { QueueBackend } from './queue-backend.js';

/** The outbox and, in processes that work, the runner. Owns no business job. */
@Module({})
export class JobsModule {
  static register(role: ProcessRole, backend: QueueBackend): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        JobRegistry,
        OutboxDispatcher,
        Outbox,
        { provide: QueueBackend, useValue: backend },
        ...(role === 'api' ? [] : [JobRunner]),
      ],
      exports: [Outbox, OutboxDispatcher, JobRegistry],
    };
  }
}
