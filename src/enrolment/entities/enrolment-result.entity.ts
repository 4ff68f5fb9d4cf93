import { Check, Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Enrolment } from './enrolment.entity.js';

/**
 * The best quiz or scenario share or the attendance share that counts towards completion; reported by assessment and classes
 * through `recordResult`. `subjectKey`: the slug of a quiz or scenario, or the id of a training class.
 */
@Entity()
@Check('ck_enrolment_result_kind', `kind IN ('quiz', 'scenario', 'attendance')`)
@Check('ck_enrolment_result_percent', 'percent BETWEEN 0 AND 100')
export class EnrolmentResult {
  @PrimaryColumn('uuid')
  enrolmentId: string;

  @ManyToOne(() => Enrolment, { nullable: false })
  enrolment: Relation<Enrolment>;

  @PrimaryColumn('text')
  kind: 'quiz' | 'scenario' | 'attendance';

  @PrimaryColumn('text')
  subjectKey: string;

  @Column('numeric', { precision: 5, scale: 2 })
  percent: number;

  @Column('timestamptz')
  recordedAt: Date;
}
