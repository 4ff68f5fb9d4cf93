import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Enrolment } from '../enrolment/entities/enrolment.entity.js';
import { IdentityService } from '../identity/identity.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { ClassStandingService } from './class-standing.service.js';
import { ROSTER } from './classes.queries.js';
import { attendancePercent, shownVerdict } from './classes.rules.js';
import type { AttendanceRecord } from './entities/attendance-record.entity.js';
import type { ClassRegistration } from './entities/class-registration.entity.js';

export interface RosterMark {
  sessionId: string;
  /** Null while the session is not over and there is no evidence. */
  verdict: AttendanceRecord['verdict'] | null;
  basis: AttendanceRecord['basis'];
  /** Online minutes. */
  minutes: number;
}

export interface RosterRow {
  personId: string;
  fullName: string;
  unit: string | null;
  registrationState: ClassRegistration['state'];
  enrolmentState: Enrolment['state'];
  sessions: RosterMark[];
  /** Share of the planned sessions that was attended. */
  percent: number;
}

export interface Roster {
  items: RosterRow[];
  counts: {
    registered: number;
    waitlisted: number;
    /** People with a seat who are present, by session. */
    present: { sessionId: string; count: number }[];
  };
}

interface Row extends Pick<RosterRow, 'personId' | 'fullName' | 'registrationState' | 'enrolmentState'> {
  sessions: {
    sessionId: string;
    endsAt: string;
    verdict: AttendanceRecord['verdict'] | null;
    basis: AttendanceRecord['basis'] | null;
    minutes: number | null;
  }[];
}

/** Who is in a class and how they attended: seats by given name, then the waiting list in its order. */
@Injectable()
export class ClassRosterService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly standings: ClassStandingService,
  ) {}

  /** @throws Problem not-found unless the actor teaches the class, or is an officer or auditor over it */
  async read(actor: Actor, classId: string): Promise<Roster> {
    await this.standings.readRoster(actor, classId);
    const items = await this.rows(this.dataSource.manager, classId);
    const seats = items.filter(({ registrationState }) => registrationState === 'registered');
    const present = (items[0]?.sessions ?? []).map(({ sessionId }) => ({
      sessionId,
      count: seats.filter((row) => row.sessions.some((s) => s.sessionId === sessionId && s.verdict === 'present'))
        .length,
    }));
    return { items, counts: { registered: seats.length, waitlisted: items.length - seats.length, present } };
  }

  /** One person's row; null when not registered. */
  async row(executor: EntityManager, classId: string, personId: string): Promise<RosterRow | null> {
    return (await this.rows(executor, classId, personId))[0] ?? null;
  }

  private async rows(executor: EntityManager, classId: string, personId?: string): Promise<RosterRow[]> {
    const rows = await executor.query<Row[]>(ROSTER, [classId, personId ?? null]);
    const ids = rows.map((row) => row.personId);
    const cards = await this.identity.personCards(executor, ids);
    const now = this.clock.now();
    return rows.map(({ sessions, ...row }) => ({
      ...row,
      unit: cards.get(row.personId)?.unit?.name ?? null,
      sessions: sessions.map(({ endsAt, ...mark }) => ({
        sessionId: mark.sessionId,
        verdict: shownVerdict(mark.verdict, new Date(endsAt), now),
        basis: mark.basis ?? 'none',
        minutes: mark.minutes ?? 0,
      })),
      percent: attendancePercent(sessions.filter(({ verdict }) => verdict === 'present').length, sessions.length),
    }));
  }
}
