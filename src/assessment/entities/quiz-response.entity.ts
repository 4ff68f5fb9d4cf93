import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { QuestionVersion } from '../../question-bank/entities/question-version.entity.js';
import type { QuestionResponse } from '../../question-bank/entities/question-body.js';
import { QuizAttempt } from './quiz-attempt.entity.js';

/** One question of one attempt and what was answered. The row exists from the start: a question without one is not in the attempt. */
@Entity()
@Index(['attemptId', 'position'], { unique: true })
@Check('ck_quiz_response_points', 'points IS NULL OR points BETWEEN 0 AND 1')
@Check('ck_quiz_response_photos', 'photos BETWEEN 0 AND 3')
export class QuizResponse {
  @PrimaryColumn('uuid')
  attemptId: string;

  @ManyToOne(() => QuizAttempt, { nullable: false })
  attempt: Relation<QuizAttempt>;

  @PrimaryColumn('uuid')
  questionVersionId: string;

  @ManyToOne(() => QuestionVersion, { nullable: false })
  questionVersion: Relation<QuestionVersion>;

  @Column('int')
  position: number;

  /** The order in which options or choices are shown, as indexes of the stored body. */
  @Column('int', { array: true })
  optionOrder: number[];

  @Column('jsonb', { nullable: true })
  response: QuestionResponse | null;

  /** When the learner's device says it was answered; the later answer wins, in whatever order they arrive. */
  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  /** 0–1, set by grading. */
  @Column('numeric', { precision: 7, scale: 6, nullable: true })
  points: number | null;

  /** How many photos of an answer on paper belong to it; counted by a trigger on essay_photo. */
  @Column('smallint', { default: 0 })
  photos: number;
}
