import { ApiProperty } from '@nestjs/swagger';
import { deviceLabel } from '../device-label.rules.js';
import type { LivingSession } from '../session.service.js';

export class LivingSessionDto {
  /** UUID. */
  id: string;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  /** To the hour. */
  @ApiProperty({ format: 'date-time' })
  lastSeenAt: string;
  /** Browser and system in the reader's language, such as "Chrome trên Android". */
  device: string;
  /** This is the session that asks. */
  current: boolean;

  static from({ userAgent, ...session }: LivingSession, locale: 'vi' | 'en'): LivingSessionDto {
    return {
      id: session.id,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      device: deviceLabel(userAgent, locale),
      current: session.current,
    };
  }
}

export class SessionListDto {
  /** The last used first. */
  items: LivingSessionDto[];
}
