import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity.js';

/**
 * A code from the superior unit, with which a person chooses a new password once. Only a keyed hash is stored. A person
 * has at most one that is neither used nor revoked.
 */
@Entity()
@Check('ck_one_time_code_order', 'created_at < expires_at')
@Check('ck_one_time_code_one_end', 'used_at IS NULL OR revoked_at IS NULL')
@Index('ux_one_time_code_living', ['personId'], { unique: true, where: 'used_at IS NULL AND revoked_at IS NULL' })
export class OneTimeCode {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;

  /** HMAC-SHA-256 under a key of the installation: who reads the table can neither use nor guess a code. */
  @Column('bytea', { unique: true })
  codeHash: Buffer;

  @Column('uuid')
  createdById: string;

  @ManyToOne(() => Person, { nullable: false })
  createdBy: Relation<Person>;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
