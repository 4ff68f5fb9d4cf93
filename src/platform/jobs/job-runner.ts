import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Logger } from '../logging/logger.js';
import { runInContext, traceIdFrom } from '../logging/request-context.js';
import { OutboxEntry } from './entities/outbox-entry.entity.js';
import { QUEUE_NAMES, type QueueName } from './job-handler.decorator.js';
import { JobRegistry } from './job-registry.js';
import { MAX_TRIES, OutboxDispatcher } from './outbox-dispatcher.js';
import { QueueBackend, type JobData, type JobWorker } from './queue-backend.js';

const CONCURRENCY: Record<QueueName, number> = { interactive: 4, bulk: 2 };
const SWEEP_EVERY_MS = 5_000;

/** Runs the jobs in processes of role `worker` and `all`: one BullMQ worker per queue, and the outbox sweeper. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly workers: JobWorker[] = [];
  private sweeper: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly backend: QueueBackend,
    private readonly registry: JobRegistry,
    private readonly dispatcher: OutboxDispatcher,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const name of QUEUE_NAMES) {
      const worker = this.backend.worker(name, (job) => this.run(job), CONCURRENCY[name]);
      worker.on('error', (error: Error) => this.logger.warn({ err: error, queue: name }, 'worker error'));
      this.workers.push(worker);
    }
    for (const job of this.registry.all()) {
      if (job.everySeconds === undefined) continue;
      const data: JobData = { payload: {}, traceId: null, scheduled: true };
      await this.dispatcher
        .queue(job.queue)
        .upsertJobScheduler(job.name, { every: job.everySeconds * 1000 }, { name: job.name, data });
    }
    await this.sweep();
    this.sweeper = setInterval(() => void this.sweep(), SWEEP_EVERY_MS);
    this.sweeper.unref();
  }

  private sweep(): Promise<void> {
    this.sweeping = this.sweeping
      .then(() => this.dispatcher.sweep())
      .catch((error: unknown) => this.logger.warn({ err: error }, 'outbox sweep failed'));
    return this.sweeping;
  }

  private async run(job: Job<JobData>): Promise<void> {
    const traceId = job.data.traceId ?? traceIdFrom(undefined);
    await runInContext({ traceId, feature: job.name.split('.')[0] ?? 'unknown' }, async () => {
      const startedAt = process.hrtime.bigint();
      try {
        await this.registry.get(job.name).run(job.data.payload);
        await this.note(job, { finishedAt: this.clock.now() });
        const ms = Number(process.hrtime.bigint() - startedAt) / 1e6;
        const line = { job: job.name, jobId: job.id, ms: Math.round(ms) };
        // Every few seconds the same sweep: nobody wants to read that.
        if (job.data.scheduled) this.logger.debug(line, 'job done');
        else this.logger.info(line, 'job done');
      } catch (error) {
        await this.noteFailure(job, error);
        throw error;
      }
    });
  }

  private async noteFailure(job: Job<JobData>, error: unknown): Promise<void> {
    const last = job.attemptsMade + 1 >= (job.opts.attempts ?? MAX_TRIES);
    this.logger.error({ err: error, job: job.name, jobId: job.id, last }, 'job failed');
    const outcome = { lastError: String(error).slice(0, 500), ...(last ? { deadAt: this.clock.now() } : {}) };
    await this.note(job, outcome).catch((fault: unknown) =>
      this.logger.warn({ err: fault }, 'job failure not recorded'),
    );
  }

  /** A scheduled job has no outbox row: its next run is its retry. */
  private async note(job: Job<JobData>, outcome: Partial<OutboxEntry>): Promise<void> {
    if (!job.data.scheduled) await this.dataSource.manager.update(OutboxEntry, { id: job.id }, outcome);
  }

  /** Stops taking jobs and waits for those under way, while the database is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeper);
    await Promise.all(this.workers.map((worker) => worker.close()));
    await this.sweeping;
    await this.dispatcher.onApplicationShutdown();
    await this.backend.close();
  }
}
