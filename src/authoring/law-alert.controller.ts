import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { LawAlertDto, LawAlertListDto } from './dto/law-alert.dto.js';
import { LawAlertService } from './law-alert.service.js';

@ApiTags('drafts')
@Controller('api/v1/law-alerts')
export class LawAlertController {
  constructor(private readonly alerts: LawAlertService) {}

  /** Changes of the law that courses still have to follow, of the courses that the reader may write at. */
  @Can('draft.write')
  @Get()
  @ApiOkResponse({ type: LawAlertListDto })
  async list(@CurrentActor() actor: Actor): Promise<LawAlertListDto> {
    return { items: (await this.alerts.list(actor)).map((alert) => LawAlertDto.from(alert)) };
  }
}
