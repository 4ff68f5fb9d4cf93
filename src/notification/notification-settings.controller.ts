import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { ContactService } from './contact.service.js';
import {
  ChangeNotificationSettingsDto,
  ConfirmContactDto,
  NotificationSettingsDto,
} from './dto/notification-settings.dto.js';

@ApiTags('notification')
@Controller('api/v1/notification-settings')
export class NotificationSettingsController {
  constructor(private readonly contacts: ContactService) {}

  /** How who is signed in is reached beside the inbox. */
  @Can('notification.read')
  @Get()
  @ApiOkResponse({ type: NotificationSettingsDto })
  async read(@CurrentActor() actor: Actor): Promise<NotificationSettingsDto> {
    return NotificationSettingsDto.from(await this.contacts.read(actor));
  }

  /** Choose one's mail address and rhythm. A new address is sent a code. */
  @Can('notification.read')
  @Put()
  @ApiOkResponse({ type: NotificationSettingsDto })
  async change(
    @CurrentActor() actor: Actor,
    @Body() { mail }: ChangeNotificationSettingsDto,
  ): Promise<NotificationSettingsDto> {
    return NotificationSettingsDto.from(await this.contacts.change(actor, mail));
  }

  /** Ask for a new confirmation code. */
  @Can('notification.read')
  @Post('mail-codes')
  @HttpCode(204)
  @ApiNoContentResponse()
  async sendCode(@CurrentActor() actor: Actor): Promise<void> {
    await this.contacts.sendCode(actor);
  }

  /** Confirm one's mail address with the code that was sent to it. */
  @Can('notification.read')
  @Post('mail-confirmation')
  @HttpCode(200)
  @ApiOkResponse({ type: NotificationSettingsDto })
  async confirm(@CurrentActor() actor: Actor, @Body() { code }: ConfirmContactDto): Promise<NotificationSettingsDto> {
    return NotificationSettingsDto.from(await this.contacts.confirm(actor, code));
  }
}
