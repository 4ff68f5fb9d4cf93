import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One job to be done because of a committed fact: an event gives one row per subscriber. The row is the truth; the
 * BullMQ job is only the wake-up. It ends with `finishedAt`, or with `deadAt` after the last try.
 */
@Entity()
@Index('ix_outbox_entry_open', ['createdAt'], { where: 'finished_at IS NULL AND dead_at IS NULL' })
@Index('ix_outbox_entry_finished', ['finishedAt'], { where: 'finished_at IS NOT NULL' })
export class OutboxEntry {
  /** Also the id of the BullMQ job. */
  @PrimaryColumn('uuid')
  id: string;

  /** The event's name, or null for a job asked for directly. */
  @Column('text', { nullable: true })
  event: string | null;

  /** `<feature>.<verb-object>`. */
  @Column('text')
  job: string;

  /** Ids only. */
  @Column('jsonb')
  payload: object;

  @Column('text', { nullable: true })
  traceId: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  enqueuedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  deadAt: Date | null;

  @Column('text', { nullable: true })
  lastError: string | null;
}
