import { Check, Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { QuestionVersion } from '../../question-bank/entities/question-version.entity.js';

/**
 * How a question was answered in attempts that have ended. Counted from the responses and thrown away at will; a version
 * without a row was not answered.
 *
 * Answered: something was given and has points; an essay that no lecturer has graded yet, a blank text and a choice of
 * nothing are not answers. Missed: less than the full point.
 */
@Entity()
@Check('ck_question_tally_counts', 'answered > 0 AND missed BETWEEN 0 AND answered')
export class QuestionTally {
  @PrimaryColumn('uuid')
  questionVersionId: string;

  @ManyToOne(() => QuestionVersion, { nullable: false })
  questionVersion: Relation<QuestionVersion>;

  @Column('int')
  answered: number;

  @Column('int')
  missed: number;

  /** How often what was chosen: by the option's index in the stored body, or `true` and `false`; null for other kinds. */
  @Column('jsonb', { nullable: true })
  chosen: Record<string, number> | null;

  @Column('timestamptz')
  countedAt: Date;
}
