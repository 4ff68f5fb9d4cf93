import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Bilingual, CertificateRule, CompletionRule } from './completion-rule.js';
import { Course } from './course.entity.js';

/** `withdrawn`: submitted or approved once, then edited or taken back; it never comes back itself. */
export type RevisionState = 'draft' | 'submitted' | 'approved' | 'published' | 'retired' | 'withdrawn';

/** `release`: files that come with a release, which count as approved. `desk`: written at the desk, approved by a review. */
export type RevisionOrigin = 'release' | 'desk';

/**
 * One state of a course's content. Once it is no `draft` it never changes but for its state, and that only as
 * revision-state.rules.ts says (trigger); publishing the next one retires it. At most one revision of a course is
 * `published`: the current one.
 */
@Entity()
@Index(['courseId', 'number'], { unique: true })
@Index(['courseId', 'contentHash'])
@Index('uq_course_revision_published', ['courseId'], { unique: true, where: `state = 'published'` })
@Check('ck_course_revision_state', `state IN ('draft', 'submitted', 'approved', 'published', 'retired', 'withdrawn')`)
@Check('ck_course_revision_origin', `origin IN ('release', 'desk')`)
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

  @Column('text', { default: 'release' })
  origin: RevisionOrigin;

  /** SHA-256 (hex) over the canonical form of everything the revision holds; the same again when a text comes back. */
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
