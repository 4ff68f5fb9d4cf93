import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../platform/auth/can.decorator.js';
import { CatalogueService } from './catalogue.service.js';
import { LawChangeListDto } from './dto/law-change.dto.js';
import { CourseDto, CourseListDto, CourseQueryDto, CourseSummaryDto } from './dto/course.dto.js';
import { LessonFlagService } from './lesson-flag.service.js';

@ApiTags('courses')
@Controller('api/v1/courses')
export class CourseController {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly flags: LessonFlagService,
  ) {}

  /** The current revision of every course. */
  @Can('course.read')
  @Get()
  @ApiOkResponse({ type: CourseListDto })
  async list(): Promise<CourseListDto> {
    return { items: (await this.catalogue.courses()).map((contents) => CourseSummaryDto.from(contents)) };
  }

  /** The contents of a course: the current revision, or the one asked for. */
  @Can('course.read')
  @Get(':slug')
  @ApiOkResponse({ type: CourseDto })
  async get(@Param('slug') slug: string, @Query() { revision }: CourseQueryDto): Promise<CourseDto> {
    return CourseDto.from(await this.catalogue.revisionOf(slug, revision));
  }

  /** What the law changed about the lessons of a revision since they were written. */
  @Can('course.read')
  @Get(':slug/law-changes')
  @ApiOkResponse({ type: LawChangeListDto })
  async lawChanges(@Param('slug') slug: string, @Query() { revision }: CourseQueryDto): Promise<LawChangeListDto> {
    const contents = await this.catalogue.revisionOf(slug, revision);
    return LawChangeListDto.from(await this.flags.changesOf(contents.revision.id));
  }
}
