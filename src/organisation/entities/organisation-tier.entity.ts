import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A tier (cấp) of the union as data; tiers come and go with the law (a half-open period of days, null: open). */
@Entity()
@Check('ck_organisation_tier_code', `code ~ '^[a-z][a-z0-9-]{1,39}$'`)
@Check('ck_organisation_tier_order', 'valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to')
export class OrganisationTier {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  nameVi: string;

  @Column('text')
  nameEn: string;

  /** 10 for the top; leaves gaps. */
  @Column('int')
  rank: number;

  @Column('date', { nullable: true })
  validFrom: string | null;

  /** First day on which no unit of it is founded any more. */
  @Column('date', { nullable: true })
  validTo: string | null;
}
