import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { Unremembered } from '../platform/auth/idempotency.interceptor.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import {
  ErasureAnswerDto,
  ErasureDto,
  PeopleListDto,
  PeopleQueryDto,
  PersonCorrectionDto,
  PersonViewDto,
  PersonRegistrationDto,
  UnmaskedPersonDto,
  UnmaskingDto,
} from './dto/people.dto.js';
import { PeopleReaderService } from './people-reader.service.js';
import { PeopleService } from './people.service.js';
import { PersonErasureService } from './person-erasure.service.js';

@ApiTags('people')
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly reader: PeopleReaderService,
    private readonly people: PeopleService,
    private readonly erasure: PersonErasureService,
  ) {}

  /** Who holds an office in the units that the reader answers for, on a day, by given name. */
  @Can('person.read')
  @Get()
  @ApiOkResponse({ type: PeopleListDto })
  list(@CurrentActor() actor: Actor, @Query() query: PeopleQueryDto): Promise<PeopleListDto> {
    return this.reader.list(actor, query);
  }

  /** Enter a person with an office. Answers the person as the officer sees them. */
  @Can('person.change')
  @Post()
  @ApiCreatedResponse({ type: PersonViewDto })
  async register(@CurrentActor() actor: Actor, @Body() body: PersonRegistrationDto): Promise<PersonViewDto> {
    return this.reader.get(actor, await this.people.register(actor, body));
  }

  /** One person; birth date and phones are masked. */
  @Can('person.read')
  @Get(':id')
  @ApiOkResponse({ type: PersonViewDto })
  get(@CurrentActor() actor: Actor, @Param('id', UUID_OR_404) id: string): Promise<PersonViewDto> {
    return this.reader.get(actor, id);
  }

  /** Correct name, birth date or gender. Certificates issued before keep what they were issued with. */
  @Can('person.change')
  @Patch(':id')
  @ApiOkResponse({ type: PersonViewDto })
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: PersonCorrectionDto,
  ): Promise<PersonViewDto> {
    await this.people.correct(actor, id, body);
    return this.reader.get(actor, id);
  }

  /** Birth date and phones in full, this once. Every look is recorded with its reason. */
  @Can('person.unmask')
  @Unremembered()
  @Post(':id/unmasking')
  @ApiCreatedResponse({ type: UnmaskedPersonDto })
  async unmask(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: UnmaskingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnmaskedPersonDto> {
    void reply.header('cache-control', 'no-store');
    return this.reader.unmask(actor, id, body.reason);
  }

  /**
   * Erase a person's data for good: account, sign-in names, devices, codes, inbox, name, birth date and gender. Answers
   * what stays under a pseudonym, and why.
   */
  @Can('person.erase')
  @Unremembered()
  @Post(':id/erasure')
  @HttpCode(200)
  @ApiOkResponse({ type: ErasureAnswerDto })
  async erase(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Body() body: ErasureDto,
  ): Promise<ErasureAnswerDto> {
    await this.erasure.erase(actor, id, body.reason);
    return ErasureAnswerDto.done();
  }
}
