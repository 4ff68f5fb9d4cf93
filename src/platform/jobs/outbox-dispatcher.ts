import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, LessThan, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Logger } from '../logging/logger.js';
import { OutboxEntry } from './entities/outbox-entry.entity.js';
import { QUEUE_NAMES, type QueueName } from './job-handler.decorator.js';
import { JobRegistry } from './job-registry.js';
import { QueueBackend, type JobData, type JobQueue } from './queue-backend.js';

const BATCH = 250;
/** Long enough for a poke to have done it, short enough that nobody notices that it did not. */
const MISSED_AFTER_MS = 5_000;
/** A job not finished by now may have been lost with its queue; it is looked up and, if gone, added again. */
const LOST_AFTER_MS = 60_000;
const KEEP_FINISHED_MS = 7 * 24 * 3_600_000;

export const MAX_TRIES = 12;

/**
 * Turns outbox rows into BullMQ jobs. The job's id is the row's id, so adding twice adds nothing; a row that stays
 * unfinished is offered again, whatever happened to Redis or to this process in between.
 */
@Injectable()
export class OutboxDispatcher implements OnApplicationShutdown {
  private readonly queues = new Map<QueueName, JobQueue>();
  private readonly poked = new WeakSet<object>();
  private running: Promise<void> = Promise.resolve();
  private wanted = false;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly backend: QueueBackend,
    private readonly registry: JobRegistry,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    dataSource.subscribers.push({
      afterTransactionCommit: ({ queryRunner }) => {
        if (this.poked.delete(queryRunner)) this.poke();
      },
      afterTransactionRollback: ({ queryRunner }) => void this.poked.delete(queryRunner),
    });
  }

  queue(name: QueueName): JobQueue {
    let queue = this.queues.get(name);
    if (!queue) {
      queue = this.backend.queue(name);
      // Without a listener an error event would end the process.
      queue.on('error', (error: Error) => this.logger.warn({ err: error, queue: name }, 'queue error'));
      this.queues.set(name, queue);
    }
    return queue;
  }

  /** Dispatches once the given transaction has committed; at once when the manager has none. */
  pokeAfterCommit(tx: EntityManager): void {
    const runner = tx.queryRunner;
    if (runner?.isTransactionActive) this.poked.add(runner);
    else this.poke();
  }

  /** Starts a dispatch in the background; several pokes while one runs make one more run. */
  poke(): void {
    if (this.wanted || this.stopped) return;
    this.wanted = true;
    this.running = this.running.then(async () => {
      this.wanted = false;
      await this.dispatchNew(0).catch((error: unknown) => this.logger.warn({ err: error }, 'outbox poke failed'));
    });
  }

  /** Adds the jobs of rows that were never enqueued and are at least `minAgeMs` old. */
  async dispatchNew(minAgeMs: number): Promise<number> {
    let total = 0;
    for (;;) {
      const rows = await this.take('enqueued_at IS NULL', minAgeMs);
      await this.addJobs(rows);
      total += rows.length;
      if (rows.length < BATCH) return total;
    }
  }

  /** One round of the sweeper: what pokes missed, what queues lost, what is long done. */
  async sweep(): Promise<void> {
    await this.dispatchNew(MISSED_AFTER_MS);
    const lost = await this.take('enqueued_at < $2', LOST_AFTER_MS);
    for (const row of lost) await this.addAgain(row);
    await this.dataSource.manager.delete(OutboxEntry, {
      finishedAt: LessThan(new Date(this.clock.now().getTime() - KEEP_FINISHED_MS)),
    });
  }

  /**
   * Marks up to a batch of open rows as enqueued and returns them. Marked first, added second: two processes never take
   * the same row, and one that dies in between leaves it to the next sweep.
   */
  private async take(condition: string, minAgeMs: number): Promise<OutboxEntry[]> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - minAgeMs);
    const [rows] = await this.dataSource.query<[OutboxEntry[], number]>(
      `UPDATE outbox_entry SET enqueued_at = $1
        WHERE id IN (SELECT id FROM outbox_entry
                      WHERE finished_at IS NULL AND dead_at IS NULL AND ${condition} AND created_at <= $2
                      ORDER BY created_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
        RETURNING id, job, payload, trace_id AS "traceId"`,
      [now, before],
    );
    return rows;
  }

  private async addJobs(rows: OutboxEntry[]): Promise<void> {
    for (const name of QUEUE_NAMES) {
      const jobs = rows.filter((row) => this.registry.get(row.job).queue === name).map(toBullJob);
      if (jobs.length > 0) await this.queue(name).addBulk(jobs);
    }
  }

  private async addAgain(row: OutboxEntry): Promise<void> {
    const queue = this.queue(this.registry.get(row.job).queue);
    const job = await queue.getJob(row.id);
    const state = await job?.getState();
    if (job && (state === 'completed' || state === 'failed')) await job.remove();
    else if (job) return;
    await queue.addBulk([toBullJob(row)]);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.running;
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }
}

function toBullJob(row: OutboxEntry) {
  return {
    name: row.job,
    data: { payload: row.payload as JobData['payload'], traceId: row.traceId, scheduled: false } satisfies JobData,
    opts: { jobId: row.id, attempts: MAX_TRIES, backoff: { type: 'exponential', delay: 500, jitter: 0.5 } },
  };
}
