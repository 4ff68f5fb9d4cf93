import { Check, Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Lesson } from '../../catalogue/entities/lesson.entity.js';
import { Enrolment } from './enrolment.entity.js';

/** How far one enrolment is in one lesson. Done stays done. */
@Entity()
@Check('ck_lesson_progress_position', 'position BETWEEN 0 AND 1')
export class LessonProgress {
  @PrimaryColumn('uuid')
  enrolmentId: string;

  @ManyToOne(() => Enrolment, { nullable: false })
  enrolment: Relation<Enrolment>;

  @PrimaryColumn('uuid')
  lessonId: string;

  @ManyToOne(() => Lesson, { nullable: false })
  lesson: Relation<Lesson>;

  /** Share of the lesson above the fold when last seen, 0–1: where to resume. */
  @Column('double precision')
  position: number;

  /** When the learner was last seen in the lesson, by the learner's device, never later than received. */
  @Column('timestamptz')
  seenAt: Date;

  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;
}
