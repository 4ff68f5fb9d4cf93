import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CourseRevision } from '../catalogue/entities/course-revision.entity.js';
import { IdentityService } from '../identity/identity.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { NotFound } from '../platform/problems/problem.js';
import { ClassStandingService } from './class-standing.service.js';
import { mayReadRoster, mayRegister, mayRunClass, ROSTER_READERS, type ClassStanding } from './classes.policy.js';
import {
  CLASS_SUMMARY,
  CLASSES_IN_SCOPE,
  CLASSES_TAUGHT,
  CLASSES_TO_ATTEND,
  SCHEDULE,
  SESSIONS_OF_CLASS,
} from './classes.queries.js';
import { attendancePercent, shownVerdict } from './classes.rules.js';
import type { AttendanceRecord } from './entities/attendance-record.entity.js';
import { ClassLecturer } from './entities/class-lecturer.entity.js';
import type { ClassRegistration } from './entities/class-registration.entity.js';
import type { ClassSession } from './entities/class-session.entity.js';
import type { TrainingClass } from './entities/training-class.entity.js';

const DAY_MS = 86_400_000;
const SCHEDULE_BACK_DAYS = 60;

/** From which side somebody looks at the list of classes. */
export type ClassAudience = 'learner' | 'lecturer' | 'officer';

export interface ClassSummary extends Pick<TrainingClass, 'id' | 'code' | 'name' | 'state' | 'capacity'> {
  course: { id: string; slug: string; title: CourseRevision['title'] };
  organiser: { id: string; name: string };
  registered: number;
  firstSessionAt: Date | null;
  lastSessionAt: Date | null;
  myRegistration: Pick<ClassRegistration, 'id' | 'state'> | null;
}

export interface SessionView extends Pick<
  ClassSession,
  'id' | 'position' | 'title' | 'mode' | 'startsAt' | 'endsAt' | 'place' | 'meetingUrl'
> {
  myVerdict: AttendanceRecord['verdict'] | null;
}

export interface ClassView extends ClassSummary {
  lecturers: { id: string; fullName: string }[];
  sessions: SessionView[];
  /** The actor's own attendance; null for who has no seat. */
  attendance: {
    plannedSessions: number;
    attendedSessions: number;
    percent: number;
    /** What the course asks for; null when it asks for none. */
    minimumPercent: number | null;
  } | null;
  can: { register: boolean; showCode: boolean; readRoster: boolean; markAttendance: boolean };
}

export interface ScheduledSession extends Pick<
  ClassSession,
  'title' | 'mode' | 'startsAt' | 'endsAt' | 'place' | 'meetingUrl'
> {
  sessionId: string;
  classId: string;
  className: string;
  verdict: AttendanceRecord['verdict'] | null;
}

interface SummaryRow extends Pick<TrainingClass, 'id' | 'code' | 'name' | 'state' | 'capacity' | 'organiserId'> {
  courseId: string;
  slug: string;
  courseTitle: CourseRevision['title'];
  minimumPercent: string | null;
  registered: number;
  firstSessionAt: Date | null;
  lastSessionAt: Date | null;
  registrationId: string | null;
  registrationState: ClassRegistration['state'] | null;
}

type SessionRow = Omit<SessionView, 'myVerdict'> & { verdict: AttendanceRecord['verdict'] | null };

/** What people see of classes. */
@Injectable()
export class ClassListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly organisations: OrganisationService,
    private readonly standings: ClassStandingService,
  ) {}

  /** Newest first, at most 200: own and open ones, those taught, or those within the scope of an officer or auditor. */
  async list(actor: Actor, audience: ClassAudience): Promise<ClassSummary[]> {
    const [sql, values]: [string, unknown[]] = {
      learner: [CLASSES_TO_ATTEND, [actor.personId, this.clock.now()]] as [string, unknown[]],
      lecturer: [CLASSES_TAUGHT, [actor.personId]] as [string, unknown[]],
      officer: [CLASSES_IN_SCOPE, [actor.personId, this.identity.scopeOf(actor, ROSTER_READERS)]] as [
        string,
        unknown[],
      ],
    }[audience];
    return this.withOrganisers(await this.dataSource.query<SummaryRow[]>(sql, values));
  }

  /** @throws Problem not-found, also for a class that the actor may not know of */
  async get(actor: Actor, classId: string): Promise<ClassView> {
    const standing = await this.standings.read(actor, classId);
    const { manager } = this.dataSource;
    const rows = await manager.query<SummaryRow[]>(CLASS_SUMMARY, [actor.personId, classId]);
    const [summary] = await this.withOrganisers(rows);
    if (!summary) throw NotFound();
    const sessions = await manager.query<SessionRow[]>(SESSIONS_OF_CLASS, [classId, actor.personId]);
    const minimum = rows[0]?.minimumPercent ?? null;
    return {
      ...summary,
      lecturers: await this.lecturersOf(classId),
      ...this.sessionsFor(actor, standing, sessions, minimum === null ? null : Number(minimum)),
      can: this.canDo(actor, standing, summary),
    };
  }

  /** The actor's sessions of the last 60 days and all to come. */
  async schedule(actor: Actor): Promise<ScheduledSession[]> {
    const now = this.clock.now();
    const from = new Date(now.getTime() - SCHEDULE_BACK_DAYS * DAY_MS);
    const rows = await this.dataSource.query<ScheduledSession[]>(SCHEDULE, [actor.personId, from]);
    return rows.map((row) => ({ ...row, verdict: shownVerdict(row.verdict, row.endsAt, now) }));
  }

  private canDo(actor: Actor, standing: ClassStanding, summary: ClassSummary): ClassView['can'] {
    const isOver = summary.lastSessionAt !== null && summary.lastSessionAt < this.clock.now();
    const runs = mayRunClass(actor, standing);
    return {
      register: mayRegister(standing, isOver),
      showCode: runs,
      readRoster: mayReadRoster(actor, standing),
      markAttendance: runs,
    };
  }

  /** The place to meet online is for those who belong there. */
  private sessionsFor(
    actor: Actor,
    standing: ClassStanding,
    rows: SessionRow[],
    minimumPercent: number | null,
  ): Pick<ClassView, 'sessions' | 'attendance'> {
    const now = this.clock.now();
    const hasSeat = standing.registration === 'registered';
    const belongs = hasSeat || mayReadRoster(actor, standing);
    const sessions = rows.map(({ verdict, meetingUrl, ...session }) => ({
      ...session,
      meetingUrl: belongs ? meetingUrl : null,
      myVerdict: hasSeat ? shownVerdict(verdict, session.endsAt, now) : null,
    }));
    if (!hasSeat) return { sessions, attendance: null };
    const [plannedSessions, attendedSessions] = [
      rows.length,
      rows.filter(({ verdict }) => verdict === 'present').length,
    ];
    const percent = attendancePercent(attendedSessions, plannedSessions);
    return { sessions, attendance: { plannedSessions, attendedSessions, percent, minimumPercent } };
  }

  private async lecturersOf(classId: string): Promise<ClassView['lecturers']> {
    const { manager } = this.dataSource;
    const rows = await manager.findBy(ClassLecturer, { trainingClassId: classId });
    const cards = await this.identity.personCards(
      manager,
      rows.map(({ personId }) => personId),
    );
    return [...cards.values()]
      .sort((a, b) => a.sortName.localeCompare(b.sortName, 'vi'))
      .map(({ id, fullName }) => ({ id, fullName }));
  }

  private async withOrganisers(rows: SummaryRow[]): Promise<ClassSummary[]> {
    const ids = rows.map(({ organiserId }) => organiserId);
    const today = vietnamDate(this.clock.now());
    const units = await this.organisations.describe(this.dataSource.manager, ids, today);
    return rows.map((row) => toSummary(row, units.get(row.organiserId)?.name ?? ''));
  }
}

function toSummary(row: SummaryRow, organiserName: string): ClassSummary {
  const { id, code, name, state, capacity, registered, firstSessionAt, lastSessionAt } = row;
  const { registrationId, registrationState } = row;
  const registration = registrationId && registrationState ? { id: registrationId, state: registrationState } : null;
  return {
    id,
    code,
    name,
    state,
    capacity,
    course: { id: row.courseId, slug: row.slug, title: row.courseTitle },
    organiser: { id: row.organiserId, name: organiserName },
    registered,
    firstSessionAt,
    lastSessionAt,
    myRegistration: registration,
  };
}
