import { Injectable } from '@nestjs/common';
import { JobHandler } from '../jobs/job-handler.decorator.js';
import { Sealer } from './sealer.js';

const DAY_SECONDS = 86_400;

@Injectable()
export class AuditJobs {
  constructor(private readonly sealer: Sealer) {}

  /** Evidence must be linked within 5 seconds of its commit. */
  @JobHandler('audit.seal-rows', { queue: 'bulk', everySeconds: 3 })
  async sealRows(): Promise<void> {
    await this.sealer.seal();
  }

  @JobHandler('audit.write-checkpoint', { queue: 'bulk', everySeconds: DAY_SECONDS })
  async writeCheckpoint(): Promise<void> {
    await this.sealer.seal();
    await this.sealer.writeCheckpoint();
  }
}
