import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../platform/auth/can.decorator.js';
import { NotFound } from '../platform/problems/problem.js';
import { ATTACHMENT_TYPES } from './attachment-kinds.js';
import { RevisionFilesService } from './revision-files.service.js';

const HASH = /^[0-9a-f]{64}$/;
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]+$/;
const YEAR_SECONDS = 31_536_000;

@ApiTags('courses')
@Controller('api/v1/attachments')
export class AttachmentController {
  constructor(private readonly files: RevisionFilesService) {}

  /** A file that goes with a lesson. Always a download: nothing in it is ever opened as a page of this site. */
  @Public('a name that only who was shown the lesson can know; telephones hand downloads to programs without a session')
  @Get(':hash/:name')
  @ApiProduces(...Object.values(ATTACHMENT_TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async get(@Param('hash') hash: string, @Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    const found = HASH.test(hash) && NAME.test(name) ? await this.files.findAttachment(hash) : null;
    if (!found || found.mediaType !== ATTACHMENT_TYPES[name.slice(name.lastIndexOf('.') + 1)]) throw NotFound();
    void reply
      .type(found.mediaType)
      .header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`)
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(found.bytes);
  }
}
