import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../platform/auth/can.decorator.js';
import { VerificationDto } from './dto/verification.dto.js';
import { VerificationService } from './verification.service.js';

@ApiTags('verification')
@Controller('api/v1/verification')
export class VerificationController {
  constructor(private readonly verification: VerificationService) {}

  /** Verify a certificate by its code or register number; spaces, dashes, case and O for 0 are forgiven. */
  @Public('anybody who is shown a certificate may check it')
  @Get(':code')
  @ApiOkResponse({ type: VerificationDto })
  @ApiNotFoundResponse({ description: 'No such certificate' })
  async verify(@Param('code') code: string, @Req() request: FastifyRequest): Promise<VerificationDto> {
    return VerificationDto.from(await this.verification.verify(code, request.ip));
  }
}
