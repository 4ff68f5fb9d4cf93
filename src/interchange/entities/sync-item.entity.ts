import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The outcome of one item a learner's device sent, remembered for good: the same id always gets the same answer. */
@Entity()
@Check('ck_sync_item_outcome', `outcome IN ('applied', 'refused')`)
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

  /** Code of the problem when refused. */
  @Column('text', { nullable: true })
  problem: string | null;
}
