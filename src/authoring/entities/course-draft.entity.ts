import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CourseRevision } from '../../catalogue/entities/course-revision.entity.js';
import { Course } from '../../catalogue/entities/course.entity.js';
import { Person } from '../../identity/entities/person.entity.js';
import { Organisation } from '../../organisation/entities/organisation.entity.js';

/**
 * A course while it is written: a folder of content files, one DraftFile each. One draft of a course is open at a time;
 * its row is locked by whoever changes a file, so that files, reviews and versions change together.
 */
@Entity()
@Index('uq_course_draft_open', ['courseId'], { unique: true, where: 'closed_at IS NULL' })
@Check('ck_course_draft_version', 'version >= 0')
export class CourseDraft {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  courseId: string;

  @ManyToOne(() => Course, { nullable: false })
  course: Relation<Course>;

  /** The unit whose lecturers write it and whose reviewers judge it. */
  @Column('uuid')
  @Index()
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  organisation: Relation<Organisation>;

  @Column('uuid')
  startedById: string;

  @ManyToOne(() => Person, { nullable: false })
  startedBy: Relation<Person>;

  /** The revision whose files it began with; null for a new course. */
  @Column('uuid', { nullable: true })
  baseRevisionId: string | null;

  @ManyToOne(() => CourseRevision, { nullable: true })
  baseRevision: Relation<CourseRevision> | null;

  /** Counts the changes: the latest one's number is the version of the file it changed. */
  @Column('int', { default: 0 })
  version: number;

  @Column('timestamptz')
  startedAt: Date;

  /** When its revision was published, or it was given up. */
  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}
