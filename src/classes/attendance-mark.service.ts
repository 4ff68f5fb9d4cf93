import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { cleanWords } from '../platform/text/vietnamese.js';
import { AttendanceService, type NewEvidence } from './attendance.service.js';
import { ClassRosterService, type RosterRow } from './class-roster.service.js';
import { ClassStandingService } from './class-standing.service.js';
import { PersonNotRegistered, SessionNotBegun } from './classes.problems.js';
import { doorOf } from './classes.rules.js';
import { TrainingClass } from './entities/training-class.entity.js';

export interface Mark {
  personId: string;
  mark: 'present' | 'absent' | 'excused';
  reason: string;
}

/** Attendance by hand: who came without a phone, who is on leave, whose code somebody else scanned. */
@Injectable()
export class AttendanceMarkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly standings: ClassStandingService,
    private readonly attendance: AttendanceService,
    private readonly rosters: ClassRosterService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Records by hand that a person was present, absent or on leave: new evidence with its reason, which decides over what
   * was there before, and an audit row.
   * @returns the person's row of the roster
   * @throws Problem not-found, person-not-registered, session-not-begun
   */
  async mark(actor: Actor, sessionId: string, mark: Mark): Promise<RosterRow> {
    return this.dataSource.transaction(async (tx) => {
      const { session } = await this.standings.sessionToRun(actor, sessionId, tx);
      const now = this.clock.now();
      if (mark.mark !== 'excused' && now < doorOf(session).from) throw SessionNotBegun();
      const seat = await this.attendance.lockSeat(tx, sessionId, mark.personId);
      if (seat?.registrationState !== 'registered') throw PersonNotRegistered();
      const event: NewEvidence = {
        id: newId(),
        kind: 'manual-mark',
        occurredAt: now,
        receivedAt: now,
        grade: 'officer',
        mark: mark.mark,
        reason: cleanWords(mark.reason),
        recordedById: actor.personId,
      };
      await this.attendance.add(tx, seat, await this.attendance.evidenceOf(tx, seat), [event]);
      await this.recordMark(tx, actor, { sessionId, classId: seat.classId, event, personId: mark.personId });
      const row = await this.rosters.row(tx, seat.classId, mark.personId);
      if (!row) throw PersonNotRegistered();
      return row;
    });
  }

  private async recordMark(
    tx: EntityManager,
    actor: Actor,
    done: { sessionId: string; classId: string; personId: string; event: NewEvidence },
  ): Promise<void> {
    const { organiserId } = await tx.findOneByOrFail(TrainingClass, { id: done.classId });
    await this.audit.record(tx, {
      action: 'classes.mark-attendance',
      actorId: actor.personId,
      subjectKind: 'class-session',
      subjectId: done.sessionId,
      organisationId: organiserId,
      details: { personId: done.personId, mark: done.event.mark, eventId: done.event.id },
      reason: done.event.reason ?? '',
    });
  }
}
