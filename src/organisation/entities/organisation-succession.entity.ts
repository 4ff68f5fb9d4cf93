import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { OfficialDocument } from './official-document.entity.js';
import { Organisation } from './organisation.entity.js';

/** Which unit came out of which: merged into it, or split from it, on a day. */
@Entity()
@Unique(['predecessorId', 'successorId'])
@Index('uq_organisation_succession_heir', ['predecessorId'], { unique: true, where: 'is_heir' })
@Check('ck_organisation_succession_other', 'predecessor_id <> successor_id')
export class OrganisationSuccession {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  predecessorId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  predecessor: Relation<Organisation>;

  @Column('uuid')
  @Index()
  successorId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  successor: Relation<Organisation>;

  /** The first day of it being so. */
  @Column('date')
  onDate: string;

  /** What an ended unit leaves behind (register, classes, record of acts) is its heir's to look after. */
  @Column('boolean')
  isHeir: boolean;

  @Column('uuid', { nullable: true })
  decisionId: string | null;

  @ManyToOne(() => OfficialDocument, { nullable: true })
  decision: Relation<OfficialDocument> | null;

  @Column('timestamptz')
  recordedAt: Date;
}
