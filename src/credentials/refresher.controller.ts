import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { CompleteRefresherDto, RefresherDetailDto, RefresherDto, RefresherListDto } from './dto/refresher.dto.js';
import { RefresherService } from './refresher.service.js';

@ApiTags('certificates')
@Controller('api/v1/refreshers')
export class RefresherController {
  constructor(private readonly refreshers: RefresherService) {}

  /** What the law changed since one's certificates were earned; what is still to be read first. */
  @Can('certificate.read')
  @Get()
  @ApiOkResponse({ type: RefresherListDto })
  async list(@CurrentActor() actor: Actor): Promise<RefresherListDto> {
    return { items: (await this.refreshers.list(actor)).map((summary) => RefresherDto.from(summary)) };
  }

  /** One's refresher about an amendment: the wordings before and after, and the lessons that were rewritten. */
  @Can('certificate.read')
  @Get(':amendmentId')
  @ApiOkResponse({ type: RefresherDetailDto })
  async get(
    @CurrentActor() actor: Actor,
    @Param('amendmentId', UUID_OR_404) amendmentId: string,
  ): Promise<RefresherDetailDto> {
    return RefresherDetailDto.from(await this.refreshers.get(actor, amendmentId));
  }

  /** I have read what changed; right or wrong, every question about it is answered. */
  @Can('certificate.read')
  @Post(':amendmentId/completion')
  @HttpCode(200)
  @ApiOkResponse({ type: RefresherDetailDto })
  async complete(
    @CurrentActor() actor: Actor,
    @Param('amendmentId', UUID_OR_404) amendmentId: string,
    @Body() { answers = [] }: CompleteRefresherDto,
  ): Promise<RefresherDetailDto> {
    const responses = new Map(answers.map(({ questionId, response }) => [questionId, response]));
    return RefresherDetailDto.from(await this.refreshers.complete(actor, amendmentId, responses));
  }
}
