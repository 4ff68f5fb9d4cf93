import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Bilingual, CertificateRule, CompletionRule } from './completion-rule.js';
import { Course } from './course.entity.js';

export type RevisionState = 'draft' | 'submitted' | 'approved' | 'published' | 'retired';

/**
 * One state of a course's content. Once published it never changes (trigger in the guards migration); publishing the
 * next one retires it. At most one revision of a course is `published`: the current one.
 */
@Entity()
@Index(['courseId', 'number'], { unique: true })
@Index(['courseId', 'contentHash'], { unique: true })
@Index('uq_course_revision_published', ['courseId'], { unique: true, where: `state = 'published'` })
@Check('ck_course_revision_state', `state IN ('draft', 'submitted', 'approved', 'published', 'retired')`)
@Check('ck_course_revision_published', `(state IN ('published', 'retired')) = (published_at IS NOT NULL)`)
export class CourseRevision {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  courseId: string;

  @ManyToOne(() => Course, { nullable: false })
  course: Relation<Course>;

  @Column('int')
  number: number;

  @Column('text')
  state: RevisionState;

  /** SHA-256 (hex) over the canonical form of everything the revision holds. */
  @Column('text')
  contentHash: string;

  @Column('jsonb')
  title: Bilingual;

  @Column('jsonb')
  summary: Bilingual;

  /** The day on which the law was checked. */
  @Column('date')
  asOf: string;

  @Column('text', { array: true })
  topics: string[];

  @Column('int')
  estimatedMinutes: number;

  @Column('jsonb')
  completionRule: CompletionRule;

  @Column('jsonb', { nullable: true })
  certificateRule: CertificateRule | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;
}
