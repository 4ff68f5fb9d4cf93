import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { AmendmentDetailDto, AmendmentDto, AmendmentListDto } from './dto/law-desk.dto.js';
import { LawDeskService } from './law-desk.service.js';

@ApiTags('law')
@Controller('api/v1/law/amendments')
export class LawDeskController {
  constructor(private readonly desk: LawDeskService) {}

  /** Amendments, the latest day first, with what they touched and what is done. */
  @Can('law-desk.read')
  @Get()
  @ApiOkResponse({ type: AmendmentListDto })
  async list(@CurrentActor() actor: Actor): Promise<AmendmentListDto> {
    const { items, can } = await this.desk.list(actor);
    return { items: items.map((summary) => AmendmentDto.from(summary)), can };
  }

  /** One amendment with everything flagged, the wordings and the tasks. */
  @Can('law-desk.read')
  @Get(':id')
  @ApiOkResponse({ type: AmendmentDetailDto })
  async get(@Param('id', UUID_OR_404) id: string): Promise<AmendmentDetailDto> {
    return AmendmentDetailDto.from(await this.desk.get(id));
  }
}
