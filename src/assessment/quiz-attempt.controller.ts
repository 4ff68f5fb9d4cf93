import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { NotFound } from '../platform/problems/problem.js';
import { AnswerService } from './answer.service.js';
import { WithResponseForms } from './dto/question-response.dto.js';
import {
  AnswerSavedDto,
  AttemptDto,
  AttemptListDto,
  AttemptListQuery,
  AttemptSummaryDto,
  SaveAnswerDto,
  StartAttemptDto,
} from './dto/quiz-attempt.dto.js';
import { ResultDto } from './dto/result.dto.js';
import { QuizAttemptService } from './quiz-attempt.service.js';

const Id = (name: string) => Param(name, new ParseUUIDPipe({ exceptionFactory: () => NotFound() }));

@ApiTags('quiz-attempts')
@WithResponseForms()
@Controller('api/v1')
export class QuizAttemptController {
  constructor(
    private readonly attempts: QuizAttemptService,
    private readonly answers: AnswerService,
  ) {}

  /** Start an attempt; one in progress is gone on with and answered with 200. */
  @Can('quiz-attempt.start')
  @Post('quizzes/:id/attempts')
  @ApiCreatedResponse({ type: AttemptDto })
  @ApiOkResponse({ type: AttemptDto })
  async start(
    @CurrentActor() actor: Actor,
    @Id('id') quizId: string,
    @Body() { enrolmentId }: StartAttemptDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttemptDto> {
    const { view, created } = await this.attempts.start(actor, { quizId, enrolmentId });
    void reply.status(created ? 201 : 200);
    return AttemptDto.from(view);
  }

  /** An attempt with what was answered so far, on any device. */
  @Can('quiz-attempt.read')
  @Get('quiz-attempts/:id')
  @ApiOkResponse({ type: AttemptDto })
  async get(@CurrentActor() actor: Actor, @Id('id') id: string): Promise<AttemptDto> {
    return AttemptDto.from(await this.attempts.get(actor, id));
  }

  /** Save one answer. */
  @Can('quiz-attempt.answer')
  @Put('quiz-attempts/:id/responses/:questionId')
  @ApiOkResponse({ type: AnswerSavedDto })
  async saveAnswer(
    @CurrentActor() actor: Actor,
    @Id('id') id: string,
    @Id('questionId') questionId: string,
    @Body() { response, answeredAt }: SaveAnswerDto,
  ): Promise<AnswerSavedDto> {
    const given = answeredAt === undefined ? {} : { answeredAt: new Date(answeredAt) };
    const saved = await this.answers.save(actor, id, { questionId: questionId.toLowerCase(), response, ...given });
    return { savedAt: saved.savedAt.toISOString(), answeredAt: saved.answeredAt.toISOString() };
  }

  /** Submit an attempt. Submitting it again answers the same result. */
  @Can('quiz-attempt.answer')
  @Post('quiz-attempts/:id/submission')
  @HttpCode(200)
  @ApiOkResponse({ type: ResultDto })
  async submit(@CurrentActor() actor: Actor, @Id('id') id: string): Promise<ResultDto> {
    return ResultDto.from(await this.attempts.submit(actor, id));
  }

  /** The result of a graded attempt, with key and feedback when the quiz's review rule allows it. */
  @Can('quiz-attempt.read')
  @Get('quiz-attempts/:id/result')
  @ApiOkResponse({ type: ResultDto })
  async result(@CurrentActor() actor: Actor, @Id('id') id: string): Promise<ResultDto> {
    return ResultDto.from(await this.attempts.result(actor, id));
  }

  /** The attempts made in an enrolment, in the order made. */
  @Can('quiz-attempt.read')
  @Get('enrolments/:id/quiz-attempts')
  @ApiOkResponse({ type: AttemptListDto })
  async list(
    @CurrentActor() actor: Actor,
    @Id('id') enrolmentId: string,
    @Query() { quizId }: AttemptListQuery,
  ): Promise<AttemptListDto> {
    const attempts = await this.attempts.list(actor, enrolmentId, quizId);
    return { items: attempts.map((attempt) => AttemptSummaryDto.from(attempt)) };
  }
}
