import { Check, Column, Entity, OneToOne, JoinColumn, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity.js';

/** The sign-in account of exactly one Person. */
@Entity('user_account')
@Check('ck_user_account_state', `state IN ('active', 'suspended')`)
@Check('ck_user_account_locale', `locale IN ('vi', 'en')`)
export class User {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;

  @OneToOne(() => Person, { nullable: false })
  @JoinColumn()
  person: Relation<Person>;

  /** argon2id, PHC string. */
  @Column('text')
  passwordHash: string;

  @Column('text')
  state: 'active' | 'suspended';

  @Column('text')
  locale: 'vi' | 'en';

  @Column('timestamptz')
  createdAt: Date;
}
