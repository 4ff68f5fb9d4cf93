import { SetMetadata } from '@nestjs/common';
import type { DomainEvent } from '../events/domain-event.js';

export type QueueName = 'interactive' | 'bulk';

export const QUEUE_NAMES: QueueName[] = ['interactive', 'bulk'];

export interface JobOptions {
  /** `interactive`: somebody waits for it. `bulk`: imports, batches, sweeps. */
  queue: QueueName;
  /** The event that asks for this job; absent for jobs asked for directly or by schedule. */
  on?: DomainEvent<object>;
  /** Run every so many seconds, once for the whole installation. */
  everySeconds?: number;
}

export const JOB_HANDLER = 'union-skills:job-handler';

/**
 * Marks the method of a `*.jobs.ts` provider that does the job. Delivery is at least once: the method re-reads its
 * subject and returns when there is nothing left to do.
 */
export const JobHandler = (name: string, options: JobOptions) => SetMetadata(JOB_HANDLER, { name, ...options });

export type JobHandlerMetadata = JobOptions & { name: string };
