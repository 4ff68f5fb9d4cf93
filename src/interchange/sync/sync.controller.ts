import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/auth/actor.js';
import { Can, CurrentActor } from '../../platform/auth/can.decorator.js';
import { Clock } from '../../platform/clock/clock.js';
import { localeOf } from '../../platform/http/problem.filter.js';
import { SyncDto, SyncResultDto, SyncResultsDto } from './dto/sync.dto.js';
import { SyncService } from './sync.service.js';

@ApiTags('sync')
@Controller('api/v1/sync')
export class SyncController {
  constructor(
    private readonly syncs: SyncService,
    private readonly clock: Clock,
  ) {}

  /** Send what a device did, online or offline: up to 500 items, each applied once and answered by itself. */
  @Can('sync.send')
  @Post()
  @HttpCode(200)
  @ApiBody({ type: SyncDto })
  @ApiOkResponse({ type: SyncResultsDto })
  async send(
    @CurrentActor() actor: Actor,
    // Not a DTO: validating the batch as a whole would refuse all items for one.
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<SyncResultsDto> {
    const results = await this.syncs.apply(actor, (body as { items?: unknown } | null)?.items);
    const locale = localeOf(request);
    return {
      serverTime: this.clock.now().toISOString(),
      results: results.map((result) => SyncResultDto.from(result, locale)),
    };
  }
}
