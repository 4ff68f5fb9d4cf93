import { IsIn, IsNotEmpty, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import type { ScheduledSession } from '../class-list.service.js';
import type { Roster, RosterRow } from '../class-roster.service.js';
import type { SessionCode } from '../class-session.service.js';
import type { AttendanceRecord } from '../entities/attendance-record.entity.js';
import type { ClassRegistration } from '../entities/class-registration.entity.js';
import type { ClassSession } from '../entities/class-session.entity.js';

export class SessionCodeDto {
  sessionId: string;
  /** Content of the QR code. */
  url: string;
  sixDigits: string;
  slot: number;
  validUntil: Date;
  refreshInSeconds: number;
  presentCount: number;
  registeredCount: number;

  static from(code: SessionCode): SessionCodeDto {
    return code;
  }
}

export class MarkDto {
  @IsUUID()
  personId: string;

  @IsIn(['present', 'absent', 'excused'])
  mark: 'present' | 'absent' | 'excused';

  /** Why, for the audit. */
  @IsString()
  @IsNotEmpty()
  @MinLength(3)
  @MaxLength(500)
  reason: string;
}

export class RosterMarkDto {
  sessionId: string;
  verdict: AttendanceRecord['verdict'] | null;
  basis: AttendanceRecord['basis'];
  /** Online minutes. */
  minutes: number;
}

export class RosterRowDto {
  personId: string;
  fullName: string;
  unit: string | null;
  registrationState: ClassRegistration['state'];
  enrolmentState: 'active' | 'completed' | 'withdrawn';
  sessions: RosterMarkDto[];
  percent: number;

  static from(row: RosterRow): RosterRowDto {
    return row;
  }
}

export class PresentCountDto {
  sessionId: string;
  count: number;
}

export class RosterCountsDto {
  registered: number;
  waitlisted: number;
  present: PresentCountDto[];
}

export class RosterDto {
  items: RosterRowDto[];
  counts: RosterCountsDto;

  static from(roster: Roster): RosterDto {
    return roster;
  }
}

export class ScheduledSessionDto {
  sessionId: string;
  classId: string;
  className: string;
  title: string;
  mode: ClassSession['mode'];
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  meetingUrl: string | null;
  verdict: AttendanceRecord['verdict'] | null;

  static from(session: ScheduledSession): ScheduledSessionDto {
    return session;
  }
}

export class ScheduleDto {
  items: ScheduledSessionDto[];
}
