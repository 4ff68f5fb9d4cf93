import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { LawAmendment } from '../../law/entities/law-amendment.entity.js';
import { LawArticle } from '../../law/entities/law-article.entity.js';
import { QuestionVersion } from './question-version.entity.js';

/**
 * A question that a current quiz draws was written against a wording that an amendment changed: new attempts leave it
 * out. `confirmed`: released again, unchanged, with the law of a later day, so it may be drawn; `replaced`: no current
 * quiz draws it, and quizzes of retired revisions go on leaving it out.
 */
@Entity()
@Index(['questionVersionId'])
@Check('ck_question_flag_outcome', `outcome IN ('confirmed', 'replaced')`)
@Check('ck_question_flag_closed', '(closed_at IS NULL) = (outcome IS NULL)')
export class QuestionFlag {
  @PrimaryColumn('uuid')
  amendmentId: string;

  @ManyToOne(() => LawAmendment, { nullable: false })
  amendment: Relation<LawAmendment>;

  @PrimaryColumn('uuid')
  articleId: string;

  @ManyToOne(() => LawArticle, { nullable: false })
  article: Relation<LawArticle>;

  @PrimaryColumn('uuid')
  questionVersionId: string;

  @ManyToOne(() => QuestionVersion, { nullable: false })
  questionVersion: Relation<QuestionVersion>;

  @Column('timestamptz')
  raisedAt: Date;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('text', { nullable: true })
  outcome: 'confirmed' | 'replaced' | null;
}
