import { Module } from '@nestjs/common';
import { SearchIndexService } from './search-index.service.js';
import { SearchController } from './search.controller.js';
import { SearchJobs } from './search.jobs.js';
import { SearchService } from './search.service.js';

/** Owns what can be found in lessons, questions and law. Writes none of them. */
@Module({
  controllers: [SearchController],
  providers: [SearchService, SearchIndexService, SearchJobs],
  exports: [SearchIndexService],
})
export class SearchModule {}
