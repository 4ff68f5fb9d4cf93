import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import {
  AbolitionDto,
  FoundingDto,
  HeadCountDto,
  MoveDto,
  OrganisationDetailDto,
  OrganisationHistoryDto,
  OrganisationListDto,
  OrganisationListQuery,
  OrganisationTimeQuery,
  RenamingDto,
} from './dto/organisation.dto.js';
import { OrganisationChangeService } from './organisation-change.service.js';
import { OrganisationReaderService } from './organisation-reader.service.js';

@ApiTags('organisation')
@Controller('api/v1/organisations')
export class OrganisationController {
  constructor(
    private readonly reader: OrganisationReaderService,
    private readonly changes: OrganisationChangeService,
  ) {}

  /** The units within the reader's own grants, of today or of any day, as known now or as known then. */
  @Can('organisation.read')
  @Get()
  @ApiOkResponse({ type: OrganisationListDto })
  list(@CurrentActor() actor: Actor, @Query() query: OrganisationListQuery): Promise<OrganisationListDto> {
    return this.reader.list(actor, OrganisationListQuery.toAsked(query));
  }

  /** Found a unit below another one. Answers the unit as of its first day. */
  @Can('organisation.change')
  @Post()
  @ApiCreatedResponse({ type: OrganisationDetailDto })
  async found(@CurrentActor() actor: Actor, @Body() body: FoundingDto): Promise<OrganisationDetailDto> {
    const id = await this.changes.found(actor, body);
    return this.reader.get(actor, id, { asOf: body.foundedOn });
  }

  /** One unit on a day. */
  @Can('organisation.read')
  @Get(':id')
  @ApiOkResponse({ type: OrganisationDetailDto })
  get(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Query() query: OrganisationTimeQuery,
  ): Promise<OrganisationDetailDto> {
    return this.reader.get(actor, id, OrganisationTimeQuery.toTime(query));
  }

  /** Everything recorded of a unit: since when it was so, and since when we know. */
  @Can('organisation.read')
  @Get(':id/history')
  @ApiOkResponse({ type: OrganisationHistoryDto })
  async history(@CurrentActor() actor: Actor, @Param('id', UUID_OR_404) id: string): Promise<OrganisationHistoryDto> {
    return OrganisationHistoryDto.from(await this.reader.history(actor, id));
  }

  /** Give a unit another name from a day on. */
  @Can('organisation.change')
  @Post(':id/renaming')
  @ApiCreatedResponse({ type: OrganisationHistoryDto })
  async rename(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: RenamingDto,
  ): Promise<OrganisationHistoryDto> {
    await this.changes.rename(actor, id, body);
    return this.history(actor, id);
  }

  /** Hang a unit, with all below it, under another one from a day on. */
  @Can('organisation.change')
  @Post(':id/move')
  @ApiCreatedResponse({ type: OrganisationHistoryDto })
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: MoveDto,
  ): Promise<OrganisationHistoryDto> {
    await this.changes.move(actor, id, body);
    return this.history(actor, id);
  }

  /** End a unit on a day: the first day on which it does not exist. */
  @Can('organisation.change')
  @Post(':id/abolition')
  @ApiCreatedResponse({ type: OrganisationHistoryDto })
  async abolish(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: AbolitionDto,
  ): Promise<OrganisationHistoryDto> {
    await this.changes.abolish(actor, id, body);
    return this.history(actor, id);
  }

  /** Record members and workers of a day, or correct what was recorded for it. */
  @Can('organisation.change')
  @Post(':id/head-counts')
  @ApiCreatedResponse({ type: OrganisationHistoryDto })
  async recordHeadCount(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: HeadCountDto,
  ): Promise<OrganisationHistoryDto> {
    await this.changes.recordHeadCount(actor, id, body);
    return this.history(actor, id);
  }
}
