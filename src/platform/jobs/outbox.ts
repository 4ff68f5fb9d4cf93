import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import type { DomainEvent } from '../events/domain-event.js';
import { newId } from '../ids/new-id.js';
import { currentContext } from '../logging/request-context.js';
import { OutboxEntry } from './entities/outbox-entry.entity.js';
import { JobRegistry, type JobPayload } from './job-registry.js';
import { OutboxDispatcher } from './outbox-dispatcher.js';

/**
 * The one way in which work leaves a transaction. Rows are inserted with the business change; after the commit a poke
 * turns them into BullMQ jobs, and a sweeper turns what the poke missed.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly registry: JobRegistry,
    private readonly dispatcher: OutboxDispatcher,
    private readonly clock: Clock,
  ) {}

  /** Publishes a fact: one outbox row per subscriber. */
  async publish<P extends object>(tx: EntityManager, event: DomainEvent<P>, payload: P): Promise<void> {
    const jobs = this.registry.subscribersOf(event.name).map((job) => job.name);
    await this.insert(tx, jobs, { event: event.name, payload: payload as JobPayload });
  }

  /** Asks for a job of one's own feature or one below. */
  async enqueue(tx: EntityManager, job: string, payload: JobPayload): Promise<void> {
    await this.insert(tx, [this.registry.get(job).name], { event: null, payload });
  }

  private async insert(
    tx: EntityManager,
    jobs: string[],
    fact: { event: string | null; payload: JobPayload },
  ): Promise<void> {
    if (jobs.length === 0) return;
    const createdAt = this.clock.now();
    const traceId = currentContext()?.traceId ?? null;
    await tx.insert(
      OutboxEntry,
      jobs.map((job) => ({ id: newId(), job, ...fact, traceId, createdAt })),
    );
    this.dispatcher.pokeAfterCommit(tx);
  }
}
