import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../platform/auth/can.decorator.js';
import { LawArticleDto, LawArticleListDto, LawDocumentListDto, LawSearchQueryDto } from './dto/law.dto.js';
import { LawService } from './law.service.js';

@ApiTags('law')
@Controller('api/v1/law')
export class LawController {
  constructor(private readonly law: LawService) {}

  /** Every document of the library. */
  @Can('law.read')
  @Get('documents')
  @ApiOkResponse({ type: LawDocumentListDto })
  async documents(): Promise<LawDocumentListDto> {
    return LawDocumentListDto.from(await this.law.documents());
  }

  /** Searches articles by number and words, without diacritics. */
  @Can('law.read')
  @Get('articles')
  @ApiOkResponse({ type: LawArticleListDto })
  async search(@Query() query: LawSearchQueryDto): Promise<LawArticleListDto> {
    return LawArticleListDto.from(await this.law.search({ ...query, q: query.q ?? '' }));
  }

  /** One article with its versions and sources. */
  @Can('law.read')
  @Get('articles/:code')
  @ApiOkResponse({ type: LawArticleDto })
  async article(@Param('code') code: string): Promise<LawArticleDto> {
    return LawArticleDto.from(await this.law.article(code));
  }
}
