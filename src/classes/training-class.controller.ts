import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { ClassLecturerService } from './class-lecturer.service.js';
import { ClassListService } from './class-list.service.js';
import { ClassRegistrationService } from './class-registration.service.js';
import { ClassRosterService } from './class-roster.service.js';
import { LecturerChoiceDto, LecturerChoiceQueryDto } from './dto/class-lecturer.dto.js';
import { RosterDto } from './dto/class-session.dto.js';
import {
  ClassDto,
  ClassListDto,
  ClassQueryDto,
  ClassSummaryDto,
  OpenClassDto,
  RegistrationRequestDto,
  RegistrationDto,
} from './dto/training-class.dto.js';
import { TrainingClassService } from './training-class.service.js';

@ApiTags('classes')
@Controller('api/v1/classes')
export class TrainingClassController {
  constructor(
    private readonly classes: TrainingClassService,
    private readonly lists: ClassListService,
    private readonly lecturers: ClassLecturerService,
    private readonly registrations: ClassRegistrationService,
    private readonly rosters: ClassRosterService,
  ) {}

  /** Classes as a learner, lecturer or officer sees them, newest first. */
  @Can('training-class.read')
  @Get()
  @ApiOkResponse({ type: ClassListDto })
  async list(@CurrentActor() actor: Actor, @Query() query: ClassQueryDto): Promise<ClassListDto> {
    const items = await this.lists.list(actor, query.as ?? 'learner');
    return { items: items.map((summary) => ClassSummaryDto.from(summary)) };
  }

  /** Open a class. */
  @Can('training-class.open')
  @Post()
  @ApiCreatedResponse({ type: ClassDto })
  async open(@CurrentActor() actor: Actor, @Body() body: OpenClassDto): Promise<ClassDto> {
    const id = await this.classes.open(actor, OpenClassDto.toClass(body));
    return ClassDto.from(await this.lists.get(actor, id));
  }

  /** Lecturers to choose from, and what they are authorised to teach of a course. */
  @Can('training-class.open')
  @Get('lecturers')
  @ApiOkResponse({ type: LecturerChoiceDto })
  lecturersFor(@CurrentActor() actor: Actor, @Query() query: LecturerChoiceQueryDto): Promise<LecturerChoiceDto> {
    return this.lecturers.choice(actor, LecturerChoiceQueryDto.toQuestion(query));
  }

  /** One class with its sessions and the actor's own attendance. */
  @Can('training-class.read')
  @Get(':id')
  @ApiOkResponse({ type: ClassDto })
  async get(@CurrentActor() actor: Actor, @Param('id', UUID_OR_404) id: string): Promise<ClassDto> {
    return ClassDto.from(await this.lists.get(actor, id));
  }

  /** Register oneself, or somebody else when running the class. */
  @Can('training-class.register')
  @Post(':id/registrations')
  @ApiCreatedResponse({ type: RegistrationDto })
  @ApiOkResponse({ type: RegistrationDto, description: 'Was registered or waiting already' })
  async register(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: RegistrationRequestDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegistrationDto> {
    const { isNew, ...registration } = await this.registrations.register(actor, id, body.personId);
    void reply.status(isNew ? 201 : 200);
    return registration;
  }

  /** Who is in the class and how they attended. */
  @Can('training-class.read-roster')
  @Get(':id/roster')
  @ApiOkResponse({ type: RosterDto })
  async roster(@CurrentActor() actor: Actor, @Param('id', UUID_OR_404) id: string): Promise<RosterDto> {
    return RosterDto.from(await this.rosters.read(actor, id));
  }
}
