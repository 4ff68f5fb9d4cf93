import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { JOB_HANDLER, type JobHandlerMetadata } from './job-handler.decorator.js';

export type JobPayload = Record<string, unknown>;

export interface RegisteredJob extends JobHandlerMetadata {
  run: (payload: JobPayload) => Promise<void>;
}

const JOB_NAME = /^[a-z][a-z-]*\.[a-z]+(-[a-z]+)+$/;

/** Every job handler of the application by name. Refuses to boot when a name has two handlers or a wrong form. */
@Injectable()
export class JobRegistry implements OnModuleInit {
  private readonly jobs = new Map<string, RegisteredJob>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, (payload: JobPayload) => Promise<void>>;
      if (!prototype || prototype === Object.prototype) continue;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler = Object.getOwnPropertyDescriptor(prototype, method)?.value as RegisteredJob['run'] | undefined;
        const metadata = handler && this.reflector.get<JobHandlerMetadata | undefined>(JOB_HANDLER, handler);
        if (metadata) this.register({ ...metadata, run: handler.bind(instance) });
      }
    }
  }

  private register(job: RegisteredJob): void {
    if (!JOB_NAME.test(job.name)) throw new Error(`Job name "${job.name}" is not <feature>.<verb-object>`);
    if (this.jobs.has(job.name)) throw new Error(`Job "${job.name}" has two handlers`);
    this.jobs.set(job.name, job);
  }

  all(): RegisteredJob[] {
    return [...this.jobs.values()];
  }

  /** @throws Error when nothing does this job: asking for it is a bug */
  get(name: string): RegisteredJob {
    const job = this.jobs.get(name);
    if (!job) throw new Error(`Job "${name}" has no handler`);
    return job;
  }

  subscribersOf(event: string): RegisteredJob[] {
    return this.all().filter((job) => job.on?.name === event);
  }
}
