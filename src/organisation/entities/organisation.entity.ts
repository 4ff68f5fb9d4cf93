import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A trade-union organisation as an identity: what it is called, where it hangs and what it is on a given day is in
 * OrganisationPeriod. `path` is today's place in the tree, kept for access checks; null once abolished.
 */
@Entity()
@Check('ck_organisation_code', `code ~ '^[A-Z0-9][A-Z0-9.-]{1,39}$'`)
export class Organisation {
  @PrimaryColumn('uuid')
  id: string;

  /** Code of the unit in the union's own lists; stays with the unit for good. */
  @Column('text', { unique: true })
  code: string;

  /** ltree of ids (dashes removed) from the root to this unit, as of today. */
  @Index('ix_organisation_path', { synchronize: false })
  @Column('ltree', { nullable: true })
  path: string | null;

  @Column('date')
  foundedOn: string;

  @Column('date', { nullable: true })
  abolishedOn: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
