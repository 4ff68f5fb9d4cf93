import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/auth/actor.js';
import { Can, CurrentActor } from '../platform/auth/can.decorator.js';
import { NotFound } from '../platform/problems/problem.js';
import { NotificationDto, NotificationListDto, NotificationListQuery } from './dto/notification.dto.js';
import { NotificationService } from './notification.service.js';

@ApiTags('notification')
@Controller('api/v1/notifications')
export class NotificationController {
  constructor(private readonly notifications: NotificationService) {}

  /** The inbox of who is signed in. */
  @Can('notification.read')
  @Get()
  @ApiOkResponse({ type: NotificationListDto })
  async list(@CurrentActor() actor: Actor, @Query() query: NotificationListQuery): Promise<NotificationListDto> {
    const { items, nextCursor } = await this.notifications.list(actor, query.cursor);
    return { items: items.map((line) => NotificationDto.from(line)), nextCursor };
  }

  /** Mark a line of the inbox as read. */
  @Can('notification.read')
  @Post(':id/read')
  @HttpCode(204)
  @ApiNoContentResponse()
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', new ParseUUIDPipe({ exceptionFactory: () => NotFound() })) id: string,
  ): Promise<void> {
    await this.notifications.markRead(actor, id);
  }
}
