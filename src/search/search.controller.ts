import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { SearchAnswerDto, SearchQueryDto } from './dto/search.dto.js';
import { SearchService } from './search.service.js';

@ApiTags('search')
@Controller('api/v1/search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  /** Finds lessons and law, and questions for those who write them. */
  @Can('search.read')
  @Get()
  @ApiOkResponse({ type: SearchAnswerDto })
  async find(@CurrentActor() actor: Actor, @Query() { q, kinds, cursor }: SearchQueryDto): Promise<SearchAnswerDto> {
    return SearchAnswerDto.from(await this.search.find(actor, { q: q ?? '', kinds, cursor }));
  }
}
