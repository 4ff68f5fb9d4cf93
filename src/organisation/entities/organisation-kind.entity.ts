import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { OrganisationTier } from './organisation-tier.entity.js';

/** A kind of unit (loại hình) as data, each of one tier. It may be founded as long as it and its tier are in force. */
@Entity()
@Unique(['code', 'tierCode'])
@Check('ck_organisation_kind_code', `code ~ '^[a-z][a-z0-9-]{1,39}$'`)
@Check('ck_organisation_kind_order', 'valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to')
export class OrganisationKind {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  @Index()
  tierCode: string;

  @ManyToOne(() => OrganisationTier, { nullable: false })
  @JoinColumn({ name: 'tier_code', referencedColumnName: 'code' })
  tier: Relation<OrganisationTier>;

  @Column('text')
  nameVi: string;

  @Column('text')
  nameEn: string;

  /** Order in lists, within the tier. */
  @Column('int')
  rank: number;

  @Column('date', { nullable: true })
  validFrom: string | null;

  @Column('date', { nullable: true })
  validTo: string | null;
}
