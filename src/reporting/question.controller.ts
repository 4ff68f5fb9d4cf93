import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { QuestionFiltersDto, QuestionListDto, QuestionListQuery, QuestionPageDto } from './dto/question.dto.js';
import { QuestionListService } from './question-list.service.js';
import { QuestionPageService } from './question-page.service.js';

@ApiTags('questions')
@Controller('api/v1/questions')
export class QuestionController {
  constructor(
    private readonly questions: QuestionListService,
    private readonly pages: QuestionPageService,
  ) {}

  /** Questions of the courses that the reader writes for or judges, with how they are answered; 50 at a time. */
  @Can('question.read')
  @Get()
  @ApiOkResponse({ type: QuestionListDto })
  async list(@CurrentActor() actor: Actor, @Query() query: QuestionListQuery): Promise<QuestionListDto> {
    return QuestionListDto.from(await this.questions.list(actor, QuestionListQuery.toAsked(query)));
  }

  /** By what these questions can be told apart. */
  @Can('question.read')
  @Get('filters')
  @ApiOkResponse({ type: QuestionFiltersDto })
  async filters(@CurrentActor() actor: Actor): Promise<QuestionFiltersDto> {
    return QuestionFiltersDto.from(await this.questions.filters(actor));
  }

  /** One of them with its key, its history and where it is used. */
  @Can('question.read')
  @Get(':id')
  @ApiOkResponse({ type: QuestionPageDto })
  async get(@CurrentActor() actor: Actor, @Param('id', UUID_OR_404) id: string): Promise<QuestionPageDto> {
    return QuestionPageDto.from(await this.pages.get(actor, id));
  }
}
