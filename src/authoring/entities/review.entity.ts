import { Check, Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CourseRevision } from '../../catalogue/entities/course-revision.entity.js';
import { Person } from '../../identity/entities/person.entity.js';
import { OfficialDocument } from '../../organisation/entities/official-document.entity.js';
import { CourseDraft } from './course-draft.entity.js';

/** `voided`: a file was edited meanwhile. `withdrawn`: taken back by an author. */
export type ReviewState = 'open' | 'approved' | 'changes-requested' | 'voided' | 'withdrawn';

/**
 * The review (thông qua bài giảng) of one submitted revision. Whoever wrote for the draft does not decide (trigger); an
 * approved one is voided by any edit until its revision is published.
 */
@Entity()
@Index('uq_review_living', ['draftId'], { unique: true, where: `state IN ('open', 'approved')` })
@Check('ck_review_state', `state IN ('open', 'approved', 'changes-requested', 'voided', 'withdrawn')`)
@Check('ck_review_decided', '(decided_by_id IS NULL) = (decided_at IS NULL)')
@Check(
  'ck_review_decision',
  `CASE state WHEN 'open' THEN decided_at IS NULL WHEN 'approved' THEN decided_at IS NOT NULL
     WHEN 'changes-requested' THEN decided_at IS NOT NULL ELSE true END`,
)
export class Review {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  draftId: string;

  @ManyToOne(() => CourseDraft, { nullable: false })
  draft: Relation<CourseDraft>;

  /** What is judged: the draft's files as they were submitted. */
  @Column('uuid')
  revisionId: string;

  @OneToOne(() => CourseRevision, { nullable: false })
  @JoinColumn()
  revision: Relation<CourseRevision>;

  @Column('uuid')
  submittedById: string;

  @ManyToOne(() => Person, { nullable: false })
  submittedBy: Relation<Person>;

  @Column('timestamptz')
  submittedAt: Date;

  /** The day by which the author may expect a decision. */
  @Column('date')
  dueOn: string;

  @Column('text')
  state: ReviewState;

  /** Who approved it or asked for changes; kept when it is voided afterwards. */
  @Column('uuid', { nullable: true })
  decidedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  decidedBy: Relation<Person> | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  /** The reviewer's words to the authors. */
  @Column('text', { nullable: true })
  note: string | null;

  /** The decision on paper. */
  @Column('uuid', { nullable: true })
  officialDocumentId: string | null;

  @ManyToOne(() => OfficialDocument, { nullable: true })
  officialDocument: Relation<OfficialDocument> | null;
}
