import { Injectable } from '@nestjs/common';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { HandbookMakingService } from './handbook-making.service.js';
import { MAKE_HANDBOOK } from './handbook.service.js';

@Injectable()
export class HandbookJobs {
  constructor(private readonly making: HandbookMakingService) {}

  @JobHandler(MAKE_HANDBOOK, { queue: 'interactive' })
  async makeHandbook({ handbookId }: { handbookId: string }): Promise<void> {
    await this.making.make(handbookId);
  }
}
