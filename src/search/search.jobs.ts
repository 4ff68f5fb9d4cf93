import { Injectable } from '@nestjs/common';
import { RevisionPublished } from '../catalogue/catalogue.events.js';
import { JobHandler } from '../platform/jobs/job-handler.decorator.js';
import { SearchIndexService } from './search-index.service.js';

@Injectable()
export class SearchJobs {
  constructor(private readonly index: SearchIndexService) {}

  /** What was published can be found, and what was retired no longer takes up room. */
  @JobHandler('search.index-revision', { queue: 'bulk', on: RevisionPublished })
  async indexRevision(): Promise<void> {
    await this.index.bringUpToDate();
  }
}
