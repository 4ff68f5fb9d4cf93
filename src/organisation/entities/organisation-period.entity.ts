import { Check, Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OfficialDocument } from './official-document.entity.js';
import { OrganisationKind } from './organisation-kind.entity.js';
import { Organisation } from './organisation.entity.js';

/**
 * What an organisation was between two dates (half-open), as recorded at `recordedAt`. A fact corrected later keeps
 * its row with `supersededAt` set, so the tree of any day can be read as known then or as known now.
 * No two living periods of one organisation overlap; a trigger keeps the tree of every day without cycles and orphans.
 */
@Entity()
@Exclusion(
  'ex_organisation_period_overlap',
  'USING gist (organisation_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL)',
)
@Check('ck_organisation_period_order', 'valid_to IS NULL OR valid_from < valid_to')
@Check('ck_organisation_period_not_own_parent', 'parent_id IS NULL OR parent_id <> organisation_id')
@Check('ck_organisation_period_sector', `sector IN ('state', 'non-state', 'mixed')`)
export class OrganisationPeriod {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  organisation: Relation<Organisation>;

  @Column('uuid', { nullable: true })
  @Index()
  parentId: string | null;

  @ManyToOne(() => Organisation, { nullable: true })
  parent: Relation<Organisation> | null;

  @Column('text')
  name: string;

  /** Folded name, for search without diacritics. */
  @Column('text')
  @Index('ix_organisation_period_name_folded', { synchronize: false })
  nameFolded: string;

  /** Code of the OrganisationTier, always that of the kind. */
  @Column('text')
  tier: string;

  /** Code of the OrganisationKind. */
  @Column('text')
  kind: string;

  @ManyToOne(() => OrganisationKind, { nullable: false })
  @JoinColumn([
    { name: 'kind', referencedColumnName: 'code' },
    { name: 'tier', referencedColumnName: 'tierCode' },
  ])
  kindOfTier: Relation<OrganisationKind>;

  @Column('text')
  sector: 'state' | 'non-state' | 'mixed';

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  /** The decision that made it so, where one is known. */
  @Column('uuid', { nullable: true })
  decisionId: string | null;

  @ManyToOne(() => OfficialDocument, { nullable: true })
  decision: Relation<OfficialDocument> | null;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
