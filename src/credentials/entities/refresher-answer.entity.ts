import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { QuestionResponse } from '../../question-bank/entities/question-body.js';
import { QuestionVersion } from '../../question-bank/entities/question-version.entity.js';
import { Refresher } from './refresher.entity.js';

/** What the holder answered to a question about the new law; given once, when the refresher is done. */
@Entity()
@Check('ck_refresher_answer_points', 'points BETWEEN 0 AND 1')
export class RefresherAnswer {
  @PrimaryColumn('uuid')
  refresherId: string;

  @ManyToOne(() => Refresher, { nullable: false })
  refresher: Relation<Refresher>;

  @PrimaryColumn('uuid')
  @Index()
  questionVersionId: string;

  @ManyToOne(() => QuestionVersion, { nullable: false })
  questionVersion: Relation<QuestionVersion>;

  @Column('jsonb')
  response: QuestionResponse;

  /** 0–1, six decimals. */
  @Column('numeric', { precision: 7, scale: 6 })
  points: string;
}
