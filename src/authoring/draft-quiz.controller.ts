import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConflictResponse, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { Unremembered } from '../platform/auth/idempotency.interceptor.js';
import { UPLOAD_ROUTE, UPLOAD_TYPES } from '../platform/http/body-checks.js';
import { readUpload } from '../platform/http/read-upload.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { MAX_QUESTION_FILE_BYTES, type ExportFormat } from '../question-bank/question-format.service.js';
import { DraftQuizImportService } from './draft-quiz-import.service.js';
import { DraftQuizService } from './draft-quiz.service.js';
import {
  BlueprintStandingDto,
  BlueprintTrialDto,
  DraftQuizDto,
  ExportLossesDto,
  PreviewedQuestionDto,
  QuestionExportQuery,
  QuestionImportDto,
  QuestionImportQuery,
  QuestionTrialDto,
  QuizPlaceDto,
  SavedQuizDto,
  SaveQuizDto,
} from './dto/draft-quiz.dto.js';

const FILES: Record<ExportFormat, { type: string; ending: string }> = {
  gift: { type: 'text/plain; charset=utf-8', ending: 'gift' },
  aiken: { type: 'text/plain; charset=utf-8', ending: 'txt' },
  'moodle-xml': { type: 'application/xml', ending: 'xml' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
};

/** @throws Problem not-found */
const known = (id: string) => UUID_OR_404.transform(id, { type: 'param' });

@ApiTags('drafts')
@Controller('api/v1/drafts/:id/lessons/:slug/quiz')
export class DraftQuizController {
  constructor(
    private readonly quizzes: DraftQuizService,
    private readonly imports: DraftQuizImportService,
  ) {}

  /** The settings of a quiz lesson and all its questions, with their keys. */
  @Can('draft.read')
  @Get()
  @ApiOkResponse({ type: DraftQuizDto })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Param('slug') slug: string,
  ): Promise<DraftQuizDto> {
    return DraftQuizDto.from(await this.quizzes.get(actor, id, slug));
  }

  /** Save settings, questions or both. When somebody saved something else meanwhile, the answer holds that. */
  @Can('draft.write')
  @Put()
  @ApiOkResponse({ type: SavedQuizDto })
  @ApiConflictResponse({ description: 'Problem draft-conflict; `current` is the quiz as it is now' })
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Param('slug') slug: string,
    @Body() body: SaveQuizDto,
  ): Promise<SavedQuizDto> {
    return this.quizzes.save(actor, id, { slug, ...body });
  }

  /** How a learner will see a question. Nothing is saved. */
  @Can('draft.read')
  @Post('preview')
  @HttpCode(200)
  @Unremembered()
  @ApiOkResponse({ type: PreviewedQuestionDto })
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Param('slug') slug: string,
    @Body() { question }: QuestionTrialDto,
  ): Promise<PreviewedQuestionDto> {
    return PreviewedQuestionDto.from(await this.quizzes.preview(actor, id, { slug, question }));
  }

  /** What the questions would give for a blueprint. Nothing is saved. */
  @Can('draft.read')
  @Post('blueprint')
  @HttpCode(200)
  @Unremembered()
  @ApiOkResponse({ type: BlueprintStandingDto })
  async blueprint(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Param('slug') slug: string,
    @Body() { blueprint }: BlueprintTrialDto,
  ): Promise<BlueprintStandingDto> {
    return { cells: await this.quizzes.standings(actor, id, { slug, blueprint }) };
  }

  /** Send a file of questions as the body itself: GIFT, Aiken, Moodle XML, xlsx or docx up to 20 MB. All of it or nothing. */
  @Can('draft.write')
  @Post('import')
  @HttpCode(200)
  @Unremembered()
  @RouteConfig(UPLOAD_ROUTE)
  @ApiConsumes(...UPLOAD_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: QuestionImportDto })
  async import(
    @CurrentActor() actor: Actor,
    @Param() { id, slug }: QuizPlaceDto,
    @Query() { mode, dryRun, baseVersion }: QuestionImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<QuestionImportDto> {
    await known(id);
    const bytes = await readUpload(request, MAX_QUESTION_FILE_BYTES);
    const asked = { slug, bytes, mode, isDryRun: dryRun === 'true', ...(baseVersion !== undefined && { baseVersion }) };
    return QuestionImportDto.from(await this.imports.import(actor, id, asked));
  }

  /** The questions as a file. What the format cannot hold is left out of it: see the losses. */
  @Can('draft.read')
  @Get('export')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @CurrentActor() actor: Actor,
    @Param() { id, slug }: QuizPlaceDto,
    @Query() { format }: QuestionExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await known(id);
    const { content } = await this.quizzes.print(actor, id, { slug, format });
    const { type, ending } = FILES[format];
    void reply
      .type(type)
      .header('content-disposition', `attachment; filename="${slug}.${ending}"`)
      .header('cache-control', 'private, no-store')
      .send(content);
  }

  /** What a format cannot hold of which question. */
  @Can('draft.read')
  @Get('losses')
  @ApiOkResponse({ type: ExportLossesDto })
  async losses(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Param('slug') slug: string,
    @Query() { format }: QuestionExportQuery,
  ): Promise<ExportLossesDto> {
    return ExportLossesDto.from((await this.quizzes.print(actor, id, { slug, format })).losses);
  }
}
