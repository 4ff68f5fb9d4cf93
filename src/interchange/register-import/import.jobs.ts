import { Injectable } from '@nestjs/common';
import { JobHandler } from '../../platform/jobs/job-handler.decorator.js';
import { ImportApplicationService } from './import-application.service.js';
import { ImportCheckService } from './import-check.service.js';

@Injectable()
export class ImportJobs {
  constructor(
    private readonly checks: ImportCheckService,
    private readonly applications: ImportApplicationService,
  ) {}

  @JobHandler('interchange.check-import', { queue: 'bulk' })
  async check({ importId }: { importId: string }): Promise<void> {
    await this.checks.check(importId);
  }

  @JobHandler('interchange.apply-import', { queue: 'bulk' })
  async apply({ importId }: { importId: string }): Promise<void> {
    await this.applications.apply(importId);
  }

  @JobHandler('interchange.empty-old-imports', { queue: 'bulk', everySeconds: 86_400 })
  async emptyOld(): Promise<void> {
    await this.applications.emptyOld();
  }
}
