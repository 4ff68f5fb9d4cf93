import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { Unremembered } from '../platform/auth/idempotency.interceptor.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { CorrectionDecisionService } from './correction-decision.service.js';
import { CorrectionRequestService } from './correction-request.service.js';
import {
  CorrectionDecisionDto,
  CorrectionListQueryDto,
  NewCorrectionRequestDto,
  OpenCorrectionRequestDto,
  OpenCorrectionRequestListDto,
  OwnCorrectionRequestDto,
  OwnCorrectionRequestListDto,
} from './dto/correction-request.dto.js';

@ApiTags('personal data')
@Controller('api/v1')
export class CorrectionRequestController {
  constructor(
    private readonly requests: CorrectionRequestService,
    private readonly decisions: CorrectionDecisionService,
  ) {}

  /** Ask for a correction of one's own data, or for their erasure. One open request of each kind at a time. */
  @Can('personal-data.request-correction')
  @Unremembered()
  @Post('correction-requests')
  @ApiCreatedResponse({ type: OwnCorrectionRequestDto })
  async ask(@CurrentActor() actor: Actor, @Body() body: NewCorrectionRequestDto): Promise<OwnCorrectionRequestDto> {
    return OwnCorrectionRequestDto.from(await this.requests.ask(actor, body));
  }

  /** What one asked for, and what became of it. */
  @Can('personal-data.request-correction')
  @Get('own-correction-requests')
  @ApiOkResponse({ type: OwnCorrectionRequestListDto })
  async own(@CurrentActor() actor: Actor): Promise<OwnCorrectionRequestListDto> {
    return { items: (await this.requests.own(actor)).map((request) => OwnCorrectionRequestDto.from(request)) };
  }

  /** Open requests of the people whom the officer answers for, the oldest first. */
  @Can('personal-data.decide-correction')
  @Get('correction-requests')
  @ApiOkResponse({ type: OpenCorrectionRequestListDto })
  async open(
    @CurrentActor() actor: Actor,
    @Query() { cursor }: CorrectionListQueryDto,
  ): Promise<OpenCorrectionRequestListDto> {
    const { items, nextCursor } = await this.requests.open(actor, cursor);
    return { items: items.map((request) => OpenCorrectionRequestDto.from(request)), nextCursor };
  }

  /** Accept, which applies the correction, or reject with a reason. Nobody decides on a request of their own. */
  @Can('personal-data.decide-correction')
  @Post('correction-requests/:id/decision')
  @HttpCode(204)
  @ApiNoContentResponse()
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: CorrectionDecisionDto,
  ): Promise<void> {
    await this.decisions.decide(actor, id, body);
  }
}
