import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import {
  DifferenceQueryDto,
  LessonDifferenceDto,
  NewReviewCommentDto,
  ReviewCommentIdDto,
  ReviewDecisionDto,
  ReviewDto,
  ReviewLessonDto,
  ReviewListsDto,
  RevisionDifferenceDto,
} from './dto/review.dto.js';
import { ReviewCommentService } from './review-comment.service.js';
import { ReviewDecisionService } from './review-decision.service.js';
import { ReviewListService } from './review-list.service.js';
import { ReviewReadingService } from './review-reading.service.js';

@ApiTags('reviews')
@Controller('api/v1')
export class ReviewController {
  constructor(
    private readonly lists: ReviewListService,
    private readonly reading: ReviewReadingService,
    private readonly comments: ReviewCommentService,
    private readonly decisions: ReviewDecisionService,
  ) {}

  /** What waits for one's decision, what was decided last, and what one submitted oneself. */
  @Can('review.read')
  @Get('reviews')
  @ApiOkResponse({ type: ReviewListsDto })
  list(@CurrentActor() actor: Actor): Promise<ReviewListsDto> {
    return this.lists.list(actor);
  }

  /** One review with the lessons that are judged. */
  @Can('review.read')
  @Get('reviews/:id')
  @ApiOkResponse({ type: ReviewDto })
  get(@CurrentActor() actor: Actor, @Param('id', UUID_OR_404) id: string): Promise<ReviewDto> {
    return this.reading.get(actor, id);
  }

  /** A lesson as it was submitted, paragraph by paragraph, with what was said about it. */
  @Can('review.read')
  @Get('reviews/:id/lessons/:slug')
  @ApiOkResponse({ type: ReviewLessonDto })
  lesson(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Param('slug') slug: string,
  ): Promise<ReviewLessonDto> {
    return this.reading.lesson(actor, id, slug);
  }

  /** Which lessons changed. */
  @Can('review.read')
  @Get('reviews/:id/diff')
  @ApiOkResponse({ type: RevisionDifferenceDto })
  difference(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Query() query: DifferenceQueryDto,
  ): Promise<RevisionDifferenceDto> {
    return this.reading.difference(actor, id, query.against);
  }

  /** What changed in a lesson, paragraph by paragraph, in words. */
  @Can('review.read')
  @Get('reviews/:id/diff/:slug')
  @ApiOkResponse({ type: LessonDifferenceDto })
  async lessonDifference(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Param('slug') slug: string,
    @Query() { against }: DifferenceQueryDto,
  ): Promise<LessonDifferenceDto> {
    return { blocks: await this.reading.lessonDifference(actor, id, { slug, against }) };
  }

  /** Comment on a paragraph, or answer a comment. */
  @Can('review.comment')
  @Post('reviews/:id/comments')
  @ApiCreatedResponse({ type: ReviewCommentIdDto })
  comment(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: NewReviewCommentDto,
  ): Promise<ReviewCommentIdDto> {
    return this.comments.comment(actor, id, body);
  }

  /** Call a thread settled. */
  @Can('review.comment')
  @Post('review-comments/:id/resolve')
  @HttpCode(204)
  @ApiNoContentResponse()
  async resolve(@CurrentActor() actor: Actor, @Param('id', UUID_OR_404) id: string): Promise<void> {
    await this.comments.resolve(actor, id);
  }

  /** Approve, or ask for changes. Nobody decides on what they wrote, in whatever role. */
  @Can('review.decide')
  @Post('reviews/:id/decision')
  @HttpCode(204)
  @ApiNoContentResponse()
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: ReviewDecisionDto,
  ): Promise<void> {
    await this.decisions.decide(actor, id, body);
  }
}
