import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import type { InboxLine } from '../notification.service.js';

export class NotificationListQuery {
  /** `nextCursor` of the previous page. */
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

export class NotificationDto {
  /** UUID. */
  id: string;
  /** Catalogue key of the sentence, such as `certificate-issued`. */
  kind: string;
  /** Values that the sentence needs: texts and numbers by name. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  })
  params: Record<string, string | number>;
  /** Path in the web application. */
  link: string;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ format: 'date-time' })
  readAt: string | null;

  static from(line: InboxLine): NotificationDto {
    return { ...line, createdAt: line.createdAt.toISOString(), readAt: line.readAt?.toISOString() ?? null };
  }
}

export class NotificationListDto {
  /** Newest first. */
  items: NotificationDto[];
  nextCursor: string | null;
}
