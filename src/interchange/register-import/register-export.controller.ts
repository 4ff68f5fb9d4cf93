import { Body, Controller, Get, Param, ParseEnumPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/auth/actor.js';
import { Can, CurrentActor } from '../../platform/auth/can.decorator.js';
import { Unremembered } from '../../platform/auth/idempotency.interceptor.js';
import { localeOf } from '../../platform/http/problem.filter.js';
import { NotFound } from '../../platform/problems/problem.js';
import { CONTENT_TYPES } from '../../platform/sheet/sheet-writer.js';
import { RegisterExportRequest, SheetFormatQuery } from './dto/import.dto.js';
import { sendSheet } from './import.controller.js';
import { RegisterExportService } from './register-export.service.js';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;
const KINDS = { units: 'units', people: 'people' } as const;
const KIND_OR_404 = new ParseEnumPipe(KINDS, { exceptionFactory: () => NotFound() });

@ApiTags('imports')
@Controller('api/v1')
export class RegisterExportController {
  constructor(private readonly exports: RegisterExportService) {}

  /** An empty sheet with the headings that an import understands. */
  @Can('register.import')
  @Get('import-templates/:kind')
  @ApiParam({ name: 'kind', enum: KINDS })
  @ApiProduces(...Object.values(CONTENT_TYPES))
  @ApiOkResponse(FILE)
  async template(
    @Param('kind', KIND_OR_404) kind: keyof typeof KINDS,
    @Query() { format }: SheetFormatQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendSheet(reply, await this.exports.template(kind, format ?? 'xlsx', localeOf(request)));
  }

  /** The register of the units one answers for, as a file that an import takes back. A POST, because it is recorded. */
  @Can('register.import')
  @Post('exports')
  @Unremembered()
  @ApiProduces(...Object.values(CONTENT_TYPES))
  @ApiCreatedResponse(FILE)
  async export(
    @CurrentActor() actor: Actor,
    @Body() asked: RegisterExportRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const sheet = await this.exports.export(actor, { ...asked, locale: localeOf(request) });
    void reply.code(201);
    sendSheet(reply, sheet);
  }
}
