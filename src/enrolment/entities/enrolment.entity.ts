import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CourseRevision } from '../../catalogue/entities/course-revision.entity.js';
import { Course } from '../../catalogue/entities/course.entity.js';
import { Person } from '../../identity/entities/person.entity.js';

/** A person takes a course, pinned to the revision it began on. One living enrolment per person and course. */
@Entity()
@Index('uq_enrolment_living', ['personId', 'courseId'], { unique: true, where: `state <> 'withdrawn'` })
@Index(['courseId'])
@Check('ck_enrolment_state', `state IN ('active', 'completed', 'withdrawn')`)
@Check('ck_enrolment_completed', `(state = 'completed') = (completed_at IS NOT NULL)`)
export class Enrolment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;

  @Column('uuid')
  courseId: string;

  @ManyToOne(() => Course, { nullable: false })
  course: Relation<Course>;

  @Column('uuid')
  @Index()
  revisionId: string;

  @ManyToOne(() => CourseRevision, { nullable: false })
  revision: Relation<CourseRevision>;

  @Column('text')
  state: 'active' | 'completed' | 'withdrawn';

  @Column('timestamptz')
  enrolledAt: Date;

  @Column('timestamptz', { nullable: true })
  completedAt: Date | null;
}
