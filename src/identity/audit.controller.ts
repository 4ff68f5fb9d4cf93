import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { AuditReaderService } from './audit-reader.service.js';
import { AuditEntryDto, AuditListDto, AuditQueryDto } from './dto/audit.dto.js';

@ApiTags('audit')
@Controller('api/v1/audit-entries')
export class AuditController {
  constructor(private readonly reader: AuditReaderService) {}

  /** Who did what, and why, in the units that the reader answers for, newest first. */
  @Can('audit.read')
  @Get()
  @ApiOkResponse({ type: AuditListDto })
  async list(@CurrentActor() actor: Actor, @Query() query: AuditQueryDto): Promise<AuditListDto> {
    const { items, nextCursor } = await this.reader.list(actor, AuditQueryDto.toFilter(query));
    return { items: items.map((line) => AuditEntryDto.from(line)), nextCursor };
  }
}
