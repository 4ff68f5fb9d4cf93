import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { ClassSummary, ClassView } from '../class-list.service.js';
import type { AttendanceRecord } from '../entities/attendance-record.entity.js';
import type { ClassRegistration } from '../entities/class-registration.entity.js';
import type { ClassSession } from '../entities/class-session.entity.js';
import type { TrainingClass } from '../entities/training-class.entity.js';
import type { NewClass, NewSession } from '../training-class.service.js';

/** A time without its zone would be somebody's guess; a 30 February (which `strict` refuses) would become 2 March. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

export class ClassQueryDto {
  /** From which side: own and open classes, those taught, or those within the scope of an officer. */
  @IsOptional()
  @IsIn(['learner', 'lecturer', 'officer'])
  as?: 'learner' | 'lecturer' | 'officer';
}

export class NewSessionDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @IsIn(['in-person', 'online', 'hybrid'])
  mode: ClassSession['mode'];

  /** ISO 8601 with zone. */
  @IsISO8601({ strict: true })
  @Matches(INSTANT)
  startsAt: string;

  /** ISO 8601 with zone. */
  @IsISO8601({ strict: true })
  @Matches(INSTANT)
  endsAt: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  place?: string;

  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(500)
  meetingUrl?: string;

  /** Least share (0–100) of an online session that counts as present; 80 unless given. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  minimumOnlinePercent?: number;

  static toSession({ startsAt, endsAt, ...rest }: NewSessionDto): NewSession {
    return { ...rest, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  }
}

export class OpenClassDto {
  /** Unique; made from the organiser's code and the year when absent. */
  @IsOptional()
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N}./-]{1,39}$/u)
  code?: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @IsString()
  @MaxLength(200)
  courseSlug: string;

  /** The unit that answers for the class. */
  @IsUUID()
  organiserId: string;

  /** The unit that lends the place. */
  @IsOptional()
  @IsUUID()
  hostId?: string;

  @IsInt()
  @Min(1)
  @Max(2000)
  capacity: number;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  lecturerIds?: string[];

  /** What speaks against the lecturers without forbidding them (`teaching-to-confirm`) was read; it goes on record. */
  @IsOptional()
  @IsBoolean()
  teachingConfirmed?: boolean;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => NewSessionDto)
  sessions: NewSessionDto[];

  static toClass({ lecturerIds, sessions, ...rest }: OpenClassDto): NewClass {
    return { ...rest, lecturerIds: lecturerIds ?? [], sessions: sessions.map((s) => NewSessionDto.toSession(s)) };
  }
}

export class ClassCourseTitleDto {
  vi: string;
  en?: string;
}

export class ClassCourseDto {
  id: string;
  slug: string;
  title: ClassCourseTitleDto;
}

export class ClassOrganiserDto {
  id: string;
  name: string;
}

export class RegistrationDto {
  id: string;
  state: ClassRegistration['state'];
}

export class ClassSummaryDto {
  id: string;
  code: string;
  name: string;
  course: ClassCourseDto;
  organiser: ClassOrganiserDto;
  state: TrainingClass['state'];
  capacity: number;
  /** Seats taken. */
  registered: number;
  firstSessionAt: Date | null;
  lastSessionAt: Date | null;
  myRegistration: RegistrationDto | null;

  static from(summary: ClassSummary): ClassSummaryDto {
    return summary;
  }
}

export class ClassListDto {
  items: ClassSummaryDto[];
}

export class ClassLecturerDto {
  id: string;
  fullName: string;
}

export class ClassSessionDto {
  id: string;
  position: number;
  title: string;
  mode: ClassSession['mode'];
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  /** Only for who has a seat or runs the class. */
  meetingUrl: string | null;
  myVerdict: AttendanceRecord['verdict'] | null;
}

export class OwnAttendanceDto {
  plannedSessions: number;
  attendedSessions: number;
  percent: number;
  /** What the course asks for; null when it asks for none. */
  minimumPercent: number | null;
}

export class ClassCanDto {
  register: boolean;
  showCode: boolean;
  readRoster: boolean;
  markAttendance: boolean;
}

export class ClassDto extends ClassSummaryDto {
  lecturers: ClassLecturerDto[];
  sessions: ClassSessionDto[];
  attendance: OwnAttendanceDto | null;
  can: ClassCanDto;

  static override from(view: ClassView): ClassDto {
    return view;
  }
}

export class RegistrationRequestDto {
  /** Somebody else, by who runs the class; oneself when absent. */
  @IsOptional()
  @IsUUID()
  personId?: string;
}
