import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../platform/auth/can.decorator.js';
import { PasswordResetAskedDto, PasswordResetDto } from './dto/password-reset.dto.js';
import { PasswordResetService } from './password-reset.service.js';

@ApiTags('identity')
@Controller('api/v1/password-reset-requests')
export class PasswordResetController {
  constructor(private readonly resets: PasswordResetService) {}

  /** Ask the superior unit for a new password. The answer never tells whether an account exists. */
  @Public('who forgot the password cannot sign in')
  @Post()
  @HttpCode(202)
  @ApiAcceptedResponse({ type: PasswordResetAskedDto })
  async ask(@Body() body: PasswordResetDto, @Req() request: FastifyRequest): Promise<PasswordResetAskedDto> {
    await this.resets.ask(body.name, request.ip);
    return { received: true };
  }
}
