import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { QuestionVersion } from './question-version.entity.js';
import { Quiz } from './quiz.entity.js';

/** A question version belongs to the pool that a quiz draws from. */
@Entity()
@Index(['quizId', 'position'], { unique: true })
export class QuizQuestion {
  @PrimaryColumn('uuid')
  quizId: string;

  @ManyToOne(() => Quiz, { nullable: false })
  quiz: Relation<Quiz>;

  @PrimaryColumn('uuid')
  @Index()
  questionVersionId: string;

  @ManyToOne(() => QuestionVersion, { nullable: false })
  questionVersion: Relation<QuestionVersion>;

  @Column('int')
  position: number;
}
