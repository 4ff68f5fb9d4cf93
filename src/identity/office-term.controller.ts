import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import {
  AppointmentDto,
  OfficeEndDto,
  OfficeListQueryDto,
  OfficeTermDto,
  OfficeTermListDto,
  OfficeTitleLineDto,
  OfficeTitleListDto,
} from './dto/office-term.dto.js';
import { OfficeTermService } from './office-term.service.js';

@ApiTags('people')
@Controller('api/v1')
export class OfficeTermController {
  constructor(private readonly offices: OfficeTermService) {}

  /** The catalogue of offices, in order of precedence. */
  @Can('office-title.read')
  @Get('office-titles')
  @ApiOkResponse({ type: OfficeTitleListDto })
  async titles(): Promise<OfficeTitleListDto> {
    return { items: (await this.offices.titles()).map((title) => OfficeTitleLineDto.from(title)) };
  }

  /** Who holds which office of a unit, today or on any day. */
  @Can('person.read')
  @Get('organisations/:id/offices')
  @ApiOkResponse({ type: OfficeTermListDto })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Query() query: OfficeListQueryDto,
  ): Promise<OfficeTermListDto> {
    return this.offices.ofUnit(actor, id, query);
  }

  /** Give a person an office in a unit. An office such as the chair has one holder at a time. */
  @Can('office.change')
  @Post('organisations/:id/offices')
  @ApiCreatedResponse({ type: OfficeTermDto })
  appoint(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: AppointmentDto,
  ): Promise<OfficeTermDto> {
    return this.offices.appoint(actor, { ...body, organisationId: id });
  }

  /** End an office, or move its end. Answers the term that stands now, which has an id of its own. */
  @Can('office.change')
  @Post('office-terms/:id/end')
  @HttpCode(200)
  @ApiOkResponse({ type: OfficeTermDto })
  end(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: OfficeEndDto,
  ): Promise<OfficeTermDto> {
    return this.offices.end(actor, id, body);
  }
}
