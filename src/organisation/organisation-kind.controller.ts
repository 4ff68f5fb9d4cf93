import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../platform/auth/can.decorator.js';
import { OrganisationKindListDto } from './dto/organisation-kind.dto.js';
import { OrganisationKindService } from './organisation-kind.service.js';

@ApiTags('organisation')
@Controller('api/v1/organisation-kinds')
export class OrganisationKindController {
  constructor(private readonly kinds: OrganisationKindService) {}

  /** Tiers and kinds of units, for forms; those that have ended carry the day. */
  @Can('organisation-kind.read')
  @Get()
  @ApiOkResponse({ type: OrganisationKindListDto })
  async list(): Promise<OrganisationKindListDto> {
    return OrganisationKindListDto.from(await this.kinds.list());
  }
}
