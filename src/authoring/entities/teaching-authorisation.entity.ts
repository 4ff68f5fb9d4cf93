import { Check, Column, Entity, Exclusion, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '../../identity/entities/person.entity.js';
import { OfficialDocument } from '../../organisation/entities/official-document.entity.js';
import { Organisation } from '../../organisation/entities/organisation.entity.js';

/** Somebody may teach a topic for a unit and those below it, from–to (half-open), as the law stood on a day. */
@Entity()
@Check('ck_teaching_authorisation_order', 'valid_to IS NULL OR valid_from < valid_to')
@Exclusion(
  'ex_teaching_authorisation_overlap',
  'USING gist (person_id WITH =, organisation_id WITH =, topic WITH =, daterange(valid_from, valid_to) WITH &&)',
)
export class TeachingAuthorisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  personId: string;

  @ManyToOne(() => Person, { nullable: false })
  person: Relation<Person>;

  /** One of the topics of course revisions. */
  @Column('text')
  topic: string;

  @Column('uuid')
  @Index()
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  organisation: Relation<Organisation>;

  @Column('uuid')
  grantedById: string;

  @ManyToOne(() => Person, { nullable: false })
  grantedBy: Relation<Person>;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  /** The day whose law the lecturer was examined on. */
  @Column('date')
  lawAsOf: string;

  @Column('uuid', { nullable: true })
  officialDocumentId: string | null;

  @ManyToOne(() => OfficialDocument, { nullable: true })
  officialDocument: Relation<OfficialDocument> | null;
}
