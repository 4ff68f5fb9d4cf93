import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { CourseQueryDto } from './dto/course.dto.js';
import { HandbookDto, HandbookListDto, HandbookRequestDto } from './dto/handbook.dto.js';
import { HandbookService } from './handbook.service.js';

@ApiTags('handbooks')
@Controller('api/v1')
export class HandbookController {
  constructor(private readonly handbooks: HandbookService) {}

  /** The handbooks of a revision that were asked for, ready or not. */
  @Can('course.read')
  @Get('courses/:slug/handbooks')
  @ApiOkResponse({ type: HandbookListDto })
  async list(@Param('slug') slug: string, @Query() { revision }: CourseQueryDto): Promise<HandbookListDto> {
    return { items: (await this.handbooks.list(slug, revision)).map((view) => HandbookDto.from(view)) };
  }

  /** Ask for a course as a book. One that is there or on its way is answered as it is; else a job makes it. */
  @Can('handbook.request')
  @Post('courses/:slug/handbooks')
  @ApiCreatedResponse({ type: HandbookDto })
  async request(@Param('slug') slug: string, @Body() { format, revision }: HandbookRequestDto): Promise<HandbookDto> {
    return HandbookDto.from(await this.handbooks.request(slug, { format, revisionId: revision }));
  }

  /** One handbook and how much of it is made. */
  @Can('course.read')
  @Get('handbooks/:id')
  @ApiOkResponse({ type: HandbookDto })
  async get(@Param('id', UUID_OR_404) id: string): Promise<HandbookDto> {
    return HandbookDto.from(await this.handbooks.get(id));
  }

  /** The file, once it is ready. */
  @Can('course.read')
  @Get('handbooks/:id/file')
  @ApiProduces('application/epub+zip', 'application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@Param('id', UUID_OR_404) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { bytes, contentType, fileName } = await this.handbooks.file(id);
    void reply
      .type(contentType)
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('cache-control', 'private, no-cache')
      .send(bytes);
  }
}
