import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { AnswerKey, QuestionBody, QuestionKind } from './question-body.js';
import { Question } from './question.entity.js';

/** One wording of a question. Never changes (trigger in the guards migration); an edit is a new version. */
@Entity()
@Index(['questionId', 'number'], { unique: true })
@Index(['questionId', 'contentHash'], { unique: true })
@Check(
  'ck_question_version_kind',
  `kind IN ('single', 'multiple', 'true-false', 'short-answer', 'numeric', 'matching', 'ordering', 'cloze', 'essay')`,
)
@Check('ck_question_version_difficulty', 'difficulty BETWEEN 1 AND 3')
export class QuestionVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  questionId: string;

  @ManyToOne(() => Question, { nullable: false })
  question: Relation<Question>;

  @Column('int')
  number: number;

  @Column('text')
  kind: QuestionKind;

  @Column('text')
  title: string;

  @Column('jsonb')
  body: QuestionBody;

  @Column('jsonb')
  answerKey: AnswerKey;

  @Column('int')
  difficulty: number;

  @Column('text', { array: true })
  tags: string[];

  /** Article codes, in the order cited; LawCitation holds the versions. */
  @Column('text', { array: true })
  citations: string[];

  /** Its words without diacritics, each between spaces; written by the trigger of the migration question-words. */
  @Column('text', { default: '' })
  @Index('ix_question_version_search_text', { synchronize: false })
  searchText: string;

  @Column('text')
  contentHash: string;

  @Column('timestamptz')
  createdAt: Date;
}
