import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity.js';

/**
 * What the union's register says of a person besides the name: the member code and a telephone number, also of people
 * who have no account and sign in with neither.
 */
@Entity()
@Check('ck_member_record_not_empty', 'member_code IS NOT NULL OR phone IS NOT NULL')
export class MemberRecord {
  @PrimaryColumn('uuid')
  personId: string;

  @OneToOne(() => Person, { nullable: false })
  @JoinColumn()
  person: Relation<Person>;

  /** Upper case, without blanks, as sign-in names are. */
  @Column('text', { nullable: true, unique: true })
  memberCode: string | null;

  /** Digits with the leading zero. Families share telephones, so it is nobody's identity. */
  @Column('text', { nullable: true })
  phone: string | null;

  @Column('timestamptz')
  updatedAt: Date;
}
