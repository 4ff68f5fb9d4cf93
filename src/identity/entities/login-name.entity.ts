import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from './user.entity.js';

/** What a user types to sign in. Changeable, never identity. `value` is normalised: 0-led phone digits, upper-case code. */
@Entity()
@Index(['userId', 'kind'], { unique: true })
@Check('ck_login_name_kind', `kind IN ('phone', 'member-code', 'email')`)
export class LoginName {
  @PrimaryColumn('text')
  value: string;

  @Column('text')
  kind: 'phone' | 'member-code' | 'email';

  @Column('uuid')
  userId: string;

  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  user: Relation<User>;
}
