import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../../identity/entities/person.entity.js';
import { ClassSession } from './class-session.entity.js';

export type AttendanceEventKind = 'qr-check-in' | 'code-check-in' | 'heartbeat' | 'manual-mark';

/** How much the evidence proves, by how late it arrived and how it was captured. */
export type EvidenceGrade = 'on-time' | 'late-sync' | 'device-clock' | 'officer';

/**
 * Evidence of presence. Append-only (trigger and database role), sealed within seconds. A correction is a new event,
 * never an edit. `id` is the device's item id: sending it again adds nothing.
 */
@Entity()
@Index(['classSessionId', 'personId'])
@Check('ck_attendance_event_kind', `kind IN ('qr-check-in', 'code-check-in', 'heartbeat', 'manual-mark')`)
@Check('ck_attendance_event_grade', `grade IN ('on-time', 'late-sync', 'device-clock', 'officer')`)
@Check(
  'ck_attendance_event_interval',
  `(kind = 'heartbeat') = (interval_from IS NOT NULL AND interval_to IS NOT NULL AND interval_from < interval_to)`,
)
@Check(
  'ck_attendance_event_manual',
  `(kind = 'manual-mark') = (recorded_by_id IS NOT NULL AND mark IS NOT NULL AND reason IS NOT NULL)`,
)
@Check('ck_attendance_event_mark', `mark IN ('present', 'absent', 'excused')`)
export class AttendanceEvent {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  classSessionId: string;

  @ManyToOne(() => ClassSession, { nullable: false })
  classSession: Relation<ClassSession>;

  @Column('uuid')
  @Index()
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;

  @Column('text')
  kind: AttendanceEventKind;

  /** When it happened: the time slot proved by a code, else the device's word, never later than `receivedAt`. */
  @Column('timestamptz')
  occurredAt: Date;

  @Column('timestamptz')
  receivedAt: Date;

  @Column('text')
  grade: EvidenceGrade;

  @Column('text', { nullable: true })
  deviceId: string | null;

  /** Number of the 20-second slot a code proved. */
  @Column('bigint', { nullable: true })
  slot: number | null;

  @Column('timestamptz', { nullable: true })
  intervalFrom: Date | null;

  @Column('timestamptz', { nullable: true })
  intervalTo: Date | null;

  @Column('text', { nullable: true })
  mark: 'present' | 'absent' | 'excused' | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  recordedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  recordedBy: Relation<Person> | null;
}
