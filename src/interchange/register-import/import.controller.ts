import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/auth/actor.js';
import { Can, CurrentActor } from '../../platform/auth/can.decorator.js';
import { Unremembered } from '../../platform/auth/idempotency.interceptor.js';
import { UPLOAD_ROUTE, UPLOAD_TYPES } from '../../platform/http/body-checks.js';
import { localeOf } from '../../platform/http/problem.filter.js';
import { UUID_OR_404 } from '../../platform/http/uuid-or-404.js';
import { CONTENT_TYPES } from '../../platform/sheet/sheet-writer.js';
import {
  ImportDecisionsRequest,
  ImportDto,
  ImportListDto,
  ImportListQuery,
  ImportRowDto,
  ImportRowsDto,
  ImportRowsQuery,
  ImportUploadQuery,
} from './dto/import.dto.js';
import { ImportReportService } from './import-report.service.js';
import { ImportService } from './import.service.js';
import type { RegisterSheet } from './register-export.service.js';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** Sends a sheet as it is written. */
export function sendSheet(reply: FastifyReply, { format, fileName, content }: RegisterSheet): void {
  void reply
    .type(CONTENT_TYPES[format])
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('cache-control', 'private, no-store')
    .send(content);
}

@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly reports: ImportReportService,
  ) {}

  /** Send a register file, xlsx or CSV, as the body itself. It is checked by a job; nothing is written yet. */
  @Can('register.import')
  @Post()
  @Unremembered()
  @RouteConfig(UPLOAD_ROUTE)
  @ApiConsumes(...UPLOAD_TYPES)
  @ApiBody(FILE)
  @ApiCreatedResponse({ type: ImportDto })
  async begin(
    @CurrentActor() actor: Actor,
    @Query() { kind, fileName, organisationId }: ImportUploadQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportDto> {
    // What of a refused file is still on its way is not waited for.
    void reply.header('connection', 'close');
    const announced = Number(request.headers['content-length'] ?? 0);
    const upload = { kind, fileName, content: request.raw, announced };
    const job = await this.imports.begin(actor, organisationId === undefined ? upload : { ...upload, organisationId });
    return ImportDto.from(job, localeOf(request));
  }

  /** The actor's own imports, newest first. */
  @Can('register.import')
  @Get()
  @ApiOkResponse({ type: ImportListDto })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { cursor }: ImportListQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportListDto> {
    const { items, nextCursor } = await this.imports.list(actor, cursor);
    return { items: items.map((job) => ImportDto.from(job, localeOf(request))), nextCursor };
  }

  /** One import: its state, and how many rows were read and of which kind they are. */
  @Can('register.import')
  @Get(':id')
  @ApiOkResponse({ type: ImportDto })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportDto> {
    return ImportDto.from(await this.imports.get(actor, id), localeOf(request));
  }

  /** What each row means and what is wrong with it. */
  @Can('register.import')
  @Get(':id/rows')
  @ApiOkResponse({ type: ImportRowsDto })
  async rows(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Query() { cursor, state }: ImportRowsQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportRowsDto> {
    const { job, items, nextCursor } = await this.imports.rows(actor, id, {
      ...(cursor === undefined ? {} : { after: Number(cursor) }),
      ...(state === undefined ? {} : { states: [state] }),
    });
    return { items: items.map((row) => ImportRowDto.from(row, job.kind, localeOf(request))), nextCursor };
  }

  /** The same sheet with a column of errors. */
  @Can('register.import')
  @Get(':id/report')
  @ApiProduces(...Object.values(CONTENT_TYPES))
  @ApiOkResponse(FILE)
  async report(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendSheet(reply, await this.reports.write(actor, id, localeOf(request)));
  }

  /** Say of rows that may be about somebody known whether they are. The file is compared again. */
  @Can('register.import')
  @Post(':id/decisions')
  @ApiCreatedResponse({ type: ImportDto })
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() { decisions }: ImportDecisionsRequest,
    @Req() request: FastifyRequest,
  ): Promise<ImportDto> {
    return ImportDto.from(await this.imports.decide(actor, id, decisions), localeOf(request));
  }

  /** Write a checked file without errors into the register, as a whole; a job does it. */
  @Can('register.import')
  @Post(':id/application')
  @ApiCreatedResponse({ type: ImportDto })
  async apply(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportDto> {
    return ImportDto.from(await this.imports.apply(actor, id), localeOf(request));
  }

  /** Put a file aside that was not applied. */
  @Can('register.import')
  @Post(':id/cancellation')
  @ApiCreatedResponse({ type: ImportDto })
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportDto> {
    return ImportDto.from(await this.imports.cancel(actor, id), localeOf(request));
  }
}
