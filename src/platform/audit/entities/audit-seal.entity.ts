import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The link of one append-only row in the hash chain of its stream (table name):
 * chain_hash = sha256(previous chain_hash || row_hash || sequence as 8 bytes).
 */
@Entity()
@Index(['stream', 'rowId'], { unique: true })
export class AuditSeal {
  @PrimaryColumn('text')
  stream: string;

  /** From 1, without gaps. */
  @PrimaryColumn('bigint')
  sequence: number;

  @Column('uuid')
  rowId: string;

  @Column('bytea')
  rowHash: Buffer;

  @Column('bytea')
  chainHash: Buffer;

  @Column('timestamptz')
  sealedAt: Date;
}
