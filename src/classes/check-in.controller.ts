import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { CheckInService } from './check-in.service.js';
import { CheckedInDto, CheckInDto } from './dto/check-in.dto.js';

@ApiTags('class-sessions')
@Controller('api/v1/check-ins')
export class CheckInController {
  constructor(private readonly checkIns: CheckInService) {}

  /** Check in at the door with the code shown now. */
  @Can('attendance.check-in')
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: CheckedInDto })
  async checkIn(@CurrentActor() actor: Actor, @Body() body: CheckInDto): Promise<CheckedInDto> {
    return CheckedInDto.from(await this.checkIns.checkIn(actor, body));
  }
}
