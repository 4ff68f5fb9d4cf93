import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { Unremembered } from '../platform/auth/idempotency.interceptor.js';
import { UPLOAD_ROUTE } from '../platform/http/body-checks.js';
import { readUpload } from '../platform/http/read-upload.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { DraftArchiveService, MAX_ARCHIVE_BYTES } from './draft-archive.service.js';
import { ArchiveUploadQuery, StartedDraftDto } from './dto/draft.dto.js';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('drafts')
@Controller('api/v1/drafts')
export class DraftArchiveController {
  constructor(private readonly archives: DraftArchiveService) {}

  /** Begin a draft of a new course with a zip of its files, sent as the body itself: all of them or none. */
  @Can('draft.write')
  @Post('archive')
  @Unremembered()
  @RouteConfig(UPLOAD_ROUTE)
  @ApiConsumes('application/octet-stream')
  @ApiBody(FILE)
  @ApiCreatedResponse({ type: StartedDraftDto })
  @ApiUnprocessableEntityResponse({
    description: 'Problem archive-refused; `faults` holds path, line and message of each',
  })
  async unpack(
    @CurrentActor() actor: Actor,
    @Query() query: ArchiveUploadQuery,
    @Req() request: FastifyRequest,
  ): Promise<StartedDraftDto> {
    const bytes = await readUpload(request, MAX_ARCHIVE_BYTES);
    return { id: await this.archives.unpack(actor, { bytes, ...query }) };
  }

  /** The draft's files as a zip, to be taken to another installation or kept. */
  @Can('draft.read')
  @Get(':id/archive')
  @ApiProduces('application/zip')
  @ApiOkResponse(FILE)
  async pack(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, content } = await this.archives.pack(actor, id);
    void reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('cache-control', 'private, no-store')
      .send(Readable.from(content));
  }
}
