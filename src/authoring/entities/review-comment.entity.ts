import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CourseRevision } from '../../catalogue/entities/course-revision.entity.js';
import { Person } from '../../identity/entities/person.entity.js';
import { CourseDraft } from './course-draft.entity.js';

/** A remark on a paragraph of a submitted file, or an answer to one. A thread is resolved by its first remark. */
@Entity()
@Check('ck_review_comment_paragraph', 'paragraph >= 0')
@Check('ck_review_comment_text', `length(btrim(text)) BETWEEN 1 AND 5000`)
@Check('ck_review_comment_resolved', '(resolved_by_id IS NULL) = (resolved_at IS NULL)')
@Check('ck_review_comment_thread', 'parent_id IS NULL OR resolved_at IS NULL')
export class ReviewComment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  draftId: string;

  @ManyToOne(() => CourseDraft, { nullable: false })
  draft: Relation<CourseDraft>;

  /** The submitted revision that was being read. */
  @Column('uuid')
  revisionId: string;

  @ManyToOne(() => CourseRevision, { nullable: false })
  revision: Relation<CourseRevision>;

  /** The file within the course's folder. */
  @Column('text')
  path: string;

  /** Which block of the lesson, from 0. */
  @Column('int')
  paragraph: number;

  /** The first 200 characters of that paragraph: finds it again in a later text. */
  @Column('text')
  quote: string;

  /** The remark that this one answers; null for the first of a thread. */
  @Column('uuid', { nullable: true })
  @Index()
  parentId: string | null;

  @ManyToOne(() => ReviewComment, { nullable: true })
  parent: Relation<ReviewComment> | null;

  @Column('uuid')
  authorId: string;

  @ManyToOne(() => Person, { nullable: false })
  author: Relation<Person>;

  @Column('text')
  text: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  resolvedAt: Date | null;

  @Column('uuid', { nullable: true })
  resolvedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  resolvedBy: Relation<Person> | null;
}
