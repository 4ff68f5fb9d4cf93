import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Lesson } from '../../catalogue/entities/lesson.entity.js';
import { Enrolment } from '../../enrolment/entities/enrolment.entity.js';
import { Person } from '../../identity/entities/person.entity.js';

/** A scenario played to an ending: the choices, and what replaying them gave. Never changes. */
@Entity()
@Index(['enrolmentId', 'lessonId'])
@Check('ck_scenario_attempt_percent', 'percent BETWEEN 0 AND 100')
export class ScenarioAttempt {
  /** The id of the device's report, so that a report sent twice is one attempt. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  enrolmentId: string;

  @ManyToOne(() => Enrolment, { nullable: false })
  enrolment: Relation<Enrolment>;

  @Column('uuid')
  @Index()
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;

  @Column('uuid')
  lessonId: string;

  @ManyToOne(() => Lesson, { nullable: false })
  lesson: Relation<Lesson>;

  /** Index of each choice among those offered, in order. */
  @Column('smallint', { array: true })
  choices: number[];

  /** Points gained of those to be had on the way taken, 0–100. */
  @Column('smallint')
  percent: number;

  /** Slug of the ending. */
  @Column('text')
  ending: string;

  /** Ids of the wrong legal steps. */
  @Column('text', { array: true })
  violations: string[];

  /** By the learner's device, never later than received. */
  @Column('timestamptz')
  playedAt: Date;
}
