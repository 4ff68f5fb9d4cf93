import { Controller, Delete, Get, HttpCode, Param, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { LivingSessionDto, SessionListDto } from './dto/session-list.dto.js';
import { SessionCookieService } from './session-cookie.service.js';
import { SessionService } from './session.service.js';

@ApiTags('identity')
@Controller('api/v1/sessions')
export class SessionListController {
  constructor(
    private readonly sessions: SessionService,
    private readonly cookie: SessionCookieService,
  ) {}

  /** The devices on which the person is signed in. */
  @Can('session.read')
  @Get()
  @ApiOkResponse({ type: SessionListDto })
  async list(@CurrentActor() actor: Actor): Promise<SessionListDto> {
    const items = await this.sessions.list(actor);
    return { items: items.map((session) => LivingSessionDto.from(session, actor.locale)) };
  }

  /** Sign out of all other devices. */
  @Can('session.end')
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async endOthers(@CurrentActor() actor: Actor): Promise<void> {
    await this.sessions.endOthers(actor);
  }

  /** Sign out of one device. */
  @Can('session.end')
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(actor, id);
    if (id === actor.sessionId) this.cookie.clear(reply);
  }
}
