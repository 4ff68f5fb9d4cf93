import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CourseRevision } from './course-revision.entity.js';

/** A course as an identity; what it teaches is in its revisions. */
@Entity()
export class Course {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  slug: string;

  /** The revision that new enrolments get; null until one is published. */
  @Column('uuid', { nullable: true })
  currentRevisionId: string | null;

  @ManyToOne(() => CourseRevision, { nullable: true })
  currentRevision: Relation<CourseRevision> | null;

  @Column('timestamptz')
  createdAt: Date;
}
