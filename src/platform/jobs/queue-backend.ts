import {
  Queue,
  Worker,
  createPostgresBackend,
  withBackend,
  type JobsOptions,
  type JobType,
  type Processor,
} from 'bullmq';
import { Redis } from 'ioredis';
import type { QueueName } from './job-handler.decorator.js';

export interface JobData {
  payload: Record<string, unknown>;
  traceId: string | null;
  /** Comes from a schedule, not from the outbox. */
  scheduled: boolean;
}

/** What the application uses of BullMQ's Queue, whatever its backend. */
export interface JobQueue {
  addBulk(jobs: { name: string; data: JobData; opts: JobsOptions }[]): Promise<unknown>;
  getJob(id: string): Promise<{ getState(): Promise<string>; remove(): Promise<void> } | undefined>;
  getJobCounts(...states: JobType[]): Promise<Record<string, number>>;
  upsertJobScheduler(id: string, repeat: { every: number }, job: { name: string; data: JobData }): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** What the application uses of BullMQ's Worker, whatever its backend. */
export interface JobWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** Makes BullMQ queues and workers on whichever backend the installation has. */
export abstract class QueueBackend {
  abstract readonly kind: 'postgresql' | 'redis';
  abstract queue(name: QueueName): JobQueue;
  abstract worker(name: QueueName, process: Processor<JobData>, concurrency: number): JobWorker;
  abstract close(): Promise<void>;
}

const DEFAULT_JOB = { removeOnComplete: { count: 1000 }, removeOnFail: { count: 5000 } } as const;

/**
 * The jobs of a worker that died are taken up by another after at most the sum of the two (BullMQ's defaults make a
 * minute of it). A living worker renews its locks every five seconds; CPU work runs in threads and never keeps it from that.
 */
const RECOVERY = { lockDuration: 10_000, stalledInterval: 5_000 };

/** BullMQ's PostgreSQL backend in schema `bullmq`, on connections of its own (its table names would collide with ours). */
export class PostgresQueueBackend extends QueueBackend {
  readonly kind = 'postgresql';
  private readonly classes = withBackend(createPostgresBackend);

  constructor(private readonly database: { connectionString: string; options?: string }) {
    super();
  }

  private connection(max: number) {
    return { ...this.database, max, schema: 'bullmq', skipMigrations: true };
  }

  queue(name: QueueName): JobQueue {
    return new this.classes.Queue<JobData>(name, { connection: this.connection(2), defaultJobOptions: DEFAULT_JOB });
  }

  worker(name: QueueName, process: Processor<JobData>, concurrency: number): JobWorker {
    return new this.classes.Worker<JobData>(name, process, {
      connection: this.connection(3),
      concurrency,
      ...RECOVERY,
    });
  }

  async close(): Promise<void> {
    // Each queue and worker owns and closes its pool.
  }
}

/** BullMQ on Redis, for installations with several machines. */
export class RedisQueueBackend extends QueueBackend {
  readonly kind = 'redis';
  private readonly connections: Redis[] = [];

  constructor(private readonly url: string) {
    super();
  }

  private connect(): Redis {
    const redis = new Redis(this.url, { maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
    this.connections.push(redis);
    return redis;
  }

  queue(name: QueueName): JobQueue {
    return new Queue<JobData>(name, { connection: this.connect(), defaultJobOptions: DEFAULT_JOB });
  }

  worker(name: QueueName, process: Processor<JobData>, concurrency: number): JobWorker {
    return new Worker<JobData>(name, process, { connection: this.connect(), concurrency, ...RECOVERY });
  }

  async close(): Promise<void> {
    await Promise.all(this.connections.map((redis) => redis.quit().catch(() => redis.disconnect())));
  }
}
