import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import {
  NewRoleGrantDto,
  RevocationDto,
  RoleGrantDto,
  RoleGrantListDto,
  RoleGrantQueryDto,
} from './dto/role-grant.dto.js';
import { RoleGrantService } from './role-grant.service.js';

@ApiTags('people')
@Controller('api/v1/role-grants')
export class RoleGrantController {
  constructor(private readonly grants: RoleGrantService) {}

  /** Who holds which role in the units that the reader answers for. */
  @Can('role-grant.read')
  @Get()
  @ApiOkResponse({ type: RoleGrantListDto })
  list(@CurrentActor() actor: Actor, @Query() query: RoleGrantQueryDto): Promise<RoleGrantListDto> {
    return this.grants.list(actor, query);
  }

  /** Grant a role no stronger than one's own, on a unit of one's own. In force with the person's next request. */
  @Can('role-grant.change')
  @Post()
  @ApiCreatedResponse({ type: RoleGrantDto })
  grant(@CurrentActor() actor: Actor, @Body() body: NewRoleGrantDto): Promise<RoleGrantDto> {
    return this.grants.grant(actor, body);
  }

  /** Take a role away, at once. The root always keeps an administrator. */
  @Can('role-grant.change')
  @Post(':id/revocation')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: RevocationDto,
  ): Promise<void> {
    await this.grants.revoke(actor, id, body.reason);
  }
}
