import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Enrolment } from '../../enrolment/entities/enrolment.entity.js';
import { Person } from '../../identity/entities/person.entity.js';
import { TrainingClass } from './training-class.entity.js';

/** A person's seat (or place on the waiting list) in a class; a seat carries the enrolment that its attendance counts for. */
@Entity()
@Index(['trainingClassId', 'personId'], { unique: true })
@Check('ck_class_registration_state', `state IN ('registered', 'waitlisted', 'cancelled')`)
export class ClassRegistration {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  trainingClassId: string;

  @ManyToOne(() => TrainingClass, { nullable: false })
  trainingClass: Relation<TrainingClass>;

  @Column('uuid')
  @Index()
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;

  @Column('uuid')
  @Index()
  enrolmentId: string;

  @ManyToOne(() => Enrolment, { nullable: false })
  enrolment: Relation<Enrolment>;

  @Column('text')
  state: 'registered' | 'waitlisted' | 'cancelled';

  @Column('timestamptz')
  registeredAt: Date;
}
