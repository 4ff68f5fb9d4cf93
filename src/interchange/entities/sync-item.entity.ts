import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Why an item was refused, in both languages: whoever asks again may read another one. */
export interface RememberedProblem {
  code: string;
  status: number;
  title: { vi: string; en: string };
  detail: { vi: string; en: string };
}

/** The outcome of one item a learner's device sent, remembered for good: the same id always gets the same answer. */
@Entity()
@Check('ck_sync_item_outcome', `outcome IN ('applied', 'refused')`)
@Check('ck_sync_item_problem', `(outcome = 'refused') = (problem IS NOT NULL)`)
export class SyncItem {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  userId: string;

  @Column('text')
  kind: string;

  @Column('text')
  deviceId: string;

  @Column('timestamptz')
  occurredAt: Date;

  @Column('timestamptz')
  receivedAt: Date;

  @Column('text')
  outcome: 'applied' | 'refused';

  @Column('jsonb', { nullable: true })
  problem: RememberedProblem | null;
}
