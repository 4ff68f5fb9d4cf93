import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Course } from '../../catalogue/entities/course.entity.js';
import { Person } from '../../identity/entities/person.entity.js';
import { LawAmendment } from '../../law/entities/law-amendment.entity.js';

/** A course to be looked at again because an article it cites was amended; one for each course, article and amendment. */
@Entity()
@Index(['amendmentId', 'courseId', 'articleCode'], { unique: true })
@Check('ck_review_task_kind', `kind IN ('law-change')`)
export class ReviewTask {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: 'law-change';

  @Column('uuid')
  @Index()
  courseId: string;

  @ManyToOne(() => Course, { nullable: false })
  course: Relation<Course>;

  @Column('text')
  articleCode: string;

  @Column('uuid')
  amendmentId: string;

  @ManyToOne(() => LawAmendment, { nullable: false })
  amendment: Relation<LawAmendment>;

  @Column('uuid', { nullable: true })
  assignedToId: string | null;

  @ManyToOne(() => Person, { nullable: true })
  assignedTo: Relation<Person> | null;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;
}
