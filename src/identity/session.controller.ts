import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../platform/auth/actor.js';
import { SESSION_COOKIE } from '../platform/auth/auth.guard.js';
import { Can, CurrentActor, Public } from '../platform/auth/can.decorator.js';
import { ChangeSessionDto, SessionDto, SignInDto } from './dto/session.dto.js';
import { SessionCookieService } from './session-cookie.service.js';
import { SessionService } from './session.service.js';

@ApiTags('identity')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly cookie: SessionCookieService,
  ) {}

  /** Sign in. Signing in as somebody else ends the session this browser had. */
  @Public('signing in is how one gets an account into the request')
  @Post()
  @ApiCreatedResponse({ type: SessionDto })
  async signIn(
    @Body() body: SignInDto,
    @CurrentActor() former: Actor | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const { token, actor } = await this.sessions.signIn({
      ...body,
      address: request.ip,
      userAgent: request.headers['user-agent'],
      replaces: former?.sessionId,
    });
    this.cookie.set(reply, token);
    return SessionDto.from(await this.sessions.view(actor));
  }

  /** Who is signed in. */
  @Can('session.read')
  @Get()
  @ApiOkResponse({ type: SessionDto })
  async read(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    // The web application asks at each start: the cookie's life slides along with the session's.
    const token = request.cookies[SESSION_COOKIE];
    if (token !== undefined) this.cookie.set(reply, token);
    return SessionDto.from(await this.sessions.view(actor));
  }

  /** Change the language of the person's account. */
  @Can('session.read')
  @Patch()
  @ApiOkResponse({ type: SessionDto })
  async change(@CurrentActor() actor: Actor, @Body() body: ChangeSessionDto): Promise<SessionDto> {
    return SessionDto.from(await this.sessions.changeLocale(actor, body.locale));
  }

  /** Sign out of this browser. */
  @Can('session.end')
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(actor);
    this.cookie.clear(reply);
  }
}
