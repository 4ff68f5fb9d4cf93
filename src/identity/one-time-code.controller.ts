import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor, Public } from '../platform/auth/can.decorator.js';
import { Unremembered } from '../platform/auth/idempotency.interceptor.js';
import { CodeRedemptionService } from './code-redemption.service.js';
import { IssueCodesDto, IssuedCodeDto, IssuedCodesDto, RedeemCodeDto } from './dto/one-time-code.dto.js';
import { SessionDto } from './dto/session.dto.js';
import { OneTimeCodeService } from './one-time-code.service.js';
import { SessionCookieService } from './session-cookie.service.js';
import { SessionService } from './session.service.js';

@ApiTags('identity')
@Controller('api/v1/one-time-codes')
export class OneTimeCodeController {
  constructor(
    private readonly codes: OneTimeCodeService,
    private readonly redemption: CodeRedemptionService,
    private readonly sessions: SessionService,
    private readonly cookie: SessionCookieService,
  ) {}

  /** Issue one-time codes for people of the officer's units. Each replaces the person's former code. */
  @Can('one-time-code.issue')
  @Unremembered()
  @Post()
  @ApiCreatedResponse({ type: IssuedCodesDto })
  async issue(
    @CurrentActor() actor: Actor,
    @Body() body: IssueCodesDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssuedCodesDto> {
    const items = await this.codes.issue(actor, body.personIds);
    void reply.header('cache-control', 'no-store');
    return { items: items.map((code) => IssuedCodeDto.from(code)) };
  }

  /** Choose a new password with a one-time code, and be signed in. Ends all other sessions of the account. */
  @Public('the code is the proof of identity')
  @Post('redemption')
  @ApiCreatedResponse({ type: SessionDto })
  async redeem(
    @Body() body: RedeemCodeDto,
    @CurrentActor() former: Actor | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const { token, actor } = await this.redemption.redeem({
      ...body,
      address: request.ip,
      userAgent: request.headers['user-agent'],
      replaces: former?.sessionId,
    });
    this.cookie.set(reply, token);
    return SessionDto.from(await this.sessions.view(actor));
  }
}
