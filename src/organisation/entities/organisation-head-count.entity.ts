import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OfficialDocument } from './official-document.entity.js';
import { Organisation } from './organisation.entity.js';

/**
 * How many members and workers a unit had on a day; in force until the next counted day. A correction keeps the row it
 * corrects with `supersededAt` set, so that a report of the past can be read with the figures known then.
 */
@Entity()
@Index('uq_organisation_head_count_living', ['organisationId', 'countedOn'], {
  unique: true,
  where: 'superseded_at IS NULL',
})
@Check('ck_organisation_head_count_figures', 'members >= 0 AND workers >= 0')
export class OrganisationHeadCount {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  organisation: Relation<Organisation>;

  @Column('date')
  countedOn: string;

  /** Union members. */
  @Column('int')
  members: number;

  /** Everybody employed where the unit is, members or not. */
  @Column('int')
  workers: number;

  @Column('uuid', { nullable: true })
  decisionId: string | null;

  @ManyToOne(() => OfficialDocument, { nullable: true })
  decision: Relation<OfficialDocument> | null;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
