import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { AttendanceMarkService } from './attendance-mark.service.js';
import { ClassListService } from './class-list.service.js';
import { ClassSessionService } from './class-session.service.js';
import { MarkDto, RosterRowDto, ScheduleDto, ScheduledSessionDto, SessionCodeDto } from './dto/class-session.dto.js';

@ApiTags('class-sessions')
@Controller('api/v1')
export class ClassSessionController {
  constructor(
    private readonly sessions: ClassSessionService,
    private readonly marks: AttendanceMarkService,
    private readonly lists: ClassListService,
  ) {}

  /** The code to show now; ask again when it has changed. */
  @Can('class-session.show-code')
  @Get('class-sessions/:id/code')
  @ApiOkResponse({ type: SessionCodeDto })
  async code(@CurrentActor() actor: Actor, @Param('id', UUID_OR_404) id: string): Promise<SessionCodeDto> {
    return SessionCodeDto.from(await this.sessions.code(actor, id));
  }

  /** Record by hand that a person was present, absent or on leave, with the reason. */
  @Can('class-session.mark-attendance')
  @Post('class-sessions/:id/marks')
  @HttpCode(200)
  @ApiOkResponse({ type: RosterRowDto })
  async mark(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: MarkDto,
  ): Promise<RosterRowDto> {
    return RosterRowDto.from(await this.marks.mark(actor, id, body));
  }

  /** The actor's own sessions: the last 60 days and all to come. */
  @Can('training-class.read')
  @Get('schedule')
  @ApiOkResponse({ type: ScheduleDto })
  async schedule(@CurrentActor() actor: Actor): Promise<ScheduleDto> {
    const items = await this.lists.schedule(actor);
    return { items: items.map((session) => ScheduledSessionDto.from(session)) };
  }
}
