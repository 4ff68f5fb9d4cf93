import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { TrainingClass } from './training-class.entity.js';

/** A session (buổi) of a class. `checkInSecret` makes the rotating code and never leaves the server. */
@Entity()
@Index(['trainingClassId', 'position'], { unique: true })
@Check('ck_class_session_mode', `mode IN ('in-person', 'online', 'hybrid')`)
@Check('ck_class_session_order', 'starts_at < ends_at')
@Check('ck_class_session_secret', 'octet_length(check_in_secret) = 32')
export class ClassSession {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  trainingClassId: string;

  @ManyToOne(() => TrainingClass, { nullable: false })
  trainingClass: Relation<TrainingClass>;

  @Column('int')
  position: number;

  @Column('text')
  title: string;

  @Column('text')
  mode: 'in-person' | 'online' | 'hybrid';

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('text', { nullable: true })
  meetingUrl: string | null;

  /** Least share (0–100) of an online session's minutes that counts as present. */
  @Column('int')
  minimumOnlinePercent: number;

  @Column('bytea')
  checkInSecret: Buffer;
}
