import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../../identity/entities/person.entity.js';
import { ClassSession } from './class-session.entity.js';

/** The verdict for one person in one session: derived from the evidence, recomputable at any time. */
@Entity()
@Check('ck_attendance_record_verdict', `verdict IN ('present', 'partial', 'absent', 'excused')`)
@Check('ck_attendance_record_minutes', 'minutes >= 0')
export class AttendanceRecord {
  @PrimaryColumn('uuid')
  classSessionId: string;

  @ManyToOne(() => ClassSession, { nullable: false })
  classSession: Relation<ClassSession>;

  @PrimaryColumn('uuid')
  @Index()
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;

  @Column('text')
  verdict: 'present' | 'partial' | 'absent' | 'excused';

  /** Online minutes after merging overlapping heartbeats; 0 for a code or a mark. */
  @Column('double precision')
  minutes: number;

  /** What the verdict rests on: `qr`, `code`, `online`, `manual`, `none`. */
  @Column('text')
  basis: 'qr' | 'code' | 'online' | 'manual' | 'none';

  @Column('timestamptz')
  derivedAt: Date;
}
