import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A POST remembered by its Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): a retry gets the first answer. */
@Entity()
@Index('ix_idempotency_record_created_at', ['createdAt'])
export class IdempotencyRecord {
  @PrimaryColumn('uuid')
  userId: string;

  @PrimaryColumn('text')
  key: string;

  /** SHA-256 over method, path and body: the same key with another request is refused. */
  @Column('bytea')
  requestHash: Buffer;

  @Column('timestamptz')
  createdAt: Date;

  /** Null while the first request is still running. */
  @Column('int', { nullable: true })
  status: number | null;

  @Column('jsonb', { nullable: true })
  response: unknown;
}
