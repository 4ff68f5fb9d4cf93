import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../platform/auth/can.decorator.js';
import { LawImpactDto, LawImpactQueryDto } from './dto/law-impact.dto.js';
import { LawImpactService } from './law-impact.service.js';

@ApiTags('law')
@Controller('api/v1/law/articles')
export class LawImpactController {
  constructor(private readonly impact: LawImpactService) {}

  /** The lessons, scenarios and questions that cite an article, and the version each was written against. */
  @Can('question.read')
  @Get(':code/impact')
  @ApiOkResponse({ type: LawImpactDto })
  async of(@Param('code') code: string, @Query() query: LawImpactQueryDto): Promise<LawImpactDto> {
    return LawImpactDto.from(await this.impact.of(code, query));
  }
}
