import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../platform/auth/can.decorator.js';
import { NotFound } from '../platform/problems/problem.js';
import { CatalogueService } from './catalogue.service.js';
import { LessonDto } from './dto/lesson.dto.js';

const LessonId = () => Param('id', new ParseUUIDPipe({ exceptionFactory: () => NotFound() }));

@ApiTags('lessons')
@Controller('api/v1/lessons')
export class LessonController {
  constructor(private readonly catalogue: CatalogueService) {}

  /** One lesson of a published revision. */
  @Can('lesson.read')
  @Get(':id')
  @ApiOkResponse({ type: LessonDto })
  async get(@LessonId() id: string): Promise<LessonDto> {
    return LessonDto.from(await this.catalogue.lesson(id));
  }
}
