import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { OrganisationListDto, OrganisationListQuery } from './dto/organisation.dto.js';
import { OrganisationService } from './organisation.service.js';

@ApiTags('organisation')
@Controller('api/v1/organisations')
export class OrganisationController {
  constructor(private readonly organisations: OrganisationService) {}

  /** The units within the reader's own grants. */
  @Can('organisation.read')
  @Get()
  @ApiOkResponse({ type: OrganisationListDto })
  list(@CurrentActor() actor: Actor, @Query() query: OrganisationListQuery): Promise<OrganisationListDto> {
    return this.organisations.list(actor, query.cursor);
  }
}
