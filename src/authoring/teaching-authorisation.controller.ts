import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import {
  EndOfTeachingDto,
  NewTeachingAuthorisationDto,
  OwnTeachingDto,
  TeachingAuthorisationIdDto,
  TeachingAuthorisationListDto,
  TeachingAuthorisationQueryDto,
} from './dto/teaching-authorisation.dto.js';
import { TeachingAuthorisationReaderService } from './teaching-authorisation-reader.service.js';
import { TeachingAuthorisationService } from './teaching-authorisation.service.js';

@ApiTags('people')
@Controller('api/v1/teaching-authorisations')
export class TeachingAuthorisationController {
  constructor(
    private readonly authorisations: TeachingAuthorisationService,
    private readonly reader: TeachingAuthorisationReaderService,
  ) {}

  /** What somebody may teach for the reader's units; empty for anybody else's. */
  @Can('teaching-authorisation.read')
  @Get()
  @ApiOkResponse({ type: TeachingAuthorisationListDto })
  list(
    @CurrentActor() actor: Actor,
    @Query() { personId }: TeachingAuthorisationQueryDto,
  ): Promise<TeachingAuthorisationListDto> {
    return this.reader.list(actor, personId);
  }

  /** What one may teach oneself. */
  @Can('teaching-authorisation.read-own')
  @Get('own')
  @ApiOkResponse({ type: OwnTeachingDto })
  async own(@CurrentActor() actor: Actor): Promise<OwnTeachingDto> {
    return { items: await this.reader.own(actor) };
  }

  /** Let somebody teach a topic for a unit and those below it. */
  @Can('teaching-authorisation.change')
  @Post()
  @ApiCreatedResponse({ type: TeachingAuthorisationIdDto })
  grant(@CurrentActor() actor: Actor, @Body() body: NewTeachingAuthorisationDto): Promise<TeachingAuthorisationIdDto> {
    return this.authorisations.grant(actor, body);
  }

  /** End it; the record keeps it. */
  @Can('teaching-authorisation.change')
  @Post(':id/end')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: EndOfTeachingDto,
  ): Promise<void> {
    await this.authorisations.end(actor, id, body);
  }
}
