import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../platform/auth/can.decorator.js';
import { NotFound } from '../platform/problems/problem.js';
import { RevisionFilesService } from './revision-files.service.js';

const HASH = /^[0-9a-f]{64}$/;
const YEAR_SECONDS = 31_536_000;

@ApiTags('courses')
@Controller('api/v1/images')
export class ImageController {
  constructor(private readonly files: RevisionFilesService) {}

  /** An image of a lesson. Its name says what its bytes are, so whoever has it once need never ask again. */
  @Public('a name that only who was shown the lesson can know; proxies and phones keep it without a session')
  @Get(':hash')
  @ApiProduces('image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async get(@Param('hash') hash: string, @Res() reply: FastifyReply): Promise<void> {
    const bytes = HASH.test(hash) ? await this.files.findImage(hash) : null;
    if (!bytes) throw NotFound();
    void reply
      .type('image/webp')
      .header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`)
      .header('content-disposition', 'inline')
      .send(bytes);
  }
}
