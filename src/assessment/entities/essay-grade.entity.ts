import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../../identity/entities/person.entity.js';
import { QuestionVersion } from '../../question-bank/entities/question-version.entity.js';
import { QuizAttempt } from './quiz-attempt.entity.js';

/**
 * What a lecturer gave for one essay. Never changes; the grader is not the one who wrote it (triggers in the migration
 * essay-guards).
 */
@Entity()
@Check('ck_essay_grade_points', 'cardinality(points) BETWEEN 1 AND 10')
@Check('ck_essay_grade_comment', 'length(comment) <= 4000')
export class EssayGrade {
  @PrimaryColumn('uuid')
  attemptId: string;

  @ManyToOne(() => QuizAttempt, { nullable: false })
  attempt: Relation<QuizAttempt>;

  @PrimaryColumn('uuid')
  questionVersionId: string;

  @ManyToOne(() => QuestionVersion, { nullable: false })
  questionVersion: Relation<QuestionVersion>;

  @Column('uuid')
  @Index()
  graderId: string;

  @ManyToOne(() => Person, { nullable: false })
  grader: Relation<Person>;

  /** For each criterion of the question's rubric. */
  @Column('double precision', { array: true })
  points: number[];

  /** To the learner; may be empty. */
  @Column('text')
  comment: string;

  @Column('timestamptz')
  gradedAt: Date;
}
