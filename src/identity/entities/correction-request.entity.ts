import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity.js';

/**
 * What a person asks to be set right about themselves, or to be erased. Of one kind one request is open at a time. The
 * rows go with the person's data when these are erased; the record of acts keeps what was decided, by ids.
 */
@Entity()
@Check('ck_correction_request_field', `field IN ('full-name', 'birth-date', 'gender', 'other', 'erasure')`)
@Check('ck_correction_request_state', `state IN ('open', 'accepted', 'rejected')`)
@Check('ck_correction_request_decided', `(state = 'open') = (decided_at IS NULL)`)
@Check('ck_correction_request_wish', `(wished_value IS NULL) = (field IN ('other', 'erasure'))`)
@Index('ux_correction_request_open', ['personId', 'field'], { unique: true, where: `state = 'open'` })
export class CorrectionRequest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;

  /** `other`: said in the note, and done by the officer elsewhere. */
  @Column('text')
  field: 'full-name' | 'birth-date' | 'gender' | 'other' | 'erasure';

  @Column('text', { nullable: true })
  wishedValue: string | null;

  /** In the person's own words. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  state: 'open' | 'accepted' | 'rejected';

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  decidedById: string | null;

  @ManyToOne(() => Person, { nullable: true })
  decidedBy: Relation<Person> | null;

  /** Why it was rejected, as the person is told. */
  @Column('text', { nullable: true })
  reason: string | null;
}
