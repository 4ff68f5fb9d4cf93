import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { MergerDto, SplitDto, UnitReformResultDto } from './dto/unit-reform.dto.js';
import { UnitReformService } from './unit-reform.service.js';

@ApiTags('organisation')
@Controller('api/v1/organisations')
export class UnitReformController {
  constructor(private readonly reform: UnitReformService) {}

  /** Merge units, with their people, into this one or into a new one, from a day on. */
  @Can('organisation.change')
  @Post(':id/merger')
  @ApiCreatedResponse({ type: UnitReformResultDto })
  merge(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: MergerDto,
  ): Promise<UnitReformResultDto> {
    return this.reform.merge(actor, id, body);
  }

  /** Split a unit into new ones, with the units below it, its people and its counts, from a day on. */
  @Can('organisation.change')
  @Post(':id/split')
  @ApiCreatedResponse({ type: UnitReformResultDto })
  split(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: SplitDto,
  ): Promise<UnitReformResultDto> {
    return this.reform.split(actor, id, body);
  }
}
