import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import {
  EssaysGradedDto,
  EssaysToGradeDto,
  GradeEssaysDto,
  WaitingAttemptDto,
  WaitingAttemptListDto,
  WaitingEssayDto,
  WaitingListQuery,
} from './dto/essay-grading.dto.js';
import { EssayGradingService } from './essay-grading.service.js';

@ApiTags('essays')
@Controller('api/v1/essays-to-grade')
export class EssayGradingController {
  constructor(private readonly grading: EssayGradingService) {}

  /** Attempts whose essays wait for a lecturer, oldest first. */
  @Can('essay.grade')
  @Get()
  @ApiOkResponse({ type: WaitingAttemptListDto })
  async list(@CurrentActor() actor: Actor, @Query() { cursor }: WaitingListQuery): Promise<WaitingAttemptListDto> {
    const { items, nextCursor } = await this.grading.queue(actor, cursor);
    return { items: items.map((attempt) => WaitingAttemptDto.from(attempt)), nextCursor };
  }

  /** The essays of one attempt with their rubrics. */
  @Can('essay.grade')
  @Get(':id')
  @ApiOkResponse({ type: EssaysToGradeDto })
  async get(@CurrentActor() actor: Actor, @Param('id', UUID_OR_404) id: string): Promise<EssaysToGradeDto> {
    const { attempt, essays } = await this.grading.get(actor, id);
    return { ...WaitingAttemptDto.from(attempt), essays: essays.map((essay) => WaitingEssayDto.from(essay)) };
  }

  /** Grade all essays of an attempt: its result then stands. */
  @Can('essay.grade')
  @Post(':id/grade')
  @HttpCode(200)
  @ApiOkResponse({ type: EssaysGradedDto })
  async grade(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() { essays }: GradeEssaysDto,
  ): Promise<EssaysGradedDto> {
    return this.grading.grade(actor, id, essays);
  }
}
