import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Enrolment } from '../../enrolment/entities/enrolment.entity.js';
import { Person } from '../../identity/entities/person.entity.js';
import { Quiz } from '../../question-bank/entities/quiz.entity.js';

export type AttemptState = 'in-progress' | 'awaiting-grading' | 'graded';

/** One try at a quiz. The server owns the deadline. At most one attempt per enrolment and quiz is in progress. */
@Entity()
@Index(['enrolmentId', 'quizId', 'number'], { unique: true })
@Index('uq_quiz_attempt_in_progress', ['enrolmentId', 'quizId'], { unique: true, where: `state = 'in-progress'` })
@Index('ix_quiz_attempt_deadline', ['deadlineAt'], { where: `state = 'in-progress'` })
@Index('ix_quiz_attempt_awaiting', ['awaitingSince', 'id'], { where: `state = 'awaiting-grading'` })
@Check('ck_quiz_attempt_state', `state IN ('in-progress', 'awaiting-grading', 'graded')`)
@Check('ck_quiz_attempt_awaiting', `(state = 'awaiting-grading') = (awaiting_since IS NOT NULL AND graded_at IS NULL)`)
@Check(
  'ck_quiz_attempt_graded',
  `(state = 'graded') = (graded_at IS NOT NULL AND points IS NOT NULL AND passed IS NOT NULL)`,
)
@Check('ck_quiz_attempt_points', 'points BETWEEN 0 AND max_points')
export class QuizAttempt {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  quizId: string;

  @ManyToOne(() => Quiz, { nullable: false })
  quiz: Relation<Quiz>;

  @Column('uuid')
  enrolmentId: string;

  @ManyToOne(() => Enrolment, { nullable: false })
  enrolment: Relation<Enrolment>;

  @Column('uuid')
  @Index()
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;

  @Column('int')
  number: number;

  /** Seed of the draw and of the order of options; the same seed gives the same paper. */
  @Column('int')
  seed: number;

  /** awaiting-grading: nothing more is taken from the learner, and a lecturer has an essay to grade. */
  @Column('text')
  state: AttemptState;

  @Column('timestamptz')
  startedAt: Date;

  /** Null: no time limit. Answers are taken until `deadlineAt` plus the quiz's grace. */
  @Column('timestamptz', { nullable: true })
  deadlineAt: Date | null;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  /** When it was handed to the lecturers; null for papers without an essay. */
  @Column('timestamptz', { nullable: true })
  awaitingSince: Date | null;

  @Column('timestamptz', { nullable: true })
  gradedAt: Date | null;

  @Column('numeric', { precision: 9, scale: 4, nullable: true })
  points: number | null;

  @Column('int')
  maxPoints: number;

  @Column('boolean', { nullable: true })
  passed: boolean | null;
}
