import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { CatalogueService } from './catalogue.service.js';
import { LessonDto } from './dto/lesson.dto.js';

@ApiTags('lessons')
@Controller('api/v1/lessons')
export class LessonController {
  constructor(private readonly catalogue: CatalogueService) {}

  /** One lesson of a published revision. */
  @Can('lesson.read')
  @Get(':id')
  @ApiOkResponse({ type: LessonDto })
  async get(@Param('id', UUID_OR_404) id: string): Promise<LessonDto> {
    return LessonDto.from(await this.catalogue.lesson(id));
  }
}
