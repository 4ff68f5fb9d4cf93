import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../../identity/entities/person.entity.js';

/** Wrong six-digit codes of one person within a window; shared by all processes. */
@Entity()
@Check('ck_check_in_throttle_failures', 'failures > 0')
export class CheckInThrottle {
  @PrimaryColumn('uuid')
  personId: string;

  @OneToOne(() => Person, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  person: Relation<Person>;

  @Column('int')
  failures: number;

  @Column('timestamptz')
  windowEndsAt: Date;
}
