import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A human being: holds offices, attends, is counted, owns certificates; may have no account. */
@Entity()
@Check('ck_person_name', `length(full_name) BETWEEN 1 AND 120`)
@Check('ck_person_gender', `gender IN ('female', 'male', 'other')`)
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  /** NFC, without invisible characters. */
  @Column('text')
  fullName: string;

  @Column('text')
  @Index('ix_person_full_name_folded', { synchronize: false })
  fullNameFolded: string;

  /** Given name first, for lists sorted with the `vi-x-icu` collation. */
  @Column('text')
  @Index('ix_person_by_given_name', { synchronize: false })
  sortName: string;

  @Column('date', { nullable: true })
  birthDate: string | null;

  @Column('text', { nullable: true })
  gender: 'female' | 'male' | 'other' | null;

  @Column('timestamptz')
  createdAt: Date;

  /** When name, birth date, gender, account and contacts were erased for good; what is in the registers stays. */
  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null;
}
