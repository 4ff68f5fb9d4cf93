import { Check, Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OfficialDocument } from '../../organisation/entities/official-document.entity.js';
import { Organisation } from '../../organisation/entities/organisation.entity.js';
import { OfficeTitle } from './office-title.entity.js';
import { Person } from './person.entity.js';

/**
 * A person holds a title in a unit from–to (half-open). Facts reported late keep both dates. Two living terms of an
 * exclusive title in one unit may not overlap, and nobody holds the same title in the same unit twice at once.
 */
@Entity()
@Check('ck_office_term_order', 'valid_to IS NULL OR valid_from < valid_to')
@Exclusion(
  'ex_office_term_one_holder',
  'USING gist (organisation_id WITH =, title_code WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (exclusive AND superseded_at IS NULL)',
)
@Exclusion(
  'ex_office_term_same_person',
  'USING gist (person_id WITH =, organisation_id WITH =, title_code WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL)',
)
// Partial: else PostgreSQL without statistics, as after an import, searches a unit in the GiST index of persons (11 s).
@Index('ix_office_term_living', ['organisationId', 'titleCode'], { where: 'superseded_at IS NULL' })
export class OfficeTerm {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;

  @Column('uuid')
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  organisation: Relation<Organisation>;

  @Column('text')
  titleCode: string;

  @ManyToOne(() => OfficeTitle, { nullable: false })
  @JoinColumn([
    { name: 'title_code', referencedColumnName: 'code' },
    { name: 'exclusive', referencedColumnName: 'exclusive' },
  ])
  title: Relation<OfficeTitle>;

  /** Copy of the title's flag, held equal by the composite foreign key, so that the EXCLUDE can use it. */
  @Column('boolean')
  exclusive: boolean;

  /** Chuyên trách: the office is the person's paid work; else it is held beside another job (không chuyên trách). */
  @Column('boolean', { default: false })
  fullTime: boolean;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;

  @Column('uuid', { nullable: true })
  decisionId: string | null;

  @ManyToOne(() => OfficialDocument, { nullable: true })
  decision: Relation<OfficialDocument> | null;
}
