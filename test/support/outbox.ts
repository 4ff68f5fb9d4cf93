import { MetadataScanner, ModulesContainer, Reflector, DiscoveryService } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { JobRegistry } from '../../src/platform/jobs/job-registry.js';
import { OutboxDispatcher } from '../../src/platform/jobs/outbox-dispatcher.js';
import { Outbox } from '../../src/platform/jobs/outbox.js';
import { PostgresQueueBackend } from '../../src/platform/jobs/queue-backend.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { FakeClock } from './clock.js';

/** The real outbox of an application without a single job: what is published has no subscriber. */
export function outboxWithoutJobs(dataSource: DataSource): Outbox {
  const registry = new JobRegistry(
    new DiscoveryService(new ModulesContainer()),
    new MetadataScanner(),
    new Reflector(),
  );
  const backend = new PostgresQueueBackend({ connectionString: '' });
  const clock = new FakeClock();
  return new Outbox(
    registry,
    new OutboxDispatcher(dataSource, backend, registry, clock, createLogger('silent')),
    clock,
  );
}
