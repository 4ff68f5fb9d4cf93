import { Controller, Param, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { Unremembered } from '../platform/auth/idempotency.interceptor.js';
import { UPLOAD_ROUTE } from '../platform/http/body-checks.js';
import { readUpload } from '../platform/http/read-upload.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { DraftImportService } from './draft-import.service.js';
import { LessonImportDto, LessonImportQuery } from './dto/draft-lesson.dto.js';
import { DOCX_LIMITS } from './word/docx-package.js';

@ApiTags('drafts')
@Controller('api/v1/drafts/:id')
export class DraftImportController {
  constructor(private readonly imports: DraftImportService) {}

  /** Make a lesson of a Word file (.docx) or Markdown up to 30 MB, sent as the body itself; the answer names what was lost. */
  @Can('draft.write')
  @Post('lessons/import')
  @Unremembered()
  @RouteConfig(UPLOAD_ROUTE)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: LessonImportDto })
  @ApiUnprocessableEntityResponse({ description: 'Problem lesson-…: why the file is refused; nothing is imported' })
  async import(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Query() { module }: LessonImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<LessonImportDto> {
    const bytes = await readUpload(request, DOCX_LIMITS.fileBytes);
    return this.imports.import(actor, id, { bytes, module });
  }
}
