import { Injectable } from '@nestjs/common';
import { JobHandler } from '../../platform/jobs/job-handler.decorator.js';
import { ImportApplicationService } from './import-application.service.js';
import { ImportCheckService } from './import-check.service.js';
import { ImportRetentionService } from './import-retention.service.js';

@Injectable()
export class ImportJobs {
  constructor(
    private readonly checks: ImportCheckService,
    private readonly applications: ImportApplicationService,
    private readonly retention: ImportRetentionService,
  ) {}

  @JobHandler('interchange.check-import', { queue: 'bulk' })
  async check({ importId }: { importId: string }): Promise<void> {
    await this.checks.check(importId);
  }

  @JobHandler('interchange.apply-import', { queue: 'bulk' })
  async apply({ importId }: { importId: string }): Promise<void> {
    await this.applications.apply(importId);
  }

  @JobHandler('interchange.forget-import', { queue: 'bulk' })
  async forget({ importId }: { importId: string }): Promise<void> {
    await this.retention.forgetCancelled(importId);
  }

  @JobHandler('interchange.empty-old-imports', { queue: 'bulk', everySeconds: 86_400 })
  async forgetOld(): Promise<void> {
    await this.retention.forgetOld();
  }
}
