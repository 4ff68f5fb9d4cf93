import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { NotFound } from '../platform/problems/problem.js';
import { BeginEnrolmentDto, EnrolmentDto, EnrolmentListDto, RecordProgressDto } from './dto/enrolment.dto.js';
import { EnrolmentService } from './enrolment.service.js';

const Id = (name: string) => Param(name, new ParseUUIDPipe({ exceptionFactory: () => NotFound() }));

@ApiTags('enrolments')
@Controller('api/v1/enrolments')
export class EnrolmentController {
  constructor(private readonly enrolments: EnrolmentService) {}

  /** Take a course. Somebody who takes it already gets the same enrolment with 200. */
  @Can('enrolment.create')
  @Post()
  @ApiCreatedResponse({ type: EnrolmentDto })
  @ApiOkResponse({ type: EnrolmentDto })
  async begin(
    @CurrentActor() actor: Actor,
    @Body() { courseSlug }: BeginEnrolmentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnrolmentDto> {
    const { view, created } = await this.enrolments.begin(actor, courseSlug);
    void reply.status(created ? 201 : 200);
    return EnrolmentDto.from(view);
  }

  /** The courses that who is signed in takes, newest first. */
  @Can('enrolment.read')
  @Get()
  @ApiOkResponse({ type: EnrolmentListDto })
  async list(@CurrentActor() actor: Actor): Promise<EnrolmentListDto> {
    return { items: (await this.enrolments.list(actor)).map((view) => EnrolmentDto.from(view)) };
  }

  /** One enrolment: what is done, what is missing and where to get it. */
  @Can('enrolment.read')
  @Get(':id')
  @ApiOkResponse({ type: EnrolmentDto })
  async get(@CurrentActor() actor: Actor, @Id('id') id: string): Promise<EnrolmentDto> {
    return EnrolmentDto.from(await this.enrolments.get(actor, id));
  }

  /** Note where the learner is in a lesson, and that it is done. */
  @Can('enrolment.create')
  @Put(':id/lessons/:lessonId/progress')
  @ApiOkResponse({ type: EnrolmentDto })
  async recordProgress(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Id('lessonId') lessonId: string,
    @Body() { done, position }: RecordProgressDto,
  ): Promise<EnrolmentDto> {
    return EnrolmentDto.from(await this.enrolments.recordProgress(actor, id, { lessonId, done, position }));
  }
}
