import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { UUID_OR_404 } from '../platform/http/uuid-or-404.js';
import { CertificateService } from './certificate.service.js';
import {
  CertificateDto,
  CertificateListDto,
  CertificateSummaryDto,
  RegisterDto,
  RegisterEntryDto,
  RegisterQueryDto,
} from './dto/certificate.dto.js';

@ApiTags('certificates')
@Controller('api/v1')
export class CertificateController {
  constructor(private readonly certificates: CertificateService) {}

  /** The actor's own certificates, newest first. */
  @Can('certificate.read')
  @Get('certificates')
  @ApiOkResponse({ type: CertificateListDto })
  async list(@CurrentActor() actor: Actor): Promise<CertificateListDto> {
    const items = await this.certificates.list(actor);
    return { items: items.map((view) => CertificateSummaryDto.from(view)) };
  }

  /** One certificate with everything it prints. */
  @Can('certificate.read')
  @Get('certificates/:id')
  @ApiOkResponse({ type: CertificateDto })
  async get(@CurrentActor() actor: Actor, @Param('id', UUID_OR_404) id: string): Promise<CertificateDto> {
    return CertificateDto.from(await this.certificates.get(actor, id));
  }

  /** The PDF. */
  @Can('certificate.read')
  @Get('certificates/:id/pdf')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(
    @CurrentActor() actor: Actor,
    @Param('id', UUID_OR_404) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, fileName } = await this.certificates.pdf(actor, id);
    void reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${fileName}"`)
      .header('cache-control', 'private, no-cache')
      .send(bytes);
  }

  /** The register of the issuers that the actor answers for, newest first. */
  @Can('certificate-register.read')
  @Get('certificate-register')
  @ApiOkResponse({ type: RegisterDto })
  async register(@CurrentActor() actor: Actor, @Query() query: RegisterQueryDto): Promise<RegisterDto> {
    const { items, nextCursor } = await this.certificates.register(actor, query);
    return { items: items.map((view) => RegisterEntryDto.from(view)), nextCursor };
  }
}
