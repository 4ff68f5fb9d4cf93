import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from './user.entity.js';

/** A signed-in browser. Only the SHA-256 of the cookie's token is stored. */
@Entity()
@Check('ck_user_session_order', 'created_at < expires_at')
export class UserSession {
  @PrimaryColumn('uuid')
  id: string;

  @Column('bytea', { unique: true })
  tokenHash: Buffer;

  @Column('uuid')
  @Index()
  userId: string;

  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  user: Relation<User>;

  @Column('timestamptz')
  createdAt: Date;

  /** Moved at most once an hour, so that reading a lesson does not write. */
  @Column('timestamptz')
  lastSeenAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('text', { nullable: true })
  userAgent: string | null;
}
