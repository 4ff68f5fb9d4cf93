import { statfs } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';
import { QUEUE_NAMES } from '../jobs/job-handler.decorator.js';
import { OutboxDispatcher } from '../jobs/outbox-dispatcher.js';

/** The raw figures that alarms are set on: how long work waits, how full the disk is, how long requests take. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly dispatcher: OutboxDispatcher,
    private readonly config: Config,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from request to answer',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [this.registry],
    });
    this.addOutboxGauges();
    this.addQueueGauge();
    this.addDiskGauge();
  }

  private addOutboxGauges(): void {
    const { dataSource } = this;
    const age = new Gauge({
      name: 'outbox_oldest_open_seconds',
      help: 'Age of the oldest outbox row whose job is not done',
      registers: [this.registry],
    });
    const dead = new Gauge({
      name: 'outbox_dead',
      help: 'Outbox rows given up after the last try',
      registers: [this.registry],
    });
    const pending = new Gauge({
      name: 'seal_pending',
      help: 'Append-only rows waiting for their seal',
      registers: [this.registry],
      async collect() {
        const rows = await dataSource.query<[{ age: number; dead: number; pending: number }]>(
          `SELECT coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE dead_at IS NULL)), 0)::float8 AS age,
                  count(*) FILTER (WHERE dead_at IS NOT NULL)::int AS dead,
                  (SELECT count(*)::int FROM seal_pending) AS pending
             FROM outbox_entry WHERE finished_at IS NULL`,
        );
        age.set(rows[0].age);
        dead.set(rows[0].dead);
        pending.set(rows[0].pending);
      },
    });
  }

  private addQueueGauge(): void {
    const { dispatcher } = this;
    new Gauge({
      name: 'queue_jobs',
      help: 'Jobs by queue and state',
      labelNames: ['queue', 'state'],
      registers: [this.registry],
      async collect() {
        for (const queue of QUEUE_NAMES) {
          const counts = await dispatcher.queue(queue).getJobCounts('waiting', 'active', 'delayed', 'failed');
          for (const [state, count] of Object.entries(counts)) this.set({ queue, state }, count);
        }
      },
    });
  }

  private addDiskGauge(): void {
    const { config } = this;
    new Gauge({
      name: 'data_disk_free_bytes',
      help: 'Free bytes on the disk of DATA_DIR',
      registers: [this.registry],
      async collect() {
        const disk = await statfs(config.DATA_DIR);
        this.set(disk.bavail * disk.bsize);
      },
    });
  }

  observe(labels: { method: string; route: string; status: string }, seconds: number): void {
    this.requests.observe(labels, seconds);
  }

  /** Prometheus text format 0.0.4. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
