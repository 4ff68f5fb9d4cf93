import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { Unremembered } from '../platform/auth/idempotency.interceptor.js';
import { UPLOAD_ROUTE } from '../platform/http/body-checks.js';
import { readUpload } from '../platform/http/read-upload.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { DraftAttachmentService } from './draft-attachment.service.js';
import { DraftImageService } from './draft-image.service.js';
import { DraftLessonService } from './draft-lesson.service.js';
import { DraftStructureService } from './draft-structure.service.js';
import {
  AttachmentUploadQuery,
  DraftAttachmentDto,
  DraftImageDto,
  DraftLessonDto,
  ImageUploadQuery,
  PreviewDto,
  PreviewRequestDto,
  SaveLessonDto,
  SavedLessonDto,
} from './dto/draft-lesson.dto.js';
import { AddLessonDto, NewPartDto } from './dto/draft.dto.js';
import { MAX_ATTACHMENT_BYTES } from './format/attachment-files.js';
import { MAX_SENT_BYTES } from './image-encoding.js';

@ApiTags('drafts')
@Controller('api/v1/drafts/:id')
export class DraftLessonController {
  constructor(
    private readonly lessons: DraftLessonService,
    private readonly structure: DraftStructureService,
    private readonly images: DraftImageService,
    private readonly attachments: DraftAttachmentService,
  ) {}

  /** Add a lesson at the end of a module. */
  @Can('draft.write')
  @Post('modules/:slug/lessons')
  @ApiCreatedResponse({ type: NewPartDto })
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Param('slug') slug: string,
    @Body() body: AddLessonDto,
  ): Promise<NewPartDto> {
    return { slug: await this.structure.addLesson(actor, id, { module: slug, ...body }) };
  }

  /** A lesson's text. */
  @Can('draft.read')
  @Get('lessons/:slug')
  @ApiOkResponse({ type: DraftLessonDto })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Param('slug') slug: string,
  ): Promise<DraftLessonDto> {
    return DraftLessonDto.from(await this.lessons.get(actor, id, slug));
  }

  /** Save a lesson's text. When somebody saved another one meanwhile, the answer holds that: nothing is overwritten. */
  @Can('draft.write')
  @Put('lessons/:slug')
  @ApiOkResponse({ type: SavedLessonDto })
  @ApiConflictResponse({ description: 'Problem draft-conflict; `current` is the lesson as it is now' })
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Param('slug') slug: string,
    @Body() body: SaveLessonDto,
  ): Promise<SavedLessonDto> {
    return this.lessons.save(actor, id, { slug, ...body });
  }

  /** Take away a lesson with its questions or story. */
  @Can('draft.write')
  @Delete('lessons/:slug')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Param('slug') slug: string,
  ): Promise<void> {
    await this.structure.removeLesson(actor, id, slug);
  }

  /** How a learner will see a text. Nothing is saved. */
  @Can('draft.read')
  @Post('preview')
  @HttpCode(200)
  @Unremembered()
  @ApiOkResponse({ type: PreviewDto })
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: PreviewRequestDto,
  ): Promise<PreviewDto> {
    return { html: await this.lessons.preview(actor, id, body) };
  }

  /** Send an image as the body itself: JPEG, PNG, WebP, HEIF or a still GIF up to 12 MB. What is kept is made anew of it. */
  @Can('draft.write')
  @Post('images')
  @Unremembered()
  @RouteConfig(UPLOAD_ROUTE)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: DraftImageDto })
  async addImage(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Query() { name }: ImageUploadQuery,
    @Req() request: FastifyRequest,
  ): Promise<DraftImageDto> {
    const sent = await readUpload(request, MAX_SENT_BYTES);
    return DraftImageDto.from(await this.images.add(actor, id, { sent, ...(name === undefined ? {} : { name }) }));
  }
  /** Send an attachment as the body itself: PDF, or an Office Open XML file without macros, up to 5 MB. It is kept as it is. */
  @Can('draft.write')
  @Post('attachments')
  @Unremembered()
  @RouteConfig(UPLOAD_ROUTE)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: DraftAttachmentDto })
  async addAttachment(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Query() { name }: AttachmentUploadQuery,
    @Req() request: FastifyRequest,
  ): Promise<DraftAttachmentDto> {
    const sent = await readUpload(request, MAX_ATTACHMENT_BYTES);
    return this.attachments.add(actor, id, { sent, name });
  }
}
