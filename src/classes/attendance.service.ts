import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { Clock } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { ItemIdTaken } from './classes.problems.js';
import { ADD_EVIDENCE, EVIDENCE, LOCK_SEAT } from './classes.queries.js';
import { attendancePercent, deriveVerdict, type Evidence, type SessionTimes, type Verdict } from './classes.rules.js';
import type { AttendanceEvent } from './entities/attendance-event.entity.js';
import type { ClassRegistration } from './entities/class-registration.entity.js';
import type { TrainingClass } from './entities/training-class.entity.js';

/** A person's registration for the class of a session, and the session. */
export interface Seat extends SessionTimes {
  sessionId: string;
  personId: string;
  classId: string;
  title: string;
  className: string;
  classState: TrainingClass['state'];
  checkInSecret: Buffer;
  enrolmentId: string;
  registrationState: ClassRegistration['state'];
}

/** The evidence of a seat, and what of the class was attended besides this session. */
export interface SeatEvidence {
  evidence: KnownEvidence[];
  planned: number;
  attendedElsewhere: number;
  wasPresent: boolean;
}

export type KnownEvidence = Evidence & Pick<AttendanceEvent, 'occurredAt'>;

/** Evidence to append; what is left out is null. */
export type NewEvidence = Pick<AttendanceEvent, 'id' | 'kind' | 'occurredAt' | 'receivedAt' | 'grade'> &
  Partial<
    Pick<AttendanceEvent, 'deviceId' | 'slot' | 'intervalFrom' | 'intervalTo' | 'mark' | 'reason' | 'recordedById'>
  >;

/** How dates look in the JSON that PostgreSQL makes. */
type Dated<T> = { [K in keyof T]: Exclude<T[K], Date> | (Date extends T[K] ? string : never) };

/** Keeps evidence and derives verdicts from it. The way of every check-in, heartbeat and mark. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly enrolments: EnrolmentService,
    private readonly clock: Clock,
  ) {}

  /** The seat, locked until the transaction ends; null when the person is not registered, in any state. */
  async lockSeat(tx: EntityManager, sessionId: string, personId: string): Promise<Seat | null> {
    const rows = await namedQuery<Seat>(tx, 'attendance.lock-seat', LOCK_SEAT, [sessionId, personId]);
    return rows[0] ? { ...rows[0], personId } : null;
  }

  /** All evidence of a locked seat. */
  async evidenceOf(tx: EntityManager, seat: Seat): Promise<SeatEvidence> {
    const values = [seat.sessionId, seat.personId, seat.classId];
    const rows = await namedQuery<Omit<SeatEvidence, 'evidence'> & { evidence: Dated<KnownEvidence>[] }>(
      tx,
      'attendance.evidence',
      EVIDENCE,
      values,
    );
    const [row] = rows;
    if (!row) throw new Error(`Session ${seat.sessionId} has no class`);
    return { ...row, evidence: row.evidence.map(withDates) };
  }

  /**
   * Appends evidence to a locked seat, derives the verdict again and tells the enrolment when the share of attended
   * sessions changed. Evidence whose id is known already adds nothing.
   * @throws Problem item-id-taken when an id belongs to something else
   */
  async add(tx: EntityManager, seat: Seat, known: SeatEvidence, events: NewEvidence[]): Promise<Verdict> {
    const knownIds = new Set(known.evidence.map(({ id }) => id));
    const fresh = events.filter(({ id }) => !knownIds.has(id));
    const verdict = deriveVerdict(seat, [...known.evidence, ...fresh.map(asEvidence)]);
    if (fresh.length === 0) return verdict;
    const [outcome] = await namedQuery<{ added: number }>(tx, 'attendance.add-evidence', ADD_EVIDENCE, [
      seat.sessionId,
      seat.personId,
      JSON.stringify(fresh.map(toRow)),
      verdict.verdict,
      verdict.minutes,
      verdict.basis,
      this.clock.now(),
    ]);
    if (outcome?.added !== fresh.length) throw ItemIdTaken();
    const isPresent = verdict.verdict === 'present';
    if (isPresent !== known.wasPresent) await this.reportShare(tx, seat, known, isPresent);
    return verdict;
  }

  private async reportShare(tx: EntityManager, seat: Seat, known: SeatEvidence, isPresent: boolean): Promise<void> {
    const attended = known.attendedElsewhere + (isPresent ? 1 : 0);
    await this.enrolments.recordResult(tx, {
      enrolmentId: seat.enrolmentId,
      kind: 'attendance',
      subjectKey: seat.classId,
      percent: attendancePercent(attended, known.planned),
    });
  }
}

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));

function withDates(row: Dated<KnownEvidence>): KnownEvidence {
  return {
    ...row,
    occurredAt: new Date(row.occurredAt),
    receivedAt: new Date(row.receivedAt),
    intervalFrom: date(row.intervalFrom),
    intervalTo: date(row.intervalTo),
  };
}

function asEvidence({ id, kind, receivedAt, intervalFrom, intervalTo, mark }: NewEvidence): Evidence {
  return {
    id,
    kind,
    receivedAt,
    intervalFrom: intervalFrom ?? null,
    intervalTo: intervalTo ?? null,
    mark: mark ?? null,
  };
}

function toRow(event: NewEvidence): Record<string, unknown> {
  return {
    id: event.id,
    kind: event.kind,
    occurred_at: event.occurredAt,
    received_at: event.receivedAt,
    grade: event.grade,
    device_id: event.deviceId ?? null,
    slot: event.slot ?? null,
    interval_from: event.intervalFrom ?? null,
    interval_to: event.intervalTo ?? null,
    mark: event.mark ?? null,
    reason: event.reason ?? null,
    recorded_by_id: event.recordedById ?? null,
  };
}
