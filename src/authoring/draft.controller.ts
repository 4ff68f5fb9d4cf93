import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { slugOf } from './content-yaml.rules.js';
import { DraftAbandonmentService } from './draft-abandonment.service.js';
import { DraftOutlineService } from './draft-outline.service.js';
import { DraftPublicationService } from './draft-publication.service.js';
import { DraftStructureService } from './draft-structure.service.js';
import { DraftSubmissionService } from './draft-submission.service.js';
import { DraftService } from './draft.service.js';
import {
  AbandonDraftDto,
  AddModuleDto,
  ChangeCourseDto,
  ChangeModuleDto,
  DraftDto,
  DraftListDto,
  DraftListQuery,
  DraftOrderDto,
  DraftSummaryDto,
  NewPartDto,
  StartDraftDto,
  StartedDraftDto,
} from './dto/draft.dto.js';

@ApiTags('drafts')
@Controller('api/v1/drafts')
export class DraftController {
  constructor(
    private readonly drafts: DraftService,
    private readonly outlines: DraftOutlineService,
    private readonly structure: DraftStructureService,
    private readonly submissions: DraftSubmissionService,
    private readonly publication: DraftPublicationService,
    private readonly abandonment: DraftAbandonmentService,
  ) {}

  /** Drafts of the reader's units, the newest first. */
  @Can('draft.read')
  @Get()
  @ApiOkResponse({ type: DraftListDto })
  async list(@CurrentActor() actor: Actor, @Query() { cursor }: DraftListQuery): Promise<DraftListDto> {
    const { items, nextCursor } = await this.drafts.list(actor, cursor);
    return { items: items.map((draft) => DraftSummaryDto.from(draft)), nextCursor };
  }

  /** Begin a draft: of a published course, or of a new one. */
  @Can('draft.write')
  @Post()
  @ApiCreatedResponse({ type: StartedDraftDto })
  async start(@CurrentActor() actor: Actor, @Body() body: StartDraftDto): Promise<StartedDraftDto> {
    const { courseSlug, title = '', slug = slugOf(title, 'khoa-hoc'), organisationId } = body;
    const unit = organisationId === undefined ? {} : { organisationId };
    return courseSlug === undefined
      ? { id: await this.drafts.startNew(actor, { title, slug, ...unit }) }
      : { id: await this.drafts.startFromPublished(actor, courseSlug) };
  }

  /** A draft with its modules and lessons, and with everything that is still wrong. */
  @Can('draft.read')
  @Get(':id')
  @ApiOkResponse({ type: DraftDto })
  async get(@CurrentActor() actor: Actor, @Param('id', UUID_OR_404) id: string): Promise<DraftDto> {
    return DraftDto.from(await this.outlines.get(actor, id));
  }

  /** Change the course's facts. Voids a review that is under way, as every change does. */
  @Can('draft.write')
  @Patch(':id')
  @ApiOkResponse({ type: DraftDto })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: ChangeCourseDto,
  ): Promise<DraftDto> {
    await this.structure.changeCourse(actor, id, body);
    return DraftDto.from(await this.outlines.get(actor, id));
  }

  /** Add a skill module at the end. */
  @Can('draft.write')
  @Post(':id/modules')
  @ApiCreatedResponse({ type: NewPartDto })
  async addModule(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: AddModuleDto,
  ): Promise<NewPartDto> {
    return { slug: await this.structure.addModule(actor, id, body) };
  }

  /** Change a module's title or summary; its slug stays. */
  @Can('draft.write')
  @Patch(':id/modules/:slug')
  @HttpCode(204)
  @ApiNoContentResponse()
  async changeModule(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Param('slug') slug: string,
    @Body() body: ChangeModuleDto,
  ): Promise<void> {
    await this.structure.changeModule(actor, id, { slug, ...body });
  }

  /** Take away a module with its lessons. */
  @Can('draft.write')
  @Delete(':id/modules/:slug')
  @HttpCode(204)
  @ApiNoContentResponse()
  async removeModule(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Param('slug') slug: string,
  ): Promise<void> {
    await this.structure.removeModule(actor, id, slug);
  }

  /** Put modules and lessons in order; a lesson may come to another module. */
  @Can('draft.write')
  @Put(':id/order')
  @HttpCode(204)
  @ApiNoContentResponse()
  async order(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() { modules }: DraftOrderDto,
  ): Promise<void> {
    await this.structure.order(actor, id, modules);
  }

  /** Hand the draft to the reviewers. */
  @Can('draft.write')
  @Post(':id/submit')
  @ApiCreatedResponse({ type: DraftDto })
  async submit(@CurrentActor() actor: Actor, @Param('id', UUID_OR_404) id: string): Promise<DraftDto> {
    await this.submissions.submit(actor, id);
    return DraftDto.from(await this.outlines.get(actor, id));
  }

  /** Take the draft back, also when it is approved. */
  @Can('draft.write')
  @Post(':id/withdraw')
  @ApiCreatedResponse({ type: DraftDto })
  async withdraw(@CurrentActor() actor: Actor, @Param('id', UUID_OR_404) id: string): Promise<DraftDto> {
    await this.submissions.withdraw(actor, id);
    return DraftDto.from(await this.outlines.get(actor, id));
  }

  /** Give the draft up for good; what was published of the course stays. */
  @Can('draft.write')
  @Post(':id/abandon')
  @HttpCode(204)
  @ApiNoContentResponse()
  async abandon(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() { reason }: AbandonDraftDto,
  ): Promise<void> {
    await this.abandonment.abandon(actor, id, reason);
  }

  /** Give the approved draft to the learners. */
  @Can('draft.publish')
  @Post(':id/publish')
  @ApiCreatedResponse({ type: DraftDto })
  async publish(@CurrentActor() actor: Actor, @Param('id', UUID_OR_404) id: string): Promise<DraftDto> {
    await this.publication.publish(actor, id);
    return DraftDto.from(await this.outlines.get(actor, id));
  }
}
