import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { NewWordingDto, RecordedAmendmentDto, ReplacementDto } from './dto/law-amendment.dto.js';
import { LawAmendmentService } from './law-amendment.service.js';

@ApiTags('law')
@Controller('api/v1/law')
export class LawAmendmentController {
  constructor(private readonly amendments: LawAmendmentService) {}

  /** Record a new wording of an article; the same one again changes nothing. */
  @Can('law.amend')
  @Post('articles/:code/versions')
  @ApiCreatedResponse({ type: RecordedAmendmentDto })
  @ApiOkResponse({ type: RecordedAmendmentDto, description: 'Was recorded before' })
  async amend(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: NewWordingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAmendmentDto> {
    const { id, created } = await this.amendments.amend(actor, code, body);
    void reply.status(created ? 201 : 200);
    return { id };
  }

  /** Record that a document gave way to another; the same again changes nothing. */
  @Can('law.amend')
  @Post('documents/:code/replacement')
  @ApiCreatedResponse({ type: RecordedAmendmentDto })
  @ApiOkResponse({ type: RecordedAmendmentDto, description: 'Was recorded before' })
  async replace(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: ReplacementDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAmendmentDto> {
    const { id, created } = await this.amendments.replace(actor, code, body);
    void reply.status(created ? 201 : 200);
    return { id };
  }
}
